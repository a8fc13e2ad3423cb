// What a page does when scripts run. Nothing here is needed to read.
const root = document.documentElement;
const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];

function themeSwitch(button) {
  const label = button.querySelector("span");
  const themes = ["system", "light", "dark"];
  const show = () => {
    label.textContent = button.dataset[root.dataset.theme ?? "system"];
    button.title = label.textContent;
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "system") + 1) % themes.length];
    try {
      if (next === "system") {
        delete root.dataset.theme;
        localStorage.removeItem("balise-theme");
      } else {
        root.dataset.theme = next;
        localStorage.setItem("balise-theme", next);
      }
    } catch {
      // The choice then lasts as long as the page.
    }
    show();
  });
}

function copyButton(button, text) {
  if (!navigator.clipboard) return;
  const label = button.querySelector("span");
  const before = label.textContent;
  let timer;
  button.hidden = false;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      return;
    }
    label.textContent = button.dataset.copied;
    clearTimeout(timer);
    timer = setTimeout(() => (label.textContent = before), 2000);
  });
}

function followContents(nav) {
  const links = new Map();
  for (const link of all("a", nav)) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (!links.size) return;
  const headings = [...links.keys()];
  let queued = false;
  const follow = () => {
    queued = false;
    let current = headings[0];
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > innerHeight * 0.3) break;
      current = heading;
    }
    const atEnd = scrollY + innerHeight >= root.scrollHeight - 2 && scrollY > 0;
    if (atEnd) current = headings[headings.length - 1];
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const queue = () => {
    if (!queued) requestAnimationFrame(follow);
    queued = true;
  };
  addEventListener("scroll", queue, { passive: true });
  addEventListener("resize", queue, { passive: true });
  follow();
}

function countView(article) {
  const base = article.dataset.api;
  if (base === undefined || !/^https?:$/.test(location.protocol)) return;
  const body = JSON.stringify({
    lang: article.dataset.language,
    referrer: document.referrer.slice(0, 1000),
    source: new URLSearchParams(location.search).get("source") ?? "page",
  });
  fetch(`${base}/api/v1/articles/${encodeURIComponent(article.dataset.article)}/views`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: true,
    credentials: "omit",
  }).catch(() => {});
}

for (const button of all("[data-theme-switch]")) themeSwitch(button);
for (const button of all("[data-copy-link]")) copyButton(button, () => location.href.split("?")[0]);
for (const block of all(".code-block")) {
  const article = block.closest("[data-copy-code]");
  if (!article) break;
  const button = document.createElement("button");
  const label = document.createElement("span");
  label.textContent = article.dataset.copyCode;
  button.type = "button";
  button.hidden = true;
  button.className = "text-button code-copy";
  button.dataset.copied = article.dataset.copied;
  button.append(label);
  block.append(button);
  copyButton(button, () => block.querySelector("code").textContent);
}
for (const nav of all("[data-contents]")) followContents(nav);
for (const article of all("[data-article]")) countView(article);
for (const field of all("[data-search-address]")) {
  // The words of an address that leads nowhere are the best guess at what was looked for.
  const last = location.pathname.split("/").filter(Boolean).pop() ?? "";
  const words = last.replace(/%[0-9a-f]{0,2}/gi, " ").replace(/\.html?$/, "");
  if (!field.value && words !== "404") field.value = words.replace(/[-_\s]+/g, " ").trim();
  const places = all("[data-missing]", field.closest("main"));
  if (field.value) import("./missing.js").then(({ fill }) => fill(places, field.value));
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = all("[data-search-focus]").find((input) => input.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of all("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

for (const form of all("form[data-search]")) {
  if (!form.dataset.search) continue;
  const load = () => import(form.dataset.search).then((module) => module.attach(form));
  if (location.search.length > 1) load();
  else form.addEventListener("focusin", load, { once: true });
}

// Articles that were read open without a network; the page itself does not wait for this.
const manifest = document.querySelector('link[rel="manifest"]');
if (manifest && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("../worker.js", manifest.href)).catch(() => {});
  });
}
