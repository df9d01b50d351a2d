import { FEW_TEXTS, MAX_TEXTS } from './column-encoder.ts';
import type { Codes, EncodedColumn } from './encoded-column.ts';
import type { RawTable } from './raw-table.ts';

/** The table of a text of which `readShare` read every share, in their order; null where one of them could not. */
export function joinShares(shares: readonly (RawTable | null)[]): RawTable | null {
  const [first] = shares;
  if (first === undefined || first === null || first.body.kind !== 'clean') return null;
  const own = shares.flatMap((share) => (share?.body.kind === 'clean' ? (share.body.columns ?? []) : []));
  const width = first.labels.length;
  if (own.length !== width * shares.length) return null;
  const columns: EncodedColumn[] = [];
  for (let i = 0; i < width; i++) {
    const joined = joinColumn(own.filter((_, position) => position % width === i));
    if (joined === null) return null;
    columns.push(joined);
  }
  const rows = shares.reduce((sum, share) => sum + (share?.rows ?? 0), 0);
  return rows === 0 ? null : { ...first, rows, sample: first.sample.slice(0, rows), body: { ...first.body, columns } };
}

/** One column of all shares, as one reader would have told it: texts in the order in which they first came. */
function joinColumn(parts: readonly EncodedColumn[]): EncodedColumn | null {
  const coded = parts.flatMap((part) => (part.kind === 'plain' ? [] : [part]));
  const texts = [...new Set(coded.flatMap((part) => part.texts))];
  const serials = parts.flatMap((part) => (part.kind === 'numbered' ? [part.serials] : []));
  if (coded.length < parts.length || texts.length > MAX_TEXTS) return serials.length > 0 ? null : joinCells(parts);
  const codeOf = new Map(texts.map((text, i) => [text, i + 1]));
  const length = coded.reduce((sum, part) => sum + part.codes.length, 0);
  const wide = new Uint16Array(length);
  let offset = 0;
  for (const { codes: own, texts: ownTexts } of coded) {
    wide.set(own, offset);
    // The texts of the first share come first in the joined order too; those of the others often do.
    if (!ownTexts.every((text, i) => texts[i] === text)) {
      const joined = Uint16Array.of(0, ...ownTexts.map((text) => codeOf.get(text) ?? 0));
      recode(wide, offset, offset + own.length, joined);
    }
    offset += own.length;
  }
  const codes: Codes = texts.length <= FEW_TEXTS ? new Uint8Array(wide) : wide;
  if (serials.length === 0) return { kind: 'coded', codes, texts };
  return { kind: 'numbered', codes, texts, serials: concat(serials, new Int32Array(length)) };
}

/** A function of its own, always on the same kind of array: the browser makes it ten times as fast. */
function recode(codes: Uint16Array, start: number, end: number, joined: Uint16Array): void {
  for (let row = start; row < end; row++) codes[row] = joined[codes[row] ?? 0] ?? 0;
}

/** The cells themselves, where there are too many texts. */
function joinCells(parts: readonly EncodedColumn[]): EncodedColumn {
  const plain = parts.map((part) => (part.kind === 'plain' ? part : toCells(part.codes, part.texts)));
  const rows = plain.reduce((sum, { offsets }) => sum + offsets.length - 1, 0);
  const length = plain.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const offsets = new Int32Array(rows + 1);
  let [row, offset] = [0, 0];
  for (const part of plain) {
    for (let i = 1; i < part.offsets.length; i++) offsets[row + i] = offset + (part.offsets[i] ?? 0);
    row += part.offsets.length - 1;
    offset += part.bytes.length;
  }
  const bytes = new Uint8Array(length);
  return {
    kind: 'plain',
    bytes: concat(
      plain.map((part) => part.bytes),
      bytes,
    ),
    offsets,
  };
}

function toCells(codes: Codes, texts: readonly string[]): Extract<EncodedColumn, { kind: 'plain' }> {
  const encoder = new TextEncoder();
  const cells = ['', ...texts].map((text) => encoder.encode(text));
  const offsets = new Int32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++)
    offsets[row + 1] = (offsets[row] ?? 0) + (cells[codes[row] ?? 0]?.length ?? 0);
  const bytes = new Uint8Array(offsets[codes.length] ?? 0);
  for (let row = 0; row < codes.length; row++) bytes.set(cells[codes[row] ?? 0] ?? [], offsets[row]);
  return { kind: 'plain', bytes, offsets };
}

function concat<T extends Uint8Array | Int32Array>(parts: readonly T[], whole: T): T {
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
