// @ts-check
// One file of the index: its head is checked and its sections are found, as PieceReader.swift does.
import { checksum, u32 } from "./bytes.js";

export const FORMAT = 3;
const MAGIC = "BALISEIX";
const HEADER = 32;
const ROW = 16;

/** What a file holds. */
export const roles = { core: 5, facets: 6, words: 7, postings: 8, documents: 9, endings: 10 };

/** @typedef {keyof typeof roles} Role */

/** @typedef {{ build: number, sections: Map<number, Uint8Array> }} Piece */

const sentences = {
  foreign: "is not a Balise search index",
  version: "has another format version",
  truncated: "is cut short",
  corrupt: "is damaged",
  mixed: "comes from another build",
  missing: "cannot be fetched",
};

/** Why the index cannot be searched. */
export class IndexError extends Error {
  /**
   * @param {keyof typeof sentences} kind
   * @param {string} file
   */
  constructor(kind, file) {
    super(`The '${file}' file of the search index ${sentences[kind]}.`);
    this.name = "IndexError";
    this.kind = kind;
  }
}

/**
 * The sections of a file, each of them verified.
 * @param {Uint8Array} bytes
 * @param {Role} role what the file must hold
 * @returns {Piece}
 */
export function readPiece(bytes, role) {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new IndexError("foreign", role);
  if (bytes.length < HEADER) throw new IndexError("truncated", role);
  if (u32(bytes, 8) !== FORMAT) throw new IndexError("version", role);
  if (u32(bytes, 12) !== roles[role]) throw new IndexError("foreign", role);
  const [count, length] = [u32(bytes, 20), u32(bytes, 24)];
  const start = HEADER + count * ROW;
  if (length > bytes.length || start > bytes.length) throw new IndexError("truncated", role);
  const head = bytes.slice(0, start).fill(0, 28, 32);
  if (length < bytes.length || count > 64 || checksum(head) !== u32(bytes, 28)) {
    throw new IndexError("corrupt", role);
  }
  /** @type {Map<number, Uint8Array>} */
  const sections = new Map();
  for (let row = HEADER; row < start; row += ROW) {
    const [id, offset, size, sum] = [0, 4, 8, 12].map((field) => u32(bytes, row + field));
    const section = bytes.subarray(offset, offset + size);
    if (section.length !== size || checksum(section) !== sum) throw new IndexError("corrupt", role);
    sections.set(id, section);
  }
  return { build: u32(bytes, 16), sections };
}
