// The ways into searching. Its script is fetched when somebody turns to one of them.
import { all, root } from "./dom.js";

const { search, searchStyle, searchPage } = document.body.dataset;

let sheet;

// What the answers look like comes before the theme's sheet, so that a site's own rules stay the last.
const style = () => sheet ??= new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = searchStyle;
  // Without it the answers are plain, but there.
  link.onload = link.onerror = done;
  document.querySelector('link[rel="stylesheet"]').before(link);
});

const load = async () => (await Promise.all([import(search), searchStyle && style()]))[0];

// What a page offers in its own text comes before the dialog.
const ownField = () => all("[data-search-focus]").find((input) => input.offsetParent);

async function open(field) {
  if (!search) return false;
  try {
    await (await load()).openDialog(searchPage, field);
  } catch {
    if (!field) location.href = searchPage;
  }
}

function headerField(form) {
  const field = form.querySelector("input");
  const prepare = () => load().then((module) => module.prepare(searchPage)).catch(() => {});
  form.addEventListener("pointerenter", prepare, { once: true });
  form.addEventListener("focusin", prepare, { once: true });
  field.addEventListener("input", () => open(field));
  field.addEventListener("click", () => open(field));
}

export function startSearch() {
  for (const form of all("form[data-search-open]")) if (search) headerField(form);
  for (const link of all("a[data-search-open]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !search) return;
      event.preventDefault();
      open();
    });
  }
  for (const field of all("[data-search-here]")) {
    const start = () => load().then((module) => module.attachField(field, searchPage));
    if (search) field.addEventListener("focus", start, { once: true });
    if (document.activeElement === field || field.value) start();
  }
  for (const form of all("form[data-search]")) {
    if (!form.dataset.search) continue;
    const start = () => load().then((module) => module.attach(form));
    start();
  }
  addEventListener("keydown", (event) => {
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isSlash && !isK) return;
    if (isSlash && event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const field = ownField();
    if (!field) return open();
    field.focus();
    field.select();
  });
  for (const field of all("[data-search-address]")) {
    // The words of an address that leads nowhere are the best guess at what was looked for.
    const last = location.pathname.split("/").filter(Boolean).pop() ?? "";
    const words = last.replace(/%[0-9a-f]{0,2}/gi, " ").replace(/\.html?$/, "");
    if (!field.value && words !== "404") field.value = words.replace(/[-_\s]+/g, " ").trim();
    const places = all("[data-missing]", field.closest("main"));
    if (field.value) import("../missing.js").then(({ fill }) => fill(places, field.value));
  }
  root.dataset.keys = /Mac|iP(hone|ad)/.test(navigator.platform) ? "mac" : "other";
}
