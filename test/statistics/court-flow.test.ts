import { expect, test } from 'vitest';
import { courtFlow } from '../../src/statistics/court-flow.ts';

test('500 + 1000 − 900 = 600 pending: clearance 90 %, 600/900·365 days, turnover 900/600', () => {
  expect(courtFlow({ pendingStart: 500, incoming: 1000, resolved: 900, days: 365 })).toEqual({
    pendingEnd: 600,
    clearanceRate: 0.9,
    dispositionTime: expect.closeTo((600 / 900) * 365, 12),
    turnover: 1.5,
  });
});

test('nothing in, out or pending: null', () => {
  expect(courtFlow({ pendingStart: 0, incoming: 0, resolved: 0, days: 30 })).toEqual({
    pendingEnd: 0,
    clearanceRate: null,
    dispositionTime: null,
    turnover: null,
  });
});
