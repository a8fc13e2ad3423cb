// The search page: answers in place while the reader types.
import { Finder, refine } from "./finder.js";
import { address, element, marked } from "./marked.js";
import { recent, remember } from "./recent.js";
import { Wording } from "./wording.js";

const SIZE = 10;
// How long typing rests before the address says what is asked for: a browser asks for the icon of the page
// after each change, and refuses more than some in a row.
const PAUSE = 300;
// No hit is lower than this, with its share of what is above the list.
const LOWEST = 180;

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
  let [timer, typing] = [0, 0];
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

  function append(list, hits, answer, signal) {
    // What is found on the articles' pages later has its place already.
    const later = answer.refined ? "\u00a0" : "";
    if (later) list.classList.add("results-refined");
    const pairs = hits.map((item) => [hitOf(item, later), item]);
    list.append(...pairs.map(([hit]) => hit));
    refine(answer, pairs, complete, signal);
  }

  function complete(hit, item) {
    hit.querySelector("a").href = address(item);
    hit.querySelector('[data-slot="snippet"]').replaceChildren(marked(item.snippet));
    if (item.updated) hit.querySelector('[data-slot="updated"]').textContent = wording.day(item.updated);
  }

  function show(answer, inSight, words, signal) {
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
    append(list, answer.hits.slice(0, inSight), answer, signal);
    region.replaceChildren(...parts);
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = parts[0].textContent), 500);
    showRest(list, inSight, answer, words, signal);
  }

  // What nobody sees in the first frame: the hits below, and how many each filter leaves.
  async function showRest(list, inSight, answer, words, signal) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (signal.aborted) return;
    count(answer.facets);
    const fetched = await answer.rest?.().catch(() => []) ?? [];
    if (signal.aborted) return;
    append(list, [...answer.hits.slice(inSight), ...fetched], answer, signal);
    if (answer.total > list.children.length) offerMore(list, words, signal);
  }

  function offerMore(list, words, signal) {
    const more = element("button", "button-quiet", texts.more);
    more.type = "button";
    more.addEventListener("click", async () => {
      const offset = list.children.length;
      const next = new URLSearchParams({ ...Object.fromEntries(words), limit: SIZE, offset });
      more.disabled = true;
      const found = await finder.find(next, signal).catch(() => null);
      more.disabled = false;
      if (!found || signal.aborted) return;
      append(list, found.hits, found, signal);
      if (list.children.length >= found.total || !found.hits.length) more.remove();
      list.children[offset]?.querySelector("a").focus();
    });
    list.after(more);
  }

  // How many articles each choice of a filter leaves.
  function count(facets) {
    for (const select of form.querySelectorAll("select")) {
      const counts = new Map((facets?.[select.name] ?? []).map(({ key, count }) => [key, count]));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.textContent.trim();
        const found = counts.get(option.value) ?? 0;
        const label = facets
          ? `${option.dataset.label} (${wording.number(found)})` : option.dataset.label;
        if (option.textContent !== label) option.textContent = label;
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

  // The address says what was asked for, so that it can be shared and come back to.
  function noteAddress() {
    if (!typing) return;
    clearTimeout(typing);
    typing = 0;
    history.replaceState(history.state, "", asked ? `?${asked}` : location.pathname);
  }

  async function ask() {
    const words = filled(new FormData(form));
    if (words.toString() === asked) return;
    asked = words.toString();
    clearTimeout(typing);
    typing = setTimeout(noteAddress, PAUSE);
    const mine = ++turn;
    // What is shown is about to be replaced: nothing more is read for it.
    running?.abort();
    if (!asked) {
      shown = mine;
      return showBlank();
    }
    const control = new AbortController();
    const inSight = Math.ceil(innerHeight / LOWEST);
    try {
      // Each letter is asked at once; an answer is shown unless a later one is there already.
      const answer = await finder.find(words, undefined, inSight);
      if (mine < shown) return;
      shown = mine;
      // Another answer may be shown by now, of letters typed before these.
      running?.abort();
      running = control;
      show(answer, inSight, words, control.signal);
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
    noteAddress();
  });
  // Before whoever typed turns to something else, such as a hit.
  form.addEventListener("change", noteAddress);
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
