// Lists: filters that work in place where the whole list is on the page, more articles without leaving
// it, and titles that are narrowed while one types.
import { all, root } from "./dom.js";

function filterInPlace(nav) {
  const cards = all(".card");
  const { name, one, other } = nav.dataset;
  const links = all("a[data-key]", nav);
  const count = document.querySelector("[data-count]");
  const plural = new Intl.PluralRules(root.lang);
  const number = new Intl.NumberFormat(root.lang);
  const apply = (key) => {
    let shown = 0;
    for (const card of cards) {
      card.hidden = !!key && card.dataset[name] !== key;
      if (!card.hidden) shown++;
    }
    for (const link of links) {
      if (link.dataset.key === key) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const text = plural.select(shown) === "one" ? one : other;
    if (count) count.textContent = text.replace("{count}", number.format(shown));
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { key } = link.dataset;
    history.replaceState(history.state, "", key ? `?${name}=${key}` : location.pathname);
    apply(key);
  });
  const given = new URLSearchParams(location.search).get(name);
  apply(links.some((link) => link.dataset.key === given) ? given : "");
}

// The next page of a list, below this one.
function loadMore(nav) {
  const list = document.querySelector(".cards-list");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-quiet";
  button.textContent = nav.dataset.more;
  let next = nav.querySelector('[rel="next"]')?.href;
  if (!next) return;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const answer = await fetch(next, { credentials: "omit" });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const cards = all(".cards-list > .card", page);
      list.append(...cards.map((card) => document.importNode(card, true)));
      const link = page.querySelector('.paging [rel="next"]');
      const first = list.children[list.children.length - cards.length];
      next = link && new URL(link.getAttribute("href"), next).href;
      if (!next) button.remove();
      first?.querySelector("a").focus();
    } catch {
      location.href = next;
    }
    button.disabled = false;
  });
  nav.replaceChildren(button);
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function filterTitles(field) {
  const rows = all(".letter li").map((row) => [row, plain(row.textContent)]);
  const sections = all(".letter");
  const none = document.querySelector("[data-none-left]");
  field.closest("[hidden]").hidden = false;
  const apply = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    none.hidden = sections.some((section) => !section.hidden);
  };
  field.addEventListener("input", apply);
  field.form.addEventListener("submit", (event) => event.preventDefault());
  if (field.value) apply();
}

export function startLists() {
  for (const nav of all("nav[data-filter]")) filterInPlace(nav);
  for (const nav of all(".paging[data-more]")) loadMore(nav);
  for (const field of all("[data-filter-titles]")) filterTitles(field);
}
