import fc from 'fast-check';
import { concatBytes } from '../../src/ingest/decode.ts';
import { toCsvText } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { utf8 } from './import-bytes.ts';

/** `base` with what happens to files: bytes overwritten, cut off, cut out, doubled, put in. */
export function damagedBytes(base: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat(Math.max(0, base.length - 1));
  const overwritten = fc
    .array(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 })
    .map((edits) => {
      const bytes = base.slice();
      for (const [place, value] of edits) bytes[place] = value;
      return bytes;
    });
  const cutOff = at.map((end) => base.slice(0, end));
  const cutOut = fc
    .tuple(at, fc.nat(200))
    .map(([from, length]) => concatBytes([base.slice(0, from), base.slice(from + length)]));
  const doubled = fc
    .tuple(at, fc.nat(400))
    .map(([from, length]) => concatBytes([base.slice(0, from + length), base.slice(from)]));
  const filled = fc
    .tuple(at, fc.uint8Array({ maxLength: 40 }))
    .map(([from, noise]) => concatBytes([base.slice(0, from), noise, base.slice(from)]));
  const headless = fc.nat(64).map((from) => base.slice(from));
  return fc.oneof(
    { weight: 4, arbitrary: overwritten },
    { weight: 2, arbitrary: cutOff },
    cutOut,
    doubled,
    filled,
    headless,
  );
}

const ODD_CELLS = [
  '"',
  '"开头',
  '结尾"',
  ',',
  '\n',
  '\r',
  '\r\n,,,\r\n',
  '合计',
  '小计',
  '备注:',
  '45717',
  '',
  ' ',
  '\u3000',
  '\ufeff',
  '\ufffd',
  '(2025)兵0201民初1号',
  '1900-01-01',
  '4009-05-01',
  "'; DROP TABLE cases; --",
  '=1+1',
  '\u001e',
  '\0',
  '案号',
  '1e309',
  '-0',
  '𠮷',
];

/**
 * A list with what happens to its cells, rows and lines: odd cells, rows dropped, doubled, shortened, lengthened and moved,
 * lines merged or blank, another separator or line end, another encoding, half of the lines in another one.
 */
export function damagedText(list: readonly (readonly string[])[]): fc.Arbitrary<Uint8Array> {
  const y = fc.nat(list.length - 1);
  const x = fc.nat((list[0]?.length ?? 1) - 1);
  const cell = fc.oneof(fc.constantFrom(...ODD_CELLS), fc.string({ unit: 'binary', maxLength: 12 }));
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('cell' as const), y, x, cell }),
    fc.record({ kind: fc.constantFrom('drop', 'double', 'shorten', 'lengthen', 'top', 'blank'), y, x, cell }),
  );
  const ends = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\r\n');
  const shape = fc.record({
    edits: fc.array(edit, { maxLength: 6 }),
    delimiter: fc.constantFrom(',', '\t', ';', '|'),
    end: ends,
    merged: fc.option(fc.nat(list.length)),
    isQuoted: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'gbk', 'utf-16', 'mixed'),
  });
  return shape.map(({ edits, delimiter, end, merged, isQuoted, encoding }) => {
    const rows = edits.reduce(
      applyEdit,
      list.map((row) => [...row]),
    );
    const text = isQuoted ? toCsvText(rows, delimiter, end) : rows.map((row) => row.join(delimiter)).join(end);
    const lines = text.split(end);
    if (merged !== null) lines.splice(merged, 2, lines.slice(merged, merged + 2).join(''));
    return encode(lines.join(end), encoding);
  });
}

interface Edit {
  readonly kind: string;
  readonly y: number;
  readonly x: number;
  readonly cell: string;
}

function applyEdit(rows: string[][], { kind, y, x, cell }: Edit): string[][] {
  const row = rows[y];
  if (row === undefined) return rows;
  const put = (by: readonly string[][], removed = 1) => [...rows.slice(0, y), ...by, ...rows.slice(y + removed)];
  switch (kind) {
    case 'cell':
      return put([[...row.slice(0, x), cell, ...row.slice(x + 1)]]);
    case 'drop':
      return put([]);
    case 'double':
      return put([row, row]);
    case 'shorten':
      return put([row.slice(0, Math.max(1, x))]);
    case 'lengthen':
      return put([[...row, cell, cell]]);
    case 'top':
      return [row, ...rows];
    default:
      return put([[]], 0);
  }
}

/** `mixed`: the first half of the lines in UTF-8, the rest in GBK, as of two lists put together. */
function encode(text: string, encoding: string): Uint8Array {
  const gbk = (part: string) => toGb18030([...part].map((sign) => (isGbk(sign) ? sign : '?')).join(''));
  const middle = Math.floor(text.length / 2);
  if (encoding === 'gbk') return gbk(text);
  if (encoding === 'utf-16') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  if (encoding === 'mixed') return concatBytes([utf8(text.slice(0, middle)), gbk(text.slice(middle))]);
  return utf8(text);
}

const KNOWN = new Map<string, boolean>();

function isGbk(sign: string): boolean {
  const known = KNOWN.get(sign);
  if (known !== undefined) return known;
  let isIn = true;
  try {
    toGb18030(sign);
  } catch {
    isIn = false;
  }
  KNOWN.set(sign, isIn);
  return isIn;
}
