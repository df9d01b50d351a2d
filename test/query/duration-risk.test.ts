import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileDurationRisk, toDurationRisk, type DurationRisk } from '../../src/query/duration-risk.ts';
import { toObservedPeriod, type DurationScope } from '../../src/query/duration-scope.ts';
import { createCases } from '../support/cases.ts';

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
});
afterAll(() => db.close());

/** March 2025. */
const period = { start: '2025-03-01', end: '2025-04-01' };
const CIVIL = { matter: '民事', level: '一审' };
const [SUMMARY, ORDINARY] = [
  { ...CIVIL, procedure: '简易程序' },
  { ...CIVIL, procedure: '普通程序' },
];

const HAND = [
  // Filed in March: seen from age 0 on.
  { ...SUMMARY, filed_on: '2025-03-05', resolved_on: '2025-03-05' }, // closes at 0
  { ...SUMMARY, filed_on: '2025-03-11', resolved_on: '2025-03-21' }, // closes at 10
  { ...SUMMARY, filed_on: '2025-03-21', resolved_on: null }, // open on 31 March: censored at 10
  { ...SUMMARY, filed_on: '2025-03-29', resolved_on: '2025-04-02' }, // still open on 31 March: censored at 2
  // Filed before: late entry.
  { ...ORDINARY, filed_on: '2025-02-24', resolved_on: '2025-03-01' }, // from age 5, closes at 5 on the first day
  { ...ORDINARY, filed_on: '2025-01-20', resolved_on: null }, // from age 40, censored at 70
  { ...CIVIL, procedure: null, filed_on: '2025-02-19', resolved_on: '2025-03-01' }, // from age 10, closes at 10
  // In no table.
  { ...SUMMARY, filed_on: '2025-02-01', resolved_on: '2025-02-28' }, // closed before March
  { ...SUMMARY, filed_on: '2025-04-01', resolved_on: null }, // filed after March
  { ...SUMMARY, filed_on: '2025-03-20', resolved_on: '2025-03-10' }, // closed before it was filed
  { ...SUMMARY, filed_on: null, resolved_on: '2025-03-10' }, // no filing date
  { matter: '执行', level: '首次执行', filed_on: '2025-03-05', resolved_on: '2025-03-06' }, // no trial case
];

async function riskOf(scope: DurationScope): Promise<readonly DurationRisk[]> {
  const { sql, params } = compileDurationRisk(scope);
  return toDurationRisk(await db.query(sql, params));
}
const rowsOf = (risk: readonly DurationRisk[], of: (one: DurationRisk) => boolean) =>
  risk.find(of)?.rows.map(({ time, atRisk, events, leaving }) => [time, atRisk, events, leaving]);

describe('the cases that were open in March', () => {
  beforeEach(() =>
    createCases(
      db,
      HAND.map((row, i) => ({ case_id: i + 1, ...row })),
      [],
    ),
  );

  test('all together: age, at risk, closings, leaving', async () => {
    const risk = await riskOf({ period, filter: {} });
    expect(rowsOf(risk, ({ isTotal }) => isTotal)).toEqual([
      [0, 4, 1, 1], // the four of March; the old ones have not entered at age 0
      [2, 3, 0, 1],
      [5, 3, 1, 1], // 2 of March + the one that enters at 5
      [10, 3, 2, 3], // 2 of March + the one that enters at 10; one of them is censored
      [70, 1, 0, 1], // entered at 40
    ]);
  });

  test('per procedure, the unknown one last', async () => {
    const risk = await riskOf({ period, filter: {} });
    expect(risk.map(({ procedure, isTotal }) => [procedure, isTotal])).toEqual([
      [null, true],
      ['普通程序', false],
      ['简易程序', false],
      [null, false],
    ]);
    expect(rowsOf(risk, ({ procedure }) => procedure === '普通程序')).toEqual([
      [5, 1, 1, 1],
      [70, 1, 0, 1],
    ]);
    expect(rowsOf(risk, ({ procedure, isTotal }) => procedure === null && !isTotal)).toEqual([[10, 1, 1, 1]]);
  });

  test('a filter binds its values', async () => {
    const { sql, params } = compileDurationRisk({ period, filter: { procedure: ["'; DROP TABLE cases; --"] } });
    expect(params).toEqual(["'; DROP TABLE cases; --"]);
    expect(sql).not.toContain('DROP');
    expect(await riskOf({ period, filter: { procedure: ['简易程序'] } })).toHaveLength(2);
  });

  test('where the data end within the period, they end there', async () => {
    const observed = toObservedPeriod(period, '2025-03-20');
    expect(observed).toEqual({ start: '2025-03-01', end: '2025-03-21' });
    const risk = await riskOf({ period: observed ?? period, filter: { procedure: ['简易程序'] } });
    // The case filed on 11 March is open on the 20th: censored at 9.
    expect(rowsOf(risk, ({ isTotal }) => isTotal)).toEqual([
      [0, 2, 1, 1],
      [9, 1, 0, 1],
    ]);
    expect(toObservedPeriod(period, '2025-02-28')).toBeNull();
    expect(toObservedPeriod(period, '2025-12-31')).toEqual(period);
  });
});

test('without a case there is no table', async () => {
  await createCases(db, [], []);
  expect(await riskOf({ period, filter: {} })).toEqual([]);
});

test('a date that is none never reaches the statement', () => {
  expect(() => compileDurationRisk({ period: { start: "2025-01-01'", end: '2025-02-01' }, filter: {} })).toThrow(
    RangeError,
  );
});
