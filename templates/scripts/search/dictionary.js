// @ts-check
// The words of the site in order, as TermDictionary.swift and DictionaryCursor.swift read them.
//
// Keys are binary strings, as in analysis.js. What is not fetched yet stops a search with Missing.
import { ByteReader, u32 } from "./bytes.js";
import { forAll, lastAtMost } from "./store.js";

const BLOCK = 16;
const MOST_SUMMED = 64;
export const STEM = "\x01";
export const EXACT = "\x02";

/**
 * One key of the dictionary with what stands behind it.
 * @typedef {object} TermEntry
 * @property {number} ordinal the position in the dictionary
 * @property {string} key
 * @property {number} frequency how many documents have it
 * @property {number} start where its postings lie
 * @property {number} end
 * @property {boolean} hasNeighbours whether the postings say which words follow
 * @property {number} next the position of the next word of the class; the classes are rings
 */

/** Walks the dictionary from the beginning of a block. */
export class DictionaryCursor {
  letters = new Uint8Array(512);
  length = 0;
  /** How many of the key's first bytes it shares with the key before. */
  shared = 0;
  frequency = 0;
  start = 0;
  hasNeighbours = false;
  step = 0;

  /**
   * @param {TermDictionary} dictionary
   * @param {number} block
   */
  constructor(dictionary, block) {
    const { store } = dictionary;
    this.dictionary = dictionary;
    this.file = lastAtMost(store.wordBlocks, block);
    store.need("words", this.file);
    this.limit = dictionary.limitOf(this.file);
    this.reader = new ByteReader(store.dictionary, u32(store.blocks, block * 8));
    this.nextPostings = u32(store.blocks, block * 8 + 4);
    this.ordinal = block * BLOCK - 1;
  }

  /** Moves to the next key; false at the end. */
  next() {
    const { dictionary, reader, letters } = this;
    if (this.ordinal + 1 >= dictionary.count || reader.isAtEnd) return false;
    if (this.ordinal + 1 >= this.limit) {
      dictionary.store.need("words", this.file + 1);
      this.limit = dictionary.limitOf(++this.file);
    }
    this.ordinal++;
    this.shared = Math.min(reader.byte(), this.length);
    const length = reader.byte();
    this.length = this.shared;
    for (let left = length; left > 0; left--) letters[this.length++] = reader.byte();
    this.frequency = reader.varint();
    const code = reader.varint();
    this.hasNeighbours = code % 2 === 1;
    this.step = reader.zigzag();
    this.start = this.nextPostings;
    this.nextPostings += Math.floor(code / 2);
    return true;
  }

  get key() {
    let key = "";
    for (let index = 0; index < this.length; index++) key += String.fromCharCode(this.letters[index]);
    return key;
  }

  /** @param {string} text */
  startsWith(text) {
    if (text.length > this.length) return false;
    for (let index = 0; index < text.length; index++) {
      if (this.letters[index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Whether the key is a word, with or without accents, and not a stem or a whole id. */
  get isWord() {
    let index = 0;
    while (index < this.length && this.letters[index] > 2) index++;
    return this.frequency > 0 && (index === this.length || this.letters[index] === 0);
  }

  /** @returns {TermEntry} */
  get entry() {
    const { ordinal, key, frequency, start, hasNeighbours, step } = this;
    return {
      ordinal, key, frequency, start, end: this.nextPostings, hasNeighbours, next: ordinal + step,
    };
  }
}

export class TermDictionary {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.count = store.termCount;
    this.blockCount = Math.ceil(this.count / BLOCK);
  }

  /**
   * The block after the last of a file of words.
   * @param {number} file
   */
  endOf(file) {
    return this.store.wordBlocks[file + 1] ?? this.blockCount;
  }

  /**
   * The position of the first key after those of a file.
   * @param {number} file
   */
  limitOf(file) {
    return this.endOf(file) * BLOCK;
  }

  /**
   * Stops a search unless the files are there in which words would lie.
   * @param {string[]} keys
   */
  needAll(keys) {
    this.needFiles(keys.map((key) => lastAtMost(this.store.wordKeys, key)));
  }

  /**
   * Stops a search unless the files are there in which the words lie that begin so.
   * @param {string} prefix
   * @param {number} most no more entries than this are wanted
   */
  needBeginning(prefix, most) {
    const { wordKeys, wordBlocks } = this.store;
    const first = lastAtMost(wordKeys, prefix);
    const files = [first];
    for (let file = first + 1; file < wordKeys.length && wordKeys[file].startsWith(prefix); file++) {
      if ((wordBlocks[file] - wordBlocks[first + 1]) * BLOCK > most) break;
      files.push(file);
    }
    this.needFiles(files);
  }

  /** @param {number[]} files */
  needFiles(files) {
    if (this.count) forAll(files, (file) => this.store.need("words", file));
  }

  /**
   * Stops a search unless the words are there that begin with some letters, and those that end so;
   * where the latter are.
   * @param {string} beginning
   * @param {string} ending backwards
   */
  needEnds(beginning, ending) {
    const { store, store: { endingKeys } } = this;
    const files = [...endingKeys.keys()].filter((file) => {
      const next = endingKeys[file + 1];
      return (next === undefined || next >= ending) && endingKeys[file].slice(0, ending.length) <= ending;
    });
    forAll([
      () => this.needBeginning(beginning, Infinity),
      ...files.map((file) => () => store.need("endings", file)),
    ], (step) => step());
    return files.map((file) => store.endings[file]);
  }

  /** @param {number} block */
  cursorAt(block) {
    return new DictionaryCursor(this, block);
  }

  /**
   * A cursor whose first key is at most `key`, close before it.
   * @param {string} key
   */
  near(key) {
    const file = lastAtMost(this.store.wordKeys, key);
    this.store.need("words", file);
    let low = this.store.wordBlocks[file] ?? 0;
    for (let high = this.endOf(file); high - low > 1;) {
      const middle = low + high >> 1;
      const cursor = this.cursorAt(middle);
      if (cursor.next() && cursor.key <= key) low = middle;
      else high = middle;
    }
    return this.cursorAt(low);
  }

  /**
   * A cursor on the first key that is at least `key`; null when there is none.
   * @param {string} key
   */
  atOrAfter(key) {
    if (!this.count) return null;
    const cursor = this.near(key);
    while (cursor.next()) if (cursor.key >= key) return cursor;
    return null;
  }

  /** @param {string} key */
  entry(key) {
    const cursor = this.atOrAfter(key);
    return cursor?.key === key ? cursor.entry : null;
  }

  /** @param {number} ordinal */
  entryAt(ordinal) {
    if (ordinal < 0 || ordinal >= this.count) return null;
    const cursor = this.cursorAt(Math.floor(ordinal / BLOCK));
    while (cursor.next()) if (cursor.ordinal === ordinal) return cursor.entry;
    return null;
  }

  /**
   * All spellings of a folded word: without accents, and with any.
   * @param {string} folded
   */
  spellings(folded) {
    /** @type {TermEntry[]} */
    const found = [];
    const cursor = folded ? this.atOrAfter(folded) : null;
    if (!cursor) return found;
    do {
      if (!cursor.startsWith(folded)) break;
      if (cursor.length > folded.length && cursor.letters[folded.length] !== 0) break;
      found.push(cursor.entry);
    } while (found.length < 16 && cursor.next());
    return found;
  }

  /**
   * The words of a class that occur in documents, from any of its entries.
   * @param {TermEntry} entry
   */
  members(entry) {
    /** @type {TermEntry[]} */
    const members = [];
    for (let current = entry, left = MOST_SUMMED; left > 0; left--) {
      if (current.frequency > 0) members.push(current);
      const next = current.next === entry.ordinal ? null : this.entryAt(current.next);
      if (!next) break;
      current = next;
    }
    return members;
  }

  /**
   * The class of a stem that is perhaps no word itself.
   * @param {string} stem
   */
  membersOfStem(stem) {
    const entry = stem ? this.entry(stem + STEM) ?? this.entry(stem) : null;
    return entry ? this.members(entry) : [];
  }

  /**
   * Whether articles have a word, or another of its class.
   * @param {import("./analysis.js").Term} term
   */
  isKnown({ folded, stem }) {
    return this.spellings(folded).some(({ frequency }) => frequency > 0)
      || this.membersOfStem(stem).length > 0;
  }
}
