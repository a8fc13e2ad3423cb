// Where an address leads nowhere: what its words find, in each language that the page speaks.
import { Finder } from "./find/finder.js";

/** Fills the places for what is found. */
export async function fill(places, words) {
  await Promise.all([...places].map(async (place) => {
    const { base, label, missing } = place.dataset;
    const answer = await new Finder(base, missing).find({ q: words, limit: "4" }).catch(() => null);
    if (!answer?.hits.length) return;
    const heading = document.createElement("h2");
    heading.textContent = label;
    const list = document.createElement("ul");
    list.className = "rows";
    for (const { url, title, lang } of answer.hits.slice(0, 4)) {
      const link = document.createElement("a");
      link.href = url;
      link.textContent = title;
      if (lang) link.lang = lang;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    place.replaceChildren(heading, list);
  }));
}
