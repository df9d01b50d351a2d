import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { BLEMISHES } from '../../data/generator/blemishes.ts';
import { writeCatalog } from '../../data/generator/catalog.ts';
import { drawSample } from '../../data/generator/cases.ts';
import { COURTS, OWN_COURT } from '../../data/generator/courts.ts';
import { APPEALS_FILE, writeSample } from '../../data/generator/files.ts';
import { encodeGb18030 } from '../../data/generator/gb18030.ts';

const FOLDER = new URL('../../data/', import.meta.url);
const sample = drawSample();
const files = writeSample(sample);
const committed = (name: string) => readFileSync(new URL(`sample/${name}`, FOLDER));
const checksum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Cells of the own court's first-instance list; no cell but an amount is quoted. */
const lines = new TextDecoder('gb18030', { fatal: true }).decode(committed(OWN_COURT.file)).split('\r\n');
const labels = (lines[1] ?? '').split(',');
const rows = lines.slice(2, -2).map(toCells);
const cellsOf = (label: string) => rows.map((cells) => cells[labels.indexOf(label)] ?? '');

function toCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? '');
}

function countMatches(label: string, pattern: RegExp): number {
  return cellsOf(label).filter((cell) => pattern.test(cell)).length;
}

describe('the committed files', () => {
  test('are what the generator writes', () => {
    const made = Object.fromEntries(files.map((file) => [file.name, checksum(file.bytes)]));
    const kept = Object.fromEntries(files.map((file) => [file.name, checksum(committed(file.name))]));
    expect(kept).toEqual(made);
    expect(readdirSync(new URL('sample/', FOLDER)).sort()).toEqual(files.map((file) => file.name).sort());
    expect(readFileSync(new URL('catalog.json', FOLDER), 'utf8')).toBe(writeCatalog(files));
  });

  test('leave room in the one-file build: 1.4 MB packed, 8 MB as they are', () => {
    const packed = files.map(({ name, bytes }) =>
      name.endsWith('.xlsx') ? bytes.length : gzipSync(bytes, { level: 9 }).length,
    );
    expect(packed.reduce((sum, n) => sum + n, 0)).toBeLessThan(1_400_000);
    expect(files.reduce((sum, file) => sum + file.bytes.length, 0)).toBeLessThan(8_000_000);
  });

  test('hold every case: rows below the header of each peer = its cases', () => {
    for (const court of COURTS.filter((one) => one !== OWN_COURT)) {
      const expected = [...sample.firstInstance, ...sample.enforcement].filter((one) => one.court === court).length;
      const bytes = committed(court.file);
      const count = court.file.endsWith('.xlsx')
        ? sheetOf(bytes).length - 1
        : new TextDecoder('gb18030').decode(bytes).trimEnd().split('\r\n').length - 1;
      expect([court.file, count]).toEqual([court.file, expected]);
    }
    expect(sheetOf(committed(APPEALS_FILE))).toHaveLength(sample.appeals.length + 2);
  });

  test('say on their face that they are invented', () => {
    expect(lines[0]).toContain('示例数据，由程序生成，非真实案件');
    expect(COURTS.every((court) => court.name.startsWith('示例') && /^.99/.test(court.code))).toBe(true);
  });
});

function sheetOf(bytes: Uint8Array): unknown[][] {
  const book = read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
}

describe('blemishes of the own first-instance list', () => {
  test('rows = cases + 6 duplicates; a title row above, a total below', () => {
    const cases = sample.firstInstance.filter((one) => one.court === OWN_COURT).length;
    expect(rows).toHaveLength(cases + BLEMISHES.duplicate);
    expect(new Set(cellsOf('案号')).size).toBe(cases);
    expect(labels.slice(0, 2)).toEqual(['序号', '案号']);
    expect(lines.at(-2)).toBe(`合计,${rows.length}件`);
  });

  test('each fault occurs as often as it is said to', () => {
    expect(countMatches('立案日期', /^\d{4}年\d{1,2}月\d{1,2}日$/)).toBe(12);
    expect(countMatches('立案日期', /^\d{8}$/)).toBe(9);
    expect(countMatches('立案日期', /^1900-01-01$/)).toBe(1);
    expect(countMatches('结案日期', /^\d{4}-\d\d-32$/)).toBe(2);
    expect(countMatches('诉讼标的金额', /\.00$/)).toBe(8);
    expect(countMatches('诉讼标的金额', /^[\d.]+万元$/)).toBe(4);
    expect(countMatches('承办人', /\u3000/)).toBe(10);
    expect(countMatches('结案方式', /^网上流转结案$/)).toBe(3);
    const filed = cellsOf('立案日期');
    expect(
      cellsOf('结案日期').filter((day, i) => day !== '' && day < (filed[i] ?? '') && /^\d{4}-/.test(filed[i] ?? '')),
    ).toHaveLength(2);
  });
});

test('GB18030: 案 is B0 B8, ASCII is itself, an emoji is refused', () => {
  expect([...encodeGb18030('案a')]).toEqual([0xb0, 0xb8, 0x61]);
  expect(() => encodeGb18030('😀')).toThrow(RangeError);
});
