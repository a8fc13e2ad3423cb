// The agents' desk: search and conversation on the left, the article on the right, everything by
// keyboard. The parts are modules of their own; this one wires them.
import "./theme-switch.js";
import "./live.js";
import { all, byID, text } from "./page.js";
import { back, current, show } from "./article.js";
import { askTag } from "./search.js";
import { links, move } from "./rows.js";
import { undoLatest } from "./toasts.js";
import { actions } from "./actions.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest(".desk-find [data-article]");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.dataset.article, link.dataset.lang, { anchor: decodeURIComponent(link.hash.slice(1)) });
    return;
  }
  const tag = event.target.closest("[data-tag]");
  if (tag) return void askTag(tag.dataset.tag);
  const button = event.target.closest("[data-action]");
  if (button && !button.disabled) actions[button.dataset.action]?.();
});

const keys = {
  "/": () => focusField("desk-query"),
  c: () => focusField("desk-conversation-text"),
  j: () => move(1),
  k: () => move(-1),
  s: () => actions.share(),
  y: () => actions.copyLink(),
  a: () => actions.copyAnswer(),
  v: () => actions.solved(),
  p: () => actions.pin(),
  o: () => current() && byID("desk-open-link").click(),
  m: () => actions.mistake(),
  e: () => actions.expert(),
  n: () => actions.request(),
  z: () => undoLatest(),
  "?": () => actions.help(),
};

function focusField(id) {
  const field = byID(id);
  document.querySelector(".desk-panes").dataset.pane = "find";
  field.focus();
  field.select();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  const isTyping = event.target.closest("input, textarea, select");
  if (isTyping) {
    if (event.key === "Escape") {
      event.target.blur();
      links()[0]?.focus();
    } else if (event.key === "ArrowDown" && event.target.id === "desk-query") {
      event.preventDefault();
      move(1);
    } else if (event.key === "Enter" && event.target.id === "desk-query") {
      // The best answer, without leaving the field.
      const first = links()[0];
      if (first && !event.shiftKey) {
        event.preventDefault();
        first.click();
      }
    }
    return;
  }
  if (event.key === "Escape") return void back();
  if (event.key === "ArrowDown" && event.target.closest("[data-article]")) return void (event.preventDefault(), move(1));
  if (event.key === "ArrowUp" && event.target.closest("[data-article]")) return void (event.preventDefault(), move(-1));
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

// Help-desk software may open the desk at an article.
const given = new URLSearchParams(location.search);
if (given.get("article")) show(given.get("article"), given.get("lang") ?? document.documentElement.lang);
if (!given.get("q") && !given.get("article") && matchMedia("(min-width: 48rem)").matches) byID("desk-query").focus();
