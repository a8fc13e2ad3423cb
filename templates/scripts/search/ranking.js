// @ts-check
// The constants of the ranking and what orders the documents, file by file as in
// Sources/Search/Ranking. Scores are singles: every operation is rounded as Swift rounds it.
import { lanes } from "./postings.js";

const { fround } = Math;

/** Each means what it means in Ranking.swift. */
const SATURATION = 1.8;
export const weights = [3, 2, 1, 1, 1, 1];
const lengthNormalization = [0.6, 0.3, 0.3, 0.75, 0.75, 0.85];
export const STOP_WORD = fround(0.4);
export const COMPOUND = fround(0.3);
export const SURFACE = fround(0.4);
export const PAIR = fround(0.4);
export const pairStopWordShares = [1, 0.7, 0.6].map(fround);
export const PAIR_TITLE_SHARE = 0.25;
export const SYNONYM = fround(0.8);
export const THESAURUS = fround(0.7);
export const REPAIR = fround(0.6);
export const MOST_REPAIRS = 3;
export const PREFIX = fround(0.8);
export const KNOWN_PREFIX = fround(0.3);
export const MOST_COMPLETIONS = 20;
const LEVEL_SHARE = fround(0.06);
const CONTEXT_SHARE = fround(0.1);
const LONGEST_SHORT_QUERY = 3;
/** In how many articles the text is read to see whether it has a quoted phrase; a server reads 200. */
export const MOST_VERIFIED = 24;
export const MOST_QUERY_WORDS = 64;

// Scale

/**
 * A length that the code stands for.
 * @param {number} code
 */
function lengthOf(code) {
  if (code < 32) return code;
  const exponent = (code >> 4) - 1;
  const step = 2 ** exponent;
  return (code - exponent * 16) * step + (step - 1) / 2;
}

/**
 * The code of a document frequency: exact below 256, then eight significant bits.
 * @param {number} frequency
 */
export function frequencyCode(frequency) {
  if (frequency < 256) return frequency;
  const exponent = 24 - Math.clz32(frequency);
  return exponent * 128 + (frequency >> exponent);
}

/**
 * The least document frequency with the code.
 * @param {number} code
 */
function frequencyOf(code) {
  if (code < 256) return code;
  const exponent = (code >> 7) - 1;
  return (code - exponent * 128) * 2 ** exponent;
}

/**
 * The natural logarithm of a number from 1, by the series that Scale.swift sums.
 * @param {number} value
 */
function logarithm(value) {
  let exponent = 0;
  let mantissa = value;
  for (; mantissa >= 2; exponent++) mantissa /= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let power = ratio;
  let sum = 0;
  for (let divisor = 1; divisor <= 39; divisor += 2) {
    sum += power / divisor;
    power *= square;
  }
  return 2 * sum + exponent * 0.6931471805599453;
}

// FieldNorms

/**
 * What BM25 adds to a count below the fraction, by field and length code.
 * @param {number[]} means
 */
export const normTable = (means) =>
  Float32Array.from({ length: lanes.length * 256 }, (_, place) => {
    const field = place >> 8;
    const share = lengthNormalization[field];
    const mean = Math.max(1, means[field]);
    return SATURATION * (1 - share + share * lengthOf(place & 255) / mean);
  });

/**
 * The inverse document frequency of each frequency code up to that of all documents.
 * @param {number} documents
 */
export const idfTable = (documents) =>
  Float32Array.from({ length: frequencyCode(Math.max(1, documents)) + 1 }, (_, code) => {
    const frequency = frequencyOf(code);
    return logarithm(1 + (Math.max(0, documents - frequency) + 0.5) / (frequency + 0.5));
  });

// TopDocuments

/**
 * One document of a ranking. Its tier is 2 for a title, id or keyword equal to the query, 1 for all
 * words of a short query, else 0.
 * @typedef {{ document: number, score: number, tier: number }} RankedDocument
 */

/**
 * Whether a document comes first; ties go by document number.
 * @param {number} document
 * @param {number} score
 * @param {number} tier
 * @param {RankedDocument} other
 */
function precedes(document, score, tier, other) {
  if (tier !== other.tier) return tier > other.tier;
  if (score !== other.score) return score > other.score;
  return document < other.document;
}

/** Keeps the best documents seen so far, best first. */
export class TopDocuments {
  /** @type {RankedDocument[]} */
  ranked = [];

  /** @param {number} limit */
  constructor(limit) {
    this.limit = limit;
  }

  /**
   * Nothing is made of a document that is not among the best: most are not.
   * @param {number} document
   * @param {number} score
   * @param {number} tier
   */
  insert(document, score, tier) {
    const { ranked } = this;
    if (ranked.length >= this.limit) {
      if (!ranked.length || !precedes(document, score, tier, ranked[ranked.length - 1])) return;
      ranked.pop();
    }
    let low = 0;
    for (let high = ranked.length; low < high;) {
      const middle = low + high >> 1;
      if (precedes(document, score, tier, ranked[middle])) high = middle;
      else low = middle + 1;
    }
    ranked.splice(low, 0, { document, score, tier });
  }
}

// QueryTiers

/**
 * A set of the words of a query, a bit a word.
 * @param {number[]} places
 */
export const bitsOf = (places) => places.reduce((bits, place) => {
  bits[place >> 5] |= 1 << place;
  return bits;
}, new Int32Array(2));

/**
 * Whether a document that has a word need not have another: it is the compound of which the other is
 * a part, or the word that it makes with its neighbour.
 * @param {import("./query.js").Word} word
 * @param {import("./query.js").Word} other
 */
const standsFor = (word, other) =>
  word.parts > 0 && word.start === other.start && word.end === other.end
  || word.isJoined && word.start <= other.start && other.start < word.end;

/** What puts documents ahead of others whatever their scores. */
export class QueryTiers {
  /**
   * @param {import("./query.js").Query} query
   * @param {Set<number>} exact
   */
  constructor(query, exact) {
    this.exact = exact;
    // Longer titles are not counted exactly.
    this.wordCount = query.wordCount < 32 ? query.wordCount : -1;
    const content = query.contentWords;
    const all = query.words.filter(({ term, isJoined, isReplaced }) =>
      !term.compound && !isJoined && !isReplaced);
    /** For each word that must be there, the bits of the words that will do. */
    this.required = all.length > LONGEST_SHORT_QUERY ? [] : content.map((place) => bitsOf([
      place, ...query.words.keys(),
    ].filter((other) => other === place || standsFor(query.words[other], query.words[place]))));
  }

  /**
   * @param {number} document
   * @param {number} titleWords
   * @param {number} titleLength
   * @param {number} low which words the document has
   * @param {number} high
   */
  of(document, titleWords, titleLength, low, high) {
    if (titleWords === titleLength && titleLength === this.wordCount) return 2;
    if (this.exact.has(document)) return 2;
    if (!this.required.length) return 0;
    return this.required.every((bits) => bits[0] & low | bits[1] & high) ? 1 : 0;
  }
}

// ScoreAdjustment

// The levels of every site, from the easiest; sites may have others.
const levelScale = ["basic", "intermediate", "advanced", "expert"];

/**
 * @param {string} difficulty
 * @param {string} level
 */
function levelFactor(difficulty, level) {
  if (difficulty === level) return fround(1 + LEVEL_SHARE);
  const [here, there] = [difficulty, level].map((key) => levelScale.indexOf(key));
  const isNext = here >= 0 && there >= 0 && Math.abs(here - there) === 1;
  return isNext ? fround(1 + fround(LEVEL_SHARE / 2)) : 1;
}

/** What tilts a score besides the words: never enough to bury a better match. */
export class ScoreAdjustment {
  /**
   * @param {import("./index.js").InvertedIndex} index
   * @param {string | undefined} level
   * @param {Float32Array | null} context how well each article answers the conversation, 0 to 1
   */
  constructor(index, level, context = null) {
    this.index = index;
    /** The factor of each difficulty of the site; empty when no level is asked for. */
    this.levels = level ? index.difficulties.map(({ key }) => levelFactor(key, level)) : [];
    this.context = context;
  }

  /**
   * @param {number} score
   * @param {number} document
   */
  adjusted(score, document) {
    const sought = this.index.popularityOf(document);
    if (sought !== 1) score = fround(score * sought);
    if (this.levels.length) score = fround(score * this.levelFactor(document));
    return this.context ? fround(score * this.contextFactor(document)) : score;
  }

  /**
   * @private
   * @param {number} document
   */
  levelFactor(document) {
    return this.levels[this.index.difficultyOf(document)] ?? 1;
  }

  /**
   * @private
   * @param {number} document
   */
  contextFactor(document) {
    return this.context ? fround(1 + fround(CONTEXT_SHARE * this.context[document])) : 1;
  }

  /**
   * The score as a tree whose parts add up.
   * @param {RankedDocument} ranked
   * @param {import("./results.js").Explanation[]} parts
   * @returns {import("./results.js").Explanation}
   */
  explained({ document, score, tier }, parts) {
    const label = tier > 1 ? "score, first because the title, id or a keyword is what was typed"
      : tier ? "score, ahead of articles that lack a word" : "score";
    let sum = parts.reduce((sum, { value }) => fround(sum + value), 0);
    const children = [...parts];
    const factors = {
      popularity: this.index.popularityOf(document), difficulty: this.levelFactor(document),
      conversation: this.contextFactor(document),
    };
    for (const [name, factor] of Object.entries(factors)) {
      if (factor === 1) continue;
      const value = fround(fround(sum * factor) - sum);
      children.push({ label: `${name} × ${shortest(factor)}`, value, children: [] });
      sum = fround(sum * factor);
    }
    return { label, value: score, children };
  }
}

/**
 * The number with the fewest digits that is the same single.
 * @param {number} single
 */
export function shortest(single) {
  for (let digits = 1; digits < 9; digits++) {
    const number = Number(single.toPrecision(digits));
    if (fround(number) === single) return number;
  }
  return Number(single.toPrecision(9));
}
