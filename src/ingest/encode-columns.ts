import { ColumnEncoder } from './column-encoder.ts';
import type { CleanShape } from './clean-scan.ts';
import type { EncodedColumn } from './encoded-column.ts';
import { lengthened, roomFor } from './lengthened.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const ZERO = 0x30;
const NINE = 0x39;
const MAX_DIGITS = 9;
const SERIAL_END = new TextEncoder().encode('号');
/** FNV-1a. */
const HASH_PRIME = 0x01000193;

/**
 * The columns of a text that `scanClean` found clean, from byte `start` on: every text once, and one small number per
 * cell. Null where a column cannot be told so, which leaves the text to the engine's own reader.
 */
export function encodeColumns(
  bytes: Uint8Array,
  start: number,
  shape: CleanShape,
  rows: number,
): EncodedColumn[] | null {
  const encoder = new ColumnsEncoder(shape, rows);
  encoder.take(bytes, start, rows);
  return encoder.finish();
}

/** Takes the records of a clean text, some at a time, for `encodeColumns`. */
export class ColumnsEncoder {
  readonly #shape: CleanShape;
  readonly #columns: readonly ColumnEncoder[];
  #serials: Int32Array;
  #rows = 0;

  /** @param expected how many records will come, as far as that is known. */
  constructor(shape: CleanShape, expected: number) {
    this.#shape = shape;
    this.#columns = Array.from({ length: shape.width }, () => new ColumnEncoder(expected));
    this.#serials = new Int32Array(shape.caseNo === null ? 0 : expected);
  }

  /** `rows` more records: all that stand in `bytes` from byte `start` on. */
  take(bytes: Uint8Array, start: number, rows: number): void {
    const first = this.#rows;
    this.#rows += rows;
    for (const column of this.#columns) column.expect(this.#rows);
    if (this.#shape.caseNo !== null && this.#rows > this.#serials.length) {
      this.#serials = lengthened(this.#serials, new Int32Array(roomFor(this.#rows)));
    }
    takeCells(bytes, start, this.#shape, this.#columns, this.#serials, first);
  }

  /** Null where a column cannot be told as codes. */
  finish(): EncodedColumn[] | null {
    const encoded: EncodedColumn[] = [];
    for (const [i, column] of this.#columns.entries()) {
      const cells = column.finish();
      if (cells === null || (i === this.#shape.caseNo && cells.kind !== 'coded')) return null;
      const serials = this.#serials.subarray(0, this.#rows);
      encoded.push(
        i === this.#shape.caseNo && cells.kind === 'coded' ? { ...cells, kind: 'numbered', serials } : cells,
      );
    }
    return encoded;
  }
}

/** One pass over the records; their shape is not asked again. */
function takeCells(
  bytes: Uint8Array,
  start: number,
  { separator, width, caseNo }: CleanShape,
  columns: readonly ColumnEncoder[],
  serials: Int32Array,
  firstRow: number,
): void {
  const ends = new Uint8Array(256);
  for (const byte of [separator, LF, CR]) ends[byte] = 1;
  let position = start;
  for (let row = firstRow; position < bytes.length; row++) {
    for (let cell = 0; cell < width; cell++) {
      const column = columns[cell];
      if (column === undefined) return;
      const from = position;
      if (bytes[from] === QUOTE) {
        position = endOfQuoted(bytes, from);
        takeQuoted(column, row, bytes, from + 1, position - 1, cell === caseNo ? serials : null);
      } else if (cell === caseNo) {
        while (position < bytes.length && ends[bytes[position] ?? 0] === 0) position++;
        takeNumber(column, row, bytes, from, position, serials);
      } else {
        let hash = 0;
        let byte = bytes[position] ?? LF;
        while (ends[byte] === 0) {
          hash = Math.imul(hash ^ byte, HASH_PRIME);
          byte = bytes[++position] ?? LF;
        }
        column.take(row, bytes, from, position, hash);
      }
      if (cell < width - 1) position++;
    }
    position += bytes[position] === CR ? 2 : 1;
  }
}

/** The position after the closing mark. */
function endOfQuoted(bytes: Uint8Array, start: number): number {
  let position = bytes.indexOf(QUOTE, start + 1);
  while (bytes[position + 1] === QUOTE) position = bytes.indexOf(QUOTE, position + 2);
  return position + 1;
}

function takeQuoted(
  column: ColumnEncoder,
  row: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  serials: Int32Array | null,
): void {
  const inner = bytes.subarray(start, end);
  const cell = inner.includes(QUOTE) ? withoutDoubled(inner) : inner;
  if (serials === null) column.take(row, cell, 0, cell.length, hashOf(cell, 0, cell.length));
  else takeNumber(column, row, cell, 0, cell.length, serials);
}

/** Splits off the serial number where the cell ends with it and 号; one with leading zeros would not come back. */
function takeNumber(
  column: ColumnEncoder,
  row: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  serials: Int32Array,
): void {
  const [first, second, third] = SERIAL_END;
  let split = end - SERIAL_END.length;
  let serial = 0;
  if (split > start && bytes[split] === first && bytes[split + 1] === second && bytes[split + 2] === third) {
    for (let unit = 1; split > start && isDigit(bytes[split - 1]) && unit <= 10 ** MAX_DIGITS; unit *= 10) {
      split -= 1;
      serial += ((bytes[split] ?? ZERO) - ZERO) * unit;
    }
    if (bytes[split] === ZERO || serial >= 10 ** MAX_DIGITS || split === start) serial = 0;
  }
  serials[row] = serial;
  const textEnd = serial > 0 ? split : end;
  column.take(row, bytes, start, textEnd, hashOf(bytes, start, textEnd));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), HASH_PRIME);
  return hash;
}

/** The text of a quoted cell in which marks are doubled. */
function withoutDoubled(inner: Uint8Array): Uint8Array {
  const text = new Uint8Array(inner.length);
  let length = 0;
  for (let i = 0; i < inner.length; i++) {
    const byte = inner[i] ?? 0;
    text[length++] = byte;
    if (byte === QUOTE && inner[i + 1] === QUOTE) i++;
  }
  return text.subarray(0, length);
}
