// Answers in place: asks the server while the reader types. Without a server the page says so.
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
  let timer;
  let running;
  const filled = (entries) =>
    new URLSearchParams([...entries].map(([name, text]) => [name, text.trim()]).filter((e) => e[1]));
  const given = [...new URLSearchParams(location.search)];
  // The page of results is no field: it stays until something else is asked.
  let asked = filled(given.filter(([name]) => form.elements.namedItem(name))).toString();

  const choice = (name, key) => {
    const option = [...(form.elements[name]?.options ?? [])].find((item) => item.value === key);
    return option ? option.textContent.trim() : (key ?? "");
  };
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const put = (hit, name, text) => {
    const slot = hit.querySelector(`[data-slot="${name}"]`);
    if (text) slot.textContent = text;
    else slot.remove();
  };

  function show(answer) {
    const query = answer.query ?? "";
    const list = document.createElement("ol");
    list.className = "results";
    for (const item of answer.hits) {
      const hit = shape.content.firstElementChild.cloneNode(true);
      const link = hit.querySelector("a");
      link.href = item.anchor ? `${item.url}#${encodeURIComponent(item.anchor)}` : item.url;
      if (item.lang && item.lang !== locale) link.lang = link.hreflang = item.lang;
      link.append(marked(item.title_html));
      const snippet = hit.querySelector('[data-slot="snippet"]');
      if (item.snippet) snippet.append(marked(item.snippet));
      else snippet.remove();
      put(hit, "category", choice("category", item.category));
      put(hit, "difficulty", item.difficulty && choice("difficulty", item.difficulty));
      hit.querySelector('[data-slot="difficulty"]')?.classList.add(`level-${item.difficulty}`);
      put(hit, "updated", item.updated && dates.format(new Date(`${item.updated}T00:00:00Z`)));
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
      const answer = await fetch(`${texts.api}/api/v1/search?${query}`, { signal: control.signal });
      const isJSON = answer.headers.get("content-type")?.includes("json");
      if (!answer.ok || !isJSON) throw new Error(String(answer.status));
      show(await answer.json());
    } catch (error) {
      if (error.name === "AbortError") return;
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
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  // Something may have been typed before this script was there.
  ask();
}
