import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/lib/random.ts';
import { addMonths } from '../../../src/lib/date.ts';
import { forecastSum, methodFor } from '../../../src/panels/pending/flow-forecast.ts';
import { closingsNeeded, toLookAhead, type FlowMonth } from '../../../src/panels/pending/look-ahead.ts';

function monthsOf(first: string, flows: readonly (readonly [number, number])[], stock: number): FlowMonth[] {
  let pending = stock;
  return flows.map(([incoming, resolved], i) => {
    pending += incoming - resolved;
    return { start: addMonths(first, i), incoming, resolved, pending };
  });
}

describe('methods by the months that are there', () => {
  test.each([
    [11, 3, 'none'],
    [12, 3, 'short'],
    [25, 3, 'short'],
    // 26 − 3 + 1 − 12 = 12 comparisons with the year before.
    [26, 3, 'seasonal'],
    [34, 12, 'short'],
    [35, 12, 'seasonal'],
    [36, 0, 'none'],
    [36, 13, 'none'],
  ] as const)('%i months, %i ahead: %s', (months, ahead, method) => {
    expect(methodFor(months, ahead)).toBe(method);
  });
});

describe('sums ahead', () => {
  test('one month ahead over whole years is the seasonal naive forecast of R on AirPassengers', () => {
    const folder = '../shared/stat-cases/cases/forecast';
    if (!existsSync(folder)) return console.warn('stat-cases are not here: skipped');
    const { input } = JSON.parse(readFileSync(`${folder}/airpassengers.input.json`, 'utf8'));
    const expected = JSON.parse(readFileSync(`${folder}/airpassengers.expected.json`, 'utf8'));
    const { snaive } = expected.expected ?? expected;
    const found = forecastSum(input.y, 1, 'seasonal');
    expect(found?.mean).toBeCloseTo(snaive.mean[0], 9);
    expect(found?.lower95).toBeCloseTo(snaive.lo95[0], 4);
    expect(found?.upper95).toBeCloseTo(snaive.hi95[0], 4);
  });

  test('seasonal: two months ahead, by hand', () => {
    // Months 1…26; the same two months of last year are 15 and 16: 15 + 16 = 31. Every sum of two is 24 above that of
    // the year before, so the error is 24 (single months: 12 × √2 = 17) and the 95 % limits are 31 ± 1.96 × 24.
    const found = forecastSum(
      Array.from({ length: 26 }, (_, i) => i + 1),
      2,
      'seasonal',
    );
    expect(found?.mean).toBe(31);
    expect(found?.upper95).toBeCloseTo(31 + 1.959964 * 24, 4);
    expect(found?.upper80).toBeCloseTo(31 + 1.281552 * 24, 4);
  });

  test('short: the same months of last year, with the spread of a year', () => {
    // 10 + 14 + 10 = 34. Six months of 10 and six of 14: variance 12 × 2² / 11 = 48/11;
    // error² = 2 × 3 × 48/11 = 26.1818, error 5.11682; t(0.975; 11) = 2.200985: 34 ± 11.2620.
    const found = forecastSum([10, 14, 10, 14, 10, 14, 10, 14, 10, 14, 10, 14], 3, 'short');
    expect(found?.mean).toBe(34);
    expect(found?.upper95).toBeCloseTo(45.262, 3);
    expect(found?.lower95).toBeCloseTo(22.738, 3);
  });

  test('95 % limits hold about 95 % of simulated futures, 80 % limits about 80 %', () => {
    const random = createRandom(20251124);
    const season = (i: number) => 40 * Math.sin((2 * Math.PI * i) / 12);
    const trials = 1500;
    let [in95, in80] = [0, 0];
    for (let trial = 0; trial < trials; trial += 1) {
      const all = Array.from({ length: 39 }, (_, i) => 100 + season(i) + 20 * random.normal());
      const found = forecastSum(all.slice(0, 36), 3, 'seasonal');
      const truth = all.slice(36).reduce((total, value) => total + value, 0);
      if (found === null) throw new Error('no forecast');
      if (truth >= found.lower95 && truth <= found.upper95) in95 += 1;
      if (truth >= found.lower80 && truth <= found.upper80) in80 += 1;
    }
    expect(in95 / trials).toBeGreaterThan(0.91);
    expect(in95 / trials).toBeLessThan(0.98);
    expect(in80 / trials).toBeGreaterThan(0.74);
    expect(in80 / trials).toBeLessThan(0.88);
  });
});

describe('to the end of the year', () => {
  // From October 2024 to September 2025, 100 in and 90 out a month, 200 pending before: 320 at the end.
  const year = monthsOf(
    '2024-10-01',
    Array.from({ length: 12 }, () => [100, 90] as const),
    200,
  );
  const ahead = toLookAhead(year, 1);

  test('what is left of the year and what it began with', () => {
    expect(ahead).toMatchObject({ from: '2025-10-01', yearStart: '2025-01-01', yearEnd: '2026-01-01', ahead: 3 });
    // 200 + 3 × 10 at New Year; nine months of 100 and 90 since.
    expect(ahead).toMatchObject({
      pending: 320,
      pendingAtStart: 230,
      incomingSoFar: 900,
      resolvedSoFar: 810,
      pace: 90,
    });
    expect(ahead?.stocks.map(({ start, mean }) => [start, mean])).toEqual([
      ['2025-10-01', 330],
      ['2025-11-01', 340],
      ['2025-12-01', 350],
    ]);
  });

  test('closings for a rate and for a stock', () => {
    if (ahead === null) throw new Error('nothing ahead');
    // 受理 = 230 + 900 + 300 = 1430; 90 % = 1287; 1287 − 810 = 477 in 3 months = 159; 320 + 300 − 477 = 143 pending.
    const byRate = closingsNeeded(ahead, { kind: 'closing_rate', value: 0.9 });
    expect(byRate?.total).toBeCloseTo(477, 9);
    expect(byRate?.perMonth).toBeCloseTo(159, 9);
    expect(byRate?.pending).toBeCloseTo(143, 9);
    // 320 + 300 − 200 = 420 in 3 months = 140; (810 + 420) / 1430.
    const byStock = closingsNeeded(ahead, { kind: 'pending', value: 200 });
    expect(byStock?.perMonth).toBe(140);
    expect(byStock?.closingRate).toBeCloseTo(1230 / 1430, 12);
    // Reached already: nothing is needed, and not less.
    expect(closingsNeeded(ahead, { kind: 'closing_rate', value: 0.1 })?.total).toBe(0);
    expect(closingsNeeded(ahead, { kind: 'pending', value: 5000 })?.perMonth).toBe(0);
  });

  test('the statistical year of 12.21: the months that are left end on 21 December', () => {
    const months = monthsOf(
      '2024-09-21',
      Array.from({ length: 12 }, () => [50, 50] as const),
      10,
    );
    expect(toLookAhead(months, 21)).toMatchObject({ from: '2025-09-21', yearStart: '2024-12-21', ahead: 3 });
  });

  test('a year that is over looks at the next one', () => {
    const months = monthsOf(
      '2024-01-01',
      Array.from({ length: 24 }, () => [10, 10] as const),
      5,
    );
    expect(toLookAhead(months, 1)).toMatchObject({
      yearStart: '2026-01-01',
      ahead: 12,
      incomingSoFar: 0,
      resolvedSoFar: 0,
    });
  });

  test('less than a year: nothing is expected, and nothing is said to be needed', () => {
    const short = toLookAhead(year.slice(0, 11), 1);
    expect(short).toMatchObject({ method: 'none', stocks: [], incomingAhead: null });
    if (short === null) throw new Error('nothing ahead');
    expect(closingsNeeded(short, { kind: 'closing_rate', value: 0.9 })).toBeNull();
    expect(toLookAhead([], 1)).toBeNull();
  });

  test('a stock does not fall below nothing', () => {
    const months = monthsOf(
      '2024-10-01',
      Array.from({ length: 12 }, () => [10, 20] as const),
      125,
    );
    // 125 − 120 = 5 left, ten fewer a month.
    expect(toLookAhead(months, 1)?.stocks.map(({ mean }) => mean)).toEqual([0, 0, 0]);
  });
});
