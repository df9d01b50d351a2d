const FIRST_SLOTS = 256;
/** FNV-1a. */
const HASH_PRIME = 0x01000193;

/** Distinct texts of one column as UTF-8, numbered from 1 in the order in which they first came. */
export class ByteDictionary {
  readonly #limit: number;
  #size = 0;
  /** Number of the text whose hash leads here; 0 = none. Twice as many as texts, a power of two. */
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  /** Where text `n` begins in `#store`; it ends where the next begins. */
  #starts = new Int32Array(FIRST_SLOTS);
  #store = new Uint8Array(FIRST_SLOTS * 16);

  /** @param limit how many texts it takes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** Number of the text `bytes[start…end)`; -1 where it is new and there is no room for it. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), HASH_PRIME);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = slots[slot] ?? 0;
      if (code === 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#isAt(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** UTF-8 of the text numbered `code`. */
  bytesOf(code: number): Uint8Array {
    return this.#store.subarray(this.#starts[code], this.#starts[code + 1]);
  }

  #isAt(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = this.#starts[code] ?? 0;
    const length = end - start;
    if ((this.#starts[code + 1] ?? 0) - offset !== length) return false;
    const store = this.#store;
    for (let i = 0; i < length; i++) if (store[offset + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    if (this.#size >= this.#limit) return -1;
    const code = ++this.#size;
    if (code + 1 >= this.#starts.length) {
      this.#starts = grown(this.#starts, code * 2 + 2);
      this.#hashes = grown(this.#hashes, code * 2 + 2);
    }
    const offset = this.#starts[code] ?? 0;
    const length = end - start;
    if (offset + length > this.#store.length) {
      const store = new Uint8Array((offset + length) * 2);
      store.set(this.#store);
      this.#store = store;
    }
    this.#store.set(bytes.subarray(start, end), offset);
    this.#starts[code + 1] = offset + length;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (code * 2 > this.#slots.length) this.#spread(this.#slots.length * 2);
    return code;
  }

  #spread(length: number): void {
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let code = 1; code <= this.#size; code++) {
      const hash = this.#hashes[code] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function grown(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(values);
  return larger;
}
