import { expect, test } from 'vitest';
import { toEffects, toGap } from '../../../src/panels/benchmark/gap.ts';
import type { Measure, ResultTable } from '../../../src/query/metric-query.ts';

/** court, cause, x, n */
const ROWS: readonly (readonly [string, string | null, number, number])[] = [
  ['本院', '甲', 45, 50],
  ['本院', '乙', 10, 50],
  ['东院', '甲', 30, 60],
  ['东院', '乙', 10, 140],
  ['西院', '甲', 30, 60],
  ['西院', '乙', 10, 140],
  ['中院', '甲', 99, 99],
];
const measure: Measure = {
  id: 'settlement_rate',
  variant: null,
  value: ROWS.map(([, , x, n]) => x / n),
  numerator: ROWS.map((row) => row[2]),
  denominator: ROWS.map((row) => row[3]),
  n: ROWS.map(() => null),
  deviation: ROWS.map(() => null),
  missing: ROWS.map(() => null),
};
const table: ResultTable = {
  rowCount: ROWS.length,
  periodStart: null,
  groups: { court: ROWS.map((row) => row[0]), cause: ROWS.map((row) => row[1]) },
  measures: { settlement_rate: measure },
};
const ref = { id: 'settlement_rate' };

test('the gap is mix and rate of the pooled others, worked by hand', () => {
  const { result } = toGap(ref, table, '本院', ['东院', '西院']);
  // Ours 55/100 = .55; others 80/400 = .20 (甲 60/120 = .5 with share .3; 乙 20/280 = .0714 with share .7).
  expect(result.rate1).toBeCloseTo(0.2, 12);
  expect(result.rate2).toBeCloseTo(0.55, 12);
  // Mix: (.5 − .3)·(.5 + .9)/2 + (.5 − .7)·(.0714 + .2)/2 = .14 − .0271 = .1129; rate: .4·.4 + .1286·.6 = .2371.
  expect(result.effects?.mix).toBeCloseTo(0.2 * 0.7 - 0.2 * ((20 / 280 + 0.2) / 2), 12);
  expect(result.effects?.rate).toBeCloseTo(0.4 * 0.4 + (0.2 - 20 / 280) * 0.6, 12);
});

test('the bars add up to the gap, also when the small ones are drawn as one', () => {
  const rows = Array.from({ length: 9 }, (_, i) => [`案由${i}`, 10 + i, 20 + 3 * i] as const);
  const many: ResultTable = {
    ...table,
    rowCount: 18,
    groups: {
      court: [...rows.map(() => '本院'), ...rows.map(() => '东院')],
      cause: [...rows, ...rows].map(([name]) => name),
    },
    measures: {
      settlement_rate: {
        ...measure,
        numerator: [...rows.map(([, x]) => x), ...rows.map(([, x], i) => x - (i % 4))],
        denominator: [...rows.map(([, , n]) => n), ...rows.map(([, , n], i) => n + 5 * (i % 3))],
      },
    },
  };
  const gap = toGap(ref, many, '本院', ['东院']);
  const effects = toEffects(gap, 3);
  expect(effects.map(({ kind, category }) => `${kind} ${category === null ? '*' : ''}`)).toEqual([
    'mix ',
    'mix ',
    'mix ',
    'mix *',
    'rate ',
    'rate ',
    'rate ',
    'rate *',
  ]);
  const total = effects.reduce((sum, { effect }) => sum + effect, 0);
  expect(total).toBeCloseTo((gap.result.rate2 ?? NaN) - (gap.result.rate1 ?? NaN), 12);
});

test('no case on one side: no decomposition', () => {
  expect(toGap(ref, table, '无', ['东院']).result.effects).toBeNull();
});
