// @ts-check
// Scores all documents for one query, as QueryScoring.swift and ScoringSpace.swift do, but reads lists
// as they come: a page asks few questions, so that it keeps no decoded ones.
//
// Sums run in the same order in singles, so the scores are the same to the last bit.
import { exactOf, textOf } from "./analysis.js";
import { BODY, fingerprint, FINGERPRINTS, isCommon, TITLE } from "./postings.js";
import {
  COMPOUND, PAIR, PAIR_TITLE_SHARE, pairStopWordShares, STOP_WORD, SURFACE,
} from "./ranking.js";

const { fround } = Math;

/** @typedef {import("./dictionary.js").TermEntry} TermEntry */
/** @typedef {import("./matching.js").Alternative} Alternative */
/** @typedef {import("./matching.js").Phrase} Phrase */
/** @typedef {import("./matching.js").WordMatch} WordMatch */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./results.js").Explanation} Explanation */

// A cell: words of 32 bits, the first two of them singles. PRESENT, FOLLOWING
// and SPELLED (while a phrase is gathered) are 64 bits; COUNTS and SPELLED are three numbers, as
// PostingsReader has counts.
const SCORE = 0;
const BEST = 1;
const PRESENT = 2;
const FOLLOWING = 4;
const COUNTS = 6;
const SPELLED = 9;
const TITLE_WORDS = 12;
const SIZE = 13;

/** Room to score every document of an index in. */
export class ScoringSpace {
  /**
   * The documents that have any word.
   * @type {number[]}
   */
  matched = [];

  /** @param {number} documentCount */
  constructor(documentCount) {
    this.bits = new Int32Array(documentCount * SIZE);
    this.singles = new Float32Array(this.bits.buffer);
  }

  /** @param {number} document */
  score(document) {
    return this.singles[document * SIZE + SCORE];
  }

  /** @param {number} document */
  titleWords(document) {
    return this.bits[document * SIZE + TITLE_WORDS];
  }

  /**
   * Which words of the query a document has: the low and the high 32 bits.
   * @param {number} document
   * @returns {[low: number, high: number]}
   */
  present(document) {
    const cell = document * SIZE;
    return [this.bits[cell + PRESENT], this.bits[cell + PRESENT + 1]];
  }

  /** Clears what a search has touched. */
  clear() {
    for (const document of this.matched) {
      this.bits.fill(0, document * SIZE, (document + 1) * SIZE);
    }
    this.matched = [];
  }
}

/** @typedef {{ upper: number, lower: number, body: number }} FieldMasks */

const allFields = { upper: -1, lower: -1, body: -1 };
/** The counts in the title, keywords and headings, as PostingsReader has them. */
export const namingFields = { upper: 0x3ffff, lower: 0x3ff, body: 0 };

// More pairs than this are not looked at: each takes two bits.
const MOST_PAIRS = 32;

export class Scorer {
  /**
   * What each word adds to the scores of some documents.
   * @type {Map<number, Explanation[]>}
   */
  traces = new Map();
  /**
   * How many documents have the class of each word.
   * @type {number[]}
   */
  frequencies = [];
  /**
   * For each word the documents in which one of its neighbours of the query follows.
   * @type {number[][]}
   */
  followed = [];
  /** @type {number[]} */
  touched = [];

  /**
   * @param {import("./index.js").InvertedIndex} index
   * @param {ScoringSpace} space
   * @param {Query} query
   * @param {WordMatch[]} matches
   * @param {Set<number>} traced documents of which every share of the score is written down
   * @param {FieldMasks} fields the counts that are looked at
   */
  constructor(index, space, query, matches, traced = new Set(), fields = allFields) {
    this.index = index;
    this.space = space;
    this.query = query;
    this.matches = matches;
    this.traced = traced;
    this.fields = fields;
  }

  /**
   * Scores all documents, and clears the space when something was done with the scores.
   * @template Result
   * @param {() => Result} body
   */
  run(body) {
    try {
      this.addAll();
      return body();
    } finally {
      this.space.clear();
    }
  }

  /** @private */
  addAll() {
    const { query } = this;
    this.frequencies = query.words.map(() => 0);
    this.followed = query.words.map(() => []);
    for (const place of query.words.keys()) this.addWord(place);
    for (const number of query.pairs.slice(0, MOST_PAIRS).keys()) this.addPair(number);
  }

  // Words

  /**
   * @private
   * @param {number} place
   */
  addWord(place) {
    const { index, space: { bits, singles, matched } } = this;
    const word = this.query.words[place];
    const match = this.matches[place];
    let weight = word.term.stop ? STOP_WORD : 1;
    if (word.term.compound) weight = fround(weight * COMPOUND);
    weight = fround(weight * word.weight);
    const followers = this.followersOf(place);
    const [only] = match.alternatives;
    // The frequency of an entry is that in all fields.
    if (match.alternatives.length === 1 && only.members.length === 1 && only.kind !== "synonym"
      && this.fields === allFields) {
      this.addSingle(only.members[0], place, only, fround(weight * only.weight), followers, match);
      return;
    }
    let ceiling = Infinity;
    /** @type {Map<number, Explanation>} */
    const labels = new Map();
    /** @type {number[]} */
    const found = [];
    match.alternatives.forEach((alternative, number) => {
      this.touched = [];
      const isMeant = !alternative.phrase && number === 0 && alternative.kind !== "synonym";
      let spelledCount = 0;
      if (alternative.phrase) this.gatherPhrase(alternative.phrase);
      else {
        spelledCount = this.gather(
          alternative.members, isMeant ? match.spellings : [], isMeant ? followers : null, place);
      }
      const { touched } = this;
      let idf = index.weight(touched.length);
      if (alternative.kind === "synonym") idf = Math.min(idf, ceiling);
      else ceiling = Math.min(ceiling, idf);
      if (isMeant) this.frequencies[place] = touched.length;
      const share = fround(alternative.weight * weight);
      const surfaceShare = fround(SURFACE * weight);
      const spelledIdf = index.weight(Math.max(1, spelledCount));
      for (const document of touched) {
        const cell = document * SIZE;
        const value = fround(this.impact(document, COUNTS) * idf);
        bits[cell + COUNTS] = bits[cell + COUNTS + 1] = bits[cell + COUNTS + 2] = 0;
        if (singles[cell + BEST] === 0) found.push(document);
        const shared = fround(value * share);
        if (shared > singles[cell + BEST]) {
          singles[cell + BEST] = shared;
          if (this.traced.has(document)) {
            labels.set(document, { label: labelOf(alternative), value: shared, children: [] });
          }
        }
        if (!(bits[cell + SPELLED] | bits[cell + SPELLED + 1] | bits[cell + SPELLED + 2])) continue;
        const spelled = fround(this.impact(document, SPELLED) * spelledIdf);
        bits[cell + SPELLED] = bits[cell + SPELLED + 1] = bits[cell + SPELLED + 2] = 0;
        const extra = fround(spelled * surfaceShare);
        singles[cell + SCORE] += extra;
        this.trace(document, extra, () => `spelt '${this.label(place)}'`);
      }
    });
    for (const document of found) {
      const cell = document * SIZE;
      if (!(bits[cell + PRESENT] | bits[cell + PRESENT + 1])) matched.push(document);
      bits[cell + PRESENT + (place >> 5)] |= 1 << place;
      singles[cell + SCORE] += singles[cell + BEST];
      singles[cell + BEST] = 0;
      const part = labels.get(document);
      if (part) this.trace(document, part.value, () => part.label);
    }
  }

  /**
   * The impact of the counts of a cell.
   * @private
   * @param {number} document
   * @param {number} counts where in the cell they are
   */
  impact(document, counts) {
    const { bits } = this.space;
    const cell = document * SIZE + counts;
    return this.index.impact(document, bits[cell], bits[cell + 1], bits[cell + 2]);
  }

  /**
   * Adds a word that the site has in one form only: its documents are read once.
   * @private
   * @param {TermEntry} entry
   * @param {number} place
   * @param {Alternative} alternative
   * @param {number} weight
   * @param {Uint32Array | null} followers
   * @param {WordMatch} match
   */
  addSingle(entry, place, alternative, weight, followers, match) {
    const { index, index: { postings }, space: { bits, singles, matched }, fields } = this;
    const idf = index.weight(entry.frequency);
    const isSpelled = match.spellings.some(({ ordinal }) => ordinal === entry.ordinal);
    const surfaceShare = fround(SURFACE * weight);
    const followed = this.followed[place];
    const isCounted = this.isTitleWord(place);
    this.frequencies[place] = entry.frequency;
    postings.forEach(entry, followers, (document) => {
      const cell = document * SIZE;
      const { followingLow, followingHigh } = postings;
      const upper = postings.upper & fields.upper;
      const lower = postings.lower & fields.lower;
      const body = postings.body & fields.body;
      if (!(upper | lower | body)) return;
      const value = fround(index.impact(document, upper, lower, body) * idf);
      if (!(bits[cell + PRESENT] | bits[cell + PRESENT + 1])) matched.push(document);
      bits[cell + PRESENT + (place >> 5)] |= 1 << place;
      if (isSpelled) {
        singles[cell + SCORE] += fround(value * surfaceShare);
        if (isCounted) bits[cell + TITLE_WORDS] += upper & 0x1ff;
        this.trace(document, fround(value * surfaceShare), () => `spelt '${this.label(place)}'`);
      }
      singles[cell + SCORE] += fround(value * weight);
      this.trace(document, fround(value * weight), () => labelOf(alternative));
      if (followingLow | followingHigh) {
        bits[cell + FOLLOWING] |= followingLow;
        bits[cell + FOLLOWING + 1] |= followingHigh;
        followed.push(document);
      }
    });
  }

  /**
   * Sums the counts of several words in each document; how many documents have one of the spellings
   * that were typed.
   * @private
   * @param {TermEntry[]} entries
   * @param {TermEntry[]} spelled
   * @param {Uint32Array | null} followers
   * @param {number} place
   */
  gather(entries, spelled, followers, place) {
    const { index: { postings }, space: { bits }, touched, fields } = this;
    const followed = this.followed[place];
    const isCounted = this.isTitleWord(place);
    let spelledCount = 0;
    for (const entry of entries) {
      const isSpelled = spelled.some(({ ordinal }) => ordinal === entry.ordinal);
      postings.forEach(entry, followers, (document) => {
        const cell = document * SIZE;
        const { followingLow, followingHigh } = postings;
        const upper = postings.upper & fields.upper;
        const lower = postings.lower & fields.lower;
        const body = postings.body & fields.body;
        if (!(upper | lower | body)) return;
        if (!(bits[cell + COUNTS] | bits[cell + COUNTS + 1] | bits[cell + COUNTS + 2])) {
          touched.push(document);
        }
        bits[cell + COUNTS] += upper;
        bits[cell + COUNTS + 1] += lower;
        bits[cell + COUNTS + 2] += body;
        if (isSpelled) {
          if (!(bits[cell + SPELLED] | bits[cell + SPELLED + 1] | bits[cell + SPELLED + 2])) {
            spelledCount++;
          }
          bits[cell + SPELLED] += upper;
          bits[cell + SPELLED + 1] += lower;
          bits[cell + SPELLED + 2] += body;
          if (isCounted) bits[cell + TITLE_WORDS] += upper & 0x1ff;
        }
        if (followingLow & ~bits[cell + FOLLOWING] | followingHigh & ~bits[cell + FOLLOWING + 1]) {
          followed.push(document);
          bits[cell + FOLLOWING] |= followingLow;
          bits[cell + FOLLOWING + 1] |= followingHigh;
        }
      });
    }
    return spelledCount;
  }

  /**
   * Whether a word is counted in titles: a compound stands there as the words that it is made of.
   * @private
   * @param {number} place
   */
  isTitleWord(place) {
    const { term, isJoined } = this.query.words[place];
    return !term.compound && !isJoined;
  }

  // Neighbours

  /**
   * For each fingerprint, which pairs of the query it makes when it follows a word.
   * @private
   * @param {number} place
   */
  followersOf(place) {
    /** @type {Uint32Array | null} */
    let table = null;
    this.query.pairs.slice(0, MOST_PAIRS).forEach(([left, right], number) => {
      if (left !== place) return;
      const { stemHash } = this.matches[right];
      table ??= new Uint32Array(2 * FINGERPRINTS);
      const high = number >> 4;
      table[2 * fingerprint(stemHash, false) + high] |= 1 << number * 2;
      table[2 * fingerprint(stemHash, true) + high] |= 2 << number * 2;
    });
    return table;
  }

  /**
   * Adds two neighbours of the query, where they are neighbours too.
   * @private
   * @param {number} number
   */
  addPair(number) {
    const { index, query, space: { bits, singles } } = this;
    const pair = query.pairs[number];
    if (!pair.every((place) => this.isCommon(this.frequencies[place]))) return;
    const bit = 1 << number * 2;
    /** @type {{ document: number, value: number }[]} */
    const found = [];
    for (const document of this.followed[pair[0]]) {
      const cell = document * SIZE;
      const following = bits[cell + FOLLOWING + (number >> 4)];
      const hasBoth = pair.every((place) => bits[cell + PRESENT + (place >> 5)] & 1 << place);
      if (!(following & bit) || !hasBoth) continue;
      // Once is enough: a document of several spellings is listed once for each.
      bits[cell + FOLLOWING + (number >> 4)] = following & ~(bit | bit << 1);
      let value = index.saturate(document, BODY, 1);
      if (following & bit << 1) {
        value = fround(value + fround(PAIR_TITLE_SHARE * index.saturate(document, TITLE, 1)));
      }
      found.push({ document, value });
    }
    const idf = index.weight(Math.max(1, found.length));
    const stops = pair.filter((place) => query.words[place].term.stop).length;
    const share = fround(PAIR * pairStopWordShares[stops]);
    for (const { document, value } of found) {
      const shared = fround(fround(value * idf) * share);
      singles[document * SIZE + SCORE] += shared;
      const label = () => `neighbours '${pair.map((place) => this.label(place)).join(" ")}'`;
      this.trace(document, shared, label);
    }
  }

  /**
   * @private
   * @param {number} frequency
   */
  isCommon(frequency) {
    return isCommon(frequency, this.index.documentCount);
  }

  /**
   * Counts the rarest word of a phrase in the documents that have the whole of it: the words must
   * all be there, and common neighbours must be neighbours.
   * @private
   * @param {Phrase} phrase
   */
  gatherPhrase({ words, rarest, isContiguous }) {
    const { index: { postings }, space: { bits }, touched, fields } = this;
    const frequencies = words.map(({ members }, number) => {
      const bit = 1 << number;
      const next = words[number + 1];
      const followers = next ? new Uint32Array(2 * FINGERPRINTS) : null;
      if (followers) followers[2 * fingerprint(next.stemHash, false) + 1] = bit;
      const isCounted = number === rarest;
      let count = 0;
      for (const member of members) {
        postings.forEach(member, followers, (document) => {
          const cell = document * SIZE;
          const upper = postings.upper & fields.upper;
          const lower = postings.lower & fields.lower;
          const body = postings.body & fields.body;
          if (!(upper | lower | body)) return;
          if (!(bits[cell + SPELLED] | bits[cell + SPELLED + 1])) touched.push(document);
          if (!(bits[cell + SPELLED] & bit)) count++;
          bits[cell + SPELLED] |= bit;
          bits[cell + SPELLED + 1] |= postings.followingHigh;
          if (!isCounted) return;
          bits[cell + COUNTS] += upper;
          bits[cell + COUNTS + 1] += lower;
          bits[cell + COUNTS + 2] += body;
        });
      }
      return count;
    });
    const all = (1 << words.length) - 1;
    let neighbours = 0;
    for (let number = 0; number + 1 < words.length; number++) {
      const areCommon = [number, number + 1].every((place) => this.isCommon(frequencies[place]));
      if (isContiguous && areCommon) neighbours |= 1 << number;
    }
    this.touched = touched.filter((document) => {
      const cell = document * SIZE;
      const isWhole = (bits[cell + SPELLED] & all) === all
        && (bits[cell + SPELLED + 1] & neighbours) === neighbours;
      bits[cell + SPELLED] = bits[cell + SPELLED + 1] = 0;
      if (!isWhole) bits.fill(0, cell + COUNTS, cell + COUNTS + 3);
      return isWhole;
    });
  }

  // Explaining

  /**
   * @private
   * @param {number} document
   * @param {number} value
   * @param {() => string} label
   */
  trace(document, value, label) {
    if (!this.traced.has(document)) return;
    const parts = this.traces.get(document) ?? [];
    parts.push({ label: label(), value, children: [] });
    this.traces.set(document, parts);
  }

  /**
   * How an explanation names a word.
   * @private
   * @param {number} place
   */
  label(place) {
    return textOf(exactOf(this.query.words[place].term.key));
  }
}

/**
 * How an explanation names an alternative.
 * @param {Alternative} alternative
 */
function labelOf({ kind, errors, members, phrase }) {
  const names = (phrase?.words.map((word) => word.members) ?? [members]).map((entries) => {
    const spelt = entries.slice(0, 4).map(({ key }) => textOf(exactOf(key)));
    return spelt.join("|") + (entries.length > 4 ? "|…" : "");
  });
  return `${kind}${errors ? ` of ${errors}` : ""} '${names.join(" ")}'`;
}
