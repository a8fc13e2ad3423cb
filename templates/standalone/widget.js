// The help centre inside any page, with one tag. The build puts SITE and STYLE before this file. There
// is no cookie and no storage; nothing is asked of the help centre before somebody opens the panel.
const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
const origin = new URL(script?.src ?? location.href, location.href).origin;
const options = { ...script?.dataset };
const language = languageOf(options.lang ?? document.documentElement.lang);
const site = SITE.languages[language];
const { texts } = site;

function languageOf(tag) {
  const codes = Object.keys(SITE.languages);
  const wanted = (tag || navigator.language || "").toLowerCase();
  return codes.find((code) => code.toLowerCase() === wanted)
    ?? codes.find((code) => code.split("-")[0].toLowerCase() === wanted.split("-")[0]) ?? codes[0];
}

/** An address of the help centre, from anywhere. */
const at = (path) => new URL(path, origin).href;
const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

// Asking

const request = { credentials: "omit", referrerPolicy: "no-referrer" };
// Whether there is no server behind the site; it is not asked again then.
let isAlone = false;
let searcher;
let listed;

async function ask(path, body) {
  if (isAlone) throw new Error("no server");
  const given = body && {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  };
  try {
    const answer = await fetch(at(`${SITE.base}/api/v1/${path}`), { ...request, ...given });
    if (answer.headers.get("content-type")?.includes("json") && answer.status < 500) {
      return answer.ok ? await answer.json() : null;
    }
  } catch {
    // What follows is the same.
  }
  isAlone = true;
  throw new Error("no server");
}

/** The search over the site's files, for hosts without a server. */
function files() {
  searcher ??= import(at(SITE.searcher)).then(({ open }) =>
    open(at(SITE.base || "/").replace(/\/$/, ""), language, (url, given) => fetch(at(url), given)));
  searcher.catch(() => (searcher = undefined));
  return searcher;
}

async function find(text) {
  try {
    const answer = await ask(`search?${new URLSearchParams({ q: text, lang: language, limit: 8 })}`);
    if (answer) return { total: answer.total, hits: answer.hits };
  } catch {
    // The files are asked instead.
  }
  const own = await files();
  const answer = await own.search({ q: text, category: [], difficulty: [], tag: [] });
  const hits = await Promise.all(answer.hits.slice(0, 8).map((hit) =>
    own.refined(answer, hit, new AbortController().signal).catch(() => hit)));
  return { total: answer.total, hits };
}

/** An article's address by its id, and its title. */
async function locate(id) {
  try {
    const found = await ask(`articles/${encodeURIComponent(id)}?lang=${language}`);
    return found && { url: found.url, title: found.title };
  } catch {
    listed ??= fetch(at(`${SITE.base}/articles.json`), request).then((answer) => answer.json());
    const { versions } = (await listed).find((article) => article.id === id) ?? { versions: {} };
    return versions[language] ?? Object.values(versions)[0];
  }
}

// What the page around this is about: its words go to the help centre once, when the panel is opened.
const topic = () => options.topic
  ?? [document.title, ...[...document.querySelectorAll("h1")].map((one) => one.textContent)].join("\n");

async function suggest() {
  const given = options.articles?.split(/[\s,]+/).filter(Boolean);
  if (given?.length) {
    const found = await Promise.all(given.map((id) => locate(id).catch(() => null)));
    return { label: texts.widgetSuggested, hits: found.filter(Boolean) };
  }
  const text = topic().trim().slice(0, 2000);
  if (options.suggest !== "off" && text) {
    const found = await ask("related", { text, lang: language, limit: 4 })
      .catch(() => find(text.slice(0, 200))).catch(() => null);
    if (found?.hits.length) return { label: texts.widgetSuggested, hits: found.hits.slice(0, 4) };
  }
  const popular = await ask(`articles?sort=views&limit=4&lang=${language}`).catch(() => null);
  return popular && { label: texts.widgetPopular, hits: popular.articles };
}

// Building

function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node && key !== "role") node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

function icon(path) {
  const [svg, line] = ["svg", "path"].map((name) =>
    document.createElementNS("http://www.w3.org/2000/svg", name));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const drawings = {
  help: "M9.2 9.2a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1.1-1.4 2.2M12 17.2v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z",
  search: "m20 20-4.4-4.4M17.5 10.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  back: "m14.5 6-6 6 6 6",
  close: "m6.5 6.5 11 11m0-11-11 11",
  away: "M13.5 5H19v5.5M19 5l-8.5 8.5M10 6H6.5A1.5 1.5 0 0 0 5 7.5v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.5V14",
};

/** A link that leaves the page, and says so. */
const away = (href, text, className) => element("a",
  { href, target: "_blank", rel: "noopener", className, title: texts.widgetNewTab },
  element("span", { textContent: text }), icon(drawings.away));

// Only <mark> and entities are in what the search answers: it is taken apart, never parsed as HTML.
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
function marked(html = "") {
  return html.split(/<mark>|<\/mark>/).map((part, index) => {
    const text = part.replace(/&(\w+|#39);/g, (all, name) => entities[name] ?? all);
    return index % 2 ? element("mark", { textContent: text }) : text;
  });
}

const host = element("balise-widget");
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];
host.lang = language;
if (options.theme) host.dataset.theme = options.theme;
if (options.position) host.dataset.position = options.position;

const button = element("button", { type: "button", className: "open", "aria-expanded": "false" },
  icon(drawings.help), element("span", { textContent: options.label ?? texts.widgetHelp }));
const iconButton = (name, label) => element("button",
  { type: "button", className: "icon", "aria-label": label, title: label }, icon(drawings[name]));
const back = iconButton("back", texts.widgetBack);
const close = iconButton("close", texts.widgetClose);
const heading = element("h2", { id: "title", textContent: site.title });
const field = element("input",
  { type: "search", "aria-label": texts.searchPlaceholder, placeholder: texts.searchPlaceholder,
    autocomplete: "off", enterKeyHint: "search", maxLength: 1000 });
const form = element("form", { role: "search" }, icon(drawings.search), field);
const status = element("p", { role: "status", className: "status" });
const view = element("div", { className: "view" });
const contact = site.contact && element("p", { className: "contact" },
  element("span", { textContent: texts.askExpertTitle }), " ", away(site.contact, texts.askExpert, "ask"));
const panel = element("section",
  { className: "panel", hidden: true, role: "dialog", "aria-labelledby": "title" },
  element("header", {}, back, heading, close), form, status, view,
  element("footer", {}, contact || away(at(site.home), site.title, "ask")));
root.append(panel);
if (options.button !== "off") root.append(button);

// Showing

// Where "back" leads: functions that show what was there before.
let trail = [];
let current = showHome;
// The last thing asked for; an answer to anything before it comes too late.
let turn = 0;

async function show(next, load) {
  const mine = ++turn;
  current = next;
  back.hidden = !trail.length;
  const slow = setTimeout(() => mine === turn && (status.textContent = texts.widgetLoading), 300);
  let made;
  try {
    made = await load();
  } catch {
    made = [element("p", { className: "empty", textContent: texts.searchFailed }),
      element("p", {}, away(at(site.home), site.title))];
  }
  clearTimeout(slow);
  if (mine !== turn) return false;
  status.textContent = "";
  view.replaceChildren(...made);
  view.scrollTop = 0;
  return true;
}

function go(next) {
  trail.push(current);
  next();
}

function list(hits) {
  return element("ul", { className: "hits" }, ...hits.map((hit) => {
    const link = element("a", { href: at(hit.anchor ? `${hit.url}#${hit.anchor}` : hit.url) },
      element("strong", {}, ...(hit.title_html ? marked(hit.title_html) : [hit.title])));
    if (hit.lang && hit.lang !== language) link.lang = hit.lang;
    const text = hit.snippet ?? hit.sentence;
    if (text) link.append(element("span", {}, ...marked(text)));
    else if (hit.description) link.append(element("span", { textContent: hit.description }));
    return element("li", {}, link);
  }));
}

function showHome() {
  heading.textContent = site.title;
  form.hidden = false;
  return show(showHome, async () => {
    const found = await suggest();
    if (!found?.hits.length) return [element("p", {}, away(at(site.home), site.title))];
    return [element("h3", { textContent: found.label }), list(found.hits)];
  });
}

function showResults(text) {
  heading.textContent = site.title;
  form.hidden = false;
  const next = () => {
    field.value = text;
    return showResults(text);
  };
  let said = "";
  return show(next, async () => {
    const { total, hits } = await find(text);
    const pattern = new Intl.PluralRules(language).select(total) === "one" ? site.one : site.other;
    const count = new Intl.NumberFormat(language).format(total);
    said = fill(total ? pattern : texts.nothingFound, { count, query: text });
    return hits.length ? [list(hits)] : [element("p", { textContent: texts.nothingFoundTips })];
  }).then((isShown) => {
    if (isShown) status.textContent = said;
  });
}

const parser = new DOMParser();
// Pages that ask for Trusted Types get one; what is parsed comes from the help centre alone.
const policy = (() => {
  try {
    return window.trustedTypes?.createPolicy("balise", { createHTML: (text) => text });
  } catch {
    return undefined;
  }
})();

async function read(url) {
  const answer = await fetch(url.split("#")[0], request);
  const text = await answer.text();
  const page = parser.parseFromString(policy ? policy.createHTML(text) : text, "text/html");
  const article = page.querySelector("[data-article]");
  const body = article?.querySelector("[data-copy-code]");
  if (!answer.ok || !body) return null;
  body.querySelectorAll("script, style, link, iframe, form, button, .anchor").forEach((node) => node.remove());
  // What scrolls by itself has to be reached by the keyboard.
  body.querySelectorAll("table, pre").forEach((node) => (node.tabIndex = 0));
  for (const node of body.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) {
      if (name === "style" || name.startsWith("on")) node.removeAttribute(name);
    }
    for (const name of ["src", "poster"]) {
      if (node.hasAttribute(name)) node.setAttribute(name, new URL(node.getAttribute(name), url).href);
    }
    node.removeAttribute("srcset");
    const href = node.getAttribute("href");
    if (node.localName === "a" && href && !href.startsWith("#")) node.href = new URL(href, url).href;
  }
  return {
    id: article.dataset.article, title: article.querySelector("h1").textContent,
    body: [...body.childNodes].map((node) => document.importNode(node, true)), lang: body.lang,
  };
}

async function showArticle(url) {
  form.hidden = true;
  const next = () => showArticle(url);
  const isShown = await show(next, async () => {
    const article = await read(url);
    if (!article) {
      return [element("p", { className: "empty", textContent: texts.widgetMissing }),
        element("p", {}, away(at(site.home), site.title))];
    }
    const { id } = article;
    ask(`articles/${encodeURIComponent(id)}/views`,
      { lang: language, source: "widget", referrer: location.origin }).catch(() => {});
    const title = element("h3", { className: "name", textContent: article.title, tabIndex: -1 });
    const content = element("article", { lang: article.lang || language }, title, ...article.body);
    return [content, element("p", { className: "page" }, away(url, texts.widgetOpenPage))];
  });
  if (!isShown) return;
  const anchor = decodeURIComponent(url.split("#")[1] ?? "");
  const place = anchor && root.getElementById(anchor);
  view.querySelector(".name")?.focus({ preventScroll: true });
  if (place) place.scrollIntoView();
}

const isArticle = (href) => href.startsWith(at(`${SITE.base}/`)) && /\/articles\/[^/]+\/(#|$)/.test(href);

view.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#")) {
    event.preventDefault();
    root.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
  } else if (isArticle(link.href)) {
    event.preventDefault();
    go(() => showArticle(link.href));
  } else {
    link.target = "_blank";
    link.rel = "noopener";
  }
});

let timer;
function type() {
  const text = field.value.trim();
  if (text) showResults(text);
  else showHome();
}
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(type, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  type();
});
back.addEventListener("click", () => {
  trail.pop()?.();
  if (!form.hidden) field.focus();
});
close.addEventListener("click", () => Balise.close());
button.addEventListener("click", () => (panel.hidden ? Balise.open() : Balise.close()));
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.stopPropagation();
    return Balise.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...view.querySelectorAll(".hits a")];
  if (!step || form.hidden || !links.length) return;
  event.preventDefault();
  const place = links.indexOf(root.activeElement) + step;
  (place < 0 ? field : links[Math.min(place, links.length - 1)]).focus();
});

let opener;
function reveal() {
  if (!host.isConnected) document.body.append(host);
  if (panel.hidden) opener = document.activeElement;
  panel.hidden = false;
  button.setAttribute("aria-expanded", "true");
}

const Balise = {
  /** Opens the panel; with an article's id, that article in it. */
  async open(id) {
    const wasEmpty = !view.children.length;
    reveal();
    if (!id) {
      if (wasEmpty) showHome();
      return form.hidden ? back.focus() : field.focus();
    }
    trail = [showHome];
    const found = await locate(id).catch(() => null);
    return showArticle(at(found?.url ?? `${site.home}articles/${encodeURIComponent(id)}/`));
  },
  /** Opens the panel with what a search finds. */
  search(text) {
    reveal();
    trail = [showHome];
    field.value = text;
    field.focus();
    return showResults(text);
  },
  /** Closes the panel. */
  close() {
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    (button.isConnected ? button : opener)?.focus();
  },
};
window.Balise = Balise;
const start = () => document.body.append(host);
if (document.body) start();
else addEventListener("DOMContentLoaded", start);
dispatchEvent(new Event("balise:ready"));
