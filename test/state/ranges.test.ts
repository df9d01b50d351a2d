import { expect, test } from 'vitest';
import { parseRanges } from '../../src/state/ranges.ts';

const RANGE = {
  metric: 'settlement_rate',
  matter: null,
  low: 0.4,
  high: 0.6,
  from: '2025-01-01',
  to: null,
  source: '',
};

test('a range of a variant that the figure has not is refused, not taken for another variant', () => {
  expect(parseRanges([{ ...RANGE, variant: 'z' }])).toEqual({ ranges: [], refused: 1 });
  expect(parseRanges([{ ...RANGE, variant: 'b' }]).ranges).toEqual([{ ...RANGE, variant: 'b' }]);
});
