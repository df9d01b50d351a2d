import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { createCases } from '../support/cases.ts';
import { EVERY_METRIC, measureOf, run, toRef } from '../support/measure.ts';
import { toKey } from '../../src/query/resolve.ts';

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db);
});
afterAll(() => db.close());

/** Answers for the year 2025 by hand; numbers in comments are the case ids of test/support/cases.ts. */
const ANSWERS: Readonly<Record<string, number>> = {
  pending_start: 5, // 1, 8, 10, 11 and 12, whose filing date is not known
  incoming: 26, // 2 3 4 5 9, 14…34
  resolved: 24, // 1 2 3 12, 14…32, 34
  pending: 5 + 26 - 24, // 4 5 8 9 10 11 33
  closing_rate: 24 / (5 + 26),
  clearance_rate: 24 / 26,
  disposition_time: (7 / 24) * 365,
  // monthly closings 2 2 3 2 5 3 1 2 2 1 0 1: mean 24 / 12 = 2, mean of squares 66 / 12 = 5.5, variance 5.5 - 4
  closing_balance: 1 - Math.sqrt(1.5) / 2,
  // pieces: entries, 5 appeals and a resumed enforcement; entries: 11 + 刑初 + 3 执 + 2 of the other court
  'case_piece_ratio.a': (17 + 5 + 1) / 17,
  'case_piece_ratio.b': (17 + 5 + 1) / (17 - 3), // without the 3 enforcement cases among the entries
  'settlement_rate.a': 6 / 11, // 2 12 14 15 16 32 of 1 2 3 12 14 15 16 17 18 19 32
  'settlement_rate.b': 6 / 10, // without 19, dismissed
  'mediation_rate.a': 3 / 11, // 2 12 32
  'mediation_rate.b': 3 / (11 + 4), // and the civil appeals 22 24 25 26
  'withdrawal_rate.all': 3 / 11, // 14 15 16
  'withdrawal_rate.granted': 2 / 11, // 14 16
  'withdrawal_rate.deemed': 1 / 11, // 15
  mean_days: (1 + 10 + 20 + 9 * 30 + 3 * 60 + 100 + 355) / 17,
  median_days: 30, // the 9th of 17: 1 10 20, nine times 30, three times 60, 100, 355
  p90_days: 60 + 0.4 * (100 - 60), // at 0.9 x 16 = 14.4, between the 15th and the 16th
  within_limit_rate: 3 / 4, // 2 16 18 in time, 3 late
  limit_unknown: 24 - 5 - 4, // resolved, without 27 28 29 30 34 (no trial) and the four with a limit
  overdue_pending: 2, // 10 11
  'long_pending.12': 3, // 8 10 11, not 9
  'long_pending.18': 2, // 10 11
  'long_pending.24': 1, // 10; 11 completes 24 months on 2026-02-28
  'long_pending.36': 1, // 10
  'reversal_rate.d1': 2 / 12, // 22 24 over the 11 civil and 1 criminal first-instance closings
  'reversal_rate.d2': 2 / 5, // over the judgments 1 3 17 18 21
  'reversal_rate.d3': 2 / 4, // over the appeals 22 23 24 25; 26 does not tell its result
  'reversal_rate.d4': 2 / 5, // over the appeals filed 22…26
  'reversal_rate.d5': 1 / 12, // 22; the original of 24 was resolved in 2024
  'alteration_rate.d1': 1 / 12,
  'alteration_rate.d3': 1 / 4,
  'alteration_rate.d5': 1 / 12, // 22, of 18
  'remand_rate.d1': 1 / 12,
  'remand_rate.d3': 1 / 4,
  'remand_rate.d5': 0 / 12, // the original of 24 was resolved in 2024
  'appeal_rate.a': 3 / 12, // 7 18 21
  'appeal_rate.b': 3 / 6, // over the judgments 1 3 17 18 21 and the dismissal 19
  'appeal_rate.c': 4 / 12, // the appeals 22 23 24 25; 26 names no court of origin
  'appeal_rate.d': 2 / 12, // 18 21 of the 12; 7 was resolved in 2024
  'acceptance_rate.a': 1 - 3 / 12,
  'acceptance_rate.d': 1 - 2 / 12,
  'appeals_resolved.all': 5, // 22 23 24 25 26
  'appeals_resolved.linked': 3, // 22 23 24
  'unlinked_appeals.a': 2, // 25 26
  'unlinked_appeals.b': 1, // 26
  summary_rate: 9 / 11, // all but 17 18
  small_claims_rate: 1 / 11, // 16
  ordinary_single_judge_rate: 1 / 2, // 18 of 17 18
  'in_court_judgment_rate.judgments': 2 / 5, // 17 21
  'in_court_judgment_rate.all': 2 / 12,
  enforcement_completion_rate: 2 / 3, // 27 29 of 27 28 29
  enforcement_terminated_rate: 1 / 3, // 28
  recovery_rate: 80_000 / (100_000 + 300_000), // 27 28; 29 lacks an amount
};

describe('figures of the fixture, by hand', () => {
  test('every variant of the catalogue has an answer here', () => {
    expect(Object.keys(ANSWERS).sort()).toEqual(EVERY_METRIC.map(toKey).sort());
  });

  test.each(Object.entries(ANSWERS))('%s', async (key, answer) => {
    const measure = measureOf(await run(db, [toRef(key)]), key);
    expect(measure.value[0]).toBeCloseTo(answer, 12);
    expect(measure.missing).toEqual([null]);
  });

  test('all at once gives what each gives alone', async () => {
    const table = await run(db, EVERY_METRIC);
    for (const [key, answer] of Object.entries(ANSWERS))
      expect(measureOf(table, key).value[0], key).toBeCloseTo(answer, 12);
  });
});

describe('what travels with a figure', () => {
  test('ratios carry their two sums and n', async () => {
    const measure = measureOf(await run(db, [toRef('settlement_rate')]), 'settlement_rate');
    expect(measure).toMatchObject({ variant: 'a', numerator: [6], denominator: [11], n: [11] });
  });

  test('a sum of money over a sum of money has the number of cases as n', async () => {
    const measure = measureOf(await run(db, [toRef('recovery_rate')]), 'recovery_rate');
    expect(measure).toMatchObject({ numerator: [80_000], denominator: [400_000], n: [2] });
  });

  test('the acceptance rate publishes a numerator that divides to it', async () => {
    const measure = measureOf(await run(db, [toRef('acceptance_rate')]), 'acceptance_rate');
    expect(measure).toMatchObject({ numerator: [12 - 3], denominator: [12] });
  });

  test('a mean carries sum, n and sample standard deviation', async () => {
    const measure = measureOf(await run(db, [toRef('mean_days')]), 'mean_days');
    // squares: 1 + 100 + 400 + 9 x 900 + 3 x 3600 + 10000 + 126025 = 155426
    const variance = (155_426 - 936 ** 2 / 17) / 16;
    expect(measure).toMatchObject({ numerator: [936], denominator: [17], n: [17] });
    expect(measure.deviation[0]).toBeCloseTo(Math.sqrt(variance), 9);
  });

  test('a median has n and no parts', async () => {
    const measure = measureOf(await run(db, [toRef('median_days')]), 'median_days');
    expect(measure).toMatchObject({ numerator: [null], denominator: [null], n: [17], deviation: [null] });
  });
});
