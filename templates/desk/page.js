// What every part of the desk uses: the page's elements, its texts, and how things are written.
export const body = document.body;
export const base = body.dataset.base;
export const byID = (id) => document.getElementById(id);
export const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];
export const texts = JSON.parse(byID("desk-texts").textContent);

const locale = document.documentElement.lang;
const numbers = new Intl.NumberFormat(locale);
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
const plural = new Intl.PluralRules(locale);

export const number = (value) => numbers.format(value);
export const tenth = (value) => tenths.format(value);
export const moment = (text) => moments.format(new Date(text));
export const day = (text) => dates.format(new Date(`${text}T00:00:00Z`));

// `text("deskSharedWith", { name })`; one that counts has the keys name.one and name.other.
export function text(key, values = {}) {
  const form = "count" in values && !texts[key] ? `${key}.${plural.select(values.count)}` : key;
  const pattern = texts[form] ?? texts[`${key}.other`] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (all, name) => {
    const value = values[name];
    return value === undefined ? all : typeof value === "number" ? number(value) : value;
  });
}

export function element(name, className, content) {
  const result = document.createElement(name);
  if (className) result.className = className;
  if (content !== undefined) result.append(content);
  return result;
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

// The server escapes everything but <mark>. The text is taken apart here, never parsed as HTML, so
// nothing else can get in.
export function marked(html) {
  const result = document.createDocumentFragment();
  html.split(/<mark>|<\/mark>/).forEach((part, index) => {
    const plain = part.replace(/&(\w+|#39);/g, (all, name) => entities[name] ?? all);
    result.append(index % 2 === 0 ? plain : element("mark", "", plain));
  });
  return result;
}

export function announce(sentence) {
  byID("desk-status").textContent = sentence;
}

// The names of categories, difficulties and tags, as the filters have them.
const form = byID("desk-search");
export function label(kind, key) {
  const option = [...(form?.elements[kind]?.options ?? [])].find((item) => item.value === key);
  return option ? option.textContent.trim() : (key ?? "");
}
