import { describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { grainFor, toPeerPeriods } from '../../../src/panels/peer-trend/peer-periods.ts';
import { toPeerTrendView } from '../../../src/panels/peer-trend/peer-trend-view.ts';
import { measure, resultTable, type Numbers } from '../../support/result-table.ts';

type Row = readonly [court: string, month: string, x: number, n: number, missing?: Numbers['missing']];

function tableOf(rows: readonly Row[]) {
  const numbers = rows.map(([, , x, n, missing]): Numbers =>
    missing === undefined || missing === null
      ? { value: n > 0 ? x / n : null, numerator: x, denominator: n, ...(n > 0 ? {} : { missing: 'no-cases' }) }
      : { value: null, missing },
  );
  return resultTable([measure('settlement_rate', null, numbers)], {
    periodStart: rows.map(([, month]) => `${month}-01`),
    groups: { court: rows.map(([court]) => court) },
  });
}

const ref = { id: 'settlement_rate' };
const PEERS = ['一', '二', '三', '四', '五'];
const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04'];
/** Peers settle 2, 4, 6, 8, 10 of 20 every month; the fifth has 5 cases in February and nothing known of April. */
const peerRows: readonly Row[] = PEERS.flatMap((court, i) =>
  MONTHS.map((month): Row => {
    if (i === 4 && month === '2025-02') return [court, month, 5, 5];
    if (i === 4 && month === '2025-04') return [court, month, 0, 0, 'period-incomplete'];
    return [court, month, 2 * (i + 1), 20];
  }),
);
const own: readonly Row[] = [
  ['本院', '2025-01', 30, 40],
  ['本院', '2025-02', 9, 30],
  ['本院', '2025-03', 3, 6],
  ['本院', '2025-04', 20, 50],
];
const table = tableOf([...own, ...peerRows]);
const courts = { own: '本院', peers: PEERS };

describe('periods', () => {
  test('median and middle half by month; four peers are too few', () => {
    const months = toPeerPeriods(ref, table, courts, 'month', 1);
    expect(months.map(({ start }) => start.slice(0, 7))).toEqual(MONTHS);
    // .1 .2 .3 .4 .5: median .3, quartiles .2 and .4.
    expect(months[0]?.peers).toMatchObject({ median: 0.3, lowerQuartile: 0.2, upperQuartile: 0.4 });
    expect(months[0]?.own).toEqual({ x: 30, n: 40 });
    // February: five cases of 五 do not count. April: 五 is not known.
    expect(months[1]).toMatchObject({ peers: null, peerCount: 4 });
    expect(months[3]).toMatchObject({ peers: null, peerCount: 4 });
  });

  test('quarters add numerators and denominators, and drop a quarter with an unknown month', () => {
    const quarters = toPeerPeriods(ref, table, courts, 'quarter', 1);
    expect(quarters.map(({ start }) => start)).toEqual(['2025-01-01', '2025-04-01']);
    // Ours: 30 + 9 + 3 of 40 + 30 + 6. 五: 10 + 5 + 10 of 45 = .5556; the others keep .1 … .4.
    expect(quarters[0]?.own).toEqual({ x: 42, n: 76 });
    expect(quarters[0]?.peers?.high).toBeCloseTo(25 / 45, 12);
    expect(quarters[0]?.peers?.median).toBeCloseTo(0.3, 12);
    expect(quarters[1]?.peerCount).toBe(4);
  });

  test('months of 40, 30, 6 and 50 cases stay months; of 4, 6 and 9 they become quarters', () => {
    expect(grainFor(ref, table, '本院', true)).toBe('month');
    const small: readonly Row[] = [
      ['本院', '2025-01', 1, 4],
      ['本院', '2025-02', 1, 6],
      ['本院', '2025-03', 1, 9],
    ];
    expect(grainFor(ref, tableOf(small), '本院', false)).toBe('quarter');
  });

  test('2 of 40 in a month is too rare for months, as a rate; a mean of the same cases is not', () => {
    const rare = tableOf([
      ['本院', '2025-01', 2, 40],
      ['本院', '2025-02', 3, 40],
    ]);
    expect(grainFor(ref, rare, '本院', true)).toBe('quarter');
    expect(grainFor(ref, rare, '本院', false)).toBe('month');
  });

  test('statistical months from the 21st: the quarter begins on 21 December', () => {
    const shifted = resultTable([measure('settlement_rate', null, [{ value: 0.5, numerator: 10, denominator: 20 }])], {
      periodStart: ['2025-01-21'],
      groups: { court: ['本院'] },
    });
    // 21 January – 20 February is February, of the first quarter.
    expect(toPeerPeriods(ref, shifted, courts, 'quarter', 21)[0]?.start).toBe('2024-12-21');
  });
});

test('the line: few cases of ours are a gap with their counts, the band stands only where five peers count', () => {
  const definition = findMetric('settlement_rate');
  if (definition === undefined) throw new Error('no definition');
  const { line, figure } = toPeerTrendView({
    ref,
    definition,
    answer: {
      query: {
        metrics: [ref],
        groupBy: ['court'],
        grain: 'month',
        period: { start: '2025-01-01', end: '2025-05-01' },
        filter: {},
      },
      table,
    },
    ownCourt: '本院',
    peers: PEERS,
    withoutMonths: ['己'],
    asOf: '2025-04-30',
    isSynthetic: false,
    isPending: false,
    locale: 'zh',
  });
  expect(line.series[0]?.points.map(({ value }) => value)).toEqual([0.75, 0.3, null, 0.4]);
  expect(line.series[0]?.points[2]?.text).toBe('3 / 6 件');
  expect(line.series[1]?.points.map(({ value }) => value)).toEqual([0.3, null, 0.3, null]);
  expect(line.bands?.map(({ from, low, high }) => [from, low, high])).toEqual([
    ['2025-01-01', 0.2, 0.4],
    ['2025-03-01', 0.2, 0.4],
  ]);
  // Only January has both: .75 above .4.
  expect(figure.title).toBe('调撤率:1 期中本院有 0 期在同类法院的中间一半之内,1 期在其上,0 期在其下');
  expect(figure.caption).toContain('只有期间合计、没有逐月数的法院未计入:己');
});
