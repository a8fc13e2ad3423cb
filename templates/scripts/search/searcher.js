// @ts-check
// Search without a server, from the files that the site was built with: the same articles in the same
// order with the same scores as Sources/Search/Searcher.swift gives.
import { Analyzer } from "./analysis.js";
import { InvertedIndex } from "./index.js";
import { QueryPlan } from "./matching.js";
import { IndexError } from "./piece.js";
import { TITLE } from "./postings.js";
import {
  bitsOf, MOST_VERIFIED, QueryTiers, ScoreAdjustment, shortest, TopDocuments,
} from "./ranking.js";
import { PassageMarker } from "./results.js";
import { Scorer, ScoringSpace } from "./scorer.js";
import { Store } from "./store.js";
import { withoutQuotes } from "./query.js";
import { suggest } from "./suggestions.js";

export { IndexError };

/** @typedef {{ key: string, count: number }} FacetCount */
/** @typedef {import("./matching.js").Plan} Plan */
/** @typedef {import("./results.js").Explanation} Explanation */
/** @typedef {import("./store.js").Fetch} Fetch */

/**
 * What to look for, and how much of the answer is wanted.
 * @typedef {object} Request
 * @property {string} [q]
 * @property {string[]} [category]
 * @property {string[]} [difficulty]
 * @property {string[]} [tag]
 * @property {string} [level] the difficulty that suits whoever searches
 * @property {string} [context] the conversation that the search belongs to
 * @property {number} [limit] 10 if nothing is said
 * @property {number} [offset]
 * @property {number} [first] how many hits are wanted at once; all if nothing is said
 * @property {boolean} [facets] whether to count the hits by category, difficulty and tag
 * @property {boolean} [explain]
 * @property {boolean} [group] whether to say which hits belong to which category
 */

/**
 * @typedef {object} Hit
 * @property {string} id
 * @property {string} lang
 * @property {string} title
 * @property {string} title_html
 * @property {string} url
 * @property {string | null} anchor
 * @property {string} category
 * @property {string | null} difficulty
 * @property {string[]} tags
 * @property {number} score
 * @property {string} snippet HTML; of the description, until `refined` finds a better one
 * @property {string | null} updated null too when nothing that was fetched says it
 * @property {Explanation} [explanation]
 */

/**
 * @typedef {object} Answer
 * @property {string} query
 * @property {string} lang
 * @property {number} total
 * @property {Hit[]} hits
 * @property {() => Promise<Hit[]>} [rest] the hits after the first ones that were wanted at once
 * @property {{ category: FacetCount[], difficulty: FacetCount[], tag: FacetCount[] }} facets
 * @property {{ category: string, count: number, ids: string[] }[]} [groups]
 * @property {string | null} suggestion
 */

/**
 * @typedef {object} Opened an index with what is needed to search it
 * @property {Store} store
 * @property {InvertedIndex} index
 * @property {Analyzer} analyzer
 * @property {ScoringSpace} space
 */

/** @type {Answer["facets"]} */
const noFacets = { category: [], difficulty: [], tag: [] };

/** @type {{ [language: string]: () => Promise<{ stem: (word: string) => string, stopWords: string }> }} */
const stemmers = {
  fr: () => import("./stemmer-fr.js"),
  en: () => import("./stemmer-en.js"),
};
/** @type {{ [code: string]: string }} */
const languages = { fr: "fr", fra: "fr", fre: "fr", en: "en", eng: "en" };

const pages = () => import("./pages.js");
const conversation = () => import("./conversation.js");

// How many pages are read at a time, and how many are kept.
const MOST_REQUESTS = 6;
const MOST_PAGES = 100;

/**
 * Opens the index of a language.
 * @param {string} base what stands before `/search/` in addresses
 * @param {string} language
 * @param {Fetch} fetch
 */
export async function open(base, language, fetch = (url, options) => globalThis.fetch(url, options)) {
  const searcher = new Searcher(base, language, fetch);
  await searcher.ready;
  return searcher;
}

export class Searcher {
  /** @type {Map<string, Promise<import("./pages.js").Article>>} */
  pages = new Map();
  /**
   * What marks the hits of an answer, and whether they are shown by their sentences.
   * @type {WeakMap<object, { marker: PassageMarker, bySentence: boolean }>}
   */
  markers = new WeakMap();

  /**
   * @param {string} base
   * @param {string} language
   * @param {Fetch} fetch
   */
  constructor(base, language, fetch) {
    this.base = base;
    this.language = language;
    this.fetch = fetch;
    this.ready = this.open();
  }

  /** @private */
  async open() {
    const stemmer = stemmers[languages[this.language.toLowerCase().split(/[-_]/)[0]]]?.();
    const store = await Store.open(this.base, this.language, this.fetch);
    const index = new InvertedIndex(store);
    const { stem, stopWords } = await stemmer ?? {};
    const analyzer = new Analyzer(index.language, stem ?? null, stopWords);
    return { store, index, analyzer, space: new ScoringSpace(index.documentCount) };
  }

  /**
   * Finds the articles that answer a request, best first.
   * @param {Request} request
   */
  search(request) {
    return this.attempt((opened) => this.answer(opened, request));
  }

  /**
   * Finds the articles that answer a conversation or a ticket of any length, best first.
   *
   * The words that say most about it are picked by tf-idf against the site. A hit that is `refined` has
   * the sentence that matched.
   * @param {{ text: string, level?: string, limit?: number }} request
   */
  async related({ text, level, limit = 5 }) {
    const { conversationPlan } = await conversation();
    return this.attempt(async (opened) => {
      const { store, index, analyzer } = opened;
      const plan = await store.complete(() => conversationPlan(text, index, analyzer));
      // As the server does: twice as many are looked at, and the best score is first.
      const request = { level, limit: limit * 2 };
      const adjustment = new ScoreAdjustment(index, level);
      const { ranked } = plan.query.words.length
        ? await store.complete(() => rank(opened, request, plan, null, adjustment)) : { ranked: [] };
      const { hits, marker } = await this.described(opened, plan, ranked, adjustment);
      hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
      const answer = { lang: this.language, hits: hits.slice(0, limit) };
      this.markers.set(answer, { marker, bySentence: true });
      return answer;
    });
  }

  /**
   * Completes what was typed: articles whose title, keywords or headings have it, each by its title
   * or by the section that has it.
   * @param {{ q: string, limit?: number }} request
   */
  async suggest({ q, limit = 8 }) {
    const suggestions = await this.attempt(async (opened) => {
      const plan = await opened.store.complete(() => new QueryPlan(q, opened.index, opened.analyzer));
      return opened.store.complete(() => suggest(opened, plan, limit));
    });
    return { query: q, lang: this.language, suggestions };
  }

  /**
   * @private
   * @template Result
   * @param {(opened: Opened) => Promise<Result>} body
   */
  async attempt(body) {
    const { ready } = this;
    try {
      return await body(await ready);
    } catch (error) {
      if (!(error instanceof IndexError) || !["missing", "mixed"].includes(error.kind)) throw error;
      // A new build may have been published since the manifest was read.
      if (ready === this.ready) {
        const opened = this.ready = this.open();
        // Where that fails too, the next search tries again.
        opened.catch(() => {
          if (this.ready === opened) this.ready = ready;
        });
      }
      return body(await this.ready);
    }
  }

  /**
   * @private
   * @param {Opened} opened
   * @param {Request} request
   */
  async answer(opened, request) {
    const { store, index, analyzer, space } = opened;
    const { q = "", explain = false, first = Infinity } = request;
    const plan = await store.complete(() => new QueryPlan(q, index, analyzer));
    const { query } = plan;
    let { suggestion } = plan;
    const verified = query.phrases.length ? await this.verified(opened, plan) : null;
    const adjustment = new ScoreAdjustment(
      index, request.level, await this.contextScores(opened, request.context));
    let ranking = await store.complete(() => rank(opened, request, plan, verified, adjustment));
    if (verified && !verified.length) {
      // Nobody wrote it so: the words without the quotes are what can be found.
      query.phrases = [];
      ranking = await store.complete(() => rank(opened, request, plan, null, adjustment));
      if (ranking.total) suggestion = withoutQuotes(suggestion ?? plan.text);
    }
    const { total, ranked, facets } = ranking;
    /** @param {import("./ranking.js").RankedDocument[]} places */
    const described = (places) => this.described(opened, plan, places, adjustment, explain);
    const { hits, marker } = await described(ranked.slice(0, first));
    /** @type {Answer} */
    const answer = { query: q, lang: this.language, total, hits, facets, suggestion };
    if (ranked.length > first) {
      answer.rest = async () => (await described(ranked.slice(first))).hits;
    }
    if (request.group) answer.groups = groupsOf(hits, facets.category);
    this.markers.set(answer, { marker, bySentence: false });
    return answer;
  }

  /**
   * The hits that a ranking stands for.
   * @private
   * @param {Opened} opened
   * @param {Plan} plan
   * @param {import("./ranking.js").RankedDocument[]} ranked
   * @param {ScoreAdjustment} adjustment
   */
  async described({ store, index, space }, { query, matches }, ranked, adjustment, explain = false) {
    const numbers = ranked.map(({ document }) => document);
    await store.complete(() => index.needDocuments(numbers));
    const scorer = new Scorer(index, space, query, matches, new Set(numbers));
    if (explain) scorer.run(() => null);
    const marker = new PassageMarker(index, query, matches);
    const hits = ranked.map((place) => {
      const { id, url, title, description, category, difficulty, tags, updated } =
        index.document(place.document);
      /** @type {Hit} */
      const hit = {
        id, lang: this.language, title, title_html: marker.marked(title), url, anchor: null, category,
        difficulty: difficulty || null, tags, score: shortest(place.score),
        snippet: marker.marked(description),
        updated: updated ? new Date(updated * 864e5).toISOString().slice(0, 10) : null,
      };
      if (!explain) return hit;
      const explanation = adjustment.explained(place, scorer.traces.get(place.document) ?? []);
      return { ...hit, explanation };
    });
    return { hits, marker };
  }

  /**
   * How well each article answers a conversation, 0 to 1; null without one.
   * @private
   * @param {Opened} opened
   * @param {string} [context]
   */
  async contextScores({ store, index, analyzer, space }, context) {
    if (!context) return null;
    const { conversationPlan } = await conversation();
    const { query, matches, entries } =
      await store.complete(() => conversationPlan(context, index, analyzer));
    if (!query.words.length) return null;
    return store.complete(() => {
      index.postings.needAll(entries);
      return new Scorer(index, space, query, matches).run(() => {
        const best = space.matched.reduce((most, document) => Math.max(most, space.score(document)), 0);
        if (!best) return null;
        const scores = new Float32Array(index.documentCount);
        for (const document of space.matched) scores[document] = space.score(document) / best;
        return scores;
      });
    });
  }

  /**
   * Of the best documents that may have the quoted phrases, those whose pages do.
   * @private
   * @param {Opened} opened
   * @param {QueryPlan} plan
   */
  async verified({ store, index, space }, { query, matches, entries }) {
    const wanted = bitsOf(query.phrases.flat());
    const best = await store.complete(() => {
      index.postings.needAll(entries);
      return new Scorer(index, space, query, matches).run(() => {
        const top = new TopDocuments(MOST_VERIFIED);
        for (const document of space.matched) {
          const present = space.present(document);
          if (!present.every((bits, half) => (bits & wanted[half]) === wanted[half])) continue;
          top.insert(document, space.score(document), 0);
        }
        return top.ranked.map(({ document }) => document);
      });
    });
    await store.complete(() => index.needDocuments(best));
    const marker = new PassageMarker(index, query, matches);
    const { hasPhrases } = await pages();
    const verdicts = await inTurns(best, async (document) => {
      const { url, title, description } = index.document(document);
      const article = await this.page(url).catch(() => null);
      if (!article) return true;
      const texts = article.parts.flatMap(({ heading, text }) => [heading, text]);
      return hasPhrases(marker, query, [title, description, ...texts]);
    });
    return best.filter((_, place) => verdicts[place]);
  }

  /**
   * A hit with its passage, and what else the article's own page says of it.
   * @param {object} answer of `search` or of `related`
   * @param {Hit} hit
   * @param {AbortSignal} [signal]
   * @returns {Promise<Hit>}
   */
  async refined(answer, hit, signal) {
    const marked = this.markers.get(answer);
    const [{ passageOf, sentenceOf }, article] =
      await Promise.all([pages(), this.page(hit.url, signal)]);
    if (!marked || signal?.aborted) return hit;
    const find = marked.bySentence ? sentenceOf : passageOf;
    const passage = find(marked.marker, article.description, article.parts);
    return { ...hit, updated: article.updated, ...passage };
  }

  /**
   * @private
   * @param {string} url
   * @param {AbortSignal} [signal]
   */
  page(url, signal) {
    let page = this.pages.get(url);
    if (!page) {
      page = this.fetch(url, { signal }).then(async (answer) => {
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        const [{ readArticle }, text] = await Promise.all([pages(), answer.text()]);
        return readArticle(text);
      });
      page.catch(() => this.pages.delete(url));
      this.pages.set(url, page);
      for (const oldest of this.pages.keys()) {
        if (this.pages.size <= MOST_PAGES) break;
        this.pages.delete(oldest);
      }
    }
    return page;
  }
}

/**
 * Scores, filters and orders the articles of one page of the answer.
 * @param {Opened} opened
 * @param {Request} request
 * @param {Plan} plan
 * @param {number[] | null} verified the documents that have the quoted phrases
 * @param {ScoreAdjustment} adjustment
 */
function rank({ store, index, space }, request, plan, verified, adjustment) {
  const { query, matches, excluded } = plan;
  const { category = [], difficulty = [], tag = [] } = request;
  // Groups say how many articles each has.
  const counting = !!(request.facets || request.group);
  if (counting) store.need("facets");
  index.postings.needAll(plan.entries);
  const wanted = [
    [...category, ...query.categories], [...difficulty, ...query.difficulties],
    [...tag, ...query.tags],
  ];
  const filter = counting || wanted.some(({ length }) => length)
    ? new store.filter.FacetFilter(index, wanted) : null;
  const [offset, limit] = [request.offset ?? 0, request.limit ?? 10].map((number) =>
    Math.min(Math.max(0, number), index.documentCount));
  const top = new TopDocuments(offset + limit);
  let total = 0;
  const left = new Set(excluded.flatMap((words) => documentsWithAll(words, index)));
  /** @param {number} document */
  const admits = (document) => {
    if (left.has(document) || filter && !filter.admit(document, counting)) return false;
    total++;
    return true;
  };
  if (!query.words.length) {
    // Filters alone list what passes them, newest first.
    if (filter?.isActive && !plan.hasOtherText) {
      store.need("facets");
      for (let document = 0; document < index.documentCount; document++) {
        if (admits(document)) top.insert(document, 0, index.updated(document));
      }
    } else return { total, ranked: [], facets: noFacets };
  } else {
    const exact = query.exactKey ? index.documentsWithExactKey(query.exactKey) : new Set();
    const tiers = new QueryTiers(query, exact);
    new Scorer(index, space, query, matches).run(() => {
      for (const document of verified ?? space.matched) {
        if (!admits(document)) continue;
        const titleLength = index.lengthCode(document, TITLE);
        const [low, high] = space.present(document);
        const tier = tiers.of(document, space.titleWords(document), titleLength, low, high);
        top.insert(document, adjustment.adjusted(space.score(document), document), tier);
      }
    });
  }
  const facets = filter && counting ? filter.counts() : noFacets;
  return { total, ranked: top.ranked.slice(offset), facets };
}

/**
 * The documents that have all of some words, each given by its entries.
 * @param {import("./dictionary.js").TermEntry[][]} words
 * @param {InvertedIndex} index
 */
function documentsWithAll(words, index) {
  const [first, ...others] = words.map((entries) => {
    /** @type {Set<number>} */
    const documents = new Set();
    for (const entry of entries) {
      index.postings.forEach(entry, null, (document) => documents.add(document));
    }
    return documents;
  });
  return [...first].filter((document) => others.every((documents) => documents.has(document)));
}

/**
 * Does something for all of a list, a few at a time.
 * @template Item, Result
 * @param {Item[]} list
 * @param {(item: Item, place: number) => Promise<Result>} step
 */
async function inTurns(list, step) {
  /** @type {Result[]} */
  const results = [];
  let next = 0;
  const turn = async () => {
    while (next < list.length) {
      const place = next++;
      results[place] = await step(list[place], place);
    }
  };
  await Promise.all(Array.from({ length: MOST_REQUESTS }, turn));
  return results;
}

/**
 * The hits by category, the category of the best hit first.
 * @param {Hit[]} hits
 * @param {FacetCount[]} counts
 */
const groupsOf = (hits, counts) =>
  [...new Set(hits.map(({ category }) => category))].map((category) => ({
    category,
    count: counts.find(({ key }) => key === category)?.count ?? 1,
    ids: hits.filter((hit) => hit.category === category).map(({ id }) => id),
  }));
