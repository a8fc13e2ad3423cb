// What the server knows of an article: views and rating. Counts this view, too.
import { all, isServed, root } from "./dom.js";

export const address = (article, route = "") =>
  `${article.dataset.api}/api/v1/articles/${encodeURIComponent(article.dataset.article)}${route}`;

export const send = (url, body) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    keepalive: true,
    credentials: "omit",
  });

function countView(article) {
  send(address(article, "/views"), {
    lang: article.dataset.language,
    referrer: document.referrer.slice(0, 1000),
    source: new URLSearchParams(location.search).get("source") ?? "page",
  }).then((answer) => answer.text()).catch(() => {});
}

function show(slot, { views, rating }) {
  const { viewsOne, viewsOther, rating: pattern } = slot.dataset;
  const parts = [];
  if (views > 0) {
    const text = new Intl.PluralRules(root.lang).select(views) === "one" ? viewsOne : viewsOther;
    parts.push(text.replace("{count}", new Intl.NumberFormat(root.lang).format(views)));
  }
  const value = typeof rating === "number" ? rating : rating?.average;
  if (value > 0) {
    const format = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 });
    parts.push(pattern.replace("{rating}", format.format(value)));
  }
  slot.textContent = parts.join(" · ");
}

// Whether a server answers for the article.
async function numbers(article) {
  if (!isServed) return false;
  try {
    const language = encodeURIComponent(article.dataset.language);
    const answer = await fetch(`${address(article)}?lang=${language}`, { credentials: "omit" });
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return false;
    const facts = await answer.json();
    for (const slot of all("[data-numbers]", article)) show(slot, facts);
    countView(article);
    return true;
  } catch {
    return false;
  }
}

// Asks once the page is drawn; `answered` says whether a server did. What comes with the first numbers of
// a page, how a language writes them, takes a browser longer than all other scripts here.
export function startNumbers(article, answered) {
  const ask = () => requestAnimationFrame(() => setTimeout(() => numbers(article).then(answered)));
  if (document.readyState === "complete") ask();
  else addEventListener("load", ask, { once: true });
}
