// @ts-check
// Which documents filters let through: FacetFilter.swift. Fetched when there are any, or counts are
// wanted.

/**
 * For each value whether it passes; null when nothing is filtered.
 * @param {string[]} wanted
 * @param {import("./index.js").Value[]} all
 */
const passing = (wanted, all) =>
  wanted.length ? all.map(({ key }) => wanted.includes(key)) : null;

/** Which documents the filters of a request let through, and how many carry each value. */
export class FacetFilter {
  /**
   * The documents whose tags count: those that pass the other filters.
   * @type {number[]}
   */
  tagCandidates = [];

  /**
   * @param {import("./index.js").InvertedIndex} index
   * @param {string[][]} wanted the keys of categories, of difficulties and of tags
   */
  constructor(index, [categories, difficulties, tags]) {
    this.index = index;
    this.categories = passing(categories, index.categories);
    this.difficulties = passing(difficulties, index.difficulties);
    const wanted = passing(tags, index.tags);
    /** @type {Uint8Array | null} */
    this.tagged = null;
    if (wanted) {
      const tagged = this.tagged = new Uint8Array(index.documentCount);
      wanted.forEach((isWanted, tag) => {
        if (isWanted) index.forEachTagged(tag, (document) => tagged[document] = 1);
      });
    }
    this.categoryCounts = index.categories.map(() => 0);
    this.difficultyCounts = index.difficulties.map(() => 0);
  }

  get isActive() {
    return !!(this.categories || this.difficulties || this.tagged);
  }

  /**
   * Counts a document where it belongs, and says whether it passes every filter.
   * @param {number} document
   * @param {boolean} counting
   */
  admit(document, counting) {
    const { index, categories, difficulties, tagged, categoryCounts, difficultyCounts } = this;
    if (!counting && !this.isActive) return true;
    const category = index.categoryOf(document);
    const difficulty = index.difficultyOf(document);
    const hasCategory = !categories || categories[category];
    const hasDifficulty = !difficulties || difficulties[difficulty];
    const hasTag = !tagged || tagged[document] > 0;
    if (counting) {
      if (hasDifficulty && hasTag && category in categoryCounts) categoryCounts[category]++;
      if (hasCategory && hasTag && difficulty in difficultyCounts) difficultyCounts[difficulty]++;
      if (hasCategory && hasDifficulty) this.tagCandidates.push(document);
    }
    return hasCategory && hasDifficulty && hasTag;
  }

  /** The counts, most frequent first; values without hits and without a name are left out. */
  counts() {
    const { index } = this;
    const isCandidate = new Uint8Array(index.documentCount);
    for (const document of this.tagCandidates) isCandidate[document] = 1;
    const tagCounts = index.tags.map((_, tag) => {
      let count = 0;
      index.forEachTagged(tag, (document) => count += isCandidate[document]);
      return count;
    });
    return {
      category: entries(index.categories, this.categoryCounts),
      difficulty: entries(index.difficulties, this.difficultyCounts),
      tag: entries(index.tags, tagCounts),
    };
  }
}

/**
 * @param {import("./index.js").Value[]} values
 * @param {number[]} counts
 * @returns {import("./searcher.js").FacetCount[]}
 */
const entries = (values, counts) =>
  // Keys are sorted, so a stable order by count leaves ties sorted by key.
  values.map(({ key }, place) => ({ key, count: counts[place] }))
    .filter(({ key, count }) => count > 0 && key)
    .sort((one, other) => other.count - one.count);
