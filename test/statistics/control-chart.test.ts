import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { individualsChart } from '../../src/statistics/control-chart/individuals-chart.ts';
import { meanMovingRange } from '../../src/statistics/control-chart/moving-range.ts';
import { laneyChart, proportionChart } from '../../src/statistics/control-chart/proportion-chart.ts';
import { gapChart, timeBetweenChart } from '../../src/statistics/control-chart/rare-event-chart.ts';
import { signalsOf } from '../../src/statistics/control-chart/rules.ts';
import { runsTest } from '../../src/statistics/control-chart/runs.ts';

/** Points about 0 with limits ±3 and near limits ±2. */
const labels = (values: readonly (number | null)[]) =>
  signalsOf(values.map((value) => ({ value, centre: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 }))).map(
    (signals) => signals?.label ?? null,
  );

describe('rules', () => {
  test('beyond a limit is strict', () => {
    expect(labels([3, 3.1, -3, -3.1])).toEqual(['common', 'above_limit', 'common', 'below_limit']);
  });

  test('shift: seven on one side are marked, six are not; a point on the centre breaks the run', () => {
    expect(labels([1, 1, 1, 1, 1, 1])).toEqual(Array(6).fill('common'));
    expect(labels([1, 1, 1, 1, 1, 1, 1, -1])).toEqual([...Array(7).fill('shift_above'), 'common']);
    expect(labels([-1, -1, -1, 0, -1, -1, -1, -1])).toEqual(Array(8).fill('common'));
  });

  test('trend: seven strictly rising points; equal neighbours end it', () => {
    expect(labels([-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5])).toEqual(Array(7).fill('trend_up'));
    expect(labels([1.5, 1, 0.5, -0.1, -0.5, -1, -1.5])).toEqual(Array(7).fill('trend_down'));
    expect(labels([-1.5, -1, -0.5, 0.1, 0.1, 1, 1.5])).toEqual(Array(7).fill('common'));
  });

  test('a turning point takes the direction of the trend to its right', () => {
    const up = [-1.5, -1, -0.5, 0.1, 0.5, 1, 1.5];
    const down = [1.2, 0.9, 0.4, -0.2, -0.6, -1.1];
    expect(labels([...up, ...down])).toEqual([...Array(6).fill('trend_up'), ...Array(7).fill('trend_down')]);
  });

  test('two of three: only the close points are marked, all three on one side', () => {
    expect(labels([2.5, 1, 2.5])).toEqual(['two_of_three_above', 'common', 'two_of_three_above']);
    expect(labels([2.5, -1, 2.5])).toEqual(['common', 'common', 'common']);
    expect(labels([2.5, 3.5, 1])).toEqual(['common', 'above_limit', 'common']);
  });

  test('missing points neither count nor break', () => {
    expect(labels([1, null, 1, 1, 1, null, 1, 1, 1])).toEqual([
      'shift_above',
      null,
      'shift_above',
      'shift_above',
      'shift_above',
      null,
      'shift_above',
      'shift_above',
      'shift_above',
    ]);
  });

  test('marks agree with the definition, window by window', () => {
    const value = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const signals = signalsOf(
          values.map((value) => ({ value, centre: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 })),
        ).filter((signal) => signal !== null);
        const y = values.filter((value) => value !== null);
        const windows = y.map((_, i) => y.slice(i, i + 7)).map((w) => (w.length === 7 ? w : []));
        const within = (holds: (w: number[]) => boolean) =>
          y.map((_, j) => windows.some((w, i) => w.length === 7 && i <= j && j < i + 7 && holds(w)));
        const steps = (w: number[]) => w.slice(1).map((v, k) => v - (w[k] ?? NaN));
        expect(signals.map(({ isShift }) => isShift)).toEqual(
          within((w) => w.every((v) => v > 0) || w.every((v) => v < 0)),
        );
        expect(signals.map(({ isTrend }) => isTrend)).toEqual(
          within((w) => steps(w).every((d) => d > 0) || steps(w).every((d) => d < 0)),
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('individuals chart', () => {
  test('10, 12, 11, 13: mean 11.5, ranges 2, 1, 2, limits 11.5 ± 2.66·5/3', () => {
    const chart = individualsChart([10, 12, 11, 13]);
    expect(chart.mean).toBe(11.5);
    expect(chart.meanRange).toBeCloseTo(5 / 3, 12);
    expect(chart.upper).toBeCloseTo(11.5 + (2.66 * 5) / 3, 12);
    expect(chart.nearLower).toBeCloseTo(11.5 - ((2 / 3) * 2.66 * 5) / 3, 12);
    expect(chart.rangeUpper).toBeCloseTo((3.267 * 5) / 3, 12);
  });

  test('screening: ranges six times 1 and once 20 have mean 26/7; 20 ≥ 3.267·26/7 = 12.1 goes, mean 1', () => {
    const series = [0, 1, 0, 1, 0, 1, 0, 20];
    expect(meanMovingRange(series, false)).toBeCloseTo(26 / 7, 12);
    expect(meanMovingRange(series, true)).toBe(1);
  });

  test('no range across a gap; without any range no limits and no labels', () => {
    expect(meanMovingRange([1, null, 5, 7], true)).toBe(2);
    const chart = individualsChart([1, null, 5]);
    expect(chart).toMatchObject({ mean: 3, meanRange: null, upper: null, rangeUpper: null });
    expect(chart.signals).toEqual([null, null, null]);
  });

  test('a constant series has no signal; a later point off it is beyond', () => {
    expect(individualsChart([5, 5, 5]).signals.map((signal) => signal?.label)).toEqual(['common', 'common', 'common']);
    expect(individualsChart([5, 5, 5, 6], { baseline: 3 }).signals[3]?.label).toBe('above_limit');
  });
});

describe('proportion charts', () => {
  test('centre 10/40 = .25; σ = √(.25·.75/20); empty months are null and not bridged', () => {
    const months = [
      { x: 4, n: 20 },
      { x: 0, n: 0 },
      { x: 6, n: 20 },
    ];
    const chart = proportionChart(months);
    expect(chart.centre).toBe(0.25);
    expect(chart.points[0]?.upper).toBeCloseTo(0.25 + 3 * Math.sqrt((0.25 * 0.75) / 20), 12);
    expect(chart.points[0]?.lower).toBe(0);
    expect(chart.points[1]).toMatchObject({ value: null, upper: null });
    expect(chart.signals[1]).toBeNull();
    expect(laneyChart(months).sigmaZ).toBeNull();
  });

  test('Laney: rates .2 and .3 about .25 at n = 20 lie ∓.05/σ; σ_z = (.1/σ)/1.128', () => {
    const sigma = Math.sqrt((0.25 * 0.75) / 20);
    const chart = laneyChart([
      { x: 4, n: 20 },
      { x: 6, n: 20 },
    ]);
    expect(chart.sigmaZ).toBeCloseTo(0.1 / sigma / 1.128, 12);
    expect(chart.points[1]?.nearUpper).toBeCloseTo(0.25 + (2 * 0.1) / 1.128, 12);
  });

  test('all or none: σ_z cannot be computed, limits and labels are null', () => {
    const chart = laneyChart([
      { x: 0, n: 20 },
      { x: 0, n: 30 },
    ]);
    expect(chart).toMatchObject({ centre: 0, sigmaZ: null });
    expect(chart.points[0]).toMatchObject({ value: 0, upper: null });
    expect(proportionChart([{ x: 0, n: 0 }]).centre).toBeNull();
  });
});

describe('runs about the median', () => {
  test('1…8: two runs of 4, one crossing; limits round(log₂ 8) + 3 = 6 and qbinom(.05, 7, ½) = 1', () => {
    // P(X ≤ 0) = 1/128 < .05 ≤ P(X ≤ 1) = 8/128
    expect(runsTest([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({
      usefulCount: 8,
      longestRun: 4,
      longestRunLimit: 6,
      crossings: 1,
      crossingsLimit: 1,
      isSignal: false,
    });
  });

  test('1…10: qbinom(.05, 9, ½) = 2 > 1 crossing is a signal; points on the median and gaps are dropped', () => {
    expect(runsTest([1, 2, 3, 4, 5, null, 5.5, 6, 7, 8, 9, 10])).toMatchObject({
      usefulCount: 10,
      crossings: 1,
      isSignal: true,
    });
    expect(runsTest([5, 5, 5])).toMatchObject({ usefulCount: 0, longestRun: null, isSignal: false });
  });
});

describe('rare events', () => {
  test('g-chart: mean 3, σ = √(3·4)', () => {
    expect(gapChart([0, 0, 0, 12])).toEqual({
      mean: 3,
      median: 0,
      lower: 0,
      upper: expect.closeTo(3 + 3 * Math.sqrt(12), 12),
      beyond: [],
    });
    expect(gapChart([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30]).beyond).toEqual([11]);
    expect(gapChart([]).upper).toBeNull();
  });

  test('t-chart of 1 and 2^3.6 days: values 1 and 2, mean 1.5, range 1', () => {
    const chart = timeBetweenChart([1, 2 ** 3.6]);
    expect(chart.centre).toBeCloseTo(1.5 ** 3.6, 10);
    expect(chart.upper).toBeCloseTo((1.5 + 3 / 1.128) ** 3.6, 8);
    expect(chart.lower).toBe(0);
    expect(timeBetweenChart([7]).upper).toBeNull();
  });
});
