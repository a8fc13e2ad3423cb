// @ts-check
// Snowball's English stemmer (Porter 2) as in libstemmer 2.2, which the index is built with;
// described at https://snowballstem.org/algorithms/english/stemmer.html.
//
// A capital Y is a consonant.

export { stopWords } from "./stop-words-en.js";

/**
 * Rows `from:to`; a row without a colon is to stay as it is.
 * @param {string} rows
 */
const table = (rows) =>
  new Map(rows.split(" ").map((row) => /** @type {[string, string]} */ (row.split(":"))));

/**
 * A pattern is tried from the left, so it finds the longest suffix that ends a word.
 * @param {Iterable<string>} suffixes
 */
const among = (suffixes) => new RegExp(`(?:${[...suffixes].join("|")})$`);

const whole = table(
  "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli " +
    "only:onli singly:singl sky news howe atlas cosmos bias andes");
const wholeAfterPlural = /^(?:(?:inn|out|cann|herr|earr)ing|(?:proc|exc|succ)eed)$/;
const step2 = table(
  "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate " +
    "ator:ate alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive " +
    "biliti:ble bli:ble ogi:og fulli:ful lessli:less li:");
const step3 = table("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
const step2Suffixes = among(step2.keys());
const step3Suffixes = among(step3.keys());
const step4Suffixes = among(
  "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split(" "));

// Ends in a short syllable.
const short = /^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/u;

/**
 * The stem of a lower-case word.
 * @param {string} text
 */
export function stem(text) {
  if (whole.has(text)) return whole.get(text) ?? text;
  if (!/^.../su.test(text)) return text;
  let word = text.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");

  const nextRegion = /[aeiouy][^aeiouy]/gu;
  const region = () => (nextRegion.test(word) ? nextRegion.lastIndex : word.length);
  const special = /^(?:gener|commun|arsen)/.exec(word)?.[0].length;
  if (special) nextRegion.lastIndex = special;
  const r1 = special ?? region();
  const r2 = region();

  // Where the suffix begins that was found last.
  let at = 0;
  /** @param {RegExp} suffixes */
  const ends = (suffixes) => {
    const found = suffixes.exec(word);
    if (found) at = found.index;
    return found ? found[0] : "";
  };
  const put = (suffix = "") => (word = word.slice(0, at) + suffix);
  const stemHas = (/** @type {RegExp} */ letters) => letters.test(word.slice(0, at));

  word = word.replace(/'(?:s'?)?$/, "");
  const plural = ends(/(?:sses|ie[ds]|us|s?s)$/);
  if (plural === "sses") put("ss");
  else if (plural[0] === "i") put(stemHas(/../su) ? "i" : "ie");
  else if (plural === "s" && stemHas(/[aeiouy]./su)) put();

  if (!wholeAfterPlural.test(word)) {
    const past = ends(/(?:eed|ed|ing)(?:ly)?$/);
    if (past.startsWith("ee")) at >= r1 && put("ee");
    else if (past && stemHas(/[aeiouy]/)) {
      put();
      if (/(?:at|bl|iz)$/.test(word)) word += "e";
      else if (/([bdfgmnprt])\1$/.test(word)) word = word.slice(0, -1);
      else if (word.length === r1 && short.test(word)) word += "e";
    }

    word = word.replace(/(.[^aeiouy])[yY]$/su, "$1i");

    let suffix = ends(step2Suffixes);
    const isDerived =
      suffix === "ogi" ? stemHas(/l$/) : suffix === "li" ? stemHas(/[cdeghkmnrt]$/) : suffix;
    if (isDerived && at >= r1) put(step2.get(suffix));

    suffix = ends(step3Suffixes);
    if (suffix && at >= (suffix === "ative" ? Math.max(r1, r2) : r1)) put(step3.get(suffix));

    suffix = ends(step4Suffixes);
    if (suffix && at >= r2 && (suffix !== "ion" || stemHas(/[st]$/))) put();

    suffix = ends(/[el]$/);
    const isLost =
      suffix === "l" ? at >= r2 && stemHas(/l$/) : at >= r2 || at >= r1 && !stemHas(short);
    if (suffix && isLost) put();
  }
  return word.replace(/Y/g, "y");
}
