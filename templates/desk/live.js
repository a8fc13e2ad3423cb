// What happens elsewhere arrives here: figures, new articles, requests, conversations.
import { base, byID, number, text } from "./page.js";
import { say } from "./toasts.js";
import { take } from "./conversation.js";
import { heard, refresh } from "./shares.js";

const figures = byID("desk-figures");
const light = byID("desk-live");
const source = new EventSource(`${base}/api/v1/events`);
const on = (name, body) => source.addEventListener(name, (event) => body(JSON.parse(event.data)));

source.addEventListener("open", () => {
  light.hidden = false;
  // What happened while nothing was heard.
  refresh();
});
source.addEventListener("error", () => (light.hidden = true));

on("figures", (values) => {
  for (const [key, value] of Object.entries(values)) {
    const place = figures?.querySelector(`[data-figure="${key}"] dd`);
    if (place) place.textContent = number(value);
  }
});
on("articles", ({ articles }) => {
  if (articles.length === 1) say(text("deskNewArticle", { title: articles[0].title }));
  else if (articles.length) say(text("deskNewArticles", { count: articles.length }));
});
on("request", (request) => {
  say(text(`deskRequest-${request.kind}`, { text: request.text ?? request.query ?? request.article ?? "" }));
});
on("share", heard);
on("conversation", (data) => take(data, { isWhole: data.whole === true }));
