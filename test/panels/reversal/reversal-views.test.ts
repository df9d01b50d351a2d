import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shiftOf, toDisputed } from '../../../src/panels/reversal/disputed.ts';
import { exactInterval, exactText } from '../../../src/panels/reversal/exact-rate.ts';
import { FEWEST_REVERSED, toGapSignal, toGapView } from '../../../src/panels/reversal/gap-view.ts';
import { toMaturity } from '../../../src/panels/reversal/maturity.ts';
import { toOutcomeTable } from '../../../src/panels/reversal/outcome-view.ts';
import type { PageContext } from '../../../src/panels/reversal/page-context.ts';
import { toPooledYears } from '../../../src/panels/reversal/pooled-years.ts';
import type { ReversalGaps } from '../../../src/query/reversal-gaps.ts';
import { gapChart } from '../../../src/statistics/control-chart/rare-event-chart.ts';

const context: PageContext = {
  locale: 'zh',
  asOf: '2025-09-30',
  isSynthetic: false,
  isPending: false,
  maskName: (_, value) => value,
};
const cases = new URL('../../../../shared/stat-cases/cases/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, cases), 'utf8'));

/** Judgments whose gaps are these; the first reversed one has none. */
const withGaps = (gaps: readonly number[], since = 0): ReversalGaps => ({
  judgments: gaps.reduce((sum, gap) => sum + gap + 1, 1) + since,
  since,
  reversed: [null, ...gaps].map((gap, i) => ({ caseNo: `${i}号`, resolvedOn: '2024-01-01', gap })),
});

describe.skipIf(!existsSync(cases))('against R, through the screen (skipped where ../shared is absent)', () => {
  test('g-chart: mean, limit and what lies beyond it', () => {
    const { gaps } = read('g_chart/g_basic.input.json').input;
    const { mean, ucl, beyond } = read('g_chart/g_basic.expected.json').expected;
    const { columns } = toGapView(withGaps(gaps), context);
    const [centre, upper] = columns.references.map(({ value }) => value);
    expect(centre).toBeCloseTo(mean, 8);
    expect(upper).toBeCloseTo(ucl, 8);
    const marked = columns.columns.flatMap(({ isMarked }, i) => (isMarked === true ? [i + 1] : []));
    expect(marked).toEqual(beyond);
  });

  test('exact intervals of the published examples', () => {
    const { cases: inputs } = read('prop_ci/prop_basic.input.json').input;
    const { expected } = read('prop_ci/prop_basic.expected.json');
    inputs.forEach(({ x, n, conf }: { x: number; n: number; conf: number }, i: number) => {
      if (conf !== 0.95) return;
      const interval = exactInterval({ numerator: x, denominator: n });
      expect(interval?.lower).toBeCloseTo(expected[i].exact_lo, 8);
      expect(interval?.upper).toBeCloseTo(expected[i].exact_hi, 8);
    });
  });
});

describe('exact interval', () => {
  test('0 of 60: up to 1 − 0.025^(1/60)', () => {
    expect(exactInterval({ numerator: 0, denominator: 60 })).toEqual({
      lower: 0,
      upper: expect.closeTo(1 - 0.025 ** (1 / 60), 10),
    });
    expect(exactText({ numerator: 0, denominator: 60 }, 1, 'zh')).toBe('0.0%–6.0%');
  });

  test('nothing of nothing, or more reversals than closings, has none', () => {
    expect(exactText({ numerator: 0, denominator: 0 }, 1, 'zh')).toBe('—');
    expect(exactInterval({ numerator: 3, denominator: 2 })).toBeNull();
    expect(exactInterval({ numerator: null, denominator: 2 })).toBeNull();
  });
});

describe('g-chart in words', () => {
  test('chance alone puts a geometric tail beyond the limit', () => {
    // mean 9: limit 9 + 3√90 = 37.46; P(gap ≥ 38) = 0.9^38 = 0.01825; of 100 gaps 1.825
    const gaps = [...Array.from({ length: 90 }, () => 9), ...Array.from({ length: 10 }, () => 9)];
    expect(toGapSignal(gapChart(gaps), 100).expected).toBeCloseTo(100 * 0.9 ** 38, 10);
    expect(toGapSignal(gapChart(gaps), 100).isSignal).toBe(false);
  });

  test('announced only where more lie beyond than chance explains', () => {
    const chart = gapChart(Array.from({ length: 50 }, () => 9));
    // expected 50 × 0.9^38 = 0.912: P(X ≥ 3) = 0.065, P(X ≥ 5) = 0.0028, P(X ≥ 6) = 0.0004 < 0.2 %
    expect(toGapSignal({ ...chart, beyond: [1, 2, 3, 4, 5] }, 50).isSignal).toBe(false);
    expect(toGapSignal({ ...chart, beyond: [1, 2, 3, 4, 5, 6] }, 50).isSignal).toBe(true);
  });

  test('too few reversed judgments: no chart, the counts stay', () => {
    const view = toGapView(withGaps([3, 4]), context);
    expect(FEWEST_REVERSED).toBe(10);
    expect(view.figure.status.kind).toBe('too-small');
    expect(view.figure.table.rows).toHaveLength(3);
    expect(view.figure.table.rows[0]?.cells[2]?.text).toBe('数据中第一件');
  });

  test('no reversal among 60 judgments is no promise; no judgment at all says so', () => {
    const none = toGapView({ judgments: 60, since: 60, reversed: [] }, context);
    expect(none.sentences).toEqual(['60 件中 0 件:不等于不会发生,真实比率可能在 0 到 6.0% 之间(95% 精确区间)。']);
    expect(toGapView({ judgments: 0, since: 0, reversed: [] }, context).figure.status.kind).toBe('empty');
  });
});

describe('how old a judgment must be', () => {
  test('from the delays where 30 are known: 135 days are 4.4 months, so 5', () => {
    expect(toMaturity({ n: 712, median: 90, p95: 135 }, '2025-09-30')).toEqual({
      months: 5,
      p95: 135,
      n: 712,
      end: '2025-05-01',
    });
  });

  test('a fixed year where there are fewer', () => {
    expect(toMaturity({ n: 29, median: 90, p95: 135 }, '2025-09-30')).toEqual({
      months: 12,
      p95: null,
      n: 29,
      end: '2024-10-01',
    });
    expect(toMaturity({ n: 0, median: null, p95: null }, '2025-09-30').p95).toBeNull();
  });
});

describe('three years pooled', () => {
  test('this year and the two before, as far as the data go back', () => {
    const period = { start: '2025-01-01', end: '2025-10-01' };
    expect(toPooledYears(period, 1, null)).toEqual({ start: '2023-01-01', end: '2025-10-01' });
    expect(toPooledYears(period, 21, null)).toEqual({ start: '2022-12-21', end: '2025-10-01' });
    expect(toPooledYears(period, 1, { start: '2024-03-05', end: '2025-10-01' })).toEqual({
      start: '2024-03-05',
      end: '2025-10-01',
    });
  });

  test('a longer choice stays as long as it is', () => {
    const long = { start: '2020-01-01', end: '2025-10-01' };
    expect(toPooledYears(long, 1, null)).toEqual(long);
  });
});

describe('results in dispute', () => {
  const row = (closing: string, bucket: string, byFirst: number, bySecond: number, byCohort: number) => ({
    closing,
    bucket,
    byFirst,
    bySecond,
    byCohort,
  });
  const outcomes = [
    row('维持', '维持', 80, 82, 70),
    row('改判', '改判', 8, 9, 5),
    row('撤销原裁定并指令审理', '指令审理', 3, 4, 1),
    row('撤销原裁定并指令受理', '指令审理', 1, 1, 1),
    row('准予撤回起诉并撤销一审判决', '其他', 2, 2, 0),
    row('撤销原判并驳回起诉', '驳回起诉', 1, 1, 1),
  ];
  const reasons = [
    { reason: '二审出现新证据', byFirst: 2, bySecond: 3, byCohort: 1 },
    { reason: '适用法律错误', byFirst: 6, bySecond: 6, byCohort: 4 },
  ];

  test('each definition moves by what it would count', () => {
    const counts = toDisputed(outcomes, reasons);
    expect(shiftOf('d1', counts, ['ordered'])).toBe(3 + 1);
    expect(shiftOf('d3', counts, ['ordered', 'withdrawn'])).toBe(4 + 1 + 2);
    expect(shiftOf('d5', counts, ['ordered', 'dismissed'])).toBe(1 + 1 + 1);
    expect(shiftOf('d1', counts, [])).toBe(0);
  });

  test('new evidence is taken off, and is no switch where no reason is told', () => {
    expect(shiftOf('d1', toDisputed(outcomes, reasons), ['evidence'])).toBe(-2);
    expect(toDisputed(outcomes, null).map(({ kind }) => kind)).toEqual(['ordered', 'withdrawn', 'dismissed']);
  });

  test('the table says what counts, and opens what a definition names', () => {
    const table = toOutcomeTable([...outcomes, row('判决', '判决', 0, 2, 0)], 'zh');
    const cells = (id: string) => table?.rows.find((one) => one.id === id)?.cells;
    expect(cells('改判 改判')?.[3]?.text).toBe('计入发改');
    expect(cells('撤销原裁定并指令审理 指令审理')?.[3]?.text).toBe('不计入');
    expect(cells('判决 判决')?.[1]?.opens).toMatchObject({ metric: 'appeals_resolved', group: { closing: ['判决'] } });
    expect(cells('改判 改判')?.[1]?.opens).toMatchObject({
      metric: 'reversal_rate',
      variant: 'd3',
      group: { closing: ['改判'] },
    });
    expect(toOutcomeTable([], 'zh')).toBeNull();
  });
});
