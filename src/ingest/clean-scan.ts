import type { CellIndex } from './cell-index.ts';

/** Where a record of a scanned text stands, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What every record of a text must look like. */
export interface CleanShape {
  /** Byte between cells. */
  readonly separator: number;
  /** Cells per record. */
  readonly width: number;
  /** 0-based cell of the 案号; null = the list has none. */
  readonly caseNo: number | null;
}

export interface CleanScan {
  readonly records: number;
  /** Records that may be no case: without a 案号 or, in a list without 案号, nearly empty or with 合, 小, 总, … before a cell. */
  readonly suspects: readonly ByteRange[];
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** A text with more suspects than this is read cell by cell. */
export const MAX_SUSPECTS = 2000;

/**
 * One pass over UTF-8 text from byte `start`. Null where a reader would have to guess: records of different width,
 * stray quotation marks, blank lines, line ends of two kinds, NUL bytes.
 *
 * @param cells is filled with the cells of the records, anew
 * @param usesCrLf how lines end; as the first one does, where absent.
 */
export function scanClean(
  bytes: Uint8Array,
  start: number,
  shape: CleanShape,
  cells: CellIndex,
  usesCrLf = lineEndOf(bytes, start),
): CleanScan | null {
  const { separator, width, caseNo } = shape;
  const suspects: ByteRange[] = [];
  const stops = stopsOf(separator);
  let position = start;
  let records = 0;
  cells.count = 0;
  while (position < bytes.length) {
    const recordStart = position;
    let cell = 0;
    let empty = 0;
    let isSuspect = false;
    cells.expect(width);
    const { starts, ends } = cells;
    for (;;) {
      if (cell === width) return null;
      const cellStart = position;
      if (bytes[position] === QUOTE) {
        position = endOfQuoted(bytes, position, separator);
        if (position < 0 || hasRowInside(bytes, cellStart, position, separator, width)) return null;
        if (position === cellStart + 2) empty++;
      } else {
        while (stops[bytes[position] ?? 0] === 0) position++;
        if (bytes[position] === QUOTE || bytes[position] === 0) return null;
        if (position === cellStart) empty++;
      }
      if (cell === caseNo) isSuspect = !looksLikeCaseNo(bytes, cellStart, position);
      else if (caseNo === null && isTellTale(bytes, cellStart)) isSuspect = true;
      starts[cells.count] = cellStart;
      ends[cells.count] = position;
      cells.count += 1;
      cell += 1;
      if (bytes[position] !== separator) break;
      position++;
    }
    if (cell !== width) return null;
    if (isSuspect || (caseNo === null && empty >= width - 2)) suspects.push({ start: recordStart, end: position });
    if (suspects.length > MAX_SUSPECTS) return null;
    if (position < bytes.length) {
      const isCrLf = bytes[position] === CR && bytes[position + 1] === LF;
      if (isCrLf !== usesCrLf || (!isCrLf && bytes[position] === CR)) return null;
      position += isCrLf ? 2 : 1;
    }
    records++;
  }
  return { records, suspects };
}

/** 1 for every byte that ends a bare cell or may not stand in it; NUL also stands for the end of the text. */
function stopsOf(separator: number): Uint8Array {
  const stops = new Uint8Array(256);
  for (const byte of [separator, LF, CR, QUOTE, 0]) stops[byte] = 1;
  return stops;
}

/** Last byte of 号. */
const END_OF_NUMBER = 0xb7;

/**
 * A row whose 案号 has a digit and a Chinese character and ends with 号 or a digit is a case, whatever else stands in it;
 * 2025年合计7件 may be a sum.
 */
function looksLikeCaseNo(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[bytes[end - 1] === QUOTE ? end - 2 : end - 1] ?? 0;
  if (last !== END_OF_NUMBER && (last < 0x30 || last > 0x39)) return false;
  let hasDigit = false;
  let isChinese = false;
  for (let i = start; i < end && !(hasDigit && isChinese); i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) hasDigit = true;
    else if (byte >= 0x80) isChinese = true;
  }
  return hasDigit && isChinese;
}

/** Whether the first line from byte `start` on ends with CR LF. */
export function lineEndOf(bytes: Uint8Array, start: number): boolean {
  const end = bytes.indexOf(LF, start);
  return end > start && bytes[end - 1] === CR;
}

/** The position after the closing mark of the cell that opens at `start`; -1 where it has none or text follows it. */
function endOfQuoted(bytes: Uint8Array, start: number, separator: number): number {
  let position = start + 1;
  for (;;) {
    position = bytes.indexOf(QUOTE, position);
    if (position < 0) return -1;
    if (bytes[position + 1] !== QUOTE) break;
    position += 2;
  }
  if (bytes.subarray(start, position).includes(0)) return -1;
  const next = bytes[position + 1];
  return next === undefined || next === separator || next === LF || next === CR ? position + 1 : -1;
}

/** True where a line inside a quoted cell has as many separators as a record: its mark may be another record's. */
function hasRowInside(bytes: Uint8Array, start: number, end: number, separator: number, width: number): boolean {
  let line = bytes.indexOf(LF, start);
  while (line >= 0 && line < end) {
    const next = bytes.indexOf(LF, line + 1);
    if (next < 0 || next >= end) return false;
    let cells = 1;
    for (let i = line + 1; i < next; i++) if (bytes[i] === separator) cells++;
    if (cells >= Math.max(3, width)) return true;
    line = next;
  }
  return false;
}

/** White space or a character that totals, footers and headers start with, at the start of a cell. */
const TELL_TALES = new Set(
  [...'合小总共累本制填审复统打导数单负备说注案序\u3000'].map((sign) => toCode(new TextEncoder().encode(sign))),
);

function isTellTale(bytes: Uint8Array, position: number): boolean {
  const first = bytes[position] ?? 0;
  if (first < 0xe3 || first > 0xe9) return first === 0x20 || first === 0xc2;
  return TELL_TALES.has(toCode(bytes.subarray(position, position + 3)));
}

function toCode(bytes: Uint8Array): number {
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}
