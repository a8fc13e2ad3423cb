// @ts-check
// What the articles' own pages say of hits: the passage that answers best, as PassageMarker.swift and
// SnippetCutter.swift find and cut it, and whether quoted words stand side by side. Fetched when it is
// needed, so it imports nothing.

/** @typedef {import("./analysis.js").Range} Range */
/** @typedef {import("./results.js").Match} Match */
/** @typedef {import("./results.js").PassageMarker} Marker */
/** @typedef {{ heading: string, anchor: string, text: string }} Part a section of an article */
/** @typedef {{ snippet: string, anchor: string | null }} Passage the snippet is HTML */

const { fround } = Math;
const encoder = new TextEncoder();

/**
 * What a page says of its article.
 * @typedef {object} Article
 * @property {string} title
 * @property {string} description
 * @property {string | null} updated
 * @property {Part[]} parts
 */

// What is no text of an article.
const SKIPPED = "nav, button, script, style, template, svg, .callout-title, .footnote-ref, [hidden]";
const BLOCKS =
  /^(?:ASIDE|BLOCKQUOTE|BR|D[DLT]|DETAILS|DIV|FIG.*|H[1-6R]|LI|[OU]L|P|PRE|SUMMARY|TABLE|TR)$/;

/**
 * Reads an article's page.
 * @param {string} page
 * @returns {Article}
 */
export function readArticle(page) {
  const root = new DOMParser().parseFromString(page, "text/html");
  const article = root.querySelector("[data-article]");
  /** @param {string} selector */
  const textOf = (selector) => article?.querySelector(selector)?.textContent?.trim() ?? "";
  const body = article?.querySelector("[data-copy-code]");
  const time = article?.querySelector("time[datetime]");
  return {
    title: textOf("h1"), description: textOf(".lead"),
    updated: time?.getAttribute("datetime") ?? null, parts: body ? partsOf(body) : [],
  };
}

/**
 * The text of an element, cut at its headings.
 * @param {Element} body
 */
function partsOf(body) {
  /** @type {Part[]} */
  const parts = [{ heading: "", anchor: "", text: "" }];
  const part = () => parts[parts.length - 1];
  const endLine = () => {
    const text = part().text.trimEnd();
    part().text = text && `${text}\n`;
  };
  /** @param {Node} node */
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const isCode = node.parentElement?.closest("pre");
      const text = (node.nodeValue ?? "").replace(isCode ? /^(?!)/ : /[ \t\r\n]+/g, " ");
      part().text += /^$|[ \n]$/.test(part().text) ? text.replace(/^ /, "") : text;
    }
    if (!(node instanceof Element) || node.matches(SKIPPED)) return;
    if (/^H[1-6]$/.test(node.tagName) && node.id) {
      parts.push({ heading: node.textContent ?? "", anchor: node.id, text: "" });
      return;
    }
    const isBlock = BLOCKS.test(node.tagName);
    if (isBlock) endLine();
    node.childNodes.forEach(read);
    if (isBlock) endLine();
    if (/^T[DH]$/.test(node.tagName)) part().text += " ";
  };
  read(body);
  for (const part of parts) part.text = part.text.trimStart();
  return parts;
}

// PassageMarker

// About how many bytes a snippet has.
const LENGTH = 200;

/**
 * The best passage of an article.
 * @param {Marker} marker
 * @param {string} description
 * @param {Part[]} parts
 * @returns {Passage}
 */
export function passageOf(marker, description, parts) {
  /** @type {{ snippet: () => string, anchor: string, score: number } | null} */
  let best = null;
  for (const { heading, anchor, text } of parts) {
    const bonus = fround(weightOf(marker, marker.matches(encoder.encode(heading))) / 2);
    const bytes = encoder.encode(text);
    const found = marker.matches(bytes);
    const window = bestWindow(marker, found, bonus, bytes.length);
    if (!window || best && window.score <= best.score) continue;
    const snippet = () => cut(marker, bytes, window.range, found.map(({ range }) => range));
    best = { snippet, anchor, score: window.score };
  }
  const described = encoder.encode(description);
  const found = marker.matches(described);
  if (best && best.score >= weightOf(marker, found)) {
    return { snippet: best.snippet(), anchor: best.anchor || null };
  }
  const whole = described.length ? described : encoder.encode(parts[0]?.text ?? "");
  const highlights = described.length ? found.map(({ range }) => range) : [];
  return { snippet: cut(marker, whole, [0, Math.min(whole.length, LENGTH)], highlights), anchor: null };
}

/**
 * The sentence of an article that has most of what is asked for, of any part of it.
 * @param {Marker} marker
 * @param {string} description
 * @param {Part[]} parts
 * @returns {Passage}
 */
export function sentenceOf(marker, description, parts) {
  /** @type {{ snippet: () => string, anchor: string, score: number } | null} */
  let best = null;
  for (const { text, anchor } of [{ text: description, anchor: "" }, ...parts]) {
    const bytes = encoder.encode(text);
    const found = marker.matches(bytes);
    for (let first = 0; first < found.length;) {
      const range = sentenceAround(bytes, found[first].range);
      const inside = found.slice(first);
      const end = inside.findIndex((match) => match.range[0] >= range[1]);
      if (end >= 0) inside.length = end;
      const score = weightOf(marker, inside);
      if (!best || score > best.score) {
        const highlights = inside.map((match) => match.range);
        best = { snippet: () => whole(marker, bytes, range, highlights), anchor, score };
      }
      first += Math.max(1, inside.length);
    }
  }
  return best ? { snippet: best.snippet(), anchor: best.anchor || null } : { snippet: "", anchor: null };
}

/**
 * What some matches say, each word of the query counted once, and added in its order: the same words say
 * as much wherever they stand.
 * @param {Marker} marker
 * @param {Match[]} matches
 */
function weightOf({ weights }, matches) {
  return [...new Set(matches.map(({ place }) => place))].sort((first, second) => first - second)
    .reduce((sum, place) => fround(sum + weights[place]), 0);
}

/**
 * The window of about LENGTH bytes with the most that was asked for; the first among equals.
 * @param {Marker} marker
 * @param {Match[]} matches
 * @param {number} bonus
 * @param {number} size
 */
function bestWindow({ weights }, matches, bonus, size) {
  /** @type {{ range: Range, score: number } | null} */
  let best = null;
  for (let first = 0; first < matches.length; first++) {
    const [start] = matches[first].range;
    const end = start + LENGTH;
    /** @type {Set<number>} */
    const seen = new Set();
    let score = bonus;
    for (let next = first; next < matches.length && matches[next].range[1] <= end; next++) {
      const { place } = matches[next];
      const weight = weights[place];
      score = fround(score + (seen.has(place) ? fround(weight * fround(0.05)) : weight));
      seen.add(place);
    }
    if (!best || score > best.score) best = { range: [start, Math.min(end, size)], score };
  }
  return best;
}

// SnippetCutter

// How far before a match its sentence may begin to be shown from there.
const LEAD = 60;

/**
 * The passage around a window as HTML, on one line, with an ellipsis where text was left out.
 * @param {Marker} marker
 * @param {Uint8Array} text
 * @param {Range} window
 * @param {Range[]} highlights
 */
function cut(marker, text, [from, to], highlights) {
  const start = startOf(text, from);
  const end = endOf(text, start, Math.min(text.length, Math.max(to, start)));
  const line = new Line(text, start, end, highlights, start > 0 ? [0xe2, 0x80, 0xa6, 0x20] : []);
  while (line.bytes[line.bytes.length - 1] === 0x20) line.bytes.pop();
  if (end < text.length) line.bytes.push(0x20, 0xe2, 0x80, 0xa6);
  return marker.html(Uint8Array.from(line.bytes), line.marks);
}

/** A part of a text on one line, runs of white space as one space, and where its marks are. */
class Line {
  /** @type {Range[]} */
  marks = [];

  /**
   * @param {Uint8Array} text
   * @param {number} start
   * @param {number} end
   * @param {Range[]} highlights
   * @param {number[]} bytes what stands before it
   */
  constructor(text, start, end, highlights, bytes = []) {
    this.text = text;
    this.bytes = bytes;
    let position = start;
    for (const [from, to] of highlights) {
      if (from < position || to > end) continue;
      this.append(position, from);
      const markStart = bytes.length;
      this.append(from, to);
      this.marks.push([markStart, bytes.length]);
      position = to;
    }
    this.append(position, end);
  }

  /**
   * @private
   * @param {number} index
   * @param {number} last
   */
  append(index, last) {
    const { bytes, text } = this;
    for (; index < last; index++) {
      const byte = text[index];
      if (byte > 0x20 && byte !== 0x7f) bytes.push(byte);
      else if (bytes.length && bytes[bytes.length - 1] !== 0x20) bytes.push(0x20);
    }
  }
}

/**
 * A range of a text as it is, as HTML on one line.
 * @param {Marker} marker
 * @param {Uint8Array} text
 * @param {Range} range
 * @param {Range[]} highlights
 */
function whole(marker, text, [start, end], highlights) {
  const line = new Line(text, start, end, highlights);
  return marker.html(Uint8Array.from(line.bytes), line.marks);
}

const LONGEST_SENTENCE = 300;

/**
 * The sentence or line that a match stands in, of a bounded length.
 * @param {Uint8Array} text
 * @param {Range} match
 * @returns {Range}
 */
function sentenceAround(text, [from, to]) {
  /** @param {number} index */
  const ends = (index) => ".!?".includes(String.fromCharCode(text[index]));
  let start = from;
  while (start > 0 && from - start < LONGEST_SENTENCE) {
    if (text[start - 1] === 0x0a) break;
    if (text[start - 1] <= 0x20 && start > 1 && ends(start - 2)) break;
    start--;
  }
  let end = to;
  while (end < text.length && end - start < LONGEST_SENTENCE) {
    if (text[end] === 0x0a || text[end] <= 0x20 && ends(end - 1)) break;
    end++;
  }
  // A cut in a long sentence is between two words.
  while (start < from && start > 0 && text[start - 1] > 0x20) start++;
  while (end < text.length && end > to && text[end] > 0x20) end--;
  return [start, end];
}

/**
 * The beginning of the sentence if it is near, else of a word a little before the window.
 * @param {Uint8Array} text
 * @param {number} lower
 */
function startOf(text, lower) {
  if (lower <= 0) return 0;
  let position = lower;
  for (const least = Math.max(0, lower - LEAD); position > least; position--) {
    const byte = text[position - 1];
    if (byte === 0x0a) return position;
    if (byte <= 0x20 && position > 1 && ".!?:".includes(String.fromCharCode(text[position - 2]))) {
      return position;
    }
  }
  if (position === 0) return 0;
  // No sentence begins near: take a few words of context.
  position = Math.max(0, lower - LEAD / 2);
  while (position < lower && text[position] > 0x20) position++;
  return position < lower ? position + 1 : lower;
}

/**
 * @param {Uint8Array} text
 * @param {number} lower
 * @param {number} upper
 */
function endOf(text, lower, upper) {
  if (upper >= text.length) return text.length;
  let position = upper;
  const least = lower + (upper - lower >> 1);
  while (position > least && text[position] > 0x20) position--;
  if (text[position] <= 0x20) return position;
  // One enormous word: cut it between two characters.
  position = upper;
  while (position > lower && (text[position] & 0xc0) === 0x80) position--;
  return position;
}

// PhraseVerifier

/**
 * Whether texts of an article have every phrase of a query; words are compared without regard to
 * case and accents.
 * @param {Marker} marker
 * @param {import("./query.js").Query} query
 * @param {string[]} texts
 */
export function hasPhrases(marker, { phrases, words }, texts) {
  // A blank on both sides of each word: no folded word has one inside.
  /** @param {string[]} folded */
  const joined = (folded) => ` ${folded.join(" ")} `;
  const sequences = texts.map((text) => joined(marker.foldedWords(text)));
  return phrases.every((phrase) => {
    const wanted = joined(phrase.map((place) => words[place].term.folded));
    return sequences.some((sequence) => sequence.includes(wanted));
  });
}
