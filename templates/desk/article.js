// The article that is open on the right, and what can be taken from it.
import { all, base, byID, day, element, label, number, tenth, text } from "./page.js";
import { articlePath, get } from "./api.js";
import { markCurrent } from "./rows.js";
import { say } from "./toasts.js";

const pane = byID("desk-article");
const open = byID("desk-open");
const prose = byID("desk-prose");
const panes = document.querySelector(".desk-panes");
let shown;
let running;

// The article that is open: {id, lang, title, url, …}; undefined if none is.
export const current = () => shown;

function showHead(article) {
  byID("desk-open-title").textContent = article.title;
  byID("desk-open-title").lang = article.lang;
  byID("desk-open-link").href = `${article.url}?source=agent`;
  const meta = byID("desk-open-meta");
  meta.replaceChildren();
  const add = (content, name = "") => content && meta.append(element("span", name, content));
  add(label("category", article.category));
  add(article.difficulty && label("difficulty", article.difficulty), `level level-${article.difficulty}`);
  add(article.views > 0 && text("deskViews", { count: article.views }));
  add(article.rating && `★ ${tenth(article.rating)}`);
  add(article.updated && day(article.updated));
  if (article.visibility === "agents") add(text("deskInternalMark"), "desk-internal");
  const stale = byID("desk-open-stale");
  stale.hidden = article.stale_since === null || article.stale_since === undefined;
  stale.textContent = article.stale_since
    ? text("deskStaleSince", { date: day(article.stale_since) }) : text("deskStale");
  // What is for agents only must not reach a customer.
  for (const name of ["share", "copyLink"]) {
    pane.querySelector(`[data-action="${name}"]`).disabled = article.visibility === "agents";
  }
  byID("desk-shared").hidden = true;
}

// The text of a page of this site: what the build wrote, whose HTML it has already cleaned.
async function readPage(url, signal) {
  const answer = await fetch(url, { signal, credentials: "same-origin" });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const source = page.querySelector(".prose") ?? page.querySelector("article");
  if (!source) throw new Error("no text");
  for (const part of source.querySelectorAll("script, style, link, form, iframe")) part.remove();
  for (const part of source.querySelectorAll("[href], [src]")) {
    for (const name of ["href", "src"]) {
      const value = part.getAttribute(name);
      if (value && !value.startsWith("#")) part.setAttribute(name, new URL(value, new URL(url, location)));
    }
    if (part.matches("a[href]") && !part.getAttribute("href").startsWith("#")) part.target = "_blank";
  }
  return [...source.childNodes].map((node) => document.importNode(node, true));
}

export async function show(id, lang, { anchor = "", focuses = true } = {}) {
  running?.abort();
  const control = new AbortController();
  running = control;
  panes.dataset.pane = "article";
  try {
    const article = await get(`${articlePath(id)}?lang=${lang}`, control.signal);
    const nodes = await readPage(article.url, control.signal);
    shown = article;
    byID("desk-blank").hidden = true;
    open.hidden = false;
    showHead(article);
    prose.lang = article.lang;
    prose.replaceChildren(...nodes);
    markCurrent(id);
    pane.scrollTop = 0;
    const section = anchor && prose.querySelector(`#${CSS.escape(anchor)}`);
    if (section) section.scrollIntoView();
    if (focuses) pane.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("desk:open", { detail: article }));
  } catch (error) {
    if (control.signal.aborted) return;
    panes.dataset.pane = "find";
    say(text("deskArticleFailed"), { isFault: true });
  }
}

export function back() {
  panes.dataset.pane = "find";
  const link = all(".desk-find [data-current]").find((item) => item.offsetParent !== null);
  (link ?? byID("desk-query")).focus();
}

const plain = (node) => node.textContent.replace(/\s+/g, " ").trim();

// The steps as one would type them into a chat: numbered, without what explains them; where an
// article has no steps, its first paragraphs.
export function answer() {
  const lines = [shown.title];
  const warning = prose.querySelector(".callout-caution, .callout-warning");
  if (warning) {
    const copy = warning.cloneNode(true);
    copy.querySelector(".callout-title")?.remove();
    lines.push("", `⚠ ${plain(copy)}`);
  }
  const steps = all("ol", prose).filter((list) => !list.parentElement.closest("li"));
  if (steps.length) {
    for (const list of steps) {
      lines.push("");
      const start = Number(list.getAttribute("start") ?? 1);
      [...list.children].forEach((item, index) => lines.push(`${start + index}. ${step(item)}`));
    }
  } else {
    for (const paragraph of all(":scope > p, :scope > ul > li", prose).slice(0, 6)) {
      lines.push("", `${paragraph.matches("li") ? "• " : ""}${plain(paragraph)}`);
    }
  }
  return lines.join("\n");
}

function step(item) {
  const copy = item.cloneNode(true);
  for (const part of copy.querySelectorAll("blockquote, pre, table, figure, .callout, .anchor")) part.remove();
  const inner = [...copy.querySelectorAll("li")].map((part) => `   – ${plain(part)}`);
  for (const list of copy.querySelectorAll("ul, ol")) list.remove();
  return [plain(copy), ...inner].join("\n");
}
