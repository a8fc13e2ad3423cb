// @ts-check
// Marks the words of texts that match, as Sources/Search/Results does; pages.js finds the passage that
// answers best.
import { Analyzer, binaryOf, bytesOfText, foldedOf, nextWord } from "./analysis.js";

/** @typedef {import("./analysis.js").Range} Range */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./matching.js").WordMatch} WordMatch */

/**
 * Why a score is what it is: a tree whose values add up.
 * @typedef {object} Explanation
 * @property {string} label
 * @property {number} value
 * @property {Explanation[]} children
 */

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** @type {Map<string, string>} */
const entities = new Map([
  ["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&#39;"],
]);

/** @param {Uint8Array} bytes */
const escaped = (bytes) =>
  decoder.decode(bytes).replace(/[&<>"']/g, (sign) => entities.get(sign) ?? sign);

// PassageMarker

/** @typedef {{ range: Range, place: number }} Match a word of a text, and its place in the query */

/** Marks the words that match. */
export class PassageMarker {
  /**
   * The place in the query of each folded word that stands for one.
   * @type {Map<string, number>}
   */
  places = new Map();
  /**
   * What words of texts stand for that were read already.
   * @type {Map<string, number | undefined>}
   */
  words = new Map();

  /**
   * @param {import("./index.js").InvertedIndex} index
   * @param {Query} query
   * @param {WordMatch[]} matches
   */
  constructor(index, query, matches) {
    // Marking compares spellings, so the stems need not be found.
    this.analyzer = new Analyzer(index.language, null);
    /** How much each word of the query says. */
    this.weights = query.words.map(({ term }, place) => {
      const [first] = matches[place].alternatives;
      const frequencies = first?.members.map(({ frequency }) => frequency) ?? [];
      const weight = index.weight(Math.max(0, ...frequencies));
      return term.stop ? Math.fround(weight * Math.fround(0.1)) : weight;
    });
    const hasContent = query.contentWords.length > 0;
    matches.forEach(({ alternatives }, place) => {
      // Marking every `the` hides what matters.
      if (hasContent && query.words[place].term.stop) return;
      // One word of a phrase says nothing where the phrase is not.
      for (const { members, phrase } of alternatives) {
        for (const { key } of phrase ? [] : members) {
          const folded = foldedOf(key);
          if (!this.places.has(folded)) this.places.set(folded, place);
        }
      }
    });
  }

  /**
   * A text as HTML with the words that match marked.
   * @param {string} text
   */
  marked(text) {
    const bytes = bytesOfText(text);
    return this.html(bytes, this.matches(bytes).map(({ range }) => range));
  }

  /**
   * A text as HTML: everything escaped, some of it in `<mark>`.
   * @param {Uint8Array} bytes
   * @param {Range[]} highlights
   */
  html(bytes, highlights) {
    let output = "";
    let position = 0;
    for (const [start, end] of highlights) {
      output += escaped(bytes.subarray(position, start));
      output += `<mark>${escaped(bytes.subarray(start, end))}</mark>`;
      position = end;
    }
    return output + escaped(bytes.subarray(position));
  }

  /**
   * The folded words of a text, compounds as their parts.
   * @param {string} text
   */
  foldedWords(text) {
    const bytes = bytesOfText(text);
    const folded = [];
    for (let range, at = 0; (range = nextWord(bytes, at)); at = range[1]) {
      for (const term of this.analyzer.analyze(bytes, ...range)) {
        if (!term.compound) folded.push(term.folded);
      }
    }
    return folded;
  }

  /**
   * The places in the query of the words of a text.
   * @param {string} text
   */
  placesIn(text) {
    return new Set(this.matches(bytesOfText(text)).map(({ place }) => place));
  }

  /**
   * The words of a text that match, in order.
   * @param {Uint8Array} bytes
   */
  matches(bytes) {
    /** @type {Match[]} */
    const found = [];
    if (!this.places.size) return found;
    for (let range, at = 0; (range = nextWord(bytes, at)); at = range[1]) {
      const word = binaryOf(bytes.subarray(...range));
      if (!this.words.has(word)) {
        const terms = this.analyzer.analyze(bytes, ...range);
        const known = terms.find(({ folded }) => this.places.has(folded));
        this.words.set(word, known && this.places.get(known.folded));
      }
      const place = this.words.get(word);
      if (place !== undefined) found.push({ range, place });
    }
    return found;
  }
}
