import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { toDistributionView } from '../../src/panels/duration/distribution-view.ts';
import { toLimitVariants } from '../../src/panels/duration/limit-variants.ts';
import { toOpenShareView } from '../../src/panels/duration/open-share-view.ts';
import {
  daysRange,
  procedureGroup,
  type OpenedCases,
  type SectionContext,
} from '../../src/panels/duration/section-context.ts';
import { compileCaseCount } from '../../src/query/case-list.ts';
import { compileDurationAge, toDurationAge } from '../../src/query/duration-age.ts';
import { compileDurationHistogram, toDurationDistributions } from '../../src/query/duration-histogram.ts';
import { compileDurationLimits, toDurationLimits } from '../../src/query/duration-limits.ts';
import { compileDurationRisk, toDurationRisk } from '../../src/query/duration-risk.ts';
import { toPeriod } from '../../src/state/period.ts';
import { importBytes } from '../ingest/import-bytes.ts';

/** Whatever the page opens holds as many cases as it shows. */
const period = { start: '2025-01-01', end: '2025-10-01' };
const filter = { matter: ['民事'], level: ['一审'] };
const scope = { period, filter };
const opened = new Map<string, OpenedCases>();
const context: SectionContext = {
  locale: 'zh',
  asOf: '2025-09-30',
  isSynthetic: false,
  isPending: false,
  hasProcedures: true,
  isOwn: true,
  hrefOf: (figure) => {
    const href = `#${opened.size}`;
    opened.set(href, figure);
    return href;
  },
};
let db: NodeConnector;
beforeAll(async () => {
  db = await NodeConnector.open();
  const name = 'bing9901-yishen.csv';
  await importBytes(db, [{ name, bytes: new Uint8Array(readFileSync(`data/sample/${name}`)) }]);
}, 60_000);
afterAll(() => db.close());

async function countOf({ metric, variant, part, group, range, from, to }: OpenedCases): Promise<number> {
  const { sql, params } = compileCaseCount({
    metric: variant == null ? { id: metric } : { id: metric, variant },
    part: part ?? 'denominator',
    period: from == null || to == null ? period : toPeriod({ from, to }),
    filter,
    group: group ?? {},
    range: range ?? null,
  });
  return Number((await db.query(sql, params)).columns['count']?.[0]);
}

const answer = async (statement: { sql: string; params: readonly (string | number | boolean | null)[] }) =>
  db.query(statement.sql, statement.params);

test('every bar and every cell of the distribution', async () => {
  const value = toDurationDistributions(await answer(compileDurationHistogram(scope)));
  const view = toDistributionView({ scope, value }, context);
  expect(view.histograms.length).toBe(3);
  for (const { id, bins } of view.histograms)
    for (const { from, to, count } of bins.filter((_, i) => i % 5 === 0))
      expect(
        await countOf({ metric: 'median_days', group: procedureGroup(id), range: daysRange(context, from, to - 1) }),
      ).toBe(count);
  for (const [i, row] of view.figure.table.rows.entries()) {
    const [, n, median, , longest] = row.cells;
    expect(await countOf(opened.get(n?.href ?? '') ?? { metric: '' })).toBe(value[i]?.count);
    expect(await countOf(opened.get(median?.href ?? '') ?? { metric: '' })).toBe(value[i]?.count);
    expect(await countOf(opened.get(longest?.href ?? '') ?? { metric: '' })).toBeGreaterThan(0);
  }
});

test('every row of the curve: cases observed, pending, and followed for over 90 days', async () => {
  const value = toDurationRisk(await answer(compileDurationRisk(scope)));
  const view = toOpenShareView({ scope, value }, null, context);
  expect(view.figure.table.rows.length).toBe(4);
  for (const row of view.figure.table.rows) {
    const risk = value.find(({ isTotal, procedure }) =>
      isTotal ? row.id === 'total' : row.id === `procedure ${procedure}`,
    );
    const [, n, pending, , after90] = row.cells;
    expect(await countOf(opened.get(n?.href ?? '') ?? { metric: '' })).toBe(n?.value);
    expect(await countOf(opened.get(pending?.href ?? '') ?? { metric: '' })).toBe(pending?.value);
    if (after90?.href === undefined) continue;
    const followed = (risk?.rows ?? []).reduce((sum, { time, leaving }) => sum + (time > 90 ? leaving : 0), 0);
    expect(await countOf(opened.get(after90.href) ?? { metric: '' })).toBe(followed);
  }
});

test('points of the curves open the cases at risk, as many as the point says', async () => {
  const value = toDurationRisk(await answer(compileDurationRisk(scope)));
  const view = toOpenShareView({ scope, value }, null, context);
  expect(view.chart.curves.length).toBe(4);
  for (const { id, points } of view.chart.curves)
    for (const { opensAt, detail } of points.filter((_, i) => i % 12 === 3)) {
      const risk = value.find(({ isTotal, procedure }) => id === (isTotal ? 'total' : `procedure ${procedure ?? ''}`));
      const atRisk = risk?.rows.find(({ time }) => time === opensAt)?.atRisk ?? -1;
      expect(detail).toContain(`${atRisk.toLocaleString('en')} 件`);
      expect(await countOf(view.openedAt(id, opensAt ?? -1) ?? { metric: '' })).toBe(atRisk);
    }
});

describe('limits and old cases', () => {
  test('within, beyond and unknown', async () => {
    const limits = toDurationLimits(await answer(compileDurationLimits(scope)));
    expect(await countOf({ metric: 'within_limit_rate', part: 'numerator' })).toBe(limits.within);
    expect(await countOf({ metric: 'within_limit_rate' })).toBe(limits.limited);
    const beyond: OpenedCases = { metric: 'within_limit_rate', range: { kind: 'overrun_days', from: 1, to: null } };
    expect(await countOf(beyond)).toBe(limits.limited - limits.within);
    expect(await countOf({ metric: 'limit_unknown' })).toBe(limits.resolved - limits.limited);
    const variants = toLimitVariants(limits, true, 'zh');
    for (const { opens, denominator } of variants) expect(await countOf(opens ?? { metric: '' })).toBe(denominator);
  });

  test('old closings and old pending cases', async () => {
    const age = toDurationAge(await answer(compileDurationAge(scope)));
    expect(age.closedOld).toBeGreaterThan(0);
    expect(await countOf({ metric: 'mean_days', range: { kind: 'age_months', from: 12, to: null } })).toBe(
      age.closedOld,
    );
    expect(await countOf({ metric: 'long_pending', variant: '12' })).toBe(age.openOld);
  });
});

describe('审限内结案率 side by side', () => {
  const limits = { resolved: 100, limited: 80, within: 72, plain: 60, plainWithin: 57, withinFirst: 64 };

  test('by hand', () => {
    const found = toLimitVariants(limits, true, 'zh').map(({ id, text, counts }) => [id, text, counts]);
    expect(found).toEqual([
      ['known', '90.00%', '72 / 80 件'],
      // 72 of 100; with the 20 of unknown limit 92 of 100; 57 of 60; 64 of 80.
      ['strict', '72.00%', '72 / 100 件'],
      ['loose', '92.00%', '92 / 100 件'],
      ['normal', '95.00%', '57 / 60 件'],
      ['first', '80.00%', '64 / 80 件'],
    ]);
  });

  test('says why a variant cannot be told', () => {
    const [, , , normal] = toLimitVariants(limits, false, 'zh');
    expect(normal).toMatchObject({ rate: null, counts: '', text: '文件没有延长、扣除天数,不能区分' });
    const none = toLimitVariants(
      { ...limits, limited: 0, within: 0, plain: 0, plainWithin: 0, withinFirst: 0 },
      true,
      'zh',
    );
    expect(none[0]).toMatchObject({ rate: null, text: '没有这样的案件' });
    const few = toLimitVariants(
      { resolved: 7, limited: 7, within: 4, plain: 7, plainWithin: 4, withinFirst: 4 },
      true,
      'zh',
    );
    expect(few[0]).toMatchObject({ text: '—', counts: '4 / 7 件' });
  });
});
