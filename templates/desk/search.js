// Searches while the agent types, and groups what is found by category.
import { announce, base, byID, element, text } from "./page.js";
import { get } from "./api.js";
import { group, markCurrent } from "./rows.js";
import { current } from "./article.js";

const form = byID("desk-search");
const region = byID("desk-results");
const home = byID("desk-home");
const reset = form.querySelector(".desk-reset");
let timer;
let running;
let proposals;

export const language = () => form.elements.lang.value;
export const query = () => form.elements.q.value.trim();

const filters = ["category", "difficulty", "tag", "visibility"];
const isFiltered = () => filters.some((name) => form.elements[name]?.value);

// The conversation's proposals stand first; a search is under them.
export function showProposals(section) {
  proposals?.remove();
  proposals = section;
  if (section) region.prepend(section);
  settle();
}

function settle() {
  region.hidden = !region.childElementCount;
  home.hidden = !region.hidden;
  reset.hidden = !isFiltered();
  if (current()) markCurrent(current().id);
}

function clear() {
  for (const part of [...region.children]) if (part !== proposals) part.remove();
}

// What was searched in vain becomes the draft of an article, or a synonym: for writers, whose page has
// the form.
function offerPatches(part, sought) {
  const gap = part.querySelector(".gap");
  if (!gap) return;
  if (!sought) {
    part.querySelector(".desk-nothing-gap").remove();
    gap.remove();
    return;
  }
  const words = { query: sought, lang: language() };
  for (const [name, value] of Object.entries(words)) gap.querySelector(`[name="${name}"]`).value = value;
  gap.querySelector("a").href = `${base}/desk/gaps/article.patch?${new URLSearchParams(words)}`;
}

export function nothing(title, sought = "") {
  const part = byID("desk-nothing").content.firstElementChild.cloneNode(true);
  part.querySelector(".desk-nothing-title").textContent = title;
  offerPatches(part, sought);
  return part;
}

function show(answer) {
  clear();
  const groups = (answer.groups ?? []).filter((item) => item.hits.length);
  for (const item of groups) {
    const heading = `${item.icon ? `${item.icon} ` : ""}${item.label || text("deskNoCategory")}`;
    region.append(group(heading, item.hits, { total: item.total }));
  }
  if (answer.suggestion) {
    const line = element("p", "desk-suggestion", `${text("suggestionLead")} `);
    const again = element("button", "desk-word", answer.suggestion);
    again.type = "button";
    again.addEventListener("click", () => ask(answer.suggestion));
    line.append(again);
    region.append(line);
  }
  if (!groups.length) {
    const title = query() ? text("nothingFound", { query: query() }) : text("nothingFoundFiltered");
    region.append(nothing(title, query()));
  }
  announce(text("deskFound", { count: answer.total }));
  settle();
}

async function run() {
  running?.abort();
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) words.append(name, value.trim());
  if (!query() && !isFiltered()) {
    clear();
    settle();
    return;
  }
  const control = new AbortController();
  running = control;
  words.set("group", "category");
  words.set("limit", "30");
  const level = byID("desk-level").value;
  if (level) words.set("level", level);
  region.setAttribute("aria-busy", "true");
  try {
    show(await get(`/api/v1/search?${words}`, control.signal));
  } catch (error) {
    if (control.signal.aborted) return;
    clear();
    region.append(element("p", "desk-fault", text("searchFailed")));
    settle();
  }
  if (running === control) region.removeAttribute("aria-busy");
}

export function ask(words) {
  form.elements.q.value = words;
  clearTimeout(timer);
  return run();
}

export function askTag(tag) {
  form.elements.tag.value = tag;
  return run();
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(run, 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  run();
});
form.addEventListener("reset", () => setTimeout(run));
byID("desk-level").addEventListener("change", () => run());

const given = new URLSearchParams(location.search).get("q");
if (given) ask(given);
