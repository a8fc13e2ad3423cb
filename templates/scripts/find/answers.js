// The list of answers below a field: a combobox with its listbox, in the dialog and on the home page.
import { Finder, refine } from "./finder.js";
import { address, element, marked } from "./marked.js";
import { forget, recent, remember } from "./recent.js";

const HITS = 12;
const SUGGESTIONS = 3;

export class Answers {
  constructor(input, panel, wording, base) {
    this.input = input;
    this.panel = panel;
    this.wording = wording;
    this.texts = wording.texts;
    this.finder = new Finder(base, wording.locale);
    this.list = panel.querySelector("[data-answers]");
    this.nothing = panel.querySelector("[data-nothing]");
    this.status = panel.querySelector("[data-status]");
    this.said = panel.querySelector("[data-said]");
    this.bar = panel.querySelector("[data-filters]");
    this.filters = {};
    this.asked = 0;
    this.shown = 0;
    this.query = null;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    input.form.addEventListener("submit", (event) => this.submit(event));
    this.list.addEventListener("click", (event) => this.follow(event));
    this.list.addEventListener("pointermove", (event) => this.point(event));
    for (const link of this.nothing.querySelectorAll("a")) link.tabIndex = 0;
    this.popular = null;
    this.ask();
  }

  get options() {
    return [...this.list.querySelectorAll('[role="option"]')];
  }

  async ask() {
    const text = this.input.value.trim();
    const state = JSON.stringify([text, this.filters]);
    if (state === this.query) return;
    this.query = state;
    // What is shown is about to be replaced: nothing more is read for it.
    this.running?.abort();
    const turn = ++this.asked;
    if (!text) {
      this.shown = turn;
      this.filters = {};
      return this.showStart();
    }
    const words = new URLSearchParams({ q: text, limit: String(HITS) });
    for (const [name, key] of Object.entries(this.filters)) words.set(name, key);
    try {
      // Each letter is asked at once; an answer is shown unless a later one is there already.
      const [answer, suggestions] = await Promise.all([
        this.finder.find(words), this.finder.suggest(text, 6).catch(() => []),
      ]);
      if (turn < this.shown) return;
      this.shown = turn;
      this.show(answer, suggestions);
    } catch {
      if (turn < this.shown) return;
      this.shown = turn;
      this.replace([]);
      this.say(this.texts.failed);
    }
  }

  // MARK: Showing

  show(answer, suggestions) {
    this.running?.abort();
    this.running = new AbortController();
    const { hits } = answer;
    const parts = [];
    const places = [];
    this.count = 0;
    if (answer.suggestion) {
      parts.push(this.group(this.texts.suggestion, [this.askOption(answer.suggestion, "search")]));
    }
    const completions = this.completions(suggestions, hits);
    if (completions.length) parts.push(this.group(this.texts.suggestions, completions));
    for (const key of new Set(hits.map((hit) => hit.category))) {
      const members = hits.filter((hit) => hit.category === key);
      const count = answer.facets?.category.find((entry) => entry.key === key)?.count;
      const options = members.map((hit) => {
        const option = this.hit(hit, answer);
        places.push([option, hit]);
        return option;
      });
      parts.push(this.group(this.wording.name("category", key), options, count));
    }
    if (answer.total > hits.length) {
      const all = this.option("all", this.input.form.action + "?" + this.words());
      all.append(this.wording.summary(answer.total, answer.query ?? ""));
      parts.push(all);
    }
    this.showFilters(answer.facets);
    this.replace(parts);
    this.nothing.hidden = hits.length > 0;
    const query = this.input.value.trim();
    const line = hits.length
      ? this.wording.summary(answer.total, answer.query ?? query) : this.wording.nothing(query);
    this.say(line);
    if (!hits.length) this.showPopular();
    refine(answer, places, (option, hit) => this.complete(option, hit), this.running.signal);
  }

  // Before anything is typed: what was looked for lately, and what others read.
  showStart() {
    const before = recent();
    const parts = [];
    this.count = 0;
    if (before.length) {
      const group = this.group(this.texts.recent, before.map((text) => this.askOption(text, "recent")));
      const button = element("button", "text-button answers-forget", this.texts.forget);
      button.type = "button";
      button.addEventListener("click", () => {
        forget();
        this.query = null;
        this.ask();
        this.input.focus();
      });
      parts.push(group);
      this.replace(parts);
      // Beside the list, as a list of options may hold nothing else.
      this.list.after(this.forgetting = button);
    } else this.replace(parts);
    this.bar.hidden = true;
    this.nothing.hidden = true;
    this.say("");
    this.showPopular(true);
  }

  async showPopular(isStart) {
    this.popular ??= this.finder.popular(5).catch(() => []);
    const turn = this.shown;
    const articles = await this.popular;
    if (turn !== this.shown || !articles.length) return;
    if (isStart) {
      const options = articles.map((article) => {
        const option = this.option("title", article.url);
        option.append(element("span", "answer-title", article.title));
        return option;
      });
      this.list.append(this.group(this.texts.popular, options));
      this.expand();
      return;
    }
    const list = this.nothing.querySelector("[data-popular]");
    list?.replaceChildren(...articles.map((article) => {
      const link = element("a", "", article.title);
      link.href = article.url;
      return element("li", "", link);
    }));
  }

  replace(parts) {
    this.forgetting?.remove();
    this.list.replaceChildren(...parts);
    this.choose(null);
    this.expand();
  }

  expand() {
    this.list.hidden = !this.options.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden && !this.panel.hidden));
    this.panel.classList.toggle("is-blank", this.list.hidden && this.nothing.hidden);
  }

  // What changed is read out once typing pauses, and not at every letter.
  say(text) {
    this.status.textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.said.textContent = text), 500);
  }

  group(label, options, count) {
    const heading = element("p", "answers-label", element("span", "", label));
    if (count) heading.append(element("span", "count", this.wording.number(count)));
    const group = element("div", "answers-group", heading, ...options);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    heading.setAttribute("aria-hidden", "true");
    return group;
  }

  option(kind, href) {
    const option = element("a", `answer answer-${kind}`);
    option.href = href;
    option.id = `${this.list.id}-${this.count++}`;
    option.tabIndex = -1;
    option.dataset.kind = kind;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    return option;
  }

  // An option that asks something else.
  askOption(text, kind) {
    const option = this.option(kind, `${this.input.form.action}?q=${encodeURIComponent(text)}`);
    option.dataset.query = text;
    option.append(element("span", "answer-title", text));
    return option;
  }

  // Completions that say more than the hits below them.
  completions(suggestions, hits) {
    const known = new Set(hits.map(address));
    const typed = this.input.value.trim().toLowerCase();
    const words = typed.split(/\s+/).length;
    const saysAll = ({ kind, html }) => kind === "query" || html.split("<mark>").length > words;
    return suggestions
      .filter((item) => item.kind !== "article" && !known.has(address(item)) && saysAll(item))
      .filter((item) => item.text.toLowerCase() !== typed)
      .slice(0, SUGGESTIONS)
      .map((item) => {
        if (item.kind === "query") return this.askOption(item.text, "search");
        const option = this.option("section", address(item));
        option.append(element("span", "answer-title", marked(item.html)));
        return option;
      });
  }

  hit(hit, answer) {
    const option = this.option("hit", address(hit));
    if (hit.lang && hit.lang !== this.wording.locale) option.lang = hit.lang;
    const text = element("span", "answer-text", marked(hit.snippet));
    const meta = element("span", "answer-meta");
    if (hit.difficulty) {
      const level = element("span", `level level-${hit.difficulty}`);
      level.textContent = this.wording.name("difficulty", hit.difficulty);
      meta.append(level);
    }
    if (hit.views) meta.append(element("span", "", this.wording.views(hit.views)));
    if (hit.updated) meta.append(element("span", "", this.wording.day(hit.updated)));
    option.append(element("span", "answer-title", marked(hit.title_html)), text, meta);
    if (!hit.snippet && !answer.refined) text.remove();
    return option;
  }

  complete(option, hit) {
    option.href = address(hit);
    option.querySelector(".answer-text")?.replaceChildren(marked(hit.snippet));
  }

  // MARK: Filters

  showFilters(facets) {
    const chips = [];
    for (const name of ["category", "difficulty"]) {
      const entries = facets?.[name] ?? [];
      if (entries.length < 2 && !this.filters[name]) continue;
      for (const { key, count } of entries) {
        const isChosen = this.filters[name] === key;
        const chip = element("button", "chip", this.wording.name(name, key));
        chip.type = "button";
        chip.dataset.key = `${name}:${key}`;
        chip.append(element("span", "count", this.wording.number(count)));
        chip.setAttribute("aria-pressed", String(isChosen));
        chip.addEventListener("click", () => {
          if (isChosen) delete this.filters[name];
          else this.filters[name] = key;
          this.ask();
        });
        chips.push(chip);
      }
    }
    const focused = this.bar.contains(document.activeElement) && document.activeElement.dataset.key;
    this.bar.replaceChildren(...chips);
    this.bar.hidden = !chips.length;
    if (focused) (chips.find((chip) => chip.dataset.key === focused) ?? this.input).focus();
  }

  words() {
    return new URLSearchParams({ q: this.input.value.trim(), ...this.filters });
  }

  // MARK: Keys

  press(event) {
    const options = this.options;
    const place = options.indexOf(this.active);
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
        this.choose(options[place + 1] ?? options[0]);
        break;
      case "ArrowUp":
        this.choose(place < 0 ? options.at(-1) : options[place - 1] ?? null);
        break;
      case "Enter":
        if (!this.active) return;
        this.active.dispatchEvent(new MouseEvent("click", {
          bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey,
        }));
        break;
      default: return;
    }
    event.preventDefault();
  }

  choose(option) {
    this.activate(option ?? null);
    option?.scrollIntoView({ block: "nearest" });
  }

  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  point(event) {
    const option = event.target.closest('[role="option"]');
    if (option && option !== this.active) this.activate(option);
  }

  follow(event) {
    const option = event.target.closest('[role="option"]');
    if (!option) return;
    if (option.dataset.query && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.input.value = option.dataset.query;
      this.input.focus();
      this.ask();
    } else if (this.input.value.trim()) remember(this.input.value);
  }

  submit(event) {
    const text = this.input.value.trim();
    if (!text) return event.preventDefault();
    remember(text);
    if (!Object.keys(this.filters).length) return;
    event.preventDefault();
    location.href = `${this.input.form.action}?${this.words()}`;
  }
}
