import type { CellIndex } from './cell-index.ts';
import { ColumnEncoder } from './column-encoder.ts';
import type { CleanShape } from './clean-scan.ts';
import type { EncodedColumn } from './encoded-column.ts';
import { lengthened, roomFor } from './lengthened.ts';

const QUOTE = 0x22;
const ZERO = 0x30;
const NINE = 0x39;
const MAX_DIGITS = 9;
const SERIAL_END = new TextEncoder().encode('号');

/** The columns of records that `scanClean` found clean: every text once, and one small number per cell. */
export class ColumnsEncoder {
  readonly #shape: CleanShape;
  readonly #columns: readonly ColumnEncoder[];
  #serials: Int32Array;
  #rows = 0;

  /** @param expected how many records will come, as far as that is known. */
  constructor(shape: CleanShape, expected = 0) {
    this.#shape = shape;
    this.#columns = Array.from({ length: shape.width }, () => new ColumnEncoder(expected));
    this.#serials = new Int32Array(shape.caseNo === null ? 0 : expected);
  }

  /** More records: `cells` tells where they stand in `bytes`. */
  take(bytes: Uint8Array, cells: CellIndex): void {
    const { width, caseNo } = this.#shape;
    const first = this.#rows;
    this.#rows += cells.count / width;
    if (caseNo !== null && this.#rows > this.#serials.length) {
      this.#serials = lengthened(this.#serials, new Int32Array(roomFor(this.#rows)));
    }
    for (const [i, column] of this.#columns.entries()) {
      column.expect(this.#rows);
      if (i === caseNo) takeNumbers(column, bytes, cells, i, width, first, this.#serials);
      else takeCells(column, bytes, cells, i, width, first);
    }
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

/** Every cell of one column: that at `offset` in `cells`, and every `width`-th after it. */
function takeCells(
  column: ColumnEncoder,
  bytes: Uint8Array,
  { count, starts, ends }: CellIndex,
  offset: number,
  width: number,
  firstRow: number,
): void {
  for (let i = offset, row = firstRow; i < count; i += width, row++) {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    if (bytes[start] === QUOTE && end > start) {
      const cell = unquoted(bytes, start, end);
      column.take(row, cell, 0, cell.length);
    } else column.take(row, bytes, start, end);
  }
}

function takeNumbers(
  column: ColumnEncoder,
  bytes: Uint8Array,
  { count, starts, ends }: CellIndex,
  offset: number,
  width: number,
  firstRow: number,
  serials: Int32Array,
): void {
  for (let i = offset, row = firstRow; i < count; i += width, row++) {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    if (bytes[start] === QUOTE && end > start) {
      const cell = unquoted(bytes, start, end);
      takeNumber(column, row, cell, 0, cell.length, serials);
    } else takeNumber(column, row, bytes, start, end, serials);
  }
}

/** The text of a quoted cell. */
function unquoted(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const inner = bytes.subarray(start + 1, end - 1);
  return inner.includes(QUOTE) ? withoutDoubled(inner) : inner;
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
  column.take(row, bytes, start, textEnd);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
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
