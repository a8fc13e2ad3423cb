// The lists of articles: rows by category, and moving through them by keyboard.
import { all, byID, day, element, label, marked, number, tenth, text } from "./page.js";

const shape = byID("desk-row");

export function row(item, { showsCategory = false } = {}) {
  const result = shape.content.firstElementChild.cloneNode(true);
  const link = result.querySelector("a");
  link.href = item.anchor ? `${item.url}#${encodeURIComponent(item.anchor)}` : item.url;
  link.dataset.article = item.id;
  link.dataset.lang = item.lang;
  if (item.lang !== document.documentElement.lang) link.lang = item.lang;
  const title = result.querySelector(".desk-row-title");
  title.append(item.title_html ? marked(item.title_html) : item.title);
  if (item.visibility === "agents") {
    title.append(" ", element("span", "desk-internal", text("deskInternalMark")));
  }
  result.querySelector(".desk-row-text").append(marked(item.sentence ?? item.snippet ?? ""));
  const meta = result.querySelector(".desk-row-meta");
  const add = (content, className = "") => content && meta.append(element("span", className, content));
  if (showsCategory) add(label("category", item.category));
  if (item.difficulty) add(label("difficulty", item.difficulty), `level level-${item.difficulty}`);
  if (item.views) add(text("deskViews", { count: item.views }));
  if (item.rating) add(`★ ${tenth(item.rating)}`);
  if (item.updated) add(day(item.updated));
  if (item.stale_since !== null && item.stale_since !== undefined) {
    add(text("deskStaleMark"), "desk-stale-mark");
  }
  return result;
}

// A heading and its rows. The heading of a category has its icon, as the filters have it.
export function group(heading, items, options = {}) {
  const section = element("section", "desk-list");
  const title = element("h2", "", heading);
  if (options.total > items.length) {
    title.append(" ", element("span", "count", `${number(items.length)} / ${number(options.total)}`));
  } else if (options.total) {
    title.append(" ", element("span", "count", number(options.total)));
  }
  const list = element("ul");
  list.append(...items.map((item) => row(item, options)));
  section.append(title, list);
  return section;
}

export const links = () =>
  all(".desk-find [data-article]").filter((link) => link.offsetParent !== null);

// Goes to the next article, or the one before.
export function move(step) {
  const list = links();
  if (!list.length) return;
  const focused = list.indexOf(document.activeElement);
  const current = focused >= 0 ? focused : list.findIndex((link) => link.dataset.current === "true");
  const next = current < 0 ? (step > 0 ? 0 : list.length - 1) : current + step;
  const link = list[Math.min(Math.max(next, 0), list.length - 1)];
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "nearest" });
}

// Marks the article that is open on the right.
export function markCurrent(id) {
  for (const link of all(".desk-find [data-article]")) {
    if (link.dataset.article === id) link.dataset.current = "true";
    else delete link.dataset.current;
  }
}
