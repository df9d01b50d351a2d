import { lengthened, roomFor } from './lengthened.ts';

const FIRST_ROOM = 1 << 16;
/** FNV-1a. */
const HASH_PRIME = 0x01000193;

/** Where the cells of some records stand, one after the other, with their quotation marks, and a hash of every bare one. */
export class CellIndex {
  count = 0;
  starts = new Int32Array(FIRST_ROOM);
  ends = new Int32Array(FIRST_ROOM);
  hashes = new Int32Array(FIRST_ROOM);

  /** Makes room for `more` cells. */
  expect(more: number): void {
    const wanted = this.count + more;
    if (wanted <= this.starts.length) return;
    this.starts = lengthened(this.starts, new Int32Array(roomFor(wanted)));
    this.ends = lengthened(this.ends, new Int32Array(roomFor(wanted)));
    this.hashes = lengthened(this.hashes, new Int32Array(roomFor(wanted)));
  }
}

/** The hash of the bytes before, with one more. */
export function hashWith(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, HASH_PRIME);
}

export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashWith(hash, bytes[i] ?? 0);
  return hash;
}
