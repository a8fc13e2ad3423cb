// @ts-check
// Finds the words of the site nearest to one that it never uses: SpellingRepair.swift and
// DistanceTable.swift. Fetched when a word has to be repaired, so it imports nothing.

/** @typedef {import("./dictionary.js").DictionaryCursor} DictionaryCursor */
/** @typedef {import("./dictionary.js").TermEntry} TermEntry */

/** The table of Damerau distances between one word and the prefixes of others. */
class DistanceTable {
  /**
   * The letters whose rows are filled in.
   * @type {number[]}
   */
  letters = [];

  /**
   * @param {string} word
   * @param {number} tolerance
   */
  constructor(word, tolerance) {
    this.word = Array.from(word, (letter) => letter.charCodeAt(0));
    this.tolerance = tolerance;
    this.rows = [Uint8Array.from({ length: word.length + 1 }, (_, column) => column)];
  }

  /**
   * Fills in the row of the letter at `depth`; false when nothing that begins so is near.
   * @param {number} letter
   * @param {number} depth
   */
  append(letter, depth) {
    const { word, rows, letters } = this;
    letters.length = depth;
    letters.push(letter);
    const row = rows[depth + 1] ??= new Uint8Array(word.length + 1);
    const above = rows[depth];
    const before = rows[depth - 1];
    let least = row[0] = Math.min(255, depth + 1);
    for (let column = 1; column <= word.length; column++) {
      const cost = word[column - 1] === letter ? 0 : 1;
      let value = Math.min(above[column - 1] + cost, above[column] + 1, row[column - 1] + 1);
      const isSwapped = before && column > 1
        && word[column - 1] === letters[depth - 1] && word[column - 2] === letter;
      if (isSwapped) value = Math.min(value, before[column - 2] + 1);
      row[column] = value;
      least = Math.min(least, value);
    }
    return least <= this.tolerance;
  }

  /**
   * The distance to the prefix of `depth` letters, if its row is filled in.
   * @param {number} depth
   */
  distance(depth) {
    return depth <= this.letters.length ? this.rows[depth][this.word.length] : Infinity;
  }
}

/**
 * The greatest distance for a word; 0 for one that is not to be repaired.
 * @param {string} folded
 */
function toleranceOf(folded) {
  const { length } = folded;
  if (!/^[a-z]+$/.test(folded) || length < 5 || length > 32) return 0;
  return length < 9 ? 1 : 2;
}

/**
 * The nearest words, nearest first, more frequent first among equals. Files of words that all begin
 * with something too far are not fetched.
 * @param {import("./dictionary.js").TermDictionary} dictionary
 * @param {string} word
 * @param {number} most
 */
export function nearestWords(dictionary, word, most) {
  const tolerance = toleranceOf(word);
  /** @type {{ entry: TermEntry, distance: number }[]} */
  const found = [];
  if (!tolerance) return found;
  const table = new DistanceTable(word, tolerance);
  const { wordKeys, wordBlocks } = dictionary.store;
  const files = [...wordKeys.keys()].filter((file) => {
    const next = wordKeys[file + 1];
    // Keys below the letters are stems and numbers.
    if (next !== undefined && next <= "a") return false;
    const shared = next === undefined ? 0 : commonLength(wordKeys[file], next);
    for (let depth = 0; depth < shared && wordKeys[file][depth] > "\x02"; depth++) {
      if (!table.append(wordKeys[file].charCodeAt(depth), depth)) return false;
    }
    return true;
  });
  dictionary.needFiles(files);
  for (const file of files) walk(dictionary.cursorAt(wordBlocks[file]), dictionary.limitOf(file));
  found.sort((one, other) => one.distance - other.distance
    || other.entry.frequency - one.entry.frequency || one.entry.ordinal - other.entry.ordinal);
  return found.slice(0, most);

  /**
   * Visits the keys of a file; `deadLength` letters of the current key, and all keys that begin with
   * them, are too far.
   * @param {DictionaryCursor} cursor
   * @param {number} limit
   */
  function walk(cursor, limit) {
    let deadLength = Infinity;
    let computed = 0;
    while (cursor.ordinal + 1 < limit && cursor.next()) {
      if (cursor.shared >= deadLength || cursor.letters[0] < 0x61) continue;
      const known = Math.min(computed, cursor.length);
      for (computed = 0; computed < known; computed++) {
        if (table.letters[computed] !== cursor.letters[computed]) break;
      }
      deadLength = Infinity;
      let end = 0;
      while (end < cursor.length && cursor.letters[end] !== 0) end++;
      while (computed < end) {
        const isAlive = table.append(cursor.letters[computed], computed);
        computed++;
        if (isAlive) continue;
        deadLength = computed;
        break;
      }
      computed = Math.min(computed, end);
      if (deadLength < Infinity || !cursor.isWord) continue;
      const distance = table.distance(end);
      if (distance <= tolerance) found.push({ entry: cursor.entry, distance });
    }
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function commonLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
