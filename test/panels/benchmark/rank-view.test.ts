import { describe, expect, test } from 'vitest';
import { adjustedIntervalOf, crudeIntervalOf } from '../../../src/panels/benchmark/court-interval.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { toRankedCourts } from '../../../src/panels/benchmark/rank-view.ts';
import { measure, resultTable, type Numbers } from '../../support/result-table.ts';

type Row = readonly [court: string, x: number, n: number];

function unitsOf(id: string, rows: readonly Row[]): readonly CourtUnit[] {
  const numbers = rows.map(([, x, n]): Numbers => ({ value: n > 0 ? x / n : null, numerator: x, denominator: n }));
  const courts = rows.map(([court]) => court);
  const strata = resultTable([measure(id, null, numbers)], { groups: { court: courts, cause: courts } });
  const table = resultTable([measure(id, null, numbers)], { groups: { court: courts } });
  return toCourtUnits({ id }, courts, table, toCourtStrata(courts, strata, ['cause']));
}

const ROWS: readonly Row[] = [
  ['乙', 500, 1000],
  ['甲', 900, 1000],
  ['丙', 510, 1000],
  ['丁', 490, 1000],
  ['戊', 100, 1000],
  ['己', 495, 1000],
  ['庚', 505, 1000],
  ['辛', 500, 1000],
  ['小', 3, 3],
  ['空', 0, 0],
];

describe('places of courts', () => {
  test('the one far above is first, the one far below last, of the six between nothing can be told', () => {
    const ranked = toRankedCourts(unitsOf('settlement_rate', ROWS), 'crude');
    // By value; 小 and 空 are not ranked, so eight courts: a quarter is two.
    expect(ranked.map(({ court }) => court.name)).toEqual(['甲', '丙', '庚', '乙', '辛', '己', '丁', '戊']);
    expect(ranked[0]).toMatchObject({ places: { best: 1, worst: 1 }, quarter: 'top' });
    expect(ranked[7]).toMatchObject({ places: { best: 8, worst: 8 }, quarter: 'bottom' });
    // ±3.0 percentage points or more at 99.36 %, 2 points apart: all overlap.
    for (const { places, quarter } of ranked.slice(1, 7))
      expect({ places, quarter }).toEqual({ places: { best: 2, worst: 7 }, quarter: 'unclear' });
  });

  test('where low is favourable the order is the other way round', () => {
    const ranked = toRankedCourts(unitsOf('appeal_rate', ROWS), 'crude');
    expect(ranked[0]).toMatchObject({ court: { name: '戊' }, places: { best: 1, worst: 1 }, quarter: 'top' });
    expect(ranked[7]).toMatchObject({ court: { name: '甲' }, quarter: 'bottom' });
  });

  test('adjusted: every court has a kind of case of its own, so nobody is compared with anybody', () => {
    expect(toRankedCourts(unitsOf('settlement_rate', ROWS), 'adjusted')).toEqual([]);
  });
});

test('the interval of observed / expected is that of the rate over the expected rate', () => {
  const [court] = unitsOf('settlement_rate', [['甲', 8, 10]]);
  if (court === undefined) throw new Error('no court');
  const crude = crudeIntervalOf(court, 0.95);
  // Clopper–Pearson for 8 of 10 (R: binom.test(8, 10)): .4439045 – .9747893; expected .8 per case.
  expect(crude?.lower).toBeCloseTo(0.4439045, 6);
  expect(crude?.upper).toBeCloseTo(0.9747893, 6);
  expect(adjustedIntervalOf(court, 0.95)?.lower).toBeCloseTo(0.4439045 / 0.8, 6);
});
