import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import { compileAppealDelay, delayBounds, toAppealDelay } from '../../src/query/appeal-delay.ts';
import { compileAppealLinks, toAppealLinks } from '../../src/query/appeal-links.ts';
import { compileAppealOutcomes, toAppealOutcomes } from '../../src/query/appeal-outcomes.ts';
import { compileCaseCount } from '../../src/query/case-list.ts';
import { compileCohortDelay, toCohortDelay } from '../../src/query/cohort-delay.ts';
import { compileFollowedCases, toFollowedCases } from '../../src/query/cohort-followed.ts';
import { compileEnforcementOutcomes, toEnforcementOutcomes } from '../../src/query/enforcement-outcomes.ts';
import { compileReversalGaps, toReversalGaps } from '../../src/query/reversal-gaps.ts';
import { measureOf, run, toRef } from '../support/measure.ts';

/** Figures of the pages 发改, 上诉 and 执行, recomputed with plain SQL on `cases` alone: appeals are joined here by hand. */
const FOLDER = join(import.meta.dirname, '../../data/sample');
const OWN = '示例垦区人民法院';
const period = { start: '2025-01-01', end: '2025-10-01' };
const filter = { court: [OWN] };
const scope = { period, filter };

let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  await loadDataset(
    db,
    readdirSync(FOLDER).map((name) => join(FOLDER, name)),
    '2026-11-24',
  );
  // Second-instance rows of the own court with the judgment that each one names.
  await db.query(`CREATE VIEW hand AS SELECT s.resolved_on AS ended, s.filed_on AS filed, s.closing_bucket AS result,
    f.resolved_on AS judged, f.case_no AS first_no, f.case_id AS first_id, f.closing_bucket AS first_result
    FROM cases s JOIN cases f ON f.case_key = s.original_case_key
    WHERE s.level = '二审' AND f.court = '${OWN}' AND f.level = '一审'`);
}, 120_000);
afterAll(() => db.close());

const number = async (sql: string) => Number((await db.query(`SELECT (${sql})::DOUBLE AS v`)).columns['v']?.[0]);
const FIRST = `SELECT count(*) FROM cases WHERE court = '${OWN}' AND level = '一审' AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30'`;
const ENDED = `ended BETWEEN '2025-01-01' AND '2025-09-30'`;
const REVERSED = `result IN ('改判', '发回')`;

describe('发改率 and 上诉率, every definition, own court, January to September 2025', () => {
  const share = (part: string, whole: string): [string, string] => [part, whole];
  const judgments = `${FIRST} AND closing_bucket = '判决'`;
  const appealed = `SELECT count(*) FROM cases WHERE court = '${OWN}' AND level = '一审' AND appealed_on BETWEEN '2025-01-01' AND '2025-09-30'`;
  const answers: Record<string, [string, string]> = {
    'reversal_rate.d1': share(`SELECT count(*) FROM hand WHERE ${ENDED} AND ${REVERSED}`, FIRST),
    'reversal_rate.d2': share(`SELECT count(*) FROM hand WHERE ${ENDED} AND ${REVERSED}`, judgments),
    'reversal_rate.d3': share(
      `SELECT count(*) FROM hand WHERE ${ENDED} AND ${REVERSED}`,
      `SELECT count(*) FROM hand WHERE ${ENDED} AND result IS NOT NULL AND result <> '判决'`,
    ),
    'reversal_rate.d4': share(
      `SELECT count(*) FROM hand WHERE ${ENDED} AND ${REVERSED}`,
      `SELECT count(*) FROM hand WHERE filed BETWEEN '2025-01-01' AND '2025-09-30'`,
    ),
    'reversal_rate.d5': share(
      `SELECT count(*) FROM hand WHERE judged BETWEEN '2025-01-01' AND '2025-09-30' AND ${REVERSED}`,
      FIRST,
    ),
    'remand_rate.d5': share(
      `SELECT count(*) FROM hand WHERE judged BETWEEN '2025-01-01' AND '2025-09-30' AND result = '发回'`,
      FIRST,
    ),
    'appeal_rate.a': share(appealed, FIRST),
    'appeal_rate.b': share(
      `${appealed} AND closing_bucket IN ('判决', '驳回起诉') AND procedure IS DISTINCT FROM '小额诉讼程序'`,
      `${FIRST} AND closing_bucket IN ('判决', '驳回起诉') AND procedure IS DISTINCT FROM '小额诉讼程序'`,
    ),
    'appeal_rate.c': share(`SELECT count(*) FROM hand WHERE filed BETWEEN '2025-01-01' AND '2025-09-30'`, FIRST),
    'appeal_rate.d': share(`${FIRST} AND (appealed_on IS NOT NULL OR is_appealed)`, FIRST),
  };

  test.each(Object.entries(answers))('%s', async (key, [part, whole]) => {
    const measure = measureOf(await run(db, [toRef(key)], scope), key);
    expect([measure.numerator[0], measure.denominator[0]]).toEqual([await number(part), await number(whole)]);
    expect(measure.numerator[0]).toBeGreaterThan(key === 'remand_rate.d5' ? -1 : 0);
  });
});

describe('what the page asks for itself', () => {
  test('results of the appeals, seen from both instances and from the cohort', async () => {
    const { sql, params } = compileAppealOutcomes(scope);
    const found = toAppealOutcomes(await db.query(sql, params));
    const count = (of: 'byFirst' | 'bySecond' | 'byCohort', bucket: string) =>
      found.filter((row) => row.bucket === bucket).reduce((sum, row) => sum + row[of], 0);
    for (const bucket of ['维持', '改判', '发回', '撤回上诉', '调解']) {
      const plain = await number(`SELECT count(*) FROM hand WHERE ${ENDED} AND result = '${bucket}'`);
      expect([count('byFirst', bucket), count('bySecond', bucket)], bucket).toEqual([plain, plain]);
      expect(count('byCohort', bucket), bucket).toBe(
        await number(
          `SELECT count(*) FROM hand WHERE judged BETWEEN '2025-01-01' AND '2025-09-30' AND ended IS NOT NULL AND result = '${bucket}'`,
        ),
      );
    }
  });

  test('links: everything of these nine months leads back to its case; early 2021 does not', async () => {
    const ask = async (from: string, to: string) => {
      const { sql, params } = compileAppealLinks({ period: { start: from, end: to }, filter });
      return toAppealLinks(await db.query(sql, params));
    };
    const now = await ask(period.start, period.end);
    const all = await number(
      `SELECT count(*) FROM cases WHERE level = '二审' AND original_court = '${OWN}' AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30'`,
    );
    expect([now.total, now.linked, now.attributedOnly, now.unattributed]).toEqual([all, all, 0, 0]);
    const early = await ask('2021-01-01', '2021-07-01');
    const lost = await number(
      `SELECT count(*) FROM cases s WHERE level = '二审' AND original_court = '${OWN}' AND resolved_on BETWEEN '2021-01-01' AND '2021-06-30'
        AND NOT EXISTS (SELECT 1 FROM cases f WHERE f.case_key = s.original_case_key)`,
    );
    expect(early.attributedOnly).toBe(lost);
    expect(lost).toBeGreaterThan(0);
    const listed = measureOf(
      await run(db, [toRef('unlinked_appeals.a')], { filter, period: { start: '2021-01-01', end: '2021-07-01' } }),
      'unlinked_appeals.a',
    );
    expect(listed.value[0]).toBe(lost);
  });

  test('delay from judgment to the end of the appeal', async () => {
    const { sql, params } = compileCohortDelay(filter, '2025-09-30');
    const delay = toCohortDelay(await db.query(sql, params));
    // 548 days before 2025-09-30 is 2024-03-31.
    const old = `FROM hand WHERE judged <= '2024-03-31' AND ended >= judged`;
    expect(delay.n).toBe(await number(`SELECT count(*) ${old}`));
    expect(delay.p95).toBe(await number(`SELECT quantile_cont(ended - judged, 0.95) ${old}`));
    expect(delay.median).toBe(await number(`SELECT median(ended - judged) ${old}`));
  });

  test('judgments between reversals, each gap counted by itself', async () => {
    const { sql, params } = compileReversalGaps(filter, '2025-05-01');
    const { judgments, since, reversed } = toReversalGaps(await db.query(sql, params));
    const own = `FROM cases c WHERE court = '${OWN}' AND level = '一审' AND closing_bucket = '判决' AND resolved_on < '2025-05-01'`;
    expect(judgments).toBe(await number(`SELECT count(*) ${own}`));
    expect(reversed.length).toBe(
      await number(
        `SELECT count(DISTINCT first_id) FROM hand WHERE ${REVERSED} AND judged < '2025-05-01' AND first_result = '判决'`,
      ),
    );
    const idOf = async (caseNo: string) => number(`SELECT case_id FROM cases WHERE case_no = '${caseNo}'`);
    type Judgment = (typeof reversed)[number] | undefined;
    // Of one day, the order of loading decides.
    const isBefore = async (one: Judgment) =>
      `(resolved_on < '${one?.resolvedOn}' OR (resolved_on = '${one?.resolvedOn}' AND case_id < ${await idOf(one?.caseNo ?? '')}))`;
    const isAfter = async (one: Judgment) =>
      `(resolved_on > '${one?.resolvedOn}' OR (resolved_on = '${one?.resolvedOn}' AND case_id > ${await idOf(one?.caseNo ?? '')}))`;
    for (const i of [1, 2, 40, reversed.length - 1]) {
      const [before, after] = [reversed[i - 1], reversed[i]];
      const between = `${await isAfter(before)} AND ${await isBefore(after)}`;
      expect(after?.gap, String(i)).toBe(await number(`SELECT count(*) ${own} AND ${between}`));
    }
    const gaps = reversed.slice(1).reduce((sum, { gap }) => sum + (gap ?? NaN) + 1, 0);
    const first = await number(`SELECT count(*) ${own} AND ${await isBefore(reversed[0])}`);
    // Every judgment lies before the first reversed one, is one, lies between two, or comes after the last.
    expect(first + 1 + gaps + since).toBe(judgments);
  });

  test('days from judgment to appeal, in classes', async () => {
    const { sql, params } = compileAppealDelay(scope);
    const delay = toAppealDelay(await db.query(sql, params));
    const own = `FROM cases WHERE court = '${OWN}' AND level = '一审' AND appealed_on BETWEEN '2025-01-01' AND '2025-09-30' AND appealed_on >= resolved_on`;
    expect(delay.n).toBe(await number(`SELECT count(*) ${own}`));
    expect(delay.median).toBe(await number(`SELECT median(appealed_on - resolved_on) ${own}`));
    expect(delay.classes[1]).toBe(
      await number(`SELECT count(*) ${own} AND appealed_on - resolved_on BETWEEN 11 AND 15`),
    );
    expect(delay.classes.reduce((sum, n) => sum + n, 0)).toBe(delay.n);
    for (const [i, count] of delay.classes.entries()) {
      const list = compileCaseCount({
        metric: { id: 'appeal_rate', variant: 'a' },
        part: 'numerator',
        period,
        filter,
        group: {},
        range: { kind: 'appeal_days', ...delayBounds(i) },
      });
      expect((await db.query(list.sql, list.params)).columns['count']?.[0]).toBe(count);
    }
  });

  test('enforcement: results, days and money', async () => {
    const { sql, params } = compileEnforcementOutcomes({ period, filter: { ...filter, level: ['一审'] } });
    const found = toEnforcementOutcomes(await db.query(sql, params));
    const own = `FROM cases WHERE court = '${OWN}' AND type_code = '执' AND resolved_on BETWEEN '2025-01-01' AND '2025-09-30'`;
    const total = found.find(({ isTotal }) => isTotal);
    expect(total?.resolved).toBe(await number(`SELECT count(*) ${own}`));
    expect(total?.recovered).toBe(await number(`SELECT sum(amount_recovered) ${own} AND amount_applied IS NOT NULL`));
    expect(total?.medianShare).toBeCloseTo(await number(`SELECT median(amount_recovered / amount_applied) ${own}`), 12);
    const done = found.find(({ closing }) => closing === '执行完毕');
    expect(done?.median).toBe(
      await number(`SELECT median(resolved_on - filed_on) ${own} AND closing = '执行完毕' AND resolved_on >= filed_on`),
    );
    expect(found.filter(({ isTotal }) => !isTotal).reduce((sum, { resolved }) => sum + resolved, 0)).toBe(
      total?.resolved,
    );
  });

  test('what followed: appeals are told; enforcement names no judgment, which is said and not counted as 0', async () => {
    const { sql, params } = compileFollowedCases(scope);
    const followed = toFollowedCases(await db.query(sql, params));
    expect(followed.closed).toBe(await number(FIRST));
    expect(followed.appealed.count).toBe(await number(`${FIRST} AND (appealed_on IS NOT NULL OR is_appealed)`));
    expect(followed.retrial).toEqual({ count: null, missing: 'none-loaded' });
    expect(followed.enforced).toEqual({ count: null, missing: 'not-linked' });
  });
});

const WENSHU = join(import.meta.dirname, '../../../shared/data/wenshu/cases_utf8bom.csv');

describe.skipIf(!existsSync(WENSHU))('wenshu (skipped where ../shared is absent)', () => {
  test('50 civil appeals altered or remanded, one of them without a usable date; none leads back to a judgment', async () => {
    const own = await NodeConnector.open();
    try {
      await loadDataset(own, [WENSHU], '2020-12-31');
      const wide = { period: { start: '1990-01-01', end: '2030-01-01' }, filter: { matter: ['民事'] } };
      const { sql, params } = compileAppealOutcomes(wide);
      const found = toAppealOutcomes(await own.query(sql, params));
      const sum = (isOf: (bucket: string | null) => boolean) =>
        found.filter(({ bucket }) => isOf(bucket)).reduce((total, { bySecond }) => total + bySecond, 0);
      const plain = async (where: string) =>
        Number(
          (
            await own.query(
              `SELECT count(*)::DOUBLE AS v FROM cases WHERE level = '二审' AND matter = '民事' AND resolved_on IS NOT NULL AND ${where}`,
            )
          ).columns['v']?.[0],
        );
      expect(sum((bucket) => bucket === '改判' || bucket === '发回')).toBe(
        await plain(`closing IN ('改判', '发回重审')`),
      );
      // README: 50 of 279. Five rows of the 279 repeat a 案号 and are set aside, all 维持; one 改判 has "undefined" as
      // its day of judgment and so falls into no period; 撤回上诉 (1) is a result too.
      const undated = `resolved_on IS NULL AND closing IN ('改判', '发回重审') AND level = '二审' AND matter = '民事'`;
      const without = await own.query(`SELECT count(*)::DOUBLE AS v FROM cases WHERE ${undated}`);
      expect(without.columns['v']).toEqual([1]);
      expect(sum((bucket) => bucket === '改判' || bucket === '发回')).toBe(50 - 1);
      expect(sum((bucket) => bucket !== null && bucket !== '判决')).toBe(279 - 5 - 1 + 1);
      const links = compileAppealLinks(wide);
      expect(toAppealLinks(await own.query(links.sql, links.params)).linked).toBe(0);
    } finally {
      own.close();
    }
  }, 60_000);
});
