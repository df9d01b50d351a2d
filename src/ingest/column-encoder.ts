import { ByteDictionary } from './byte-dictionary.ts';
import type { EncodedColumn } from './encoded-column.ts';
import { lengthened, roomFor } from './lengthened.ts';

/** A column with more texts than this is kept cell by cell. */
export const MAX_TEXTS = 65_535;
export const FEW_TEXTS = 255;
/** Joins texts on their way to the engine. */
const SEPARATOR = 0x1e;

/** Takes the cells of one column, row by row. */
export class ColumnEncoder {
  #rows = 0;
  readonly #dictionary = new ByteDictionary(MAX_TEXTS);
  #codes: Uint16Array;
  /** Cells one after the other, once there are too many texts. */
  #cells: Uint8Array<ArrayBuffer> | null = null;
  #offsets: Int32Array = new Int32Array(0);

  /** @param expected how many cells will come, as far as that is known. */
  constructor(expected: number) {
    this.#codes = new Uint16Array(expected);
  }

  /** Makes room for `rows` cells in all; to be called before they are taken. */
  expect(rows: number): void {
    this.#rows = rows;
    if (rows > this.#codes.length) this.#codes = lengthened(this.#codes, new Uint16Array(roomFor(rows)));
    if (this.#cells !== null && rows >= this.#offsets.length)
      this.#offsets = lengthened(this.#offsets, new Int32Array(roomFor(rows) + 1));
  }

  /** The cell of row `row` is `bytes[start…end)`. */
  take(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#cells === null) {
      const code = start === end ? 0 : this.#dictionary.codeOf(bytes, start, end);
      if (code >= 0) {
        this.#codes[row] = code;
        return;
      }
      this.#unfold(row);
    }
    this.#append(row, bytes, start, end);
  }

  /** Null where a text is not UTF-8, or has a sign that would be lost on its way. */
  finish(): Extract<EncodedColumn, { kind: 'coded' | 'plain' }> | null {
    if (this.#cells !== null) {
      const offsets = this.#offsets.subarray(0, this.#rows + 1);
      const bytes = this.#cells.subarray(0, offsets[this.#rows]);
      return isUtf8(bytes, offsets) ? { kind: 'plain', bytes, offsets } : null;
    }
    const texts = this.#texts();
    if (texts === null) return null;
    const codes = this.#codes.subarray(0, this.#rows);
    return { kind: 'coded', codes: texts.length <= FEW_TEXTS ? new Uint8Array(codes) : codes, texts };
  }

  #texts(): string[] | null {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const texts: string[] = [];
    for (let code = 1; code <= this.#dictionary.size; code++) {
      const bytes = this.#dictionary.bytesOf(code);
      if (bytes.includes(SEPARATOR)) return null;
      try {
        texts.push(decoder.decode(bytes));
      } catch {
        return null;
      }
    }
    return texts;
  }

  /** Writes the cells of the rows before `row` out of their codes. */
  #unfold(row: number): void {
    this.#cells = new Uint8Array(1 << 20);
    this.#offsets = new Int32Array(Math.max(this.#codes.length, this.#rows) + 1);
    for (let i = 0; i < row; i++) {
      const code = this.#codes[i] ?? 0;
      const text = code === 0 ? NOTHING : this.#dictionary.bytesOf(code);
      this.#append(i, text, 0, text.length);
    }
  }

  #append(row: number, bytes: Uint8Array, start: number, end: number): void {
    const offset = this.#offsets[row] ?? 0;
    const next = offset + end - start;
    if (this.#cells !== null && next > this.#cells.length) {
      this.#cells = lengthened(this.#cells, new Uint8Array(next * 2));
    }
    for (let i = start, j = offset; i < end; i++, j++) if (this.#cells !== null) this.#cells[j] = bytes[i] ?? 0;
    this.#offsets[row + 1] = next;
  }
}

const NOTHING = new Uint8Array(0);

/** The cells are UTF-8 together, and none begins within a character. */
function isUtf8(bytes: Uint8Array, offsets: Int32Array): boolean {
  if (offsets.some((offset) => ((bytes[offset] ?? 0) & 0xc0) === 0x80)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
