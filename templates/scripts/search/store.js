// @ts-check
// Fetches the files of an index as they are needed, and lays them where they belong: each large
// section is one array, so that offsets mean what they mean to a reader that has it whole.
import { ByteReader, u32 } from "./bytes.js";
import { FORMAT, IndexError, readPiece } from "./piece.js";

/** @typedef {import("./piece.js").Role} Role */

/**
 * The part of `fetch` that is used here.
 * @typedef {(url: string, options?: RequestInit) => Promise<Response>} Fetch
 */

/**
 * What `search/<language>.json` says.
 * @typedef {object} Manifest
 * @property {number} format
 * @property {string} slices what the names of all files have in common
 * @property {string} [popularity]
 */

/**
 * Code that few searches need.
 * @typedef {object} Code
 * @property {typeof import("./repair.js")} [repair]
 * @property {typeof import("./filter.js")} [filter]
 */

/** @typedef {[Role | keyof Code, number]} File a file of the index, or of code */

/** Thrown where bytes, or code, are needed that were not fetched yet. */
export class Missing extends Error {
  /** @param {File[]} files */
  constructor(files) {
    super("Not fetched yet");
    this.files = files;
  }
}

/**
 * @param {File[0]} role
 * @param {number} number
 * @returns {never}
 */
function missing(role, number = 0) {
  throw new Missing([[role, number]]);
}

/**
 * Does something for all of a list, and asks at once for everything that is missing.
 * @template Item, Result
 * @param {Item[]} list
 * @param {(item: Item, place: number) => Result} step
 * @returns {Result[]}
 */
export function forAll(list, step) {
  /** @type {File[]} */
  const files = [];
  /** @type {Result[]} */
  const results = [];
  list.forEach((item, place) => {
    try {
      results.push(step(item, place));
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      files.push(...error.files);
    }
  });
  if (files.length) throw new Missing(files);
  return results;
}

/**
 * The last place of a sorted list whose value is at most `value`; 0 when there is none.
 * @template Value
 * @param {Value[]} list
 * @param {Value} value
 */
export function lastAtMost(list, value) {
  let low = 0;
  for (let high = list.length; high - low > 1;) {
    const middle = low + high >> 1;
    if (list[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * @param {string} folder
 * @param {Role} role
 * @param {number} number
 * @param {string} slices
 */
const addressOf = (folder, role, number, slices) => `${folder}/${role}-${number}.${slices}.idx`;

/**
 * @param {Fetch} fetch
 * @param {string} url
 * @param {Role} role
 * @param {RequestCache} cache
 */
async function readOnce(fetch, url, role, cache) {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new IndexError("missing", role);
  return readPiece(new Uint8Array(await answer.arrayBuffer()), role);
}

/**
 * @param {Fetch} fetch
 * @param {string} url
 * @param {Role} role
 */
async function read(fetch, url, role) {
  try {
    return await readOnce(fetch, url, role, "default");
  } catch (error) {
    if (!(error instanceof IndexError) || error.kind === "missing") throw error;
    // What a cache holds may be damaged where what the site holds is not.
    return readOnce(fetch, url, role, "reload");
  }
}

export class Store {
  /** @type {Code} */
  code = {};
  /** @type {Map<string, Promise<void>>} */
  requests = new Map();
  /** The files whose bytes are in place, such as `words 3`. */
  loaded = new Set();
  /**
   * The first block, and its first key, of each file of words.
   * @type {number[]}
   */
  wordBlocks = [];
  /** @type {string[]} */
  wordKeys = [];
  /**
   * The first byte of each file of postings.
   * @type {number[]}
   */
  postingsStarts = [];
  /**
   * The first key of each file of endings, and what those hold that were fetched.
   * @type {string[]}
   */
  endingKeys = [];
  /** @type {Uint8Array[]} */
  endings = [];

  /**
   * @param {string} folder
   * @param {Fetch} fetch
   * @param {string} slices what the names of the files have in common
   * @param {string | undefined} popularity
   * @param {import("./piece.js").Piece} core
   */
  constructor(folder, fetch, slices, popularity, core) {
    this.folder = folder;
    this.fetch = fetch;
    this.slices = slices;
    this.build = core.build;
    this.sections = core.sections;
    const summary = this.section(1);
    this.documentCount = u32(summary, 4);
    const codes = atob(popularity ?? "");
    // Codes of another index weigh nothing.
    this.popularity = codes.length === this.documentCount
      ? Uint8Array.from(codes, (letter) => letter.charCodeAt(0)) : new Uint8Array();
    this.termCount = u32(summary, 8);
    const cuts = this.section(6);
    const reader = new ByteReader(cuts, 12);
    this.documentBlock = Math.max(1, reader.varint());
    for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
      this.wordBlocks.push(reader.varint());
      this.wordKeys.push(reader.binary());
    }
    let start = 0;
    for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
      this.postingsStarts.push(start += reader.varint());
    }
    for (let left = reader.varint(); left > 0 && !reader.isAtEnd; left--) {
      this.endingKeys.push(reader.binary());
    }
    if (summary.length !== 36) throw new IndexError("corrupt", "core");
    this.blocks = new Uint8Array(Math.ceil(this.termCount / 16) * 8);
    this.dictionary = new Uint8Array(u32(cuts, 0));
    this.postings = new Uint8Array(u32(cuts, 4));
    this.documentOffsets = new Uint8Array((this.documentCount + 1) * 4);
    this.documents = new Uint8Array(u32(cuts, 8));
  }

  /**
   * Fetches the manifest of a language and the core of its index.
   * @param {string} base what stands before `/search/` in addresses
   * @param {string} language
   * @param {Fetch} fetch
   */
  static async open(base, language, fetch) {
    const folder = `${base}/search/${language}`;
    const answer = await fetch(`${folder}.json`, { cache: "no-cache" });
    if (!answer.ok) throw new IndexError("missing", "manifest");
    /** @type {Partial<Manifest> | null} */
    const manifest = await answer.json().catch(() => null);
    if (typeof manifest?.format !== "number") throw new IndexError("foreign", "manifest");
    if (manifest.format !== FORMAT) throw new IndexError("version", "manifest");
    const { slices = "", popularity } = manifest;
    const core = await read(fetch, addressOf(folder, "core", 0, slices), "core");
    return new Store(folder, fetch, slices, popularity, core);
  }

  /**
   * @param {number} id
   * @returns {Uint8Array}
   */
  section(id) {
    const section = this.sections.get(id);
    if (!section) throw new IndexError("corrupt", "core");
    return section;
  }

  /**
   * Whether the bytes of a file are in place.
   * @param {Role} role
   * @param {number} number
   */
  has(role, number) {
    return this.loaded.has(`${role} ${number}`);
  }

  /**
   * Stops what is being done when the bytes of a file are not in place.
   * @param {Role} role
   * @param {number} number
   */
  need(role, number = 0) {
    if (!this.has(role, number)) missing(role, number);
  }

  get repair() {
    return this.code.repair ?? missing("repair");
  }

  get filter() {
    return this.code.filter ?? missing("filter");
  }

  /**
   * Repeats something that stops where bytes are missing until it has all of them.
   * @template Result
   * @param {() => Result} body
   */
  async complete(body) {
    for (;;) {
      try {
        return body();
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        await Promise.all(error.files.map((file) => this.load(...file)));
      }
    }
  }

  /**
   * Fetches a file once.
   * @param {File[0]} role
   * @param {number} number
   */
  load(role, number) {
    const key = `${role} ${number}`;
    let request = this.requests.get(key);
    if (!request) {
      request = this.loadOnce(role, number, key);
      this.requests.set(key, request);
      // Another search may try again.
      request.catch(() => this.requests.delete(key));
    }
    return request;
  }

  /**
   * @private
   * @param {File[0]} role
   * @param {number} number
   * @param {string} key
   */
  async loadOnce(role, number, key) {
    if (role === "repair") this.code.repair = await import("./repair.js");
    else if (role === "filter") this.code.filter = await import("./filter.js");
    else {
      const address = addressOf(this.folder, role, number, this.slices);
      const { build, sections } = await read(this.fetch, address, role);
      if (build !== this.build) throw new IndexError("mixed", role);
      if (!this.place(role, number, sections)) throw new IndexError("corrupt", role);
      this.loaded.add(key);
    }
  }

  /**
   * Lays the sections of a file where they belong; false when they do not fit.
   * @private
   * @param {Role} role
   * @param {number} number
   * @param {Map<number, Uint8Array>} sections
   */
  place(role, number, sections) {
    /**
     * @param {Uint8Array} target
     * @param {number} id
     * @param {number} offset
     */
    const put = (target, id, offset) => {
      const source = sections.get(id);
      if (!source || offset + source.length > target.length) return false;
      target.set(source, offset);
      return true;
    };
    /** @param {number} id */
    const first = (id) => u32(sections.get(id) ?? new Uint8Array(4), 0);
    switch (role) {
      case "words":
        return put(this.blocks, 9, this.wordBlocks[number] * 8) && put(this.dictionary, 10, first(9));
      case "postings":
        return put(this.postings, 11, this.postingsStarts[number]);
      case "documents":
        return put(this.documentOffsets, 12, number * this.documentBlock * 4)
          && put(this.documents, 13, first(12));
      case "endings":
        this.endings[number] = sections.get(20) ?? new Uint8Array();
        return true;
      default:
        for (const [id, section] of sections) this.sections.set(id, section);
        return this.section(8).length === this.documentCount * 2;
    }
  }
}
