// @ts-check
// Finds the words of the site nearest to one that it never uses: SpellingRepair.swift and
// DistanceTable.swift. Fetched when a word has to be repaired, so it imports nothing.

/** @typedef {import("./dictionary.js").TermEntry} TermEntry */

/** The table of Damerau distances between one word and the prefixes of others. */
class DistanceTable {
  /**
   * The letters whose rows are filled in.
   * @type {number[]}
   */
  letters = [];
  /** Whether all that begins with these letters is too far. */
  isTooFar = false;

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
   * The distance to a word; infinite where it is too far. Words that come in order share rows.
   * @param {Uint8Array} word
   * @param {number} length
   */
  distance(word, length) {
    const { letters, rows } = this;
    let depth = 0;
    while (depth < letters.length && depth < length && letters[depth] === word[depth]) depth++;
    if (this.isTooFar && depth === letters.length) return Infinity;
    letters.length = depth;
    this.isTooFar = false;
    while (depth < length && !this.isTooFar) {
      this.isTooFar = !this.append(word[depth], depth);
      depth++;
    }
    const distance = this.isTooFar ? Infinity : rows[length][this.word.length];
    return distance <= this.tolerance ? distance : Infinity;
  }

  /**
   * Fills in the row of the letter at `depth`; false when nothing that begins so is near.
   * @private
   * @param {number} letter
   * @param {number} depth
   */
  append(letter, depth) {
    const { word, rows, letters } = this;
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
 * The nearest words, nearest first, more frequent first among equals.
 *
 * They begin or end with the very letters that were typed: the dictionary has those that begin so, the
 * files of endings those that end so.
 * @param {import("./dictionary.js").TermDictionary} dictionary
 * @param {string} word
 * @param {number} most
 */
export function nearestWords(dictionary, word, most) {
  /** @type {{ entry: TermEntry, distance: number }[]} */
  const found = [];
  const tolerance = toleranceOf(word);
  if (!tolerance) return found;
  const anchor = Math.min(3, word.length - 1 >> 1);
  const beginning = word.slice(0, anchor);
  const reversed = backwards(word);
  const endings = dictionary.needEnds(beginning, reversed.slice(0, anchor));
  const others = ended(endings, reversed, anchor, new DistanceTable(reversed, tolerance))
    .filter(({ word }) => !word.startsWith(beginning));
  dictionary.needAll(others.map(({ word }) => word));
  for (const { word, distance } of others) {
    for (const entry of dictionary.spellings(word)) {
      if (entry.frequency > 0) found.push({ entry, distance });
    }
  }
  const table = new DistanceTable(word, tolerance);
  for (let cursor = dictionary.atOrAfter(beginning); cursor?.startsWith(beginning);) {
    if (cursor.isWord) {
      const accents = cursor.letters.subarray(0, cursor.length).indexOf(0);
      const distance = table.distance(cursor.letters, accents < 0 ? cursor.length : accents);
      if (distance <= tolerance) found.push({ entry: cursor.entry, distance });
    }
    if (!cursor.next()) break;
  }
  found.sort((one, other) => one.distance - other.distance
    || other.entry.frequency - one.entry.frequency || one.entry.ordinal - other.entry.ordinal);
  return found.slice(0, most);
}

/**
 * The near words of files of endings that end as a word does.
 * @param {Uint8Array[]} files
 * @param {string} reversed the word backwards
 * @param {number} anchor how many letters they share
 * @param {DistanceTable} table of the word backwards
 */
function ended(files, reversed, anchor, table) {
  const found = [];
  const letters = new Uint8Array(256);
  for (const bytes of files) {
    for (let position = 0; position + 2 < bytes.length;) {
      const [shared, further] = [bytes[position], bytes[position + 1]];
      const length = Math.min(shared + further, letters.length);
      letters.set(bytes.subarray(position + 2, position + 2 + length - shared), shared);
      position += 2 + further;
      let same = 0;
      while (same < anchor && letters[same] === reversed.charCodeAt(same)) same++;
      const distance = same === anchor && length >= anchor ? table.distance(letters, length) : Infinity;
      if (distance < Infinity) {
        const ending = String.fromCharCode(...letters.subarray(0, length));
        found.push({ word: backwards(ending), distance });
      }
    }
  }
  return found;
}

/** @param {string} word */
const backwards = (word) => [...word].reverse().join("");
