import {
  RecordBatch,
  Schema,
  Table,
  vectorFromArray,
  Vector,
  Utf8,
  Bool,
  DateDay,
  Int32,
  TimestampMicrosecond,
  Uint8,
  makeData,
  Dictionary,
  Field,
} from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { decodeDates, decodeTimestamps } from '../../src/engine/arrow-date.ts';
import { decodeTexts } from '../../src/engine/arrow-text.ts';
import { decodeBatches } from '../../src/engine/arrow.ts';

function decode(columns: Record<string, Vector>) {
  const table = new Table(columns);
  return decodeBatches(table.schema, table.batches);
}

describe('decodeBatches', () => {
  test('each type by its field, with NULL as null', () => {
    const result = decode({
      n: vectorFromArray([1, null, -3], new Int32()),
      text: vectorFromArray(['调解', null, ''], new Utf8()),
      yes: vectorFromArray([true, null, false], new Bool()),
      big: vectorFromArray([3n, null, -9_007_199_254_740_991n]),
    });
    expect(result).toEqual({
      rowCount: 3,
      names: ['n', 'text', 'yes', 'big'],
      columns: {
        n: [1, null, -3],
        text: ['调解', null, ''],
        yes: [true, null, false],
        big: [3, null, -9_007_199_254_740_991],
      },
    });
  });

  test('a DATE is the day that was stored, in a time zone west of Greenwich too', () => {
    const days = makeData({ type: new DateDay(), length: 3, data: Int32Array.of(20_148, 0, -1) });
    expect(process.env['TZ']).toBe('America/Los_Angeles');
    // 2025-03-01 is 55 years x 365 + 14 leap days + 59 days = 20075 + 14 + 59 = 20148 days after 1970-01-01.
    expect(decode({ d: new Vector([days]) }).columns).toEqual({
      d: ['2025-03-01', '1970-01-01', '1969-12-31'],
    });
  });

  test('batches follow each other', () => {
    const table = new Table({
      n: vectorFromArray([1, 2, 3, 4, 5], new Int32()),
      t: vectorFromArray(['一', 'b', '三', 'd', '五'], new Utf8()),
    });
    const parts = [table.slice(0, 2), table.slice(2, 5)].flatMap((part) => part.batches);
    expect(decodeBatches(table.schema, parts).columns).toEqual({ n: [1, 2, 3, 4, 5], t: ['一', 'b', '三', 'd', '五'] });
  });

  test('no rows keep their names, and a name that comes twice is told apart', () => {
    const schema = new Schema([new Field('n', new Int32()), new Field('n', new Int32()), new Field('m', new Int32())]);
    expect(decodeBatches(schema, [])).toEqual({
      rowCount: 0,
      names: ['n', 'n:1', 'm'],
      columns: { n: [], 'n:1': [], m: [] },
    });
  });

  test('an ENUM without its entries is refused, with them it is text', () => {
    const type = new Dictionary(new Utf8(), new Uint8());
    const entries = vectorFromArray(['甲', '乙'], new Utf8());
    const full = makeData({ type, length: 2, data: Uint8Array.of(1, 0), dictionary: entries });
    const bare = makeData({ type, length: 1, data: Uint8Array.of(0), dictionary: vectorFromArray([], new Utf8()) });
    const batchOf = (data: typeof full) => new RecordBatch({ kind: data });
    expect(decodeBatches(batchOf(full).schema, [batchOf(full)]).columns).toEqual({ kind: ['乙', '甲'] });
    expect(() => decodeBatches(batchOf(bare).schema, [batchOf(bare)])).toThrow('ENUM');
  });
});

describe('decodeTexts', () => {
  test('cuts at bytes, not at characters', () => {
    const texts = ['a', '案号', '', '\u{20000}', '﻿é', 'z'];
    const parts = texts.map((text) => new TextEncoder().encode(text));
    const offsets = parts.reduce<number[]>((ends, part) => [...ends, (ends.at(-1) ?? 0) + part.length], [0]);
    const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
    expect(decodeTexts(bytes, offsets, texts.length)).toEqual(texts);
    expect(decodeTexts(bytes, offsets.slice(1), 2)).toEqual(['案号', '']);
  });
});

describe('dates', () => {
  test('instants without a zone are written as they stand, before 1970 too', () => {
    // 2025-03-01 06:07:08 = 20148 days x 86400 s + 6 h + 7 min + 8 s
    const micros = (20_148n * 86_400n + 6n * 3600n + 7n * 60n + 8n) * 1_000_000n;
    expect(decodeTimestamps([micros + 999_999n, -1n], new TimestampMicrosecond().unit, 2)).toEqual([
      '2025-03-01 06:07:08',
      '1969-12-31 23:59:59',
    ]);
  });

  test('infinity is no day', () => {
    expect(decodeDates([2_147_483_647], 1)).toEqual(['2147483647']);
  });
});
