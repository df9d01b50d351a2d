import { describe, expect, test } from 'vitest';
import { findMetric } from '../../src/metrics/index.ts';
import { findRange, LOCAL_TARGETS, standingIn, type ReasonableRange } from '../../src/metrics/reasonable-range.ts';
import { parseRanges } from '../../src/state/ranges.ts';

const RANGE: ReasonableRange = {
  metric: 'settlement_rate',
  variant: 'a',
  matter: null,
  low: 0.4,
  high: 0.6,
  from: '2025-01-01',
  to: null,
  source: '本院审委会',
};

describe('a figure and its range', () => {
  test.each([
    [0.65, 'up', 'better', 0.05],
    [0.5, 'up', 'inside', 0],
    [0.4, 'up', 'inside', 0],
    [0.31, 'up', 'short', -0.09],
    [0.65, 'down', 'short', 0.05],
    [0.31, 'down', 'better', -0.09],
    [0.31, 'neither', 'outside', -0.09],
  ] as const)('%f where %s is favourable: %s, %f away', (value, better, state, distance) => {
    const standing = standingIn(RANGE, value, better);
    expect(standing.state).toBe(state);
    expect(standing.distance).toBeCloseTo(distance, 12);
  });

  test('a floor alone is met or not; nothing is above it', () => {
    const floor = { ...RANGE, high: null };
    expect(standingIn(floor, 0.99, 'up').state).toBe('inside');
    expect(standingIn(floor, 0.39, 'up').state).toBe('short');
  });

  test('its own matter before all, the latest before an earlier one, and only while in force', () => {
    const civil = { ...RANGE, matter: '民事', low: 0.45 };
    const later = { ...RANGE, from: '2025-07-01', low: 0.42 };
    const ended = { ...RANGE, from: '2025-08-01', to: '2025-08-31', low: 0.1 };
    const all = [RANGE, civil, later, ended];
    const figure = { metric: 'settlement_rate', variant: 'a', matter: null };
    expect(findRange(all, figure, '2025-03-01')).toBe(RANGE);
    expect(findRange(all, figure, '2025-09-30')).toBe(later);
    expect(findRange(all, { ...figure, matter: '民事' }, '2025-09-30')).toBe(civil);
    expect(findRange(all, { ...figure, variant: 'b' }, '2025-09-30')).toBeNull();
    expect(findRange(all, figure, '2024-12-31')).toBeNull();
  });
});

describe('what is kept or imported', () => {
  test('is checked: no such metric, no bounds, low above high, no day', () => {
    const wrong = [
      { ...RANGE, metric: 'fame' },
      { ...RANGE, low: null, high: null },
      { ...RANGE, low: 0.7 },
      { ...RANGE, from: '2025' },
      7,
    ];
    const { ranges, refused } = parseRanges([RANGE, ...wrong]);
    expect(ranges).toEqual([RANGE]);
    expect(refused.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6]);
    expect(parseRanges('x')).toEqual({ ranges: [], refused: [] });
  });

  test('every local target names a metric and variant of the catalogue and whose it is', () => {
    for (const { range, court } of LOCAL_TARGETS) {
      expect(findMetric(range.metric)?.variants.some(({ id }) => id === range.variant)).toBe(true);
      expect(court.zh).not.toBe('');
    }
    expect(parseRanges(LOCAL_TARGETS.map(({ range }) => range)).refused).toEqual([]);
  });
});
