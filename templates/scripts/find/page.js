// The search page: answers in place while the reader types.
import { Finder, refine } from "./finder.js";
import { address, element, marked } from "./marked.js";
import { recent, remember } from "./recent.js";
import { Wording } from "./wording.js";

const SIZE = 10;

export function attach(form) {
  const region = document.getElementById("results");
  const shape = document.getElementById("hit");
  if (form.dataset.attached || !region || !shape) return;
  form.dataset.attached = "";
  const wording = new Wording(document);
  const { texts, locale } = wording;
  const finder = new Finder(texts.api, locale);
  const box = form.elements.namedItem("q");
  const said = document.querySelector("[data-said]");
  const blank = [...region.childNodes];
  // The server puts something else here, so there is probably none.
  const mayBeAlone = !!region.querySelector("[data-offline]");
  let running;
  let [turn, shown] = [0, 0];
  let timer;
  const filled = (entries) =>
    new URLSearchParams([...entries].map(([name, text]) => [name, text.trim()]).filter((e) => e[1]));
  const given = [...new URLSearchParams(location.search)];
  // The page of results is no field: it stays until something else is asked.
  let asked = filled(given.filter(([name]) => form.elements.namedItem(name))).toString();
  if (mayBeAlone) {
    // Nobody filled the form in, nor answered.
    asked = "";
    for (const [name, text] of given) {
      const field = form.elements.namedItem(name);
      if (field && !field.value) field.value = text;
    }
  }

  const put = (hit, name, text) => {
    const slot = hit.querySelector(`[data-slot="${name}"]`);
    if (text) slot.textContent = text;
    else slot.remove();
  };

  function hitOf(item, later) {
    const hit = shape.content.firstElementChild.cloneNode(true);
    const link = hit.querySelector("a");
    link.href = address(item);
    if (item.lang && item.lang !== locale) link.lang = link.hreflang = item.lang;
    link.append(marked(item.title_html));
    const snippet = hit.querySelector('[data-slot="snippet"]');
    if (item.snippet || later) snippet.append(marked(item.snippet));
    else snippet.remove();
    put(hit, "category", wording.name("category", item.category));
    put(hit, "difficulty", item.difficulty && wording.name("difficulty", item.difficulty));
    hit.querySelector('[data-slot="difficulty"]')?.classList.add(`level-${item.difficulty}`);
    put(hit, "views", item.views ? wording.views(item.views) : "");
    put(hit, "rating", item.rating ? fillRating(item.rating) : "");
    put(hit, "updated", item.updated ? wording.day(item.updated) : later);
    return hit;
  }

  const fillRating = (rating) => texts.rating.replace("{rating}", wording.rating.format(rating));

  function append(list, answer, signal) {
    // What is found on the articles' pages later has its place already.
    const later = answer.refined ? "\u00a0" : "";
    if (later) list.classList.add("results-refined");
    const pairs = answer.hits.map((item) => [hitOf(item, later), item]);
    list.append(...pairs.map(([hit]) => hit));
    refine(answer, pairs, complete, signal);
  }

  function complete(hit, item) {
    hit.querySelector("a").href = address(item);
    hit.querySelector('[data-slot="snippet"]').replaceChildren(marked(item.snippet));
    if (item.updated) hit.querySelector('[data-slot="updated"]').textContent = wording.day(item.updated);
  }

  function show(answer, words, signal) {
    const query = answer.query ?? "";
    const parts = [];
    if (answer.hits.length) {
      parts.push(element("p", "results-count", wording.summary(answer.total, query)));
    } else parts.push(element("h2", "results-none", wording.nothing(query)));
    if (answer.suggestion) {
      const again = element("a", "", answer.suggestion);
      const other = new URLSearchParams(words);
      other.set("q", answer.suggestion);
      again.href = `?${other}`;
      parts.push(element("p", "suggestion", texts.suggestion, " ", again));
    }
    // What else there is to do: the same as the dialog has, and as the server says.
    const actions = document.getElementById("search-dialog")?.content
      .querySelector("[data-nothing] .actions");
    if (!answer.hits.length) {
      parts.push(element("p", "", texts.tips));
      if (actions) parts.push(document.importNode(actions, true));
    }
    const list = element("ol", "results");
    if (answer.hits.length) parts.push(list);
    append(list, answer, signal);
    let offset = answer.hits.length;
    if (answer.total > offset) {
      const more = element("button", "button-quiet", texts.more);
      more.type = "button";
      more.addEventListener("click", async () => {
        const next = new URLSearchParams({ ...Object.fromEntries(words), limit: SIZE, offset });
        more.disabled = true;
        const found = await finder.find(next, signal).catch(() => null);
        more.disabled = false;
        if (!found || signal.aborted) return;
        const first = list.children.length;
        append(list, found, signal);
        offset += found.hits.length;
        if (offset >= found.total || !found.hits.length) more.remove();
        list.children[first]?.querySelector("a").focus();
      });
      parts.push(more);
    }
    region.replaceChildren(...parts);
    count(answer.facets);
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = parts[0].textContent), 500);
  }

  // How many articles each choice of a filter leaves.
  function count(facets) {
    for (const select of form.querySelectorAll("select")) {
      const counts = new Map((facets?.[select.name] ?? []).map(({ key, count }) => [key, count]));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.textContent.trim();
        const found = counts.get(option.value) ?? 0;
        option.textContent = facets
          ? `${option.dataset.label} (${wording.number(found)})` : option.dataset.label;
        option.disabled = !!facets && !found && !option.selected;
      }
    }
  }

  // An empty field shows what was looked for lately.
  function showBlank() {
    const before = recent();
    region.replaceChildren(...(mayBeAlone && !before.length ? [] : blank));
    count(null);
    if (!before.length) return;
    const links = before.map((text) => {
      const link = element("a", "chip", text);
      link.href = `?q=${encodeURIComponent(text)}`;
      return element("li", "", link);
    });
    const list = element("ul", "chips", ...links);
    region.replaceChildren(element("h2", "results-recent", texts.recent), list);
  }

  async function ask() {
    const words = filled(new FormData(form));
    if (words.toString() === asked) return;
    asked = words.toString();
    history.replaceState(history.state, "", asked ? `?${asked}` : location.pathname);
    const mine = ++turn;
    // What is shown is about to be replaced: nothing more is read for it.
    running?.abort();
    if (!asked) {
      shown = mine;
      return showBlank();
    }
    const control = new AbortController();
    try {
      // Each letter is asked at once; an answer is shown unless a later one is there already.
      const answer = await finder.find(words);
      if (mine < shown) return;
      shown = mine;
      // Another answer may be shown by now, of letters typed before these.
      running?.abort();
      running = control;
      show(answer, words, control.signal);
    } catch {
      if (mine < shown) return;
      shown = mine;
      const list = element("a", "", texts.listLabel);
      list.href = texts.list;
      region.replaceChildren(element("p", "", texts.failed), element("p", "", list));
    }
  }

  form.addEventListener("input", () => {
    if (mayBeAlone && !asked) finder.prepare();
    ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(box.value);
    ask();
  });
  region.addEventListener("click", (event) => {
    if (event.target.closest(".results a")) remember(box.value);
  });
  const more = form.querySelector("details");
  if (more && given.some(([name]) => name !== "q")) more.open = true;
  if (asked || box.value) remember(box.value);
  // Not before somebody turns to the field: nothing moves by itself.
  box.addEventListener("focus", () => {
    if (!asked && !box.value) showBlank();
  });
  // Something may have been typed before this script was there.
  ask();
}
