// @ts-check
// What the index has for each word of a query: QueryPlan.swift, WordSpacing.swift,
// SynonymExpander.swift and WordMatcher.swift.
import { binaryOf, bytesOfText, exactOf, foldedOf, hash, textOf } from "./analysis.js";
import { withPlainBlanks } from "./blanks.js";
import { isCompletable, QueryParser, wordOf } from "./query.js";
import {
  KNOWN_PREFIX, MOST_COMPLETIONS, MOST_QUERY_WORDS, MOST_REPAIRS, PREFIX, REPAIR, SYNONYM, THESAURUS,
} from "./ranking.js";
import { forAll } from "./store.js";

const { fround } = Math;

/** @typedef {import("./analysis.js").Analyzer} Analyzer */
/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./dictionary.js").TermEntry} TermEntry */
/** @typedef {import("./index.js").InvertedIndex} InvertedIndex */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./query.js").Word} Word */

/**
 * Several words that stand for one as a whole.
 * @typedef {object} Phrase
 * @property {{ members: TermEntry[], stemHash: number }[]} words
 * @property {number} rarest the place of the rarest word, by which the phrase is counted
 * @property {boolean} isContiguous whether the words follow each other, no stop word left out
 */

/**
 * One class of words that stands for a word, with what it weighs.
 * @typedef {object} Alternative
 * @property {TermEntry[]} members
 * @property {number} weight
 * @property {"word" | "completion" | "synonym" | "repair"} kind
 * @property {number} [errors] how many errors a repair mends
 * @property {Phrase} [phrase] of which a document must have the whole; `members` are its rarest word
 */

/**
 * The ways in which the index has a word of the query.
 * @typedef {object} WordMatch
 * @property {Alternative[]} alternatives
 * @property {TermEntry[]} spellings the entries spelt as typed, for the surface channel
 * @property {number} stemHash the hash of the stem by which pairs know the word
 * @property {string} [repaired] the spelling that replaced the word
 */

/**
 * A part of the text and what replaced it.
 * @typedef {{ start: number, end: number, spelling: string }} Repair
 */

// Sources/Search/Indexing/FieldCounts.swift
const MOST_SUMMED = 64;

// QueryPlan

/** A text as it was understood, and what the index has for each of its words. */
export class QueryPlan {
  /**
   * @param {string} text
   * @param {InvertedIndex} index
   * @param {Analyzer} analyzer
   */
  constructor(text, index, analyzer) {
    text = withPlainBlanks(text);
    this.text = text;
    const query = this.query = new QueryParser(index, analyzer).parse(text);
    const matcher = new WordMatcher(index, analyzer);
    matcher.prepare(query);
    const repairs = new WordSpacing(index, analyzer).repair(query);
    const synonyms = synonymsFor(query, index);
    this.matches = forAll(query.words, (word, place) => matcher.match(word, synonyms[place]));
    /** What was searched instead of what was typed; null when nothing was repaired. */
    this.suggestion = suggested(text, query, this.matches, repairs);
    /** For each piece that was left out, the entries of each of its words. */
    this.excluded = forAll(query.excluded, (terms) => forAll(terms, (term) =>
      matcher.known(wordOf(term, 0, 0)).alternatives.flatMap(({ members }) => members)));
  }

  /** Whether something besides filters was typed that is no word, such as a picture. */
  get hasOtherText() {
    const { categories, difficulties, tags } = this.query;
    return !categories.length && !difficulties.length && !tags.length && /[^\0- ]/.test(this.text);
  }

  /** All words whose postings are read to rank articles. */
  get entries() {
    return [...this.excluded.flat(2), ...entriesOf(this.matches)];
  }
}

/**
 * All words that matches stand for.
 * @param {WordMatch[]} matches
 */
const entriesOf = (matches) => matches.flatMap((match) => match.alternatives)
  .flatMap(({ members, phrase }) => phrase ? phrase.words.flatMap((word) => word.members) : members);

/**
 * What ranking takes.
 * @typedef {Pick<QueryPlan, "query" | "matches" | "excluded" | "entries" | "hasOtherText" | "suggestion">} Plan
 */

/**
 * The plan of a query that nobody typed.
 * @param {string} text
 * @param {Query} query
 * @param {InvertedIndex} index
 * @param {Analyzer} analyzer
 * @returns {Plan}
 */
export function planOf(text, query, index, analyzer) {
  const matcher = new WordMatcher(index, analyzer);
  matcher.prepare(query);
  const synonyms = synonymsFor(query, index);
  const matches = forAll(query.words, (word, place) => matcher.match(word, synonyms[place]));
  return {
    query, matches, excluded: [], entries: entriesOf(matches), hasOtherText: !!text, suggestion: null,
  };
}

/**
 * The text with repaired words in place of what was typed; null when none was repaired.
 * @param {string} text
 * @param {Query} query
 * @param {WordMatch[]} matches
 * @param {Repair[]} repairs
 */
function suggested(text, query, matches, repairs) {
  const all = [...repairs];
  const typed = binaryOf(bytesOfText(text));
  matches.forEach(({ repaired }, place) => {
    const { start, end, term } = query.words[place];
    if (repaired === undefined) return;
    // Of a word that is made of several, one of them: `alarme` in `l'alarme`.
    const spelling = exactOf(term.key);
    const written = typed.slice(start, end).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const at = written.indexOf(spelling);
    all.push(at < 0 ? { start, end, spelling: repaired }
      : { start: start + at, end: start + at + spelling.length, spelling: repaired });
  });
  if (!all.length) return null;
  let output = "";
  let position = 0;
  for (const { start, end, spelling } of all.sort((one, other) => one.start - other.start)) {
    if (start < position || end > typed.length) continue;
    output += typed.slice(position, start) + spelling;
    position = end;
  }
  return textOf(output + typed.slice(position));
}

/**
 * The commonest of some entries, the first among equals.
 * @param {TermEntry[]} entries
 * @returns {TermEntry | undefined}
 */
const commonest = ([...entries]) =>
  entries.reduce((best, entry) => (entry.frequency > best.frequency ? entry : best), entries[0]);

// Whether a word has letters only, as far as ASCII goes.
const isWritten = (/** @type {string} */ folded) => !/[\0-`]/.test(folded);

// WordSpacing

// The parts of a joined word have this many letters at least.
const SHORTEST_PART = 4;
// Words longer than this are not taken apart.
const LONGEST_WORD = 40;

/**
 * What two neighbours are together, if that may be a word.
 * @param {Word} left
 * @param {Word} right
 */
function joinedOf(left, right) {
  if (left.parts || right.parts || left.end >= right.start) return null;
  const joined = left.term.folded + right.term.folded;
  return joined.length > 4 && isWritten(joined) ? joined : null;
}

/** Mends spaces that are missing or too many: `sur chauffe`, `motdepasse`. */
class WordSpacing {
  /**
   * @param {InvertedIndex} index
   * @param {Analyzer} analyzer
   */
  constructor({ dictionary }, analyzer) {
    this.dictionary = dictionary;
    this.analyzer = analyzer;
  }

  /**
   * Joins and splits words of a query where the site has the result; what replaced what, where the
   * text as typed has a word that the site never uses.
   * @param {Query} query
   */
  repair(query) {
    return [...this.join(query), ...this.split(query)];
  }

  /**
   * Adds the word that two neighbours are together; they stay what they are.
   * @private
   * @param {Query} query
   */
  join({ words, pairs }) {
    /** @type {Repair[]} */
    const repairs = [];
    for (const [left, right] of pairs.map((places) => places.map((place) => words[place]))) {
      if (words.length >= MOST_QUERY_WORDS) break;
      const joined = joinedOf(left, right);
      const known = joined && this.best(joined);
      if (!known || words.some(({ term }) => term.key === known.key)) continue;
      const isUnknown = !this.dictionary.isKnown(left.term) || !this.dictionary.isKnown(right.term);
      const word = wordOf(this.term(known, !isUnknown), left.start, right.end);
      word.isJoined = true;
      words.push(word);
      if (isUnknown) repairs.push({ ...word, spelling: exactOf(known.key) });
    }
    return repairs;
  }

  /**
   * Replaces a word that the site never uses by the two that it is made of.
   * @private
   * @param {Query} query
   */
  split({ words, pairs }) {
    /** @type {Repair[]} */
    const repairs = [];
    for (const word of [...words]) {
      const { term, parts, isJoined, start, end } = word;
      const { folded, compound } = term;
      if (compound || parts || isJoined || folded.length < 2 * SHORTEST_PART
        || folded.length > LONGEST_WORD || !isWritten(folded) || this.dictionary.isKnown(term)
        || this.isBeginning(word) || words.length + 2 > MOST_QUERY_WORDS) {
        continue;
      }
      const both = this.partsOf(folded);
      if (!both) continue;
      pairs.push([words.length, words.length + 1]);
      for (const part of both) words.push(wordOf(this.term(part, false), start, end));
      word.isReplaced = true;
      repairs.push({ start, end, spelling: both.map(({ key }) => exactOf(key)).join(" ") });
    }
    return repairs;
  }

  /**
   * The two words of the site that a word is made of; the commonest where there are several.
   * @private
   * @param {string} folded
   */
  partsOf(folded) {
    const cuts = Array.from(
      { length: folded.length - 2 * SHORTEST_PART + 1 }, (_, cut) => cut + SHORTEST_PART);
    let found = null;
    let most = 0;
    const pairs = forAll(cuts, (cut) => {
      const left = this.best(folded.slice(0, cut));
      return left && { left, right: this.best(folded.slice(cut)) };
    });
    for (const pair of pairs) {
      if (!pair?.right) continue;
      const frequency = Math.min(pair.left.frequency, pair.right.frequency);
      if (frequency <= most) continue;
      most = frequency;
      found = [pair.left, pair.right];
    }
    return found;
  }

  /**
   * Whether the last word may be the beginning of one that the site has.
   * @private
   * @param {Word} word
   */
  isBeginning(word) {
    const { folded } = word.term;
    return isCompletable(word) && this.dictionary.atOrAfter(folded)?.startsWith(folded);
  }

  /**
   * The commonest spelling of a folded word.
   * @private
   * @param {string} folded
   */
  best(folded) {
    return commonest(this.dictionary.spellings(folded).filter(({ frequency }) => frequency > 0));
  }

  /**
   * @private
   * @param {TermEntry} entry
   * @param {boolean} compound
   * @returns {Term}
   */
  term({ key }, compound) {
    const folded = foldedOf(key);
    const stop = this.analyzer.stopWords.has(folded);
    return { key, folded, stem: this.analyzer.stemOf(key), compound, stop };
  }
}

// SynonymExpander

// Words of a phrase beyond this many are not looked for.
const LONGEST_PHRASE = 8;

/**
 * For each word of the query the alternatives that its synonyms give.
 * @param {Query} query
 * @param {InvertedIndex} index
 */
function synonymsFor({ words }, { dictionary, synonyms }) {
  /** @type {Alternative[][]} */
  const result = words.map(() => []);
  // Compounds stand beside their parts, which are the words that follow each other.
  const places = [...words.keys()].filter((place) => !words[place].term.compound);
  const terms = places.map((place) => words[place].term);
  /** @type {{ others: import("./index.js").Synonym[], meant: number[] }[]} */
  const matches = [];
  for (let position = 0; position < places.length;) {
    const match = synonyms.match(terms.slice(position));
    if (match) {
      const range = Array.from({ length: match.length }, (_, offset) => position + offset);
      const content = range.filter((place) => !terms[place].stop);
      matches.push({ others: match.others, meant: content.length ? content : range });
    }
    position += match?.length ?? 1;
  }
  dictionary.needAll(matches.flatMap(({ others }) => others)
    .flatMap(({ words }) => words.map(({ stem }) => stem)));
  forAll(matches, ({ others, meant }) => {
    const found = forAll(others, (other) => alternativeOf(other, meant.length, dictionary))
      .flatMap((alternative) => alternative ?? []);
    for (const place of meant) result[places[place]].push(...found);
  });
  return result;
}

/**
 * A phrase as an alternative: documents that have it as a whole.
 * @param {import("./index.js").Synonym} synonym
 * @param {number} shares
 * @param {import("./dictionary.js").TermDictionary} dictionary
 * @returns {Alternative | null}
 */
function alternativeOf({ words: phrase, isGeneral }, shares, dictionary) {
  // Stop words say nothing, and a phrase that begins or ends in one is as good without.
  const content = phrase.filter(({ stop }) => !stop);
  const meant = content.length ? content : phrase;
  const words = meant.slice(0, LONGEST_PHRASE).map(({ folded, stem }) => {
    let members = dictionary.membersOfStem(stem);
    if (!members.length) {
      const [spelling] = dictionary.spellings(folded);
      if (spelling) members = dictionary.members(spelling);
    }
    return { members, stemHash: hash(stem) };
  });
  if (!words.length || words.some(({ members }) => !members.length)) return null;
  const frequencies = words.map(({ members }) =>
    members.reduce((sum, { frequency }) => sum + frequency, 0));
  const rarest = frequencies.indexOf(Math.min(...frequencies));
  const weight = fround((isGeneral ? THESAURUS : SYNONYM) / shares);
  /** @type {Alternative} */
  const alternative = { members: words[rarest].members, weight, kind: "synonym" };
  if (words.length > 1) {
    alternative.phrase = { words, rarest, isContiguous: meant.length === phrase.length };
  }
  return alternative;
}

// WordMatcher

// Fewer letters than this are not completed when they are a word themselves.
const SHORTEST_PREFIX = 3;
// More entries than this are not looked at to complete a word.
const MOST_SCANNED = 2048;

/** Finds the words of the index that a word of the query stands for. */
class WordMatcher {
  /**
   * @param {InvertedIndex} index
   * @param {Analyzer} analyzer
   */
  constructor({ dictionary }, analyzer) {
    this.dictionary = dictionary;
    this.analyzer = analyzer;
  }

  /**
   * Stops a search unless what will be looked at first is there, to ask for all of it at once.
   * @param {Query} query
   */
  prepare({ words, pairs, excluded, exactKey }) {
    const { dictionary } = this;
    const keys = [...words.map(({ term }) => term), ...excluded.flat()].map(({ folded }) => folded);
    for (const [left, right] of pairs) keys.push(joinedOf(words[left], words[right]) ?? "a");
    if (exactKey) keys.push(exactKey);
    const steps = [() => dictionary.needAll(keys.filter((key) => key !== "a"))];
    for (const word of words.filter(isCompletable)) {
      const { folded } = word.term;
      if (folded.length > 1) steps.push(() => dictionary.needBeginning(folded, MOST_SCANNED));
    }
    forAll(steps, (step) => step());
  }

  /**
   * What the index has of a word, its synonyms included.
   * @param {Word} word
   * @param {Alternative[]} synonyms
   * @returns {WordMatch}
   */
  match(word, synonyms) {
    const match = this.known(word);
    const { alternatives } = match;
    const isKnown = alternatives.length > 0;
    const { folded, compound } = word.term;
    if (word.isReplaced) return match;
    if (isCompletable(word)) this.complete(folded, isKnown, match);
    alternatives.push(...synonyms);
    if (!alternatives.length && !compound) this.repair(folded, match);
    return match;
  }

  /**
   * What the index has of a word in any of its forms.
   * @param {Word} word
   */
  known({ term, isReplaced }) {
    /** @type {WordMatch} */
    const match = { alternatives: [], spellings: [], stemHash: hash(term.stem) };
    if (isReplaced) return match;
    const spellings = this.dictionary.spellings(term.folded).filter(({ frequency }) => frequency > 0);
    if (spellings.length) {
      this.matchSpellings(spellings, term, match);
      return match;
    }
    let members = this.dictionary.membersOfStem(term.stem);
    if (!members.length) {
      // Without accents the stemmer may see another ending.
      const plain = this.analyzer.stemOf(term.folded);
      if (plain !== term.stem) {
        members = this.dictionary.membersOfStem(plain);
        if (members.length) match.stemHash = hash(plain);
      }
    }
    if (members.length) match.alternatives.push({ members, weight: 1, kind: "word" });
    return match;
  }

  /**
   * @private
   * @param {TermEntry[]} spellings
   * @param {Term} term
   * @param {WordMatch} match
   */
  matchSpellings(spellings, { key, folded }, match) {
    /** @type {Map<number, TermEntry>} */
    const members = new Map();
    for (const member of forAll(spellings, (spelling) => this.dictionary.members(spelling)).flat()) {
      if (members.size < MOST_SUMMED && !members.has(member.ordinal)) {
        members.set(member.ordinal, member);
      }
    }
    match.alternatives.push({ members: [...members.values()], weight: 1, kind: "word" });
    // Accents that were typed are meant; accents that were not may have been left out.
    const exact = spellings.find((spelling) => spelling.key === key);
    match.spellings = key.length > folded.length && exact ? [exact] : spellings;
    const best = exact ?? commonest(spellings);
    if (best && best.key !== key) match.stemHash = hash(this.analyzer.stemOf(best.key));
  }

  /**
   * Adds the most frequent words that begin as the last word of the query does.
   * @private
   * @param {string} folded
   * @param {boolean} isKnown
   * @param {WordMatch} match
   */
  complete(folded, isKnown, match) {
    if (folded.length < (isKnown ? SHORTEST_PREFIX : 2)) return;
    const cursor = this.dictionary.atOrAfter(folded);
    if (!cursor) return;
    const known = new Set(match.alternatives.flatMap(({ members }) =>
      members.map(({ ordinal }) => ordinal)));
    /** @type {TermEntry[]} */
    const found = [];
    let scanned = 0;
    do {
      if (!cursor.startsWith(folded) || scanned >= MOST_SCANNED) break;
      scanned++;
      if (cursor.isWord && !known.has(cursor.ordinal)) found.push(cursor.entry);
    } while (cursor.next());
    found.sort((one, other) => other.frequency - one.frequency || one.ordinal - other.ordinal);
    for (const entry of found.slice(0, MOST_COMPLETIONS)) {
      const share = fround(folded.length / Math.max(1, foldedOf(entry.key).length));
      const weight = fround((isKnown ? KNOWN_PREFIX : PREFIX) * share);
      match.alternatives.push({ members: [entry], weight, kind: "completion" });
    }
    if (!isKnown && found.length) match.stemHash = hash(this.analyzer.stemOf(found[0].key));
  }

  /**
   * Adds the nearest words to one that the site never uses.
   * @private
   * @param {string} folded
   * @param {WordMatch} match
   */
  repair(folded, match) {
    /** @type {Set<number>} */
    const seen = new Set();
    const repairs = this.dictionary.store.repair.nearestWords(
      this.dictionary, folded, 4 * MOST_REPAIRS);
    const classes = forAll(repairs, ({ entry }) => this.dictionary.members(entry));
    repairs.forEach(({ entry: { key }, distance }, place) => {
      const members = classes[place];
      const first = Math.min(...members.map(({ ordinal }) => ordinal));
      if (match.alternatives.length >= MOST_REPAIRS || !members.length || seen.has(first)) return;
      seen.add(first);
      let weight = 1;
      for (let error = 0; error < distance; error++) weight = fround(weight * REPAIR);
      if (match.repaired === undefined) {
        match.repaired = exactOf(key);
        match.stemHash = hash(this.analyzer.stemOf(key));
      }
      match.alternatives.push({ members, weight, kind: "repair", errors: distance });
    });
  }
}
