import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openNodeFile } from '../../src/cli/open-node-file.ts';
import { concatBytes } from '../../src/ingest/decode.ts';
import type { ReadOutcome } from '../../src/ingest/raw-table.ts';
import { readBlob } from '../../src/ingest/read-blob.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { describeRefusal, INGEST_ERRORS, type IngestErrorId } from '../../src/text/ingest-errors.ts';
import { CLEAN_CSV, LABELS, ROWS, toCsvText } from './clean-list.ts';
import { utf8 } from './import-bytes.ts';
import { makeBiff5, makeByDuckDb, makeCompound, makeWorkbook, makeZip } from './make-files.ts';

const LIST = [LABELS, ...ROWS];
const LONG = [LABELS, ...Array.from({ length: 400 }, (_, i) => [...(ROWS[i % ROWS.length] ?? []), `第${i}行`])];
const PAGE = '<!DOCTYPE html><html><head><title>登录超时</title></head><body>';
const half = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2));
const cutBy = (bytes: Uint8Array, end: number) => bytes.subarray(0, bytes.length - end);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
/** As a camera writes it: the head of its format, then what looks like noise. */
const photo = (head: string) =>
  concatBytes([latin(head), Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31 + i * 7) % 256)]);

/** A copy of `bytes` in which `set` was done wherever `find` says so. */
function patch(
  bytes: Uint8Array,
  find: (view: DataView, at: number) => boolean,
  set: (view: DataView, at: number) => void,
) {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) if (find(view, at)) set(view, at);
  return copy;
}
const isListed = (view: DataView, at: number) => view.getUint32(at, true) === 0x02014b50;
const isLocal = (view: DataView, at: number) => view.getUint32(at, true) === 0x04034b50;
const declare = (bytes: Uint8Array, size: number) =>
  patch(bytes, isListed, (view, at) => view.setUint32(at + 24, size, true));
const encrypt = (bytes: Uint8Array) =>
  patch(
    patch(bytes, isListed, (view, at) => view.setUint16(at + 8, 1, true)),
    isLocal,
    (view, at) => view.setUint16(at + 6, 1, true),
  );

/** Deflate packs zeros a thousand times: 48 MB become 48 KB. */
const zeros = new Uint8Array(48 * 2 ** 20);

function makeBombWorkbook(): Uint8Array {
  return makeZip({
    '[Content_Types].xml': utf8('<Types/>'),
    'xl/workbook.xml': utf8('<workbook/>'),
    'xl/worksheets/sheet1.xml': zeros,
  });
}

/** One stored file of 1 KB that the directory lists 2000 times. */
function makeOverlap(): Uint8Array {
  const zip = makeZip({ 'a.csv': photo('noise') });
  const start = zip.findIndex((_, at) => isListed(new DataView(zip.buffer), at));
  const entry = zip.subarray(start, zip.length - 22);
  const end = zip.slice(zip.length - 22);
  new DataView(end.buffer).setUint16(10, 2000, true);
  return concatBytes([zip.subarray(0, start), ...Array.from({ length: 2000 }, () => entry), end]);
}

const REFUSED: Record<string, readonly [IngestErrorId, () => Uint8Array | Promise<Uint8Array>]> = {
  'an empty file': ['empty', () => new Uint8Array()],
  'a file of blanks': ['empty', () => utf8(' \r\n\r\n \r\n')],
  'a header without rows': ['header_only', () => utf8(toCsvText([['2025年案件清单'], LABELS]))],
  'a workbook with a header without rows': ['header_only', () => makeWorkbook('xlsx', ['一审', [LABELS]])],
  'a header above totals only': [
    'no_case',
    () => utf8(toCsvText([LABELS, ['合计', ...LABELS.slice(1).map(() => '0')]])),
  ],
  'a list of something else': ['unrelated', () => utf8('物品,数量\n桌子,3\n椅子,12\n')],
  'half of a .xlsx': ['damaged', () => half(makeWorkbook('xlsx', ['一审', LONG]))],
  'a .xlsx that lacks its last hundred bytes': ['damaged', () => cutBy(makeWorkbook('xlsx', ['一审', LONG]), 100)],
  'a .xlsx with one byte of a figure changed': ['damaged', () => damagePart(makeWorkbook('xlsx', ['一审', LONG]))],
  'half of a .xls': ['damaged', () => half(makeWorkbook('biff8', ['一审', LONG]))],
  'a .xls that lacks its last sectors': ['damaged', () => cutBy(makeWorkbook('biff8', ['一审', LONG]), 2048)],
  'half of a SpreadsheetML': ['damaged', () => half(makeWorkbook('xlml', ['一审', LONG]))],
  'half of an HTML table': [
    'damaged',
    () =>
      half(
        utf8(
          `<html><body><table>${LONG.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table></body></html>`,
        ),
      ),
  ],
  'half of an archive': ['zip_damaged', () => half(makeZip({ 'a.csv': utf8(toCsvText(LONG)) }))],
  'half of a Parquet file': [
    'parquet',
    async () => half(await makeByDuckDb('parquet', (path) => [`COPY list TO '${path}'`])),
  ],
  'a .xlsx with a password': [
    'password',
    () =>
      makeCompound({
        EncryptionInfo: latin('\x04\0\x04\0\x40\0\0\0<encryption/>'),
        EncryptedPackage: photo('\0\x10\0\0\0\0\0\0'),
      }),
  ],
  'a .xls with a password': ['password', () => makeBiff5('一审', LIST, 936, latin('\x2f\0\x04\0\x12\x34\x56\x78'))],
  'an archive with a password': ['zip_password', () => encrypt(makeZip({ 'a.csv': utf8(CLEAN_CSV) }))],
  'a JPEG photo': ['binary', () => photo('\xff\xd8\xff\xe0\0\x10JFIF')],
  'a PNG picture': ['binary', () => photo('\x89PNG\r\n\x1a\n')],
  'a HEIC photo': ['binary', () => photo('\0\0\0\x24ftypheic\0\0\0\0')],
  'a PDF document': ['binary', () => photo('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
  'a RAR archive': ['binary', () => photo('Rar!\x1a\x07\x01\0')],
  'a document of Word': [
    'binary',
    () => makeZip({ '[Content_Types].xml': utf8('<Types/>'), 'word/document.xml': utf8('<w/>') }),
  ],
  'an old document of Word': ['binary', () => makeCompound({ WordDocument: photo('\xec\xa5') })],
  'a program': ['binary', () => photo('MZ\x90\0\x03\0\0\0')],
  'a page that says that the login has expired': ['web_page', () => utf8(`${PAGE}<div>请重新登录</div></body></html>`)],
  'a page that says so in a table': [
    'web_page',
    () => utf8(`${PAGE}<table><tr><td>错误</td></tr><tr><td>500</td></tr></table></body></html>`),
  ],
  'an archive without files': ['zip_empty', () => makeZip({ '空文件夹/': new Uint8Array() })],
  'a bomb': ['bomb', () => makeZip({ 'a.csv': zeros })],
  'a bomb that is a workbook': ['bomb', makeBombWorkbook],
  'a bomb of overlapping files': ['bomb', makeOverlap],
  'an archive that declares 3 GB': ['bomb', () => declare(makeZip({ 'a.csv': utf8(CLEAN_CSV) }), 3_000_000_000)],
  'a bomb that declares to be small': ['zip_member', () => declare(makeZip({ 'a.csv': zeros }), 1000)],
  'archives in archives in an archive': [
    'zip_nested',
    () => makeZip({ 'b.zip': makeZip({ 'c.zip': makeZip({ 'd.zip': makeZip({ 'a.csv': utf8(CLEAN_CSV) }) }) }) }),
  ],
};

/** One byte in the middle of the packed sheet. */
function damagePart(workbook: Uint8Array): Uint8Array {
  const copy = workbook.slice();
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

/** Why a file, or the only file in it, was refused. */
function faultOf(outcome: ReadOutcome): { error: IngestErrorId; detail?: string } | null {
  if (outcome.kind === 'refused') return outcome;
  return outcome.tables.length === 0 ? (outcome.refused?.[0] ?? null) : null;
}

describe('a file that cannot be read is refused with its reason', () => {
  for (const [name, [error, make]] of Object.entries(REFUSED)) {
    test(name, async () => {
      const fault = faultOf(readExport({ name: '清单.csv', bytes: await make() }));
      expect(fault?.error).toBe(error);
    });
  }

  test('every reason is one sentence that names the file and says what to do, in both languages', () => {
    for (const id of Object.keys(INGEST_ERRORS)) {
      if (!Object.hasOwn(INGEST_ERRORS, id)) continue;
      const { zh, en } = describeRefusal('清单.csv', toErrorId(id), '');
      expect(zh).toMatch(/^[^。]*“清单\.csv”[^。]*[;。][^。]*。$/);
      expect(en).toMatch(/"清单\.csv"/);
      expect(en).toMatch(/[^.]\.$/);
      expect(zh + en).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('the kind of a picture and the title of a page are said', () => {
    const sentence = (bytes: Uint8Array) => {
      const fault = faultOf(readExport({ name: 'x', bytes }));
      return fault === null ? null : describeRefusal('照片.csv', fault.error, fault.detail).zh;
    };
    expect(sentence(photo('\xff\xd8\xff\xe0'))).toContain('是 JPEG 图片');
    expect(sentence(photo('\0\0\0\x24ftypheic'))).toContain('是 HEIC 照片');
    expect(sentence(utf8(`${PAGE}</body></html>`))).toContain('“登录超时”');
    expect(sentence(declare(makeZip({ 'a.csv': utf8(CLEAN_CSV) }), 3_000_000_000))).toContain('3.0 GB');
  });
});

function toErrorId(id: string): IngestErrorId {
  const found = ERROR_IDS.find((known) => known === id);
  if (found === undefined) throw new RangeError(id);
  return found;
}
const ERROR_IDS: readonly IngestErrorId[] = [
  'prepared',
  'reader',
  'empty',
  'header_only',
  'no_case',
  'unrelated',
  'lost_characters',
  'sideways',
  'binary',
  'web_page',
  'parquet',
  'duckdb',
  'zip_empty',
  'zip_damaged',
  'zip_member',
  'zip_password',
  'zip_nested',
  'bomb',
  'too_large',
  'workbook_too_large',
  'changing',
  'lock_file',
  'password',
  'damaged',
  'unreadable',
  'engine',
];

describe('a file as the browser gives it', () => {
  const bytes = utf8(CLEAN_CSV);
  const source = (size: number, read: () => Promise<ArrayBuffer>) => ({ size, arrayBuffer: read });

  test('of 2 GB is refused before a byte is read', async () => {
    let reads = 0;
    const huge = source(2 ** 31, () => Promise.resolve(new ArrayBuffer(reads++)));
    expect(await readBlob('大.csv', huge, {})).toEqual({ kind: 'refused', error: 'too_large', detail: '2.1 GB' });
    expect(reads).toBe(0);
  });

  test('that Excel writes while it is read is refused as changing', async () => {
    const gone = () => Promise.reject(new DOMException('changed on disk', 'NotReadableError'));
    expect(await readBlob('清单.xlsx', source(10, gone), {})).toMatchObject({ error: 'changing' });
    const shorter = source(bytes.length + 5, () => Promise.resolve(bytes.slice().buffer));
    expect(await readBlob('清单.csv', shorter, {})).toMatchObject({ error: 'changing' });
  });

  test('that is the mark of an open workbook is named as such', async () => {
    const mark = new Blob([latin(`\x04user${' '.repeat(50)}\x04\0u\0s\0e\0r\0${' \0'.repeat(50)}`)]);
    expect(await readBlob('~$清单.xlsx', mark, {})).toMatchObject({ error: 'lock_file' });
    expect(await readBlob('~$清单.csv', new Blob([bytes.slice()]), {})).toMatchObject({ kind: 'tables' });
  });

  test('with a wrong type is read by its bytes', async () => {
    const misdeclared = new File([bytes.slice()], '清单.jpg', { type: 'image/jpeg' });
    expect(await readBlob(misdeclared.name, misdeclared, {})).toMatchObject({ kind: 'tables', tables: [{ rows: 7 }] });
  });

  test('that cannot be opened at all is unreadable', async () => {
    const none = source(10, () => Promise.reject(new DOMException('gone', 'NotFoundError')));
    expect(await readBlob('清单.csv', none, {})).toMatchObject({ error: 'unreadable' });
  });
});

describe('a file as Node gives it', () => {
  test('of 3 GB is refused before it is read, a folder and a missing one are unreadable', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'court-metrics-errors-'));
    try {
      const path = join(folder, '大.csv');
      const file = await open(path, 'w');
      // sparse: takes no room on the disk
      await file.truncate(3_000_000_000);
      await file.close();
      expect((await openNodeFile(path)).fault).toEqual({ kind: 'refused', error: 'too_large', detail: '3.0 GB' });
      expect((await openNodeFile(folder)).fault?.error).toBe('unreadable');
      expect((await openNodeFile(join(folder, '无.csv'))).fault?.error).toBe('unreadable');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('whose size is not what it was is changing', async () => {
    // the kernel's files say that they are empty, and are not
    expect((await openNodeFile('/proc/self/status')).fault?.error).toBe('changing');
  });
});

describe('a quotation mark that is not closed', () => {
  const rowsWith = (y: number, x: number, cell: string) =>
    [LABELS, ...ROWS].map((row, i) => row.map((text, j) => (i === y && j === x ? cell : text)).join(',')).join('\n');
  const notesOf = (text: string) => {
    const outcome = readExport({ name: '清单.csv', bytes: utf8(text) });
    const [table] = outcome.kind === 'tables' ? outcome.tables : [];
    return { rows: table?.rows, notes: table?.notes.map(({ row, reason, action }) => [row, reason, action]) };
  };

  test('costs no row, and its row is named', () => {
    // the third case stands in row 4 of the file
    expect(notesOf(rowsWith(3, 3, '"离婚纠纷'))).toEqual({ rows: 7, notes: [[4, 'unclosed_quote', 'noted']] });
  });

  test('does not swallow the rows up to the next mark', () => {
    const text = rowsWith(2, 3, '"买卖合同纠纷').replace('盗窃罪', '"盗窃罪"');
    expect(notesOf(text)).toEqual({ rows: 7, notes: [[3, 'unclosed_quote', 'noted']] });
  });

  test('does not swallow rows where a later cell ends with a mark', () => {
    const text = rowsWith(2, 3, '"买卖合同纠纷').replace('盗窃罪', '盗窃罪"');
    expect(notesOf(text)).toMatchObject({ rows: 7 });
  });

  test('a cell of several lines is still one cell', () => {
    expect(notesOf(rowsWith(3, 3, '"离婚\n纠纷"'))).toEqual({ rows: 7, notes: [] });
  });
});

test('a sheet that is written with a password only against changes is read', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(LIST.map((row) => [...row]));
  sheet['!protect'] = { password: '1234' };
  utils.book_append_sheet(book, sheet, '一审');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  expect(readExport({ name: 'x', bytes })).toMatchObject({ kind: 'tables', tables: [{ rows: 7 }] });
});
