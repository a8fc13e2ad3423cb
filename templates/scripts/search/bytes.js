// @ts-check
// Reading numbers and strings from bytes, as Sources/Search/Format and BitReader.swift do: beyond
// the end everything is zero and empty, so that damage gives wrong answers at worst.
import { binaryOf } from "./analysis.js";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * @param {Uint8Array} bytes
 * @param {number} offset
 */
export const u16 = (bytes, offset) => (bytes[offset] | bytes[offset + 1] << 8) >>> 0;

/**
 * @param {Uint8Array} bytes
 * @param {number} offset
 */
export const u32 = (bytes, offset) => (u16(bytes, offset) | u16(bytes, offset + 2) << 16) >>> 0;

/**
 * @param {Uint8Array} bytes
 * @param {number} offset
 */
export function f32(bytes, offset) {
  return new Float32Array(Uint32Array.of(u32(bytes, offset)).buffer)[0];
}

/** Reads numbers and strings one after the other. */
export class ByteReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.end = Math.min(end, bytes.length);
    this.position = Math.min(start, this.end);
  }

  get isAtEnd() {
    return this.position >= this.end;
  }

  byte() {
    return this.position < this.end ? this.bytes[this.position++] : 0;
  }

  /** A number of at most 35 bits. */
  varint() {
    let value = 0;
    for (let unit = 1; unit <= 2 ** 28; unit *= 128) {
      const next = this.byte();
      value += (next & 0x7f) * unit;
      if (next < 0x80) break;
    }
    return value;
  }

  zigzag() {
    const value = this.varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  /** The bytes of the string that follows its length. */
  slice() {
    const length = this.varint();
    const start = this.position;
    this.position = Math.min(start + length, this.end);
    return this.bytes.subarray(start, this.position);
  }

  string() {
    return decoder.decode(this.slice());
  }

  /** The string that follows its length, a character for each byte. */
  binary() {
    return binaryOf(this.slice());
  }
}

/** Reads bits, lowest first. */
export class BitReader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} offset
   */
  constructor(bytes, offset) {
    this.bytes = bytes;
    this.position = offset * 8;
  }

  /** The next 32 bits. */
  peek() {
    const { bytes, position } = this;
    // Beyond 2 ** 31 bits `>>` would be wrong.
    const index = Math.floor(position / 8);
    const shift = position % 8;
    const low = bytes[index] | bytes[index + 1] << 8 | bytes[index + 2] << 16 | bytes[index + 3] << 24;
    return shift ? low >>> shift | bytes[index + 4] << 32 - shift : low;
  }

  /**
   * Reads up to 32 bits.
   * @param {number} count
   */
  read(count) {
    const value = this.peek();
    this.position += count;
    return count < 32 ? value & (1 << count) - 1 : value >>> 0;
  }

  /** Counts zeros up to the next one; at least 64 when there is none near. */
  unary() {
    let zeros = 0;
    while (zeros < 64) {
      const next = this.peek();
      if (next) {
        const more = 31 - Math.clz32(next & -next);
        this.position += more + 1;
        return zeros + more;
      }
      this.position += 32;
      zeros += 32;
    }
    return zeros;
  }

  gamma() {
    const width = Math.min(this.unary(), 31);
    return 2 ** width + this.read(width) - 1;
  }
}

// Checksum: 32-bit xxHash with seed 0, https://github.com/Cyan4973/xxHash.

const [prime1, prime2, prime3, prime4, prime5] =
  [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];

/**
 * @param {number} value
 * @param {number} count
 */
const rotate = (value, count) => value << count | value >>> 32 - count;

/** @param {Uint8Array} bytes */
export function checksum(bytes) {
  const { length } = bytes;
  let index = 0;
  let hash = prime5;
  if (length >= 16) {
    const lanes = [prime1 + prime2 | 0, prime2, 0, -prime1];
    for (; index + 16 <= length; index += 16) {
      for (let lane = 0; lane < 4; lane++) {
        const word = u32(bytes, index + 4 * lane);
        lanes[lane] = Math.imul(rotate(lanes[lane] + Math.imul(word, prime2) | 0, 13), prime1);
      }
    }
    hash = rotate(lanes[0], 1) + rotate(lanes[1], 7) + rotate(lanes[2], 12) + rotate(lanes[3], 18);
  }
  hash = hash + length | 0;
  for (; index + 4 <= length; index += 4) {
    const word = Math.imul(u32(bytes, index), prime3);
    hash = Math.imul(rotate(hash + word | 0, 17), prime4);
  }
  for (; index < length; index++) {
    hash = Math.imul(rotate(hash + Math.imul(bytes[index], prime5) | 0, 11), prime1);
  }
  hash = Math.imul(hash ^ hash >>> 15, prime2);
  hash = Math.imul(hash ^ hash >>> 13, prime3);
  return (hash ^ hash >>> 16) >>> 0;
}
