// Where an address leads nowhere: what its words find, in each language that the page speaks.
async function find(base, language, words) {
  const query = new URLSearchParams({ q: words, lang: language, limit: "4" });
  try {
    const answer = await fetch(`${base}/api/v1/search?${query}`);
    if (answer.headers.get("content-type")?.includes("json")) return (await answer.json()).hits ?? [];
  } catch {
    // There is no server; the files of the index answer too.
  }
  const { open } = await import("./search/searcher.js");
  const searcher = await open(base, language);
  const answer = await searcher.search({ q: words, category: [], difficulty: [], tag: [] });
  return answer.hits.slice(0, 4);
}

/** Fills the places for what is found. */
export async function fill(places, words) {
  await Promise.all([...places].map(async (place) => {
    const { base, label, missing } = place.dataset;
    const hits = await find(base, missing, words).catch(() => []);
    if (!hits.length) return;
    const heading = document.createElement("h2");
    heading.textContent = label;
    const list = document.createElement("ul");
    list.className = "rows";
    for (const { url, title, lang } of hits) {
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
