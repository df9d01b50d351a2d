import { expect, test } from 'vitest';
import { toCardSpark } from '../../../src/panels/overview/spark.ts';
import { toSignalStrip } from '../../../src/panels/signals/signal-strip-view.ts';
import { withoutUnknown } from '../../../src/panels/trend/trend-window.ts';
import { measure, resultTable } from '../../support/result-table.ts';
import { monthlyRate } from '../signals/monthly-answer.ts';
import { alternating } from '../signals/support.ts';

const REF = { id: 'settlement_rate' };
const CONTEXT = { asOf: '2025-09-30', span: { start: '2021-01-01', end: '2025-10-01' }, events: [] };
const calm = monthlyRate(REF.id, alternating(39, 41, 36), 100, '2022-10-01');
/** 29 calm months, then seven at 60; the centre is (1159 + 420) / 3600 = 0.4386, far below 0.6. */
const raised = monthlyRate(REF.id, [...alternating(39, 41, 29), ...alternating(60, 60, 7)], 100, '2022-10-01');

test('a sparkline of 24 months carries its band and one line of words', () => {
  const spark = toCardSpark(REF, calm, CONTEXT, 'zh');
  expect(spark.view.values).toHaveLength(24);
  expect(spark.view.bands).toHaveLength(1);
  expect(spark.view.bands?.[0]).toMatchObject({ first: 0, last: 23 });
  expect(spark.note).toBe('近 24 个月 · 浅色带为日常波动范围');
  expect(spark.words).toBe('属日常波动');
});

test('months before the data are gaps, not months without a case', () => {
  const span = { start: '2024-12-15', end: '2025-10-01' };
  const { view } = toCardSpark(REF, calm, { ...CONTEXT, span }, 'zh');
  // 24 months to September 2025: 14 before December 2024, which the data begin in.
  expect(view.values.map((value) => value !== null)).toEqual([...Array(14).fill(false), ...Array(10).fill(true)]);
  expect(view.summary.match(/—/g)?.length).toBe(15);
});

test('months before the first closing are gaps, though cases filed then are in the data', () => {
  const query = { ...calm.query, metrics: [{ id: 'incoming' }] };
  const starts = calm.table.periodStart ?? [];
  // Of 22 months only what was still open later is known: one filing each.
  const filed = starts.map((_, i) => ({ value: i < 22 ? 1 : 50, n: i < 22 ? 1 : 50 }));
  const months = withoutUnknown(
    { query, table: resultTable([measure('incoming', null, filed)], { periodStart: starts }) },
    starts[22] ?? '',
  );
  const { view } = toCardSpark({ id: 'incoming' }, months, CONTEXT, 'zh');
  expect(view.values).toEqual([...Array<null>(10).fill(null), ...Array<number>(14).fill(50)]);
});

test('where limits were made anew at a named event, what is ordinary is so since then', () => {
  const events = [{ date: '2024-04-01', label: { zh: '试点', en: 'Pilot' } }];
  expect(toCardSpark(REF, calm, { ...CONTEXT, events }, 'zh').words).toBe('“试点”之后属日常波动');
});

test('a change is said under the sparkline and announced above the sections', () => {
  expect(toCardSpark(REF, raised, CONTEXT, 'zh').words).toBe('近 7 个月持续高于以往水平');
  const strip = toSignalStrip([REF], raised, CONTEXT, 'zh');
  expect(strip.items.map(({ metric, text }) => [metric, text])).toEqual([
    ['settlement_rate', '近 7 个月持续高于以往水平'],
  ]);
});

test('where nothing changed the strip says so; where nothing can be judged it says that', () => {
  expect(toSignalStrip([REF], calm, CONTEXT, 'zh').items).toEqual([]);
  expect(toSignalStrip([REF], calm, CONTEXT, 'zh').sentence).toContain('没有需要说明的异动');
  const short = monthlyRate(REF.id, alternating(39, 41, 6), 100, '2025-04-01');
  expect(toSignalStrip([REF], short, CONTEXT, 'zh').sentence).toContain('暂不判断');
});
