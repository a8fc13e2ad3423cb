// @ts-check
// From text to terms, to the byte as Sources/Search/Analysis does it, in the order of its files.
//
// Keys, folded words and stems are binary strings: one character, U+0000 to U+00FF, for each byte
// of their UTF-8. They can be keys of a Map, and `<` compares them as the index is sorted.
import { composition, folding, lowerCase, marks } from "./letters.js";
import { clitics, expansions, oneWord } from "./words.js";

/** @typedef {[start: number, end: number]} Range */

/**
 * One searchable form of a word.
 * @typedef {object} Term
 * @property {string} key the folded word, then what folding lost: the dictionary key
 * @property {string} folded
 * @property {string} stem folded too; shared by all words of one class
 * @property {boolean} compound whether it stands beside its parts and shares their position
 * @property {boolean} stop whether it says little about an article
 */

// UTF8Coding

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A text's UTF-8; half a surrogate pair becomes U+FFFD.
 * @param {string} text
 */
export const bytesOfText = (text) => encoder.encode(text);

/** @param {Uint8Array} bytes */
export function binaryOf(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return binary;
}

/** @param {string} binary */
export const bytesOf = (binary) => Uint8Array.from(binary, (byte) => byte.charCodeAt(0));

/**
 * The text that a binary string is the UTF-8 of.
 * @param {string} binary
 */
export const textOf = (binary) => decoder.decode(bytesOf(binary));

const INVALID = 0xfffd << 3 | 1;

/**
 * Reads the scalar at `index` as `scalar << 3 | length`, so that nothing is allocated. Bytes that
 * are not UTF-8 come back one by one as U+FFFD.
 * @param {Uint8Array} bytes
 * @param {number} index
 * @param {number} end where reading must stop
 */
export function decode(bytes, index, end) {
  const first = bytes[index];
  if (first < 0x80) return first << 3 | 1;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4 || length > end - index) return INVALID;
  let scalar = first & 0x7f >> length;
  for (let next = index + 1; next < index + length; next++) {
    if ((bytes[next] & 0xc0) !== 0x80) return INVALID;
    scalar = scalar << 6 | bytes[next] & 0x3f;
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isScalar = scalar >= least && scalar < 0x110000 && scalar >> 11 !== 0xd800 >> 11;
  return isScalar ? scalar << 3 | length : INVALID;
}

/** @param {number} scalar */
function encoded(scalar) {
  const text = String.fromCodePoint(scalar);
  return scalar < 0x80 ? text : binaryOf(encoder.encode(text));
}

// LetterMap

/** @param {string} text */
const wordsOf = (text) => text.trim().split(/\s+/);

/** @param {string} letter */
const scalarOf = (letter) => Number(letter.codePointAt(0));

/** @type {Map<number, number>} */
const lowerCases = new Map();
/** @type {Map<number, string>} */
const folds = new Map();
/** @type {Map<string, number>} */
const composed = new Map();

for (const [, upper, lower, count, skip] of lowerCase.matchAll(/([^\s\d])([^\s\d])(\d*)(\+?)/gu)) {
  for (let nth = 0; nth < Number(count || 1); nth++) {
    const distance = skip ? 2 * nth : nth;
    lowerCases.set(scalarOf(upper) + distance, scalarOf(lower) + distance);
  }
}
for (const row of wordsOf(folding)) {
  const [fold, letters] = row.split(":");
  for (const letter of letters) folds.set(scalarOf(letter), binaryOf(encoder.encode(fold)));
}
const markScalars = wordsOf(marks).map((mark) => parseInt(mark, 16));
let letterBefore = 0;
for (const [, distance, base, mark] of composition.matchAll(/(\d*)([^\s\d])([A-Z])/gu)) {
  const letter = letterBefore += Number(distance || 2);
  composed.set(base + String.fromCodePoint(markScalars[mark.charCodeAt(0) - 65]), letter);
  const fold = base < "\x80" ? base : folds.get(scalarOf(base));
  if (fold) folds.set(letter, fold);
}

/**
 * What a lower-case scalar is searched as.
 * @param {number} scalar
 */
const foldOf = (scalar) => folds.get(scalar) ?? encoded(scalar);

// ScalarClass

const [SEPARATOR, LETTER, DIGIT, LONE, EXTENDER, APOSTROPHE, HYPHEN, DECIMAL, DEGREE] =
  Array(9).keys();

// The first row that has a scalar decides, as in the Swift `switch`; what is in none is a letter.
const classes = /** @type {[number, string][]} */ ([
  [LETTER, "41-5a 61-7a"],
  [DIGIT, "30-39"],
  [APOSTROPHE, "27"],
  [HYPHEN, "2d 5f"],
  [DECIMAL, "2c 2e"],
  [LONE, "25"],
  [SEPARATOR, "0-7f"],
  [DEGREE, "b0 2103 2109"],
  [EXTENDER, "ad 200c 200d 2060 feff"],
  [LETTER, "aa b5 ba"],
  [DIGIT, "b2 b3 b9 2070-2079 2080-2089 ff10-ff19"],
  [SEPARATOR, "80-bf d7 f7"],
  [EXTENDER, "300-36f 483-489 1ab0-1aff 1dc0-1dff 20d0-20ff fe00-fe0f fe20-fe2f"],
  [APOSTROPHE, "2bc 2018 2019 ff07"],
  [HYPHEN, "2010 2011"],
  [LETTER, "2126 212a 212b"],
  [SEPARATOR, "2000-2bff 2e00-2e7f 3000-3004 3008-3030 fe10-fe6f e000-f8ff ffe0-ffff"],
  [SEPARATOR, "ff00-ff20 ff3b-ff40 ff5b-ff65"],
  [LONE, "2e80-2fff 3040-30ff 3400-4dbf 4e00-9fff f900-faff 20000-3ffff"],
  [SEPARATOR, "1f000-1faff e0000-10ffff"],
]).flatMap(([kind, ranges]) =>
  ranges.split(" ").map((range) => {
    const [from, to] = range.split("-").map((end) => parseInt(end, 16));
    return { kind, from, to: to ?? from };
  }));

/** @param {number} scalar */
const classOf = (scalar) =>
  classes.find(({ from, to }) => scalar >= from && scalar <= to)?.kind ?? LETTER;

// Classes of the scalars that nearly all text is made of.
const frequent = Uint8Array.from({ length: 0x300 }, (_, scalar) => classOf(scalar));

// WordScanner

// In bytes. Longer words are cut, so that no input makes an unbounded term.
const LONGEST_WORD = 96;

/**
 * The class and the length of what is at `index`, as `kind << 3 | length`.
 * @param {Uint8Array} bytes
 * @param {number} index
 * @param {number} end
 */
function classify(bytes, index, end) {
  const read = decode(bytes, index, end);
  const scalar = read >> 3;
  return (frequent[scalar] ?? classOf(scalar)) << 3 | read & 7;
}

/** @param {number} kind */
const isPlain = (kind) => kind === LETTER || kind === DIGIT;

/**
 * Finds the next word at or after `position`, compounds and elisions still in one piece.
 * @param {Uint8Array} bytes
 * @param {number} position
 * @param {number} end where the text ends
 * @returns {Range | null}
 */
export function nextWord(bytes, position, end = bytes.length) {
  for (let start = position; start < end;) {
    const read = classify(bytes, start, end);
    const kind = read >> 3;
    const next = start + (read & 7);
    if (isPlain(kind)) return [start, endOfWord(bytes, start, end)];
    if (kind === LONE) return [start, next];
    if (kind === DEGREE) return [start, endOfDegree(bytes, start, next, end)];
    start = next;
  }
  return null;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} end
 */
function endOfWord(bytes, start, end) {
  let previous = SEPARATOR;
  for (let index = start; ;) {
    if (index >= end) return index;
    const read = classify(bytes, index, end);
    const kind = read >> 3;
    const next = index + (read & 7);
    if (next - start > LONGEST_WORD) return index;
    if (isPlain(kind)) previous = kind;
    else if (kind === APOSTROPHE || kind === HYPHEN || kind === DECIMAL && previous === DIGIT) {
      if (next >= end) return index;
      const following = classify(bytes, next, end);
      const isInside = kind === DECIMAL ? following === (DIGIT << 3 | 1) : isPlain(following >> 3);
      if (!isInside || next + (following & 7) - start > LONGEST_WORD) return index;
    } else if (kind !== EXTENDER) return index;
    index = next;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} index after the sign
 * @param {number} end
 */
function endOfDegree(bytes, start, index, end) {
  // U+2103 and U+2109 already carry their letter.
  const unit = index < end && index - start === 2 ? bytes[index] | 0x20 : 0;
  if (unit !== 0x63 && unit !== 0x66) return index;
  return index + 1 < end && isPlain(classify(bytes, index + 1, end) >> 3) ? index : index + 1;
}

// Elision, StopWords

const elided = new Map(
  wordsOf(expansions).map((row) => /** @type {[string, string]} */ (row.split(":"))));
const joinedWords = wordsOf(oneWord);
const hungPronouns = new Set(wordsOf(clitics));

// SurfaceKey

/**
 * The key of a word given as lower-case scalars.
 * @param {number[]} scalars
 */
function keyOf(scalars) {
  let key = "";
  let accents = "";
  scalars.forEach((scalar, index) => {
    key += foldOf(scalar);
    if (!folds.has(scalar)) return;
    accents += String.fromCharCode(Math.min(index + 1, 255)) + encoded(scalar);
  });
  return accents ? key + "\0" + accents : key;
}

/**
 * The folded word of a key.
 * @param {string} key
 */
export const foldedOf = (key) => key.split("\0", 1)[0];

/**
 * The word of a key with its accents, a binary string too.
 * @param {string} key
 */
export function exactOf(key) {
  const count = foldedOf(key).length;
  const bytes = bytesOf(key);
  /** @type {Map<number, number>} */
  const accents = new Map();
  for (let index = count + 1; index + 1 < bytes.length;) {
    const read = decode(bytes, index + 1, bytes.length);
    accents.set(bytes[index], read >> 3);
    index += 1 + (read & 7);
  }
  let exact = "";
  for (let index = 0, position = 1; index < count; position = Math.min(position + 1, 255)) {
    const accent = accents.get(position);
    const read = decode(bytes, index, count);
    exact += encoded(accent ?? read >> 3);
    index += accent === undefined ? read & 7 : foldOf(accent).length;
  }
  return exact;
}

// Analyzer

/** A word after reading: lower case, composed, with what splitting needs to know. */
class Letters {
  /** @type {number[]} */
  scalars = [];
  /** @type {boolean[]} */
  upper = [];

  /** @param {number} scalar */
  append(scalar, isUpper = false) {
    this.scalars.push(scalar);
    this.upper.push(isUpper);
  }

  /**
   * The ranges between occurrences of a scalar.
   * @param {number} separator
   */
  ranges(separator) {
    /** @type {Range[]} */
    const ranges = [];
    const { scalars } = this;
    for (let start = 0, end; start < scalars.length; start = end + 1) {
      end = scalars.indexOf(separator, start);
      if (end < 0) end = scalars.length;
      if (end > start) ranges.push([start, end]);
    }
    return ranges;
  }

  /**
   * Decodes, lower-cases and composes; drops marks that compose with nothing.
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  static read(bytes, start, end) {
    const letters = new Letters();
    const { scalars } = letters;
    for (let index = start; index < end;) {
      const kind = classify(bytes, index, end) >> 3;
      const read = decode(bytes, index, end);
      const scalar = read >> 3;
      index += read & 7;
      if (kind === EXTENDER) {
        const base = scalars.length ? scalars[scalars.length - 1] : 0;
        const letter = composed.get(String.fromCodePoint(base, scalar));
        if (letter) scalars[scalars.length - 1] = letter;
      } else if (kind === APOSTROPHE) letters.append(0x27);
      else if (kind === HYPHEN) letters.append(0x2d);
      else if (kind === DECIMAL) letters.append(0x2e);
      else if (kind === DEGREE) {
        letters.append(0xb0);
        if (scalar === 0x2103) letters.append(0x63);
        if (scalar === 0x2109) letters.append(0x66);
      } else {
        const isASCII = scalar >= 0x41 && scalar <= 0x5a;
        const lower = isASCII ? scalar + 32 : lowerCases.get(scalar) ?? scalar;
        letters.append(lower, lower !== scalar);
      }
    }
    return letters;
  }
}

// More parts than this in one word are not split off.
const MOST_PARTS = 12;

/**
 * Cuts at changes between letters and digits, and at capitals inside a word.
 * @param {Letters} letters
 * @param {Range} range
 * @returns {Range[]}
 */
function partsOf({ scalars, upper }, [from, to]) {
  let start = from;
  /** @param {number} index */
  const isNumber = (index) => scalars[index] < 0x3a;
  /** @param {number} index */
  const isBoundary = (index) => {
    if (isNumber(index - 1) !== isNumber(index)) return true;
    if (isNumber(index) || !upper[index]) return false;
    // Both are letters: foxBMS, BMSConfig. Single letters as in iPhone or kWh stay where they are.
    if (index - start < 2 || index + 1 >= to || isNumber(index + 1)) return false;
    if (!upper[index - 1]) return true;
    return !upper[index + 1] && index + 2 < to && !isNumber(index + 2);
  };
  /** @type {Range[]} */
  const parts = [];
  for (let index = from + 1; index < to; index++) {
    if (!isBoundary(index)) continue;
    parts.push([start, index]);
    start = index;
  }
  parts.push([start, to]);
  // 0x351 is found by 351; its prefix says nothing.
  const isHexadecimal = parts.length > 2 && parts[1][1] === from + 2
    && scalars[from] === 0x30 && scalars[from + 1] === 0x78;
  return isHexadecimal ? [[from + 2, to]] : parts;
}

/** Turns a word as it is written into the terms it is found by. */
export class Analyzer {
  /**
   * @param {string} language `fr` or `en`; any other has no stop words and no elisions
   * @param {((word: string) => string) | null} stem the language's stemmer, of lower-case words
   * @param {string} stopWords the language's
   */
  constructor(language, stem, stopWords = "") {
    this.language = language;
    this.stemmer = stem;
    this.stopWords = new Set(wordsOf(stopWords));
  }

  /**
   * The terms of one word that {@link nextWord} found.
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  analyze(bytes, start, end) {
    /** @type {Term[]} */
    const terms = [];
    const letters = Letters.read(bytes, start, end);
    if (!letters.scalars.length) return terms;
    for (const piece of this.splitElisions(letters, terms)) this.splitCompound(piece, terms);
    return terms;
  }

  /**
   * Takes a word apart at its apostrophes: `l'ail` leaves `ail` and appends the term of `le`.
   * @private
   * @param {Letters} letters
   * @param {Term[]} terms
   */
  splitElisions(letters, terms) {
    const { scalars, upper } = letters;
    if (!scalars.includes(0x27)) return [letters];
    const ranges = letters.ranges(0x27);
    while (this.language === "fr" && ranges.length > 1) {
      const rest = foldedOf(keyOf(ranges.flatMap((range) => scalars.slice(...range))));
      if (joinedWords.some((word) => rest.startsWith(word))) break;
      const expansion = elided.get(foldedOf(keyOf(scalars.slice(...ranges[0]))));
      if (!expansion) break;
      terms.push(this.term([...bytesOf(expansion)]));
      ranges.shift();
    }
    if (ranges.length > 1) {
      const [from, to] = ranges[ranges.length - 1];
      if (to - from === 1 && scalars[from] === 0x73) ranges.pop();
    }
    // More than one is a contraction or a name: one word, as most people type it.
    const joined = new Letters();
    for (const [from, to] of ranges) {
      for (let index = from; index < to; index++) {
        // A capital after the apostrophe, as in O'Brien, begins no new word.
        joined.append(scalars[index], upper[index] && (index === 0 || ranges.length === 1));
      }
    }
    return ranges.length ? [joined] : [];
  }

  /**
   * Appends the terms of a word without apostrophes: the word, and its parts if it is compound.
   * @private
   * @param {Letters} letters
   * @param {Term[]} terms
   */
  splitCompound(letters, terms) {
    const { scalars } = letters;
    const hyphenated = letters.ranges(0x2d);
    const parts = hyphenated.map((range) => partsOf(letters, range));
    const atoms = parts.flat().slice(0, MOST_PARTS);
    if (hyphenated.length === 1 && String(atoms[0]) === String(hyphenated[0])) {
      terms.push(this.term(scalars.slice(...hyphenated[0])));
      return;
    }
    if (!this.endsInClitic(scalars, hyphenated)) {
      terms.push(this.term(scalars.filter((scalar) => scalar !== 0x2d), true));
    }
    if (hyphenated.length > 1) {
      hyphenated.slice(0, MOST_PARTS).forEach((range, index) => {
        if (parts[index].length > 1) terms.push(this.term(scalars.slice(...range), true));
      });
    }
    for (const atom of atoms) terms.push(this.term(scalars.slice(...atom)));
  }

  /**
   * @private
   * @param {number[]} scalars
   * @param {Range[]} hyphenated
   */
  endsInClitic(scalars, hyphenated) {
    if (this.language !== "fr" || hyphenated.length < 2) return false;
    const last = hyphenated[hyphenated.length - 1];
    return hungPronouns.has(foldedOf(keyOf(scalars.slice(...last))));
  }

  /**
   * @private
   * @param {number[]} scalars
   * @returns {Term}
   */
  term(scalars, compound = false) {
    const key = keyOf(scalars);
    const folded = foldedOf(key);
    return { key, folded, stem: this.stemOf(key), compound, stop: this.stopWords.has(folded) };
  }

  /**
   * The class that a spelling belongs to.
   * @param {string | Uint8Array} key
   */
  stemOf(key) {
    const binary = typeof key === "string" ? key : binaryOf(key);
    const folded = foldedOf(binary);
    // Numbers and identifiers are what they are; only words have endings.
    const isStemmable = folded.length > 2 && !/[\0-`]/.test(folded);
    if (!this.stemmer || !isStemmable || this.stopWords.has(folded)) return folded;
    const stem = this.stemmer(textOf(exactOf(binary)));
    return Array.from(stem, (letter) => foldOf(scalarOf(letter))).join("");
  }
}

// StemHash

/**
 * FNV-1a of a binary string.
 * @param {string} binary
 */
export function hash(binary) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < binary.length; index++) {
    hash = Math.imul(hash ^ binary.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
