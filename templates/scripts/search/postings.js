// @ts-check
// Packed postings, as PostingsReader.swift reads them.
import { BitReader, ByteReader } from "./bytes.js";
import { forAll, lastAtMost } from "./store.js";

/** @typedef {import("./dictionary.js").TermEntry} TermEntry */

const BLOCK = 128;
const FINGERPRINT = 4;
export const FINGERPRINTS = 1 << FINGERPRINT;

// Sources/Search/Indexing/FieldCounts.swift. What is 64 bits there is three numbers here: title,
// keywords and tags; headings and description; body. Sums of 64 counts stay in their lanes.
export const [TITLE, KEYWORDS, TAGS, HEADINGS, DESCRIPTION, BODY] = Array(6).keys();
export const lanes = [
  { shift: 0, mask: 0x1ff, limit: 7 },
  { shift: 9, mask: 0x1ff, limit: 7 },
  { shift: 18, mask: 0xff, limit: 3 },
  { shift: 0, mask: 0x3ff, limit: 15 },
  { shift: 10, mask: 0x3ff, limit: 15 },
  { shift: 0, mask: 0xffff, limit: 1023 },
];

/** Reads postings in place; while one is visited, it holds what the posting says. */
export class PostingsReader {
  /** Counts in the title, keywords and tags. */
  upper = 0;
  /** Counts in the headings and the description. */
  lower = 0;
  body = 0;
  /** The bits of the words that follow: 64 of them. */
  followingLow = 0;
  followingHigh = 0;
  /** Whether the neighbours of the block are written as sets. */
  areSets = false;

  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.documentCount = store.documentCount;
  }

  /**
   * Stops a search unless the postings of words are there.
   * @param {TermEntry[]} entries
   */
  needAll(entries) {
    const { store } = this;
    forAll(entries, ({ start }) => store.need("postings", lastAtMost(store.postingsStarts, start)));
  }

  /**
   * Visits the postings of a word in order of documents.
   * @param {TermEntry} entry
   * @param {Uint32Array | null} followers for each fingerprint, the low and the high 32 of the bits
   *   to hand on where it follows
   * @param {(document: number) => void} visit
   */
  forEach(entry, followers, visit) {
    this.needAll([entry]);
    const bytes = this.store.postings;
    const total = Math.min(entry.frequency, this.documentCount);
    this.followingLow = this.followingHigh = 0;
    if (total <= BLOCK && !entry.hasNeighbours) {
      this.unpack(total, entry.start, -1, null, null, visit);
      return;
    }
    const blocks = Math.ceil(total / BLOCK);
    let heads = new ByteReader(bytes, entry.start, entry.end);
    // The heads are read twice: to find where they end, and along with their blocks.
    let size = 0;
    for (let block = 0; block < blocks; block++) {
      heads.varint();
      size += heads.varint();
      if (entry.hasNeighbours) heads.varint();
    }
    let offset = heads.position;
    let followerOffset = offset + size;
    heads = new ByteReader(bytes, entry.start, entry.end);
    let previous = -1;
    for (let left = total; left > 0; left -= BLOCK) {
      const last = heads.varint();
      const length = heads.varint();
      const followerLength = entry.hasNeighbours ? heads.varint() : 0;
      const bits = entry.hasNeighbours && followers ? new BitReader(bytes, followerOffset) : null;
      this.areSets = bits?.read(1) === 1;
      if (!this.unpack(Math.min(left, BLOCK), offset, previous, bits, followers, visit)) return;
      offset += length;
      followerOffset += followerLength;
      previous += last;
    }
  }

  /**
   * Unpacks one block; false when it is damaged.
   * @private
   * @param {number} count
   * @param {number} offset
   * @param {number} previous
   * @param {BitReader | null} neighbours
   * @param {Uint32Array | null} followers
   * @param {(document: number) => void} visit
   */
  unpack(count, offset, previous, neighbours, followers, visit) {
    const bits = new BitReader(this.store.postings, offset);
    const parameter = bits.read(5);
    let document = previous;
    for (let left = count; left > 0; left--) {
      const quotient = bits.unary();
      if (quotient > 40) return false;
      document += quotient * 2 ** parameter + bits.read(parameter) + 1;
      if (document >= this.documentCount) return false;
      const code = bits.peek() & 7;
      this.upper = this.lower = 0;
      if (!(code & 1)) {
        bits.position += 1;
        this.body = 1;
      } else if (!(code & 2)) {
        bits.position += 2;
        this.body = 2;
      } else {
        bits.position += 3;
        if (code === 3) this.body = Math.min(bits.gamma() + 3, 1023);
        else this.readFields(bits);
      }
      if (neighbours && followers) this.readFollowing(neighbours, followers);
      visit(document);
    }
    return true;
  }

  /**
   * @private
   * @param {BitReader} bits
   */
  readFields(bits) {
    const mask = bits.read(lanes.length);
    this.body = 0;
    for (let field = 0; field < lanes.length; field++) {
      if (!(mask >> field & 1)) continue;
      const { shift, limit } = lanes[field];
      const count = Math.min(bits.gamma() + 1, limit);
      if (field < HEADINGS) this.upper |= count << shift;
      else if (field < BODY) this.lower |= count << shift;
      else this.body = count;
    }
  }

  /**
   * Reads the neighbours of one posting.
   * @private
   * @param {BitReader} bits
   * @param {Uint32Array} followers
   */
  readFollowing(bits, followers) {
    this.followingLow = this.followingHigh = 0;
    /** @param {number} print */
    const add = (print) => {
      this.followingLow |= followers[2 * print];
      this.followingHigh |= followers[2 * print + 1];
    };
    if (this.areSets) {
      for (let set = bits.read(FINGERPRINTS); set; set &= set - 1) add(31 - Math.clz32(set & -set));
      return;
    }
    const count = bits.unary();
    if (count > FINGERPRINTS) return;
    for (let left = count; left > 0; left--) add(bits.read(FINGERPRINT));
  }
}

// Sources/Search/Analysis/StemHash.swift

/**
 * Whether a class in so many of the documents is common enough to have neighbours.
 * @param {number} frequency
 * @param {number} documents
 */
export const isCommon = (frequency, documents) => frequency * 16 > documents;

/**
 * The fingerprint of a word that follows another.
 * @param {number} hash of its stem
 * @param {boolean} inTitle
 */
export function fingerprint(hash, inTitle) {
  let mixed = inTitle ? hash ^ 0x5bd1e995 : hash;
  mixed = Math.imul(mixed ^ mixed >>> 16, 0x85ebca6b);
  mixed = Math.imul(mixed ^ mixed >>> 13, 0xc2b2ae35);
  return mixed >>> 32 - FINGERPRINT;
}
