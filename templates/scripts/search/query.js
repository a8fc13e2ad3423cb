// @ts-check
// From what a person typed to a query, file by file as in Sources/Search/Query. Nothing is an error.
import { bytesOfText, nextWord } from "./analysis.js";
import { EXACT } from "./dictionary.js";
import { MOST_QUERY_WORDS } from "./ranking.js";

/** @typedef {import("./analysis.js").Analyzer} Analyzer */
/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./index.js").InvertedIndex} InvertedIndex */

/**
 * One word to look for.
 * @typedef {object} Word
 * @property {Term} term
 * @property {number} start the first byte of the text it was typed as
 * @property {number} end
 * @property {boolean} isLast whether the text ends inside it, so that it may be unfinished
 * @property {number} parts how many of the words after it are its parts, if it is a compound
 * @property {boolean} isJoined whether it is two words that were typed apart
 * @property {boolean} isReplaced whether other words of the query stand in its place
 * @property {number} weight what it weighs beside its rarity
 */

/**
 * @param {Term} term
 * @param {number} start
 * @param {number} end
 * @returns {Word}
 */
export const wordOf = (term, start, end, isLast = false, parts = 0) =>
  ({ term, start, end, isLast, parts, isJoined: false, isReplaced: false, weight: 1 });

/**
 * Whether it may be completed: a stop word is finished, unless nothing else was typed.
 * @param {Word} word
 */
export const isCompletable = ({ isLast, term, start }) => isLast && (!term.stop || start === 0);

/** A search as it was understood. */
export class Query {
  /** @type {Word[]} */
  words = [];
  /**
   * For each two neighbours, their places in `words`.
   * @type {[left: number, right: number][]}
   */
  pairs = [];
  /**
   * Words in quotes: places of which a hit must have every one, as neighbours.
   * @type {number[][]}
   */
  phrases = [];
  /**
   * Words that a hit must not have: not all of those that stand together.
   * @type {Term[][]}
   */
  excluded = [];
  /**
   * Filters that were typed, such as `tag:overheating`.
   * @type {string[]}
   */
  categories = [];
  /** @type {string[]} */
  difficulties = [];
  /** @type {string[]} */
  tags = [];
  /**
   * The key by which an id or a keyword equal to the text is found.
   * @type {string | null}
   */
  exactKey = null;
  /** How many words were typed, those typed twice counted twice. */
  wordCount = 0;

  /** The words of the text that say something, compounds counted once by their parts. */
  get contentWords() {
    return [...this.words.keys()].filter((place) => {
      const { term, isJoined, isReplaced } = this.words[place];
      return !term.compound && !term.stop && !isJoined && !isReplaced;
    });
  }
}

// QuotedText

const quotes = ['""', "“”", "«»", "„“"].map(([...pair]) => pair.map(bytesOfText));

/**
 * @param {Uint8Array} bytes
 * @param {number} index
 * @param {Uint8Array} sign
 */
const hasAt = (bytes, index, sign) => sign.every((byte, place) => bytes[index + place] === byte);

/**
 * A text without the marks of its quotes.
 * @param {string} text
 */
export function withoutQuotes(text) {
  const bytes = bytesOfText(text);
  /** @type {number[]} */
  const output = [];
  for (let index = 0; index < bytes.length; ) {
    const quoted = quotedText(bytes, index);
    if (!quoted) {
      output.push(bytes[index++]);
      continue;
    }
    // French quotes have spaces within.
    let { start } = quoted;
    while (start < quoted.end && bytes[start] === 0x20) start++;
    output.push(...bytes.subarray(start, quoted.end));
    while (output.at(-1) === 0x20) output.pop();
    index = quoted.after;
  }
  return new TextDecoder().decode(new Uint8Array(output));
}

/**
 * The text between the marks that open at `index`, and where what follows begins; null when no mark
 * opens there or none closes it.
 * @param {Uint8Array} bytes
 * @param {number} index
 */
function quotedText(bytes, index) {
  if (bytes[index] !== 0x22 && bytes[index] < 0x80) return null;
  for (const [open, close] of quotes) {
    if (!hasAt(bytes, index, open)) continue;
    const start = index + open.length;
    for (let end = start; end < bytes.length; end++) {
      if (hasAt(bytes, end, close)) return { start, end, after: end + close.length };
    }
  }
  return null;
}

/**
 * Where the word that begins at `index` ends.
 * @param {Uint8Array} bytes
 * @param {number} index
 */
function blankAfter(bytes, index) {
  while (index < bytes.length && bytes[index] > 0x20) index++;
  return index;
}

/**
 * Where the blanks that begin at `index` end.
 * @param {Uint8Array} bytes
 * @param {number} index
 */
function afterBlanks(bytes, index) {
  while (index < bytes.length && bytes[index] <= 0x20) index++;
  return index;
}

// FilterName

/** @type {Map<string, "category" | "level" | "tag">} */
const filterNames = new Map([
  ["category", "category"], ["categorie", "category"], ["cat", "category"],
  ["level", "level"], ["difficulty", "level"], ["niveau", "level"], ["difficulte", "level"],
  ["tag", "tag"], ["etiquette", "tag"], ["motcle", "tag"], ["sujet", "tag"],
]);

// ExactKey

/** @param {Term[]} terms */
function exactKeyOf(terms) {
  const [first, ...others] = terms.filter(({ compound, key }) => !compound && key);
  if (!first) return null;
  const key = first.folded + EXACT + others.map(({ folded }) => folded).join(" ");
  return key.length <= 120 ? key : null;
}

// QueryParser

// Text beyond this many bytes is not read.
const LONGEST_TEXT = 4096;

/**
 * @typedef {object} Piece
 * @property {"words" | "excluded" | "filter"} kind
 * @property {number} start
 * @property {number} end
 * @property {boolean} [isPhrase]
 */

/** `"exact phrase"`, `-word`, `tag:key`, `category:key` and `level:key` are more than words. */
export class QueryParser {
  /**
   * @param {InvertedIndex} index
   * @param {Analyzer} analyzer
   */
  constructor(index, analyzer) {
    this.index = index;
    this.analyzer = analyzer;
  }

  /** @param {string} text */
  parse(text) {
    const bytes = bytesOfText(text).subarray(0, LONGEST_TEXT);
    const query = new Query();
    /** @type {Map<string, number>} */
    const seen = new Map();
    /** @type {Term[]} */
    const exact = [];
    // Exclusions and filters are cut out first; what is left is read as words.
    for (const { kind, start, end, isPhrase } of this.pieces(bytes)) {
      if (kind === "words") {
        const places = this.read(bytes, start, end, query, seen, exact);
        if (isPhrase && places.length > 1) query.phrases.push(places);
      } else if (kind === "excluded") {
        const terms = this.excluded(bytes, start, end);
        if (terms.length) query.excluded.push(terms);
      } else {
        const filter = this.filter(bytes, start);
        if (filter?.kind === "category") query.categories.push(filter.value);
        if (filter?.kind === "tag") query.tags.push(filter.value);
        if (filter?.kind === "level") query.difficulties.push(filter.value);
      }
    }
    query.exactKey = exactKeyOf(exact);
    query.wordCount = exact.filter(({ compound, key }) => !compound && key).length;
    return query;
  }

  /**
   * Cuts the text at quotes, exclusions and filters.
   * @private
   * @param {Uint8Array} bytes
   */
  pieces(bytes) {
    /** @type {Piece[]} */
    const pieces = [];
    let wordsStart = 0;
    /** @param {number} end */
    const closeWords = (end) => {
      if (afterBlanks(bytes, wordsStart) < end) pieces.push({ kind: "words", start: wordsStart, end });
    };
    for (let index = 0; index < bytes.length;) {
      const atStart = index === 0 || bytes[index - 1] <= 0x20;
      const quoted = quotedText(bytes, index);
      if (quoted) {
        const isExcluded = index > 0 && bytes[index - 1] === 0x2d;
        closeWords(isExcluded ? index - 1 : index);
        const { start, end } = quoted;
        pieces.push({ kind: isExcluded ? "excluded" : "words", start, end, isPhrase: !isExcluded });
        wordsStart = index = quoted.after;
      } else if (atStart && isExclusion(bytes, index)) {
        closeWords(index);
        const end = blankAfter(bytes, index);
        pieces.push({ kind: "excluded", start: index + 1, end });
        wordsStart = index = end;
      } else {
        const filter = atStart ? this.filter(bytes, index) : null;
        if (filter) {
          closeWords(index);
          pieces.push({ kind: "filter", start: index, end: filter.end });
          wordsStart = index = filter.end;
        } else index++;
      }
    }
    closeWords(bytes.length);
    // A search for nothing but exclusions means the words themselves.
    if (pieces.every(({ kind }) => kind === "excluded")) {
      for (const piece of pieces) piece.kind = "words";
    }
    return pieces;
  }

  /**
   * The filter that begins at a place, such as `tag:soc`, `catégorie : alertes` or `level:"Expert"`;
   * null where its name or its value is none.
   * @private
   * @param {Uint8Array} bytes
   * @param {number} start
   */
  filter(bytes, start) {
    let nameEnd = start;
    while (nameEnd < bytes.length && bytes[nameEnd] > 0x20 && bytes[nameEnd] !== 0x3a) nameEnd++;
    const colon = afterBlanks(bytes, nameEnd);
    if (bytes[colon] !== 0x3a) return null;
    const kind = filterNames.get(this.folded(bytes, start, nameEnd));
    const valueStart = afterBlanks(bytes, colon + 1);
    if (!kind || valueStart >= bytes.length) return null;
    const quoted = quotedText(bytes, valueStart);
    const end = quoted?.after ?? blankAfter(bytes, valueStart);
    const folded = this.folded(bytes, quoted?.start ?? valueStart, quoted?.end ?? end);
    const value = folded && this.filterKeys(kind).get(folded);
    return value ? { kind, value, end } : null;
  }

  /**
   * The keys of the site's categories, difficulties or tags, by what people may type for them.
   * @private
   * @param {"category" | "level" | "tag"} kind
   */
  filterKeys(kind) {
    const { index: { categories, difficulties, tags, filterKeys } } = this;
    let keys = filterKeys.get(kind);
    if (keys) return keys;
    filterKeys.set(kind, keys = new Map());
    const values = { category: categories, level: difficulties, tag: tags }[kind];
    const names = [...values.map(({ key }) => [key, key]), ...values.map(({ key, label }) => [label, key])];
    // A key is meant before a label that happens to be the same, and the first of several.
    for (const [name, key] of names) {
      const letters = bytesOfText(name);
      const typed = this.folded(letters, 0, letters.length);
      if (!keys.has(typed)) keys.set(typed, key);
    }
    return keys;
  }

  /**
   * What is left out together: a compound as a whole where the site knows it, else every word of it.
   * @private
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  excluded(bytes, start, end) {
    const found = this.terms(bytes, start, end);
    if (found[0]?.compound && this.index.dictionary.isKnown(found[0])) return found.slice(0, 1);
    return found.filter(({ compound, stop, key }) => !compound && !stop && key);
  }

  /**
   * A text without regard to case, accents, spaces and signs, as names are compared.
   * @private
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  folded(bytes, start, end) {
    const words = this.terms(bytes, start, end).filter(({ compound }) => !compound);
    return words.map(({ folded }) => folded).join("");
  }

  /**
   * @private
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  terms(bytes, start, end) {
    /** @type {Term[]} */
    const terms = [];
    for (let word, at = start; (word = nextWord(bytes, at, end)); at = word[1]) {
      terms.push(...this.analyzer.analyze(bytes, ...word));
    }
    return terms;
  }

  /**
   * Adds the words of a range, and returns their places.
   * @private
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   * @param {Query} query
   * @param {Map<string, number>} seen
   * @param {Term[]} exact
   */
  read(bytes, start, end, query, seen, exact) {
    /** @type {number[]} */
    const places = [];
    for (let word, at = start; (word = nextWord(bytes, at, end)); at = word[1]) {
      const [wordStart, wordEnd] = word;
      const terms = this.analyzer.analyze(bytes, ...word);
      exact.push(...terms);
      terms.forEach((term, offset) => {
        const { key, compound } = term;
        if (!key) return;
        if (!seen.has(key)) {
          if (query.words.length >= MOST_QUERY_WORDS) return;
          seen.set(key, query.words.length);
          const isLast = offset === terms.length - 1 && wordEnd === bytes.length;
          const parts = compound && offset === 0 ? terms.length - 1 : 0;
          query.words.push(wordOf(term, wordStart, wordEnd, isLast, parts));
        }
        const place = seen.get(key);
        if (place === undefined || compound) return;
        const previous = places[places.length - 1];
        places.push(place);
        if (previous === undefined || previous === place
          || query.pairs.some(([left, right]) => left === previous && right === place)) {
          return;
        }
        query.pairs.push([previous, place]);
      });
    }
    return places;
  }
}

/**
 * Whether a hyphen before a letter leaves a word out; `-30 °C` is a temperature, and quotes are seen to
 * when they are come to.
 * @param {Uint8Array} bytes
 * @param {number} index
 */
function isExclusion(bytes, index) {
  if (bytes[index] !== 0x2d || index + 1 >= bytes.length || quotedText(bytes, index + 1)) return false;
  const next = bytes[index + 1];
  return next >= 0x80 || (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7a;
}
