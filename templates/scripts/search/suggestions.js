// @ts-check
// What may be meant while someone types: Searcher+suggest.swift, without the queries of others.
import { ScoreAdjustment, TopDocuments } from "./ranking.js";
import { PassageMarker } from "./results.js";
import { namingFields, Scorer } from "./scorer.js";

/**
 * @typedef {object} Suggestion
 * @property {"article" | "section"} kind
 * @property {string} text the title or the heading
 * @property {string} html
 * @property {string} url
 * @property {string | null} anchor
 * @property {string} id
 */

// How many articles are looked at for each suggestion.
const CANDIDATES = 2;

/**
 * @param {import("./searcher.js").Opened} opened
 * @param {import("./matching.js").QueryPlan} plan
 * @param {number} most
 */
export function suggest({ index, space }, { query, matches, entries }, most) {
  /** @type {Suggestion[]} */
  const found = [];
  if (!query.words.length || most < 1) return found;
  index.postings.needAll(entries);
  const adjustment = new ScoreAdjustment(index, undefined);
  const documents = new Scorer(index, space, query, matches, new Set(), namingFields).run(() => {
    // Those that have all of the words come first.
    const top = new TopDocuments(most * CANDIDATES);
    for (const document of space.matched) {
      const words = space.present(document).reduce((sum, bits) => sum + countOf(bits), 0);
      top.insert(document, adjustment.adjusted(space.score(document), document), words);
    }
    return top.ranked.map(({ document }) => document);
  });
  index.needDocuments(documents);
  const marker = new PassageMarker(index, query, matches);
  for (const document of documents) found.push(...suggestionsFor(index.document(document), marker));
  return found.slice(0, most);
}

/**
 * An article by its title, and its section if a heading has more of what was typed.
 * @param {import("./index.js").IndexedDocument} document
 * @param {PassageMarker} marker
 * @returns {Suggestion[]}
 */
function suggestionsFor({ id, url, title, headings }, marker) {
  const inTitle = marker.placesIn(title).size;
  /** @type {Suggestion[]} */
  const suggestions = [];
  let most = Math.max(0, inTitle - 1);
  for (const { anchor, text } of headings) {
    const count = marker.placesIn(text).size;
    if (count <= most) continue;
    most = count;
    suggestions[0] = { kind: "section", text, html: marker.marked(text), url, anchor, id };
  }
  // Where only a keyword, which is not shown, has what was typed, the title stands alone.
  if (inTitle || !suggestions.length) {
    const html = marker.marked(title);
    suggestions.unshift({ kind: "article", text: title, html, url, anchor: null, id });
  }
  return suggestions;
}

/** @param {number} bits */
function countOf(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}
