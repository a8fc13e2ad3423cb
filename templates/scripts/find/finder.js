// Finds articles: asks the server, or where none answers the files of the index.

// Whether the server has failed to answer; this page does not ask it again.
let isAlone = false;
const searchers = new Map();

async function askServer(base, route, words, signal) {
  const answer = await fetch(`${base}/api/v1/${route}?${words}`, { signal, credentials: "omit" });
  const isJSON = answer.headers.get("content-type")?.includes("json");
  if (!answer.ok || !isJSON) throw new Error(String(answer.status));
  return answer.json();
}

// What is asked for, and in which language: `lang:en` among the words asks for another.
async function readLanguage(words) {
  const [text, language] = [words.get("q") ?? "", words.get("lang")];
  if (!/lang.*:/i.test(text)) return { text, language };
  const module = await import("../search/language.js");
  const links = document.querySelectorAll('link[rel="alternate"][hreflang]:not([hreflang^="x-"])');
  const codes = [...links].map((link) => link.hreflang);
  // A region such as fr-CA is another name of its language's pages.
  const own = codes.filter((code) => !codes.some((other) => code.startsWith(`${other}-`)));
  const typed = module.readLanguage(text, own);
  return { text: typed.text, language: typed.language ?? language };
}

export class Finder {
  constructor(base, language) {
    this.base = base;
    this.language = language;
  }

  get isAlone() {
    return isAlone;
  }

  // Fetches the index ahead of the first question.
  prepare() {
    this.searcher(this.language).catch(() => {});
  }

  searcher(language) {
    if (!searchers.has(language)) {
      const searcher = import("../search/searcher.js")
        .then((module) => module.open(this.base, language));
      searcher.catch(() => searchers.delete(language));
      searchers.set(language, searcher);
    }
    return searchers.get(language);
  }

  // The server's answer; nil where none answers, which is not asked twice.
  async fromServer(route, words, signal) {
    if (isAlone) return null;
    try {
      return await askServer(this.base, route, words, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      isAlone = true;
      this.prepare();
      return null;
    }
  }

  // The articles that answer. `refined` is there when passages are still to be read from their pages, and
  // `rest` when there are more hits than the `first` ones, which do not wait for them.
  async find(given, signal, first) {
    const words = new URLSearchParams(given);
    words.set("lang", this.language);
    const answer = await this.fromServer("search", words, signal);
    if (answer) return answer;
    const { text, language } = await readLanguage(words);
    const [category, difficulty, tag] =
      ["category", "difficulty", "tag"].map((name) => words.getAll(name));
    const [limit, offset] = ["limit", "offset"].map((name) => Number(words.get(name)) || undefined);
    const searcher = await this.searcher(language);
    const found = await searcher.search(
      { q: text, category, difficulty, tag, limit, offset, first, facets: true });
    return { ...found, refined: (hit, signal) => searcher.refined(found, hit, signal) };
  }

  // What may be meant while someone types.
  async suggest(text, limit, signal) {
    const words = new URLSearchParams({ q: text, lang: this.language, limit: String(limit) });
    const answer = await this.fromServer("suggest", words, signal);
    if (answer) return answer.suggestions;
    return (await (await this.searcher(this.language)).suggest({ q: text, limit })).suggestions;
  }

  // The articles most read; none without a server, which alone knows them.
  async popular(limit) {
    const words =
      new URLSearchParams({ sort: "views", lang: this.language, limit: String(limit) });
    const answer = await this.fromServer("articles", words);
    return (answer?.articles ?? []).filter((article) => article.views > 0);
  }
}

// How long typing rests before pages are read for their passages: what one letter shows, the next replaces.
const PAUSE = 150;

// Passages that are on the articles' own pages, read as hits come into sight, a few at a time.
export function refine(answer, pairs, complete, signal) {
  if (!answer.refined) return;
  const waiting = [];
  let reading = 0;
  const read = async () => {
    while (waiting.length && reading < 6 && !signal.aborted) {
      const [node, hit] = waiting.shift();
      reading++;
      const item = await answer.refined(hit, signal).catch(() => null);
      reading--;
      if (item && !signal.aborted) complete(node, item);
    }
  };
  const hits = new Map(pairs);
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      waiting.push([target, hits.get(target)]);
      read();
    }
  });
  const start = setTimeout(() => {
    for (const node of hits.keys()) sight.observe(node);
  }, PAUSE);
  signal.addEventListener("abort", () => {
    clearTimeout(start);
    sight.disconnect();
  });
}
