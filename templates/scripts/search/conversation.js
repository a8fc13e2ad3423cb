// @ts-check
// The words of a long text that say most about it, as Sources/Search/Related and QueryPlan.swift pick
// them. Fetched when a conversation is given.
import { bytesOfText, nextWord } from "./analysis.js";
import { planOf } from "./matching.js";
import { Query, wordOf } from "./query.js";
import { forAll } from "./store.js";

/** @typedef {import("./analysis.js").Analyzer} Analyzer */
/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./index.js").InvertedIndex} InvertedIndex */

const { fround } = Math;
const decoder = new TextDecoder();

// Courtesy

// Longer lines say something besides, however they begin.
const LONGEST_LINE = 60;
// A greeting has so many words behind it: `bonjour madame Tremblay`.
const MOST_WORDS = 3;
const openings = [
  "bonjour", "bonsoir", "salut", "allô", "madame", "monsieur", "cher", "chère", "hi", "hello",
  "hey", "dear", "good morning", "good afternoon", "good evening", "cordialement", "sincèrement",
  "bien à vous", "regards", "best regards", "kind regards", "sincerely", "cheers", "best",
  "envoyé de mon", "sent from my", "merci", "thanks", "thank you",
];
const phrases = new Set([
  "merci d'avance", "merci beaucoup", "merci de votre aide", "bonne journée", "bonne soirée",
  "thanks in advance", "many thanks", "thank you very much", "have a nice day", "please help",
  "bien cordialement", "salutations distinguées", "à bientôt", "comment allez vous",
  "how are you", "hope you are well", "i hope you are well",
]);
// What stands behind a greeting or a thank-you, and says nothing there.
const others = new Set([
  "advance", "aide", "all", "appel", "attention", "avance", "client", "device", "everyone", "help",
  "iphone", "ipad", "madame", "message", "messieurs", "monsieur", "mobile", "patience", "phone",
  "rapidité", "reply", "retour", "réponse", "service", "soutien", "suivi", "support", "team",
  "telephone", "temps", "time", "tous", "tout", "monde", "téléphone", "équipe",
]);
const signatures = [
  "sent from my ", "envoyé de mon ", "envoyé depuis ", "-----original message",
  "-----message d’origine", "-----message d'origine", "________",
];

/**
 * Whether a line is only a greeting, a thank-you or a farewell.
 * @param {Uint8Array} line
 * @param {(word: string) => boolean} isKnown whether articles have a word, so that it is no name and
 *   `Bonjour, batterie en alarme` says something
 */
function isCourtesy(line, isKnown) {
  if (line.length > LONGEST_LINE) return false;
  const text = decoder.decode(line).toLowerCase()
    .split(/[^\p{L}\p{M}'’]+/u).filter((word) => word).join(" ");
  if (phrases.has(text)) return true;
  if (line.some((byte) => byte === 0x3f || byte >= 0x30 && byte <= 0x39)) return false;
  return openings.some((opening) => {
    if (text === opening) return true;
    if (!text.startsWith(`${opening} `)) return false;
    const words = text.slice(opening.length + 1).split(" ");
    // `équipe` for `l'équipe`.
    return words.length <= MOST_WORDS && words.every((word) =>
      others.has(word.split(/['’]/).filter((part) => part).pop() ?? word) || !isKnown(word));
  });
}

/**
 * Whether a line begins a signature or a quoted message, so that nothing after it counts.
 * @param {Uint8Array} line
 */
function endsText(line) {
  const text = decoder.decode(line);
  return text === "-- " || text === "--"
    || signatures.some((beginning) => text.toLowerCase().startsWith(beginning));
}

// KeyWords

// How many words are taken: more say less each, and take time.
const MOST = 24;
// Text beyond this many bytes is not read.
const LONGEST_TEXT = 256 << 10;

/** @typedef {{ term: Term, position: number, count: number }} Occurrence */

/**
 * The distinct words by stem, but for stop words.
 * @param {Uint8Array} bytes
 * @param {Analyzer} analyzer
 * @param {(word: string) => boolean} isKnown
 */
function wordsOf(bytes, analyzer, isKnown) {
  /** @type {Map<string, Occurrence>} */
  const found = new Map();
  let position = 0;
  for (let start = 0; start < bytes.length;) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
    const line = bytes.subarray(start, end);
    start = end + 1;
    if (!line.length) continue;
    if (endsText(line)) break;
    if (isCourtesy(line, isKnown)) continue;
    for (let word, at = 0; (word = nextWord(line, at)); at = word[1]) {
      for (const term of analyzer.analyze(line, ...word)) {
        if (!term.key) continue;
        if (!term.compound) position++;
        if (term.stop) continue;
        const known = found.get(term.stem);
        if (known) known.count++;
        else found.set(term.stem, { term, position, count: 1 });
      }
    }
    position++;
  }
  return [...found.values()];
}

/**
 * What a conversation is about: the words that say most, each by how much it says.
 * @param {string} text
 * @param {InvertedIndex} index
 * @param {Analyzer} analyzer
 */
export function conversationPlan(text, index, analyzer) {
  const { dictionary, documentCount } = index;
  /** @param {Term} term */
  const frequencyOf = (term) => {
    const spelt = Math.max(0, ...dictionary.spellings(term.folded).map(({ frequency }) => frequency));
    return spelt
      || Math.max(0, ...dictionary.membersOfStem(term.stem).map(({ frequency }) => frequency));
  };
  // Whether articles have a word that is no stop word.
  const isKnown = (/** @type {string} */ word) => {
    const letters = bytesOfText(word);
    return analyzer.analyze(letters, 0, letters.length)
      .some((term) => !term.stop && frequencyOf(term) > 0);
  };
  const found = wordsOf(bytesOfText(text).subarray(0, LONGEST_TEXT), analyzer, isKnown);
  dictionary.needAll(found.map(({ term }) => term.folded));
  const frequencies = forAll(found, ({ term }) => frequencyOf(term));
  const weighed = found.flatMap(({ term, position, count }, place) => {
    const frequency = frequencies[place];
    // A word in nearly every article tells none from another.
    if (!frequency || frequency * 10 > documentCount * 9 && documentCount >= 10) return [];
    let weight = fround(2 * count / (count + 1));
    if (/[\0-9]/.test(term.folded)) weight = fround(weight * 2);
    return [{ term, position, weight, worth: fround(index.weight(frequency) * weight) }];
  });
  weighed.sort((one, other) => other.worth - one.worth || one.position - other.position
    || (one.term.stem < other.term.stem ? -1 : 1));
  const words = weighed.slice(0, MOST).sort((one, other) => one.position - other.position);
  const query = new Query();
  /** @type {Map<number, number>} */
  const places = new Map();
  for (const { term, position, weight } of words) {
    places.set(position, query.words.length);
    query.words.push({ ...wordOf(term, 0, 0), weight });
  }
  for (const { position } of words) {
    const left = places.get(position);
    const right = places.get(position + 1);
    if (left !== undefined && right !== undefined) query.pairs.push([left, right]);
  }
  return planOf(text, query, index, analyzer);
}
