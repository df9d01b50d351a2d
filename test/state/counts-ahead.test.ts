import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileTogether } from '../../src/query/compile-together.ts';
import type { Statement } from '../../src/query/dimension-values.ts';
import type { CaseFilter, MetricQuery } from '../../src/query/metric-query.ts';
import { CountsAhead } from '../../src/state/counts-ahead.ts';
import { createCases } from '../support/cases.ts';

const PATIENT = { timeout: 30_000 };

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await createCases(db, [], []);
  await db.query(`INSERT INTO cases BY NAME SELECT CAST(i AS INTEGER) AS case_id, ['甲', '乙'][1 + CAST(i % 2 AS INTEGER)] AS court,
      ['一庭', '二庭', '三庭'][1 + CAST(i % 3 AS INTEGER)] AS department, '民事' AS matter, '一审' AS level,
      DATE '2025-01-01' + CAST(i % 90 AS INTEGER) AS filed_on, DATE '2025-02-01' + CAST(i % 90 AS INTEGER) AS resolved_on,
      31 AS days, ['判决', '调解'][1 + CAST(i % 5 > 2 AS INTEGER)] AS closing_bucket FROM range(600) AS t(i)`);
});
afterAll(() => db.close());
afterEach(() => vi.useRealTimers());

const questions = (filter: CaseFilter): readonly MetricQuery[] => [
  {
    metrics: [{ id: 'resolved' }, { id: 'settlement_rate' }, { id: 'median_days' }],
    groupBy: [],
    period: { start: '2025-01-01', end: '2025-07-01' },
    filter,
  },
];
const tables = async () =>
  (await db.query(`SELECT table_name AS t FROM duckdb_tables() WHERE starts_with(table_name, 'turned_') ORDER BY 1`))
    .columns['t'];
const answerOf = async (filter: CaseFilter, ahead?: CountsAhead) => {
  const compiled = ahead === undefined ? compileTogether(questions(filter)) : ahead.find(questions(filter));
  if (compiled === null) return null;
  return compiled.read(await db.query(compiled.sql, compiled.params));
};

test('the next value of the dimension that is turned is picked, not counted', async () => {
  const run: Statement[] = [];
  const ahead = new CountsAhead((statement) => (run.push(statement), db.query(statement.sql, statement.params)));
  expect(await answerOf({ court: ['甲'] }, ahead)).toBeNull();
  ahead.prepare(questions({}));
  await expect.poll(() => ahead.find(questions({ court: ['甲'] })), PATIENT).not.toBeNull();
  // 300 of the 600 cases are of each court.
  expect((await answerOf({ court: ['甲'] }, ahead))?.[0]?.columns['m1_value']).toEqual([300]);
  for (const filter of [{ court: ['乙'] }, { court: ['甲', '乙'] }])
    expect(await answerOf(filter, ahead)).toEqual(await answerOf(filter));
  // Other cases, another period or too many values are asked of the cases.
  expect(ahead.find(questions({ court: ['甲'], department: ['一庭'] }))).toBeNull();
  expect(ahead.find(questions({ court: Array.from({ length: 20 }, (_, i) => `${i}`) }))).toBeNull();

  // Once departments are turned through, they are counted by department within the court.
  ahead.prepare(questions({ court: ['甲'] }));
  ahead.prepare(questions({ court: ['甲'], department: ['一庭'] }));
  await expect.poll(() => ahead.find(questions({ court: ['甲'], department: ['二庭'] })), PATIENT).not.toBeNull();
  const filter = { court: ['甲'], department: ['二庭'] };
  expect(await answerOf(filter, ahead)).toEqual(await answerOf(filter));

  ahead.forget();
  expect(ahead.find(questions({ court: ['甲'] }))).toBeNull();
  await expect.poll(tables, PATIENT).toEqual([]);
  expect(run.length).toBeGreaterThan(0);
});

test('what is being counted is broken off by a question, and counted once in the end', async () => {
  let broken = 0;
  const ahead: CountsAhead = new CountsAhead(async (statement, signal) => {
    const counted = await db.query(statement.sql, statement.params);
    // The second statement is written, but a question comes before that is known.
    if (signal !== undefined && broken < 2 && ++broken === 2) ahead.giveWay();
    signal?.throwIfAborted();
    return counted;
  });
  ahead.prepare(questions({}));
  await expect.poll(() => ahead.find(questions({ court: ['甲'] })), PATIENT).not.toBeNull();
  expect(broken).toBe(2);
  expect(await answerOf({ court: ['甲'] }, ahead)).toEqual(await answerOf({ court: ['甲'] }));
  ahead.forget();
  await expect.poll(tables, PATIENT).toEqual([]);
});

test('counting waits while anything is asked, and is given up where it fails', async () => {
  let runs = 0;
  const ahead = new CountsAhead((statement) => {
    runs += 1;
    return db.query(statement.sql, statement.params);
  });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  ahead.prepare(questions({}));
  for (let i = 0; i < 6; i++) {
    await vi.advanceTimersByTimeAsync(200);
    ahead.giveWay();
  }
  expect(runs).toBe(0);
  await vi.advanceTimersByTimeAsync(600);
  vi.useRealTimers();
  await expect.poll(() => ahead.find(questions({ court: ['甲'] })), PATIENT).not.toBeNull();
  ahead.forget();

  const failures: Statement[] = [];
  const failing = new CountsAhead((statement) => {
    failures.push(statement);
    return Promise.reject(new Error('out of memory'));
  });
  failing.prepare(questions({}));
  // The first statement of the table, and its removal.
  await expect.poll(() => failures.length, PATIENT).toBe(2);
  expect(failing.find(questions({ court: ['甲'] }))).toBeNull();
  await expect.poll(tables, PATIENT).toEqual([]);
});
