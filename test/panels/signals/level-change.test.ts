import { expect, test } from 'vitest';
import { toControlChart, type ControlChart } from '../../../src/panels/signals/control-chart.ts';
import { levelChangeOf } from '../../../src/panels/signals/level-change.ts';
import type { ControlPeriod, ControlSeries } from '../../../src/panels/signals/control-series.ts';
import { addMonths } from '../../../src/lib/date.ts';

const EVENT = { date: '2024-01-01', label: { zh: '速裁改革', en: 'Fast track' } };

/** 24 months from January 2023 on, `before` and `since` in 100 by turns of ±1. */
function chartOf(before: number, since: number, kind: ControlSeries['kind'] = 'proportion'): ControlChart {
  const periods = Array.from({ length: 24 }, (_, i): ControlPeriod => {
    const x = (i < 12 ? before : since) + (i % 2 === 0 ? 1 : -1);
    const start = addMonths('2023-01-01', i);
    const value = kind === 'proportion' ? x / 100 : x;
    return { start, end: addMonths(start, 1), value, x: kind === 'proportion' ? x : null, n: 100 };
  });
  const chart = toControlChart({ kind, grain: 'month', periods }, [EVENT]);
  if (chart.kind === 'none') throw new Error(chart.reason.kind);
  return chart;
}

test('40 of 100 a month before, 55 since: the step is told, with the levels of both stretches', () => {
  // Pooled 480 and 660 of 1,200: the difference of 15 points has a 99.8 % interval of about ±6.3.
  const change = levelChangeOf(chartOf(40, 55));
  expect(change?.event).toBe(EVENT);
  expect(change?.before).toBeCloseTo(0.4, 12);
  expect(change?.since).toBeCloseTo(0.55, 12);
});

test('40 and 43: within ±6.3 points, nothing is told', () => {
  expect(levelChangeOf(chartOf(40, 43))).toBeNull();
});

test('of monthly values too: 62 days before, 52 since', () => {
  expect(levelChangeOf(chartOf(62, 52, 'individuals'))).toMatchObject({ before: 62, since: 52 });
  expect(levelChangeOf(chartOf(62, 62, 'individuals'))).toBeNull();
});
