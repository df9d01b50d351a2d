import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import { run, toRef, valueOf } from '../support/measure.ts';

/** 案-件比, 执行到位率 and 结收比 of the own court in nine months, by plain SQL that reads the 案号 itself. */
const FOLDER = join(import.meta.dirname, '../../data/sample');
const OWN = '示例垦区人民法院';
const query = { period: { start: '2025-01-01', end: '2025-10-01' }, filter: { court: [OWN] } };
const IN = (column: string) => `${column} BETWEEN '2025-01-01' AND '2025-09-30'`;
const TYPE = `regexp_extract(case_no, '9901([^0-9]+)', 1)`;

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  const own = readdirSync(FOLDER).filter((name) => name.startsWith('bing9901'));
  await loadDataset(
    db,
    own.map((name) => join(FOLDER, name)),
    '2026-11-24',
  );
}, 120_000);
afterAll(() => db.close());

test.each([
  [
    'case_piece_ratio.a',
    `SELECT count(*) / count(*) FILTER (WHERE ${TYPE} IN ('民初', '刑初', '行初', '执')) AS v FROM cases WHERE ${IN('filed_on')}`,
  ],
  [
    'case_piece_ratio.b',
    `SELECT count(*) / count(*) FILTER (WHERE ${TYPE} IN ('民初', '刑初', '行初')) AS v FROM cases WHERE ${IN('filed_on')}`,
  ],
  [
    'recovery_rate',
    `SELECT CAST(sum(amount_recovered) AS DOUBLE) / CAST(sum(amount_applied) AS DOUBLE) AS v FROM cases
     WHERE ${TYPE} = '执' AND ${IN('resolved_on')} AND amount_applied IS NOT NULL AND amount_recovered IS NOT NULL`,
  ],
  [
    'clearance_rate',
    `SELECT count(*) FILTER (WHERE ${IN('resolved_on')}) / count(*) FILTER (WHERE ${IN('filed_on')}) AS v FROM cases`,
  ],
])('%s', async (key, sql) => {
  const plain = Number((await db.query(sql)).columns['v']?.[0]);
  expect(plain).toBeGreaterThan(0);
  expect(valueOf(await run(db, [toRef(key)], query), key)).toBeCloseTo(plain, 10);
});
