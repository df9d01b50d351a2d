import { describe, expect, test } from 'vitest';
import { toControlChart, type ControlChart } from '../../../src/panels/signals/control-chart.ts';
import type { ControlSeries } from '../../../src/panels/signals/control-series.ts';
import { findingOf } from '../../../src/panels/signals/finding.ts';
import { alternating, monthsOf, seriesOf } from './support.ts';

const REFORM = { date: '2025-03-01', label: { zh: '推行调解工作法', en: 'Mediation method adopted' } };

function chartOf(series: ControlSeries, events: readonly (typeof REFORM)[] = []): ControlChart {
  const chart = toControlChart(series, events);
  if (chart.kind !== 'limits') throw new Error(chart.reason.kind);
  return chart;
}

function reasonOf(series: ControlSeries): string {
  const chart = toControlChart(series, []);
  return chart.kind === 'none' ? chart.reason.kind : 'limits';
}

describe('limits', () => {
  test('p-chart: centre ± 3 binomial standard errors where months vary no more than chance', () => {
    // Σx/Σn = (12 × 39 + 12 × 41) / 2400 = 0.4; √(0.4 × 0.6 / 100) = 0.04899; 3 of them = 0.14697.
    const chart = chartOf(seriesOf('proportion', monthsOf(alternating(0.39, 0.41, 24))));
    const limits = chart.stretches[0]?.periods[0]?.limits;
    expect(chart.stretches[0]?.method).toEqual({ kind: 'p' });
    expect(limits?.centre).toBeCloseTo(0.4, 12);
    expect(limits?.lower).toBeCloseTo(0.25303, 5);
    expect(limits?.upper).toBeCloseTo(0.54697, 5);
  });

  test('p′-chart, wider, where they vary more: moving ranges of 0.2 / 0.04899 = 4.0825, / 1.128 = 3.6192', () => {
    const chart = chartOf(seriesOf('proportion', monthsOf(alternating(0.3, 0.5, 24))));
    const [stretch] = chart.stretches;
    expect(stretch?.method.kind === 'p_prime' ? stretch.method.spread : null).toBeCloseTo(3.6192, 3);
    // 0.4 + 3 × 0.04899 × 3.6192 = 0.9319; below 0 it is cut.
    expect(stretch?.periods[0]?.limits?.upper).toBeCloseTo(0.9319, 3);
    expect(stretch?.periods[0]?.limits?.lower).toBe(0);
  });

  test('XmR: mean 51, moving ranges of 2, so 51 ± 2.66 × 2 = 45.68 to 56.32', () => {
    const chart = chartOf(seriesOf('individuals', monthsOf(alternating(50, 52, 24))));
    const limits = chart.stretches[0]?.periods[3]?.limits;
    expect(limits?.centre).toBe(51);
    expect(limits?.lower).toBeCloseTo(45.68, 10);
    expect(limits?.upper).toBeCloseTo(56.32, 10);
  });

  test('none from 11 months, some from 12', () => {
    expect(reasonOf(seriesOf('individuals', monthsOf(alternating(50, 52, 11))))).toBe('few-periods');
    expect(reasonOf(seriesOf('individuals', monthsOf(alternating(50, 52, 12))))).toBe('limits');
    expect(reasonOf(seriesOf('individuals', monthsOf([...alternating(50, 52, 11), null, null])))).toBe('few-periods');
  });

  test('none where fewer than 5 cases with or without the outcome are expected a month', () => {
    // 200 × 0.02 = 4 reversals a month; 200 × 0.03 = 6; 100 × (1 − 0.97) = 3 not within the limit.
    expect(reasonOf(seriesOf('proportion', monthsOf(alternating(0.02, 0.02, 24), 200)))).toBe('few-cases');
    expect(reasonOf(seriesOf('proportion', monthsOf(alternating(0.03, 0.03, 24), 200)))).toBe('limits');
    expect(reasonOf(seriesOf('proportion', monthsOf(alternating(0.97, 0.97, 24), 100)))).toBe('few-cases');
    expect(reasonOf(seriesOf('individuals', monthsOf(alternating(50, 52, 24), 4)))).toBe('few-cases');
  });

  test('none for stocks, for what never varies, and for a series without any month', () => {
    expect(reasonOf(seriesOf('stock', monthsOf(alternating(300, 310, 24))))).toBe('stock');
    expect(reasonOf(seriesOf('individuals', monthsOf(alternating(50, 50, 24))))).toBe('constant');
    expect(reasonOf(seriesOf('individuals', []))).toBe('few-periods');
  });
});

describe('a named event', () => {
  test('with fewer than 12 months after it the limits from before go on, and the change is a signal', () => {
    // 29 months to February 2025, 7 from March on.
    const series = seriesOf('individuals', monthsOf([...alternating(50, 52, 29), ...alternating(54, 55, 7)]));
    const chart = chartOf(series, [REFORM]);
    expect(chart.stretches).toHaveLength(1);
    expect(chart.stretches[0]?.base).toEqual({ start: '2022-10-01', end: '2025-03-01', count: 29 });
    expect(chart.stretches[0]?.beyond).toEqual([{ event: REFORM, count: 7 }]);
    expect(findingOf(chart)).toMatchObject({ rule: 'shift', direction: 'up', isCurrent: true });
  });

  test('with 12 months after it the limits are made anew, and nothing is announced', () => {
    const series = seriesOf(
      'individuals',
      monthsOf([...alternating(50, 52, 24), ...alternating(60, 62, 12)], 100, '2023-03-01'),
    );
    const chart = chartOf(series, [REFORM]);
    expect(chart.stretches.map(({ periods }) => periods[0]?.limits?.centre)).toEqual([51, 61]);
    expect(chart.stretches.map(({ base }) => base.count)).toEqual([24, 12]);
    expect(findingOf(chart)).toBeNull();
  });

  test('without a name the same change never moves the limits', () => {
    const values = [...alternating(50, 52, 24), ...alternating(60, 62, 12)];
    const chart = chartOf(seriesOf('individuals', monthsOf(values)));
    expect(chart.stretches).toHaveLength(1);
    // (24 × 51 + 12 × 61) / 36 = 54.33.
    expect(chart.stretches[0]?.periods[0]?.limits?.centre).toBeCloseTo(54.3333, 4);
  });

  test('fewer than 12 months on either side: none', () => {
    const chart = toControlChart(seriesOf('individuals', monthsOf(alternating(50, 52, 18), 100, '2024-06-01')), [
      REFORM,
    ]);
    expect(chart).toMatchObject({ kind: 'none', reason: { kind: 'few-periods', count: 9, isDivided: true } });
  });

  test('a quarter that holds the event makes no limits', () => {
    const periods = Array.from({ length: 15 }, (_, i) => ({
      start: `${2021 + Math.floor(i / 4)}-${String((i % 4) * 3 + 1).padStart(2, '0')}-01`,
      end: `${2021 + Math.floor((i + 1) / 4)}-${String(((i + 1) % 4) * 3 + 1).padStart(2, '0')}-01`,
      value: i % 2 === 0 ? 50 : 52,
      x: null,
      n: 100,
    }));
    const event = { ...REFORM, date: '2024-05-15' };
    const chart = toControlChart({ kind: 'individuals', grain: 'quarter', periods }, [event]);
    // 2021 Q1 to 2024 Q1 are 13 quarters; Q2 holds the event, Q3 is after it.
    expect(chart.kind === 'limits' ? chart.stretches[0]?.base.count : null).toBe(13);
  });
});

describe('announcements', () => {
  const calm = alternating(50, 52, 20);
  const find = (tail: readonly number[]) => findingOf(chartOf(seriesOf('individuals', monthsOf([...calm, ...tail]))));

  test('a month beyond a limit, while it is one of the last three', () => {
    expect(find([70])).toMatchObject({ rule: 'beyond', direction: 'up', count: 1, isCurrent: true });
    expect(find([70, 50, 52])).toMatchObject({ rule: 'beyond', isCurrent: false });
    expect(find([70, 50, 52, 50])).toBeNull();
  });

  test('nothing where months go up and down', () => {
    expect(find([])).toBeNull();
  });

  test('seven months that fall', () => {
    // Steps of 0.5 lie far inside the limits of 51 ± 5 or so, on both sides of the mean.
    expect(find([52.4, 51.9, 51.4, 50.9, 50.4, 49.9, 49.4])).toMatchObject({
      rule: 'trend',
      direction: 'down',
      isCurrent: true,
    });
  });
});
