import { describe, expect, test } from 'vitest';
import { toControl } from '../../../src/panels/signals/control-chart.ts';
import { answerFrom, askedPeriod, fromFirstClosing, withoutUnknown } from '../../../src/panels/trend/trend-window.ts';
import { startOfGrain } from '../../../src/panels/trend/trend-query.ts';
import { toTrendView, type TrendView } from '../../../src/panels/trend/trend-view.ts';
import { definitionOf, monthlyRate } from '../signals/monthly-answer.ts';
import { firstClosingOf } from '../../../src/query/courts.ts';
import { measure, resultTable } from '../../support/result-table.ts';
import { alternating } from '../signals/support.ts';

const EVENT = { date: '2025-03-01', label: { zh: '推行调解工作法', en: 'Mediation method adopted' } };

/** 29 months of 39 and 41 in 100, then `tail`; drawn from October 2023 on. */
function viewOf(tail: readonly number[], n = 100, calm = alternating(39, 41, 29)): TrendView {
  const ref = { id: 'settlement_rate' };
  const answer = monthlyRate(ref.id, [...calm, ...tail], n, '2022-10-01');
  const context = { asOf: '2025-09-30', span: { start: '2021-01-01', end: '2025-10-01' }, events: [EVENT] };
  return toTrendView({
    ...context,
    ref,
    definition: definitionOf(ref.id),
    answer: answerFrom(answer, '2023-10-01'),
    control: toControl(ref, answer, context),
    previous: null,
    beside: null,
    isOwn: true,
    isSynthetic: false,
    isPending: false,
    locale: 'zh',
  });
}

describe('a trend with limits', () => {
  const view = viewOf([58, 60, 57, 59, 58, 60, 59]);

  test('the title states the finding', () => {
    expect(view.figure.title).toContain('调撤率近 7 个月持续高于以往水平');
  });

  test('a marked month that is like the same month a year before is not announced', () => {
    // 57 in 100 in September 2025 as in September 2024: beyond the limits both times, a matter of the season.
    const calm = [...alternating(39, 41, 23), 57, ...alternating(39, 41, 5)];
    const { title } = viewOf([...alternating(39, 41, 6), 57], 100, calm).figure;
    expect(title).toBe('2025年9月调撤率 · 口径 A:全部结案 57.00%,有起伏,与上年同月相比未超出偶然波动');
  });

  test('the band holds the limits from before the event: Σx = 15·39 + 14·41 = 1159 of 2900, ± 3 √(p(1−p)/100)', () => {
    // p = 0.399655; √(0.399655 × 0.600345 / 100) = 0.048983; 0.399655 ± 0.146948.
    expect(view.line.bands).toHaveLength(1);
    const [band] = view.line.bands ?? [];
    expect(band).toMatchObject({ from: '2023-10-01', to: '2025-09-01' });
    expect(band?.centre).toBeCloseTo(0.399655, 6);
    expect(band?.low).toBeCloseTo(0.252707, 5);
    expect(band?.high).toBeCloseTo(0.546603, 5);
  });

  test('the seven months are ringed and say why', () => {
    const marked = view.line.series[0]?.points.filter(({ isMarked }) => isMarked === true) ?? [];
    expect(marked.map(({ date }) => date.slice(0, 7))).toEqual([
      '2025-03',
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
    ]);
    expect(marked[0]?.detail).toContain('高于上限');
  });

  test('the caption says what the limits were made from, and that they go on for now', () => {
    const caption = view.figure.caption.join(';');
    expect(caption).toContain('界限据2022年10月—2025年2月 29 个月');
    expect(caption).toContain('“推行调解工作法”之后不足 12 个月(现有 7 个月),暂以此前的界限衡量');
  });

  test('the table has the limits', () => {
    expect(view.figure.table.columns.map(({ id }) => id)).toEqual([
      'period',
      'value',
      'count',
      'lower',
      'centre',
      'upper',
      'signal',
    ]);
    expect(view.figure.table.rows.at(-1)?.cells.at(-1)?.text).toBe('高于上限');
    expect(view.figure.table.rows).toHaveLength(24);
  });

  test('without a signal it says that the last month is ordinary', () => {
    expect(viewOf(alternating(39, 41, 7)).figure.title).toContain('在日常波动范围内');
  });

  test('where every period has too few cases it says so, and the table has the counts', () => {
    const tiny = viewOf(alternating(2, 3, 7), 5, alternating(2, 3, 29));
    expect(tiny.figure.status).toEqual({ kind: 'too-small', reason: '各期都不足 10 件,不画比率,只列件数' });
    expect(tiny.figure.table.rows.at(-1)?.cells[1]?.text).toBe('5 件中 2 件');
  });

  test('with few cases there is no band, and the reason stands below', () => {
    // 20 × 0.1 = 2 a month.
    const few = viewOf(alternating(2, 2, 7), 20, alternating(2, 2, 29));
    expect(few.line.bands).toEqual([]);
    expect(few.note).toBe('件数太少,按月不画控制限,请按季看。');
    expect(few.figure.table.columns).toHaveLength(3);
  });
});

test('a trend by month asks for 37 months, by quarter for 21 quarters, split or by year for no more than is drawn', () => {
  const shown = { start: '2025-01-01', end: '2025-09-16' };
  const view = { grain: 'month', splitBy: null, monthStartDay: 1 } as const;
  expect(askedPeriod(shown, view).start).toBe('2022-09-01');
  expect(askedPeriod(shown, { ...view, grain: 'quarter' }).start).toBe('2020-07-01');
  expect(askedPeriod(shown, { ...view, splitBy: 'judge' })).toEqual(shown);
  expect(askedPeriod(shown, { ...view, grain: 'year' })).toEqual(shown);
});

test('months before the first closing of the data are gaps with a reason, not zeros', () => {
  const starts = ['2024-01-01', '2024-02-01', '2024-03-01'];
  const counts = [1, 2, 9].map((value) => ({ value, n: value }));
  const table = resultTable([measure('incoming', null, counts)], { periodStart: starts });
  const query = { metrics: [], groupBy: [], period: { start: '2024-01-01', end: '2024-04-01' }, filter: {} };
  const courts = [
    { name: '甲', hasFirstInstance: true, code: null, firstClosing: '2024-03-05' },
    { name: '乙', hasFirstInstance: true, code: null, firstClosing: '2024-04-02' },
    // pending cases only, or a set prepared before this was kept: nothing is known to begin
    { name: '丙', hasFirstInstance: true, code: null, firstClosing: null },
    { name: '丁', hasFirstInstance: true, code: null },
  ];
  expect(firstClosingOf(courts, null)).toBe('2024-03-05');
  expect(firstClosingOf(courts, ['乙', '丙'])).toBe('2024-04-02');
  expect(firstClosingOf(courts, ['丙', '丁'])).toBeNull();
  const first = startOfGrain('2024-03-05', 'month', 1);
  expect(first).toBe('2024-03-01');
  const { measures } = withoutUnknown({ query, table }, first).table;
  expect(measures['incoming']?.value).toEqual([null, null, 9]);
  expect(measures['incoming']?.missing).toEqual(['before-data', 'before-data', null]);
  // Nor is a period compared with one from before the first closing.
  expect(fromFirstClosing(query.period, first)).toEqual({ start: '2024-03-01', end: '2024-04-01' });
  expect(fromFirstClosing(query.period, null)).toBe(query.period);
});
