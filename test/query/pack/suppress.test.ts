import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress, type PackRow } from '../../../src/query/pack-suppress.ts';

const LEAST = 5;

function row(month: number, stratum: readonly (string | null)[], size: number, numerator = 0): PackRow {
  return { month, stratum, numerator, denominator: size, squares: 0, size };
}

const brief = (rows: readonly PackRow[]) =>
  rows.map(({ month, stratum, numerator, size }) => `${month} ${stratum.join('/')} ${numerator}/${size}`).sort();

describe('small cells', () => {
  test('two small causes of one procedure are put together; the large one stays', () => {
    const rows = [
      row(0, ['民事', '一审', '借贷', '简易'], 20, 8),
      row(0, ['民事', '一审', '离婚', '简易'], 3, 1),
      row(0, ['民事', '一审', '相邻', '简易'], 4, 2),
    ];
    // 3 + 4 = 7 cases, 1 + 2 = 3 of them.
    expect(brief(suppress(rows, LEAST))).toEqual(['0 民事/一审/*/简易 3/7', '0 民事/一审/借贷/简易 8/20']);
  });

  test('a single small one takes the smallest neighbour with it, so that subtraction does not give it away', () => {
    const rows = [
      row(0, ['民事', '一审', '借贷', '简易'], 20, 8),
      row(0, ['民事', '一审', '买卖', '简易'], 9, 3),
      row(0, ['民事', '一审', '离婚', '简易'], 3, 1),
    ];
    expect(brief(suppress(rows, LEAST))).toEqual(['0 民事/一审/*/简易 4/12', '0 民事/一审/借贷/简易 8/20']);
  });

  test('a month of 2 cases joins the nearest month; a court of 3 cases has nothing to give', () => {
    const rows = [row(0, ['民事', '一审', '借贷', '简易'], 2, 1), row(1, ['民事', '一审', '借贷', '简易'], 8, 4)];
    expect(brief(suppress(rows, LEAST))).toEqual(['1 */*/*/* 5/10']);
    expect(suppress([row(0, ['民事', '一审', '借贷', '简易'], 3, 1)], LEAST)).toEqual([]);
  });

  test('whatever the cells: none below five, and every sum as it was', () => {
    const cell = fc.record({
      month: fc.nat(5),
      stratum: fc.tuple(
        fc.constantFrom('民事', '刑事'),
        fc.constantFrom('一审', '二审'),
        fc.constantFrom('甲', '乙', '丙', null),
        fc.constantFrom('简易', '普通'),
      ),
      size: fc.nat(12),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const key = ({ month, stratum }: { month: number; stratum: readonly unknown[] }) =>
      JSON.stringify([month, stratum]);
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: key, maxLength: 60 }), (cells) => {
        const rows = cells.map(({ month, stratum, size, share }) =>
          row(month, stratum, size, Math.round(share * size)),
        );
        const kept = suppress(rows, LEAST);
        const total = (of: (row: PackRow) => number, list: readonly PackRow[]) => list.reduce((n, r) => n + of(r), 0);
        expect(kept.every(({ size }) => size >= LEAST)).toBe(true);
        if (total(({ size }) => size, rows) < LEAST) return;
        expect(total(({ size }) => size, kept)).toBe(total(({ size }) => size, rows));
        expect(total(({ numerator }) => numerator, kept)).toBe(total(({ numerator }) => numerator, rows));
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });
});
