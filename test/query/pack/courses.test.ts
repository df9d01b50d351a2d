import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import { packCourse } from '../../../src/query/pack-courses.ts';
import type { BenchmarkPack, PackCourt } from '../../../src/query/pack.ts';
import { packOf } from './pack-of.ts';

const FOLDER = join(import.meta.dirname, '../../../data/sample');
const SPAN = { from: '2021-01-01', to: '2025-09-30', period: { start: '2021-01-01', end: '2025-10-01' } };
const COURTS = ['示例垦区人民法院', '示例庚县人民法院', '示例辛区人民法院'];
const CIVIL = { matter: ['民事'], level: ['一审'] };

describe('the course of the cases of three courts, from their pack', () => {
  let connector: NodeConnector;
  let pack: BenchmarkPack;
  beforeAll(async () => {
    connector = await NodeConnector.open();
    const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
    const { presentColumns } = await loadDataset(connector, paths, SPAN.to);
    pack = await packOf(connector, COURTS, SPAN, presentColumns);
  }, 120_000);
  afterAll(() => connector.close());

  test('the share of the cases themselves lies within its bounds on every day', async () => {
    const course = packCourse(pack.courts, 2025, CIVIL);
    // 2025 was not followed for half a year after its end.
    expect(course).toMatchObject({ year: 2024, courts: COURTS });
    const { columns } = await connector.query(
      `WITH filed AS (SELECT CASE WHEN resolved_on <= DATE '2025-09-30' THEN resolved_on - filed_on END AS days FROM cases
         WHERE court IN ($1, $2, $3) AND matter = '民事' AND level = '一审' AND year(filed_on) = 2024)
       SELECT CAST(t AS DOUBLE) AS t, (SELECT count(*) FILTER (WHERE days IS NULL OR days > t) / count(*) FROM filed) AS "open"
       FROM range(0, 700) r(t)`,
      COURTS,
    );
    const exact = new Map((columns['t'] ?? []).map((t, i) => [Number(t), Number(columns['open']?.[i])]));
    expect(course?.steps.length).toBeGreaterThan(60);
    for (const { days, lower, upper } of course?.steps ?? []) {
      const share = exact.get(days) ?? NaN;
      expect([days, share >= lower - 1e-9 && share <= upper + 1e-9]).toEqual([days, true]);
    }
    expect(course?.cut).toBeGreaterThan(180);
    expect(course?.accuracy).toBeLessThan(0.02);
  });

  test('bounds by hand: ten closed on days 1–3, ten on days 5–9, five still open at 200–210', () => {
    const courses = [
      {
        year: 2024,
        matter: '民事',
        level: '一审',
        from: [1, 5, 200],
        to: [3, 9, 210],
        closed: [10, 10, 0],
        open: [0, 0, 5],
      },
    ];
    const court = { ...(pack.courts[0] as PackCourt), name: '甲', courses };
    const course = packCourse([court], 2024, CIVIL);
    // 25 filed. On day 2 none or all of the first ten may be closed: 15/25 to 25/25 open.
    expect(course).toEqual({
      year: 2024,
      courts: ['甲'],
      n: 25,
      cut: 199,
      steps: [
        { days: 1, lower: 15 / 25, upper: 1 },
        { days: 3, lower: 15 / 25, upper: 15 / 25 },
        { days: 5, lower: 5 / 25, upper: 15 / 25 },
        { days: 9, lower: 5 / 25, upper: 5 / 25 },
      ].map(({ days, lower, upper }) => ({ days, lower: expect.closeTo(lower, 12), upper: expect.closeTo(upper, 12) })),
      accuracy: expect.closeTo(0.2, 12),
    });
  });

  test('nothing is told of a cause, of a year that is not there, of no courts', () => {
    expect(packCourse(pack.courts, 2025, { ...CIVIL, cause: ['离婚纠纷'] })).toBeNull();
    expect(packCourse(pack.courts, 2019, CIVIL)).toBeNull();
    expect(packCourse([], 2025, CIVIL)).toBeNull();
  });
});
