import { describe, expect, test } from 'vitest';
import { differencesOf } from '../../../src/statistics/stat-case/compare.ts';
import { parseCaseCsv } from '../../../src/statistics/stat-case/csv.ts';
import { STAT_METHODS, runStatCase } from '../../../src/statistics/stat-case/run-stat-case.ts';

const TOLERANCE = { abs: 1e-8, rel: 1e-6 };

describe('comparison', () => {
  test('numbers within abs + rel·|expected|; further members do not count', () => {
    expect(differencesOf({ a: 100 }, { a: 100.0001, b: 1 }, TOLERANCE)).toEqual([]);
    expect(differencesOf({ a: [1, 2] }, { a: [1, 2.1] }, TOLERANCE)).toEqual(['a[1]: expected 2, got 2.1']);
  });

  test('null is met by null, NaN and absence only, and is no number', () => {
    expect(differencesOf([null, null], [null, NaN], TOLERANCE)).toEqual([]);
    expect(differencesOf({ a: null }, {}, TOLERANCE)).toEqual([]);
    expect(differencesOf(null, 0, TOLERANCE)).toHaveLength(1);
    expect(differencesOf(0, null, TOLERANCE)).toHaveLength(1);
  });

  test('a vector of one, which R writes without brackets', () => {
    expect(differencesOf({ type1: 5, bh: null }, { type1: [5], bh: [null] }, TOLERANCE)).toEqual([]);
    expect(differencesOf({ type1: 5 }, { type1: [5, 6] }, TOLERANCE)).toHaveLength(1);
  });

  test('texts, booleans and infinities are compared as text; lengths must agree', () => {
    expect(differencesOf(['-Infinity', true], [-Infinity, true], TOLERANCE)).toEqual([]);
    expect(differencesOf(['in'], ['high95'], TOLERANCE)).toHaveLength(1);
    expect(differencesOf([1], [1, 2], TOLERANCE)).toEqual([': expected 1 elements, got 2']);
    expect(differencesOf({ a: {} }, { a: 1 }, TOLERANCE)).toEqual(['a: expected an object, got 1']);
  });
});

test('CSV: quotes, empty cells, names stay text, BOM and CRLF', () => {
  expect(parseCaseCsv('\uFEFF"unit",x,note\r\n"01",3,"a ""b"", c"\r\n02,,\r\n')).toEqual([
    { unit: '01', x: 3, note: 'a "b", c' },
    { unit: '02', x: null, note: null },
  ]);
});

describe('every method', () => {
  /** Paths of numbers that are not finite. */
  const faults = (value: unknown, path: string): string[] => {
    if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
    if (value === undefined) return [path];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, member]) => faults(member, `${path}.${key}`));
  };
  const params = {
    h: 2,
    period: 2,
    season0: [0, 0],
    at: [1],
    tau: [5],
    probs: [0.5],
    grid: [5],
    t0: 3,
    months: ['2024-01'],
  };

  test('answers an empty case without a number that means nothing', () => {
    expect(Object.keys(STAT_METHODS)).toHaveLength(34);
    for (const method of Object.keys(STAT_METHODS)) {
      expect(faults(runStatCase(method, { params, input: null, rows: [] }), method)).toEqual([]);
    }
    expect(runStatCase('no_such_method', { params: null, input: null, rows: [] })).toBeUndefined();
  });
});
