// @ts-check
// What an index says besides its words and postings: InvertedIndex.swift, FacetColumns.swift,
// SynonymTable.swift, and the numbers that are computed from it.
import { ByteReader, f32, u16, u32 } from "./bytes.js";
import { TermDictionary } from "./dictionary.js";
import { IndexError } from "./piece.js";
import { BODY, HEADINGS, lanes, PostingsReader } from "./postings.js";
import { frequencyCode, idfTable, normTable, weights } from "./ranking.js";
import { forAll } from "./store.js";

const { fround } = Math;

/** @typedef {{ key: string, label: string }} Value one value that documents may have */

/**
 * What the index stores of an article besides its text.
 * @typedef {object} IndexedDocument
 * @property {string} id
 * @property {string} url
 * @property {string} title
 * @property {string} description
 * @property {string} category
 * @property {string} difficulty
 * @property {string[]} tags
 * @property {{ anchor: string, text: string }[]} headings
 * @property {number} updated days since 1970-01-01; 0 when it is not known
 */

export class InvertedIndex {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.documentCount = store.documentCount;
    this.dictionary = new TermDictionary(store);
    this.postings = new PostingsReader(store);
    const summary = store.section(1);
    const language = ["other", "fr", "en"][u32(summary, 0)];
    this.lengths = store.section(2);
    this.popularity = store.popularity;
    this.columns = store.section(4);
    if (!language || this.lengths.length !== this.documentCount * lanes.length
      || this.columns.length !== this.documentCount * 4) {
      throw new IndexError("corrupt", "core");
    }
    this.language = language;
    this.norms = normTable(lanes.map((_, field) => f32(summary, 12 + field * 4)));
    this.idf = idfTable(this.documentCount);
    const keys = new ByteReader(store.section(3));
    this.categories = valuesIn(keys);
    this.difficulties = valuesIn(keys);
    this.tags = valuesIn(keys);
    this.synonyms = new SynonymTable(store.section(5));
    /**
     * The keys of values by what people may type for them, once they were asked for.
     * @type {Map<string, Map<string, string>>}
     */
    this.filterKeys = new Map();
    /**
     * The list of documents of each tag, once one was asked for.
     * @type {Uint8Array[] | null}
     */
    this.tagged = null;
  }

  /**
   * The code of the length of one field.
   * @param {number} document
   * @param {number} field
   */
  lengthCode(document, field) {
    return this.lengths[field * this.documentCount + document];
  }

  // Sources/Search/Ranking/InvertedIndex+impact.swift

  /**
   * How sought after a document is, as Popularity.swift has it: from 0.9 to 1.2.
   * @param {number} document
   */
  popularityOf(document) {
    const code = this.popularity[document];
    return code === undefined ? 1 : Math.fround(1 + Math.fround((code - 85) / 850));
  }

  /**
   * The score of a word with idf 1 in a document: each field saturates on its own.
   * @param {number} document
   * @param {number} upper the counts, as PostingsReader has them
   * @param {number} lower
   * @param {number} body
   */
  impact(document, upper, lower, body) {
    if (!(upper | lower)) return this.saturate(document, BODY, body);
    let sum = 0;
    for (let field = 0; field < lanes.length; field++) {
      const { shift, mask } = lanes[field];
      const count = (field < HEADINGS ? upper : field < BODY ? lower : body) >> shift & mask;
      if (count > 0) sum = fround(sum + this.saturate(document, field, count));
    }
    return sum;
  }

  /**
   * The share of one field in a score.
   * @param {number} document
   * @param {number} field
   * @param {number} count
   */
  saturate(document, field, count) {
    const norm = this.norms[field * 256 + this.lengths[field * this.documentCount + document]];
    return fround(fround(weights[field] * count) / fround(count + norm));
  }

  /**
   * What the rarity of a word that so many documents have makes it weigh.
   * @param {number} frequency
   */
  weight(frequency) {
    return this.idf[Math.min(frequencyCode(frequency), this.idf.length - 1)];
  }

  // Facets

  /** @param {number} document */
  categoryOf(document) {
    return u16(this.columns, document * 2);
  }

  /** @param {number} document */
  difficultyOf(document) {
    return u16(this.columns, (this.documentCount + document) * 2);
  }

  /**
   * Days since 1970-01-01 of the last change; 0 when it is not known, or not fetched.
   * @param {number} document
   */
  updated(document) {
    return this.store.has("facets", 0) ? u16(this.store.section(8), document * 2) : 0;
  }

  /**
   * Visits the documents that have a tag, in order.
   * @param {number} tag
   * @param {(document: number) => void} visit
   */
  forEachTagged(tag, visit) {
    this.store.need("facets");
    if (!this.tagged) {
      const lists = new ByteReader(this.store.section(7));
      this.tagged = this.tags.map(() => lists.slice());
    }
    const reader = new ByteReader(this.tagged[tag]);
    if (reader.byte() === 1) {
      for (let document = 0; document < this.documentCount && !reader.isAtEnd; document += 8) {
        const bits = reader.byte();
        for (let bit = 0; bit < 8; bit++) {
          if (bits >> bit & 1 && document + bit < this.documentCount) visit(document + bit);
        }
      }
      return;
    }
    for (let document = -1; !reader.isAtEnd;) {
      document += reader.varint() + 1;
      if (document >= this.documentCount) return;
      visit(document);
    }
  }

  // Documents

  /** @param {number[]} numbers */
  needDocuments(numbers) {
    const { store } = this;
    forAll(numbers, (number) => store.need("documents", Math.floor(number / store.documentBlock)));
  }

  /**
   * The stored fields of a document.
   * @param {number} number
   * @returns {IndexedDocument}
   */
  document(number) {
    const { store } = this;
    const [start, end] = [0, 4].map((next) => u32(store.documentOffsets, number * 4 + next));
    const reader = new ByteReader(store.documents, start, start <= end ? end : start);
    const [id, url, title, description] = [0, 1, 2, 3].map(() => reader.string());
    const tags = [];
    for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
      const tag = this.tags[reader.varint()];
      if (tag) tags.push(tag.key);
    }
    const headings = [];
    for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
      headings.push({ anchor: reader.string(), text: reader.string() });
    }
    const category = this.categories[this.categoryOf(number)]?.key ?? "";
    const difficulty = this.difficulties[this.difficultyOf(number)]?.key ?? "";
    const updated = this.updated(number);
    return { id, url, title, description, category, difficulty, tags, headings, updated };
  }

  /**
   * The documents of which an id or a keyword has this key.
   * @param {string} key
   */
  documentsWithExactKey(key) {
    /** @type {Set<number>} */
    const found = new Set();
    const entry = this.dictionary.entry(key);
    if (entry) this.postings.forEach(entry, null, (document) => found.add(document));
    return found;
  }
}

/**
 * @param {ByteReader} reader
 * @returns {Value[]}
 */
function valuesIn(reader) {
  const values = [];
  for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
    const key = reader.string();
    values.push({ key, label: reader.string() || key });
  }
  return values;
}

/** @typedef {{ folded: string, stem: string, stop: boolean }} SynonymWord */

/**
 * What else a phrase may be called.
 * @typedef {object} Synonym
 * @property {SynonymWord[]} words
 * @property {boolean} isGeneral whether it is one in any help centre, and not only on this site
 */

const TYPED = 1;
const FOUND = 2;

/** The words and phrases that the site says may stand for others. */
class SynonymTable {
  /** @type {{ role: number, words: SynonymWord[] }[][]} */
  groups = [];
  /** @type {Map<string, { group: number, phrase: number }[]>} */
  byFirstWord = new Map();

  /** @param {Uint8Array} section */
  constructor(section) {
    const reader = new ByteReader(section);
    this.siteGroups = reader.varint();
    for (let groups = reader.varint(); groups > 0 && !reader.isAtEnd; groups--) {
      const group = [];
      for (let phrases = reader.varint(); phrases > 0 && !reader.isAtEnd; phrases--) {
        const role = reader.varint();
        const words = [];
        for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
          const stop = reader.varint() === 1;
          words.push({ stop, folded: reader.binary(), stem: reader.binary() });
        }
        group.push({ role, words });
      }
      this.groups.push(group);
    }
    this.groups.forEach((phrases, group) => {
      phrases.forEach(({ role, words: [first] }, phrase) => {
        if (!(role & TYPED) || !first) return;
        for (const key of new Set([first.folded, first.stem])) {
          const places = this.byFirstWord.get(key) ?? [];
          this.byFirstWord.set(key, [...places, { group, phrase }]);
        }
      });
    });
  }

  /**
   * What else is found for what stands at the beginning of some words of a query: how many of the
   * words the longest known phrase takes, and what is found for it; null if none is known.
   * @param {import("./analysis.js").Term[]} terms
   */
  match([...terms]) {
    const [first] = terms;
    const places = [...this.byFirstWord.get(first.folded) ?? []];
    if (first.stem !== first.folded) places.push(...this.byFirstWord.get(first.stem) ?? []);
    let length = 0;
    /** @type {Synonym[]} */
    let others = [];
    for (const { group, phrase } of places) {
      const { words } = this.groups[group][phrase];
      const isMeant = words.length <= terms.length && words.length >= length
        && words.every(({ stem, folded }, place) =>
          stem === terms[place].stem || folded === terms[place].folded);
      if (!isMeant) continue;
      if (words.length > length) others = [];
      length = words.length;
      this.groups[group].forEach((other, place) => {
        if (place === phrase || !(other.role & FOUND)) return;
        if (others.some(({ words }) => stemsOf(words) === stemsOf(other.words))) return;
        others.push({ words: other.words, isGeneral: group >= this.siteGroups });
      });
    }
    return length ? { length, others } : null;
  }
}

/** @param {SynonymWord[]} words */
const stemsOf = (words) => words.map(({ stem }) => stem).join("\0");
