// Answers in place while the reader types: asks the server, or where there is none the files of the
// index. When these cannot be used either, the page says so.
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

// The server escapes everything but <mark>. The text is taken apart here, never parsed as HTML, so
// nothing else can get in.
const marked = (html) => {
  const result = document.createDocumentFragment();
  html.split(/<mark>|<\/mark>/).forEach((part, index) => {
    const text = part.replace(/&(\w+|#39);/g, (all, name) => entities[name] ?? all);
    if (index % 2 === 0) return result.append(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    result.append(mark);
  });
  return result;
};

// Whether the server has failed to answer; this page does not ask it again.
let isAlone = false;
const searchers = new Map();

async function searcherFor(base, language) {
  if (!searchers.has(language)) {
    const searcher = import("./search/searcher.js").then((module) => module.open(base, language));
    searcher.catch(() => searchers.delete(language));
    searchers.set(language, searcher);
  }
  return searchers.get(language);
}

async function askServer(base, words, signal) {
  const answer = await fetch(`${base}/api/v1/search?${words}`, { signal });
  const isJSON = answer.headers.get("content-type")?.includes("json");
  if (!answer.ok || !isJSON) throw new Error(String(answer.status));
  return answer.json();
}

// What is asked for, and in which language: `lang:en` among the words asks for another.
async function readLanguage(words) {
  const [text, language] = [words.get("q") ?? "", words.get("lang")];
  if (!/lang.*:/i.test(text)) return { text, language };
  const module = await import("./search/language.js");
  const links = document.querySelectorAll('link[rel="alternate"][hreflang]:not([hreflang^="x-"])');
  const codes = [...links].map((link) => link.hreflang);
  // A region such as fr-CA is another name of its language's pages.
  const own = codes.filter((code) => !codes.some((other) => code.startsWith(`${other}-`)));
  const typed = module.readLanguage(text, own);
  return { text: typed.text, language: typed.language ?? language };
}

async function askIndex(base, words) {
  const { text, language } = await readLanguage(words);
  const [category, difficulty, tag] =
    ["category", "difficulty", "tag"].map((name) => words.getAll(name));
  const searcher = await searcherFor(base, language);
  const answer = await searcher.search({ q: text, category, difficulty, tag });
  return { ...answer, refined: (hit, signal) => searcher.refined(answer, hit, signal) };
}

async function find(base, words, signal) {
  if (!isAlone) {
    try {
      return await askServer(base, words, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      isAlone = true;
    }
  }
  const answer = await askIndex(base, words);
  signal.throwIfAborted();
  return answer;
}

export function attach(form) {
  const region = document.getElementById("results");
  const shape = document.getElementById("hit");
  if (form.dataset.attached || !region || !shape) return;
  form.dataset.attached = "";
  const texts = region.dataset;
  const locale = document.documentElement.lang;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const blank = [...region.childNodes];
  // The server puts something else here, so there is probably none.
  const mayBeAlone = !!region.querySelector("[data-offline]");
  let timer;
  let running;
  const filled = (entries) =>
    new URLSearchParams([...entries].map(([name, text]) => [name, text.trim()]).filter((e) => e[1]));
  const given = [...new URLSearchParams(location.search)];
  // The page of results is no field: it stays until something else is asked.
  let asked = filled(given.filter(([name]) => form.elements.namedItem(name))).toString();
  if (mayBeAlone) {
    // Nobody filled the form in, nor answered.
    asked = "";
    for (const [name, text] of given) {
      const field = form.elements.namedItem(name);
      if (field && !field.value) field.value = text;
    }
  }

  const choice = (name, key) => {
    const option = [...(form.elements[name]?.options ?? [])].find((item) => item.value === key);
    return option ? option.textContent.trim() : (key ?? "");
  };
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const address = ({ url, anchor }) => (anchor ? `${url}#${encodeURIComponent(anchor)}` : url);
  const day = (text) => dates.format(new Date(`${text}T00:00:00Z`));
  const put = (hit, name, text) => {
    const slot = hit.querySelector(`[data-slot="${name}"]`);
    if (text) slot.textContent = text;
    else slot.remove();
  };

  function show(answer) {
    const query = answer.query ?? "";
    const list = document.createElement("ol");
    list.className = "results";
    // What is found on the articles' pages later has its place already.
    const later = answer.refined ? "\u00a0" : "";
    if (later) list.classList.add("results-refined");
    for (const item of answer.hits) {
      const hit = shape.content.firstElementChild.cloneNode(true);
      const link = hit.querySelector("a");
      link.href = address(item);
      if (item.lang && item.lang !== locale) link.lang = link.hreflang = item.lang;
      link.append(marked(item.title_html));
      const snippet = hit.querySelector('[data-slot="snippet"]');
      if (item.snippet || later) snippet.append(marked(item.snippet));
      else snippet.remove();
      put(hit, "category", choice("category", item.category));
      put(hit, "difficulty", item.difficulty && choice("difficulty", item.difficulty));
      hit.querySelector('[data-slot="difficulty"]')?.classList.add(`level-${item.difficulty}`);
      put(hit, "updated", item.updated ? day(item.updated) : later);
      list.append(hit);
    }
    const summary = document.createElement("p");
    summary.className = "results-count";
    const form = plural.select(answer.total) === "one" ? "one" : "other";
    const pattern = query ? texts[form] : texts[`${form}All`];
    summary.textContent = fill(pattern, { count: number.format(answer.total), query });
    const parts = [summary];
    if (answer.suggestion) {
      const line = document.createElement("p");
      const again = document.createElement("a");
      const words = new URLSearchParams(asked);
      const text = answer.suggestion.text ?? answer.suggestion;
      words.set("q", text);
      again.href = `?${words}`;
      again.textContent = text;
      line.className = "suggestion";
      line.append(texts.suggestion, " ", again);
      parts.push(line);
    }
    if (answer.hits.length) parts.push(list);
    else {
      summary.textContent = query ? fill(texts.none, { query }) : texts.noneAll;
      const tips = document.createElement("p");
      tips.textContent = texts.tips;
      parts.push(tips);
    }
    region.replaceChildren(...parts);
    return list;
  }

  // Without a server the passages are on the articles' pages, which are read as hits come into sight.
  function refine(answer, list, signal) {
    if (!answer.refined) return;
    const waiting = [];
    let reading = 0;
    const read = async () => {
      while (waiting.length && reading < 6 && !signal.aborted) {
        const element = waiting.shift();
        reading++;
        const item = await answer.refined(answer.hits[[...list.children].indexOf(element)], signal)
          .catch(() => null);
        reading--;
        if (item && !signal.aborted) complete(element, item);
      }
    };
    const complete = (element, item) => {
      element.querySelector("a").href = address(item);
      element.querySelector('[data-slot="snippet"]').replaceChildren(marked(item.snippet));
      if (item.updated) {
        element.querySelector('[data-slot="updated"]').textContent = day(item.updated);
      }
    };
    const sight = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        waiting.push(target);
        read();
      }
    });
    for (const element of list.children) sight.observe(element);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  async function ask() {
    const words = filled(new FormData(form));
    if (words.toString() === asked) return;
    asked = words.toString();
    running?.abort();
    history.replaceState(history.state, "", asked ? `?${asked}` : location.pathname);
    if (!asked) {
      region.replaceChildren(...blank);
      return;
    }
    const control = new AbortController();
    running = control;
    region.setAttribute("aria-busy", "true");
    try {
      const query = new URLSearchParams(words);
      query.set("lang", locale);
      const answer = await find(texts.api, query, control.signal);
      refine(answer, show(answer), control.signal);
    } catch (error) {
      if (control.signal.aborted) return;
      const line = document.createElement("p");
      line.textContent = texts.failed;
      const list = document.createElement("a");
      list.href = texts.list;
      list.textContent = texts.listLabel;
      const actions = document.createElement("p");
      actions.append(list);
      region.replaceChildren(line, actions);
    }
    if (running === control) region.removeAttribute("aria-busy");
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, isAlone ? 0 : 150);
    if (mayBeAlone) searcherFor(texts.api, locale).catch(() => {});
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  // Something may have been typed before this script was there.
  ask();
}
