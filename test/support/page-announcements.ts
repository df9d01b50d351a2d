import { findMetric } from '../../src/metrics/index.ts';
import { toChangeView } from '../../src/panels/change/change-view.ts';
import { toAgeView } from '../../src/panels/duration/age-view.ts';
import { figureAt } from '../../src/panels/figure/figure.ts';
import { toCard, type OverviewAnswers } from '../../src/panels/overview/overview-view.ts';
import { toEffectsTable } from '../../src/panels/reform/effects-table.ts';
import { toOutcome, weightedOdds } from '../../src/panels/reform/reform-effect.ts';
import { REFORM_METRICS } from '../../src/panels/reform/reform-results.svelte.ts';
import { reformPeriod, toReformSeries } from '../../src/panels/reform/reform-series.ts';
import { seasonWindows } from '../../src/panels/reform/season-windows.ts';
import { toGapView } from '../../src/panels/reversal/gap-view.ts';
import { toMaturity } from '../../src/panels/reversal/maturity.ts';
import { toOutcomeView } from '../../src/panels/settlement/outcome-view.ts';
import { toControl } from '../../src/panels/signals/control-chart.ts';
import { toTrendView } from '../../src/panels/trend/trend-view.ts';
import { trendPeriod } from '../../src/panels/trend/trend-query.ts';
import { askedPeriod, answerFrom } from '../../src/panels/trend/trend-window.ts';
import { compileCohortDelay, toCohortDelay } from '../../src/query/cohort-delay.ts';
import { withCompanions } from '../../src/query/companions.ts';
import { compileDurationAge, toDurationAge } from '../../src/query/duration-age.ts';
import type { DimensionId, MetricQuery, MetricRef, Period } from '../../src/query/metric-query.ts';
import { compileOutcomeCounts, toOutcomeRows } from '../../src/query/outcome-counts.ts';
import { compileReversalGaps, toReversalGaps } from '../../src/query/reversal-gaps.ts';
import type { DatasetEvent } from '../../src/state/catalog.ts';
import type { AnsweredQuery } from '../../src/state/metric-result.svelte.ts';
import { previousPeriod, samePeriodLastYear } from '../../src/state/period.ts';
import { EVERY_METRIC, run } from './measure.ts';
import type { LoadedCourt } from './null-court.ts';
import { CONTEXT } from './real-lists.ts';

const OWN = '示例垦区人民法院';
const SPAN: Period = { start: '2021-01-01', end: '2025-10-01' };
const AS_OF = '2025-09-30';
/** Words that announce nothing. */
const SILENT = new Set(['', '不能认定有变化']);

export type Ask = (
  metrics: readonly MetricRef[],
  query: Partial<MetricQuery> & { period: Period },
) => Promise<AnsweredQuery>;

/** Asks about the own court, as every page does. */
export function asking({ db, present }: LoadedCourt): Ask {
  return async (metrics, query) => {
    const full = { metrics: withCompanions(metrics), groupBy: [], filter: { court: [OWN] }, ...query };
    return { query: full, table: await run(db, full.metrics, full, present) };
  };
}

/** Every variant of every figure as a card shows it: of all pages with cards. */
export async function announcedByCards(ask: Ask, period: Period): Promise<readonly string[]> {
  const year = samePeriodLastYear(period);
  const answers: OverviewAnswers = {
    now: await ask(EVERY_METRIC, { period }),
    lastYear: year === null ? null : await ask(EVERY_METRIC, { period: year }),
    previous: await ask(EVERY_METRIC, { period: previousPeriod(period) }),
    span: SPAN,
  };
  return EVERY_METRIC.flatMap((ref) =>
    (toCard(ref, answers, 'zh')?.changes ?? [])
      .filter(({ words, verdict }) => !SILENT.has(words) || verdict !== 'none')
      .map(({ term, words }) => `${ref.id} ${ref.variant ?? ''} ${term} ${words}`),
  );
}

/** Titles of 趋势 that name a change, of every figure by month and by quarter. */
export async function announcedByTrends(
  ask: Ask,
  selected: Period,
  events: readonly DatasetEvent[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const grain of ['month', 'quarter'] as const) {
    const period = trendPeriod(selected, SPAN, grain, 1);
    const asked = askedPeriod(period, { grain, splitBy: null, monthStartDay: 1 });
    const answer = await ask(EVERY_METRIC, { period: asked, grain, monthStartDay: 1 });
    for (const ref of EVERY_METRIC) {
      const definition = findMetric(ref.id);
      if (definition === undefined) continue;
      const control = toControl(ref, answer, { asOf: AS_OF, span: SPAN, events, firstClosing: SPAN.start });
      const none = { previous: null, beside: null, isOwn: true, isSynthetic: true, isPending: false };
      const shown = { ref, definition, control, asOf: AS_OF, events, locale: 'zh' as const, ...none };
      const { title } = toTrendView({ ...shown, answer: answerFrom(answer, period.start) }).figure;
      if (!title.includes('未超出偶然波动') && /持续|连续|低于|高于|接近/.test(title)) found.push(`${grain} ${title}`);
    }
  }
  return found;
}

/** What “why did it change” says of a figure, by every dimension. */
export async function announcedByChange(ask: Ask, period: Period): Promise<readonly string[]> {
  const before = samePeriodLastYear(period);
  if (before === null) return [];
  const found: string[] = [];
  const refs = EVERY_METRIC.filter(({ id }) => ['ratio', 'days'].includes(findMetric(id)?.unit ?? ''));
  for (const by of ['cause', 'procedure', 'department'] as const satisfies readonly DimensionId[]) {
    const sideOf = async (of: Period) => ({
      all: await ask(refs, { period: of }),
      by: await ask(refs, { period: of, groupBy: [by] }),
    });
    const [now, then] = [await sideOf(period), await sideOf(before)];
    for (const ref of refs) {
      const [current, earlier] = [figureAt(now.all.table, ref, 0), figureAt(then.all.table, ref, 0)];
      if (current === null || earlier === null) continue;
      const view = toChangeView({
        ref,
        dimension: by,
        dimensionLabel: by,
        now: { total: current, table: now.by.table },
        before: { total: earlier, table: then.by.table },
        periods: { now: period, before },
        isComparable: true,
        hasDimension: true,
        isAligned: false,
        context: { ...CONTEXT, asOf: AS_OF },
      });
      const [first] = view.sentences;
      if (first !== undefined && !/可能只是波动|没有可用的区间/.test(first))
        found.push(`${ref.id} ${ref.variant ?? ''} ${first}`);
    }
  }
  return [...new Set(found)];
}

/** 审理周期: warnings about old cases; 调撤: the cohorts; 发改: judgments between reversals. */
export async function announcedBySections({ db }: LoadedCourt, period: Period): Promise<readonly string[]> {
  const filter = { court: [OWN] };
  const before = samePeriodLastYear(period);
  if (before === null) return [];
  const ages = async (of: Period) => {
    const { sql, params } = compileDurationAge({
      period: of,
      filter: { ...filter, matter: ['民事'], level: ['一审'] },
    });
    return toDurationAge(await db.query(sql, params));
  };
  const cohort = async (of: Period) => {
    const { sql, params } = compileOutcomeCounts({ period: of, filter, asOf: AS_OF });
    return { period: of, rows: toOutcomeRows(await db.query(sql, params)) };
  };
  const { warnings } = toAgeView(await ages(period), await ages(before), null, 'zh');
  const { comparison } = toOutcomeView(await cohort(period), await cohort(before), null, CONTEXT);
  const delays = compileCohortDelay(filter, AS_OF);
  const maturity = toMaturity(toCohortDelay(await db.query(delays.sql, delays.params)), AS_OF);
  const gaps = compileReversalGaps(filter, maturity.end);
  const page = {
    locale: 'zh' as const,
    asOf: AS_OF,
    isSynthetic: true,
    isPending: false,
    maskName: (_: string, name: string | null) => name,
  };
  const { sentences } = toGapView(toReversalGaps(await db.query(gaps.sql, gaps.params)), page);
  return [
    ...warnings,
    ...(comparison === '' || comparison.includes('可能只是波动') ? [] : [comparison]),
    ...sentences.filter((sentence) => sentence.includes('多于偶然')),
  ];
}

/** 前后对比 at a named day: titles and rows of the table that say a change is beyond chance. */
export async function announcedByReform(ask: Ask, day: string): Promise<readonly string[]> {
  const refs = REFORM_METRICS.flatMap(({ id, variants }) =>
    variants.map((v) => (v.id === null ? { id } : { id, variant: v.id })),
  );
  const months = await ask(refs, { period: reformPeriod(day, SPAN, 1), grain: 'month', monthStartDay: 1 });
  const found: string[] = [];
  const windows = new Map<string, { before: AnsweredQuery; after: AnsweredQuery }>();
  for (const ref of refs) {
    const definition = findMetric(ref.id);
    if (definition === undefined) continue;
    const series = toReformSeries(months, ref, { day, transition: 0, span: SPAN, asOf: AS_OF });
    const outcome = toOutcome(
      series,
      series.months.map(({ value }) => value),
    );
    const window = seasonWindows(series, { day, transition: 0, monthStartDay: 1 });
    const key = JSON.stringify(window);
    const pair =
      window === null
        ? null
        : (windows.get(key) ?? {
            before: await ask(refs, { period: window.before }),
            after: await ask(refs, { period: window.after }),
          });
    if (pair !== null) windows.set(key, pair);
    const [before, after] =
      pair === null ? [null, null] : [figureAt(pair.before.table, ref, 0), figureAt(pair.after.table, ref, 0)];
    const table = toEffectsTable({
      definition,
      outcome,
      lessOther: null,
      odds: weightedOdds(series),
      season: before === null || after === null ? null : { before, after },
      seasonOther: null,
      locale: 'zh',
    });
    for (const { id, cells } of table.rows)
      if (cells.some(({ text }) => text.includes('超出偶然波动')))
        found.push(`${ref.id} ${ref.variant ?? ''} ${id} ${cells[1]?.text ?? ''}`);
  }
  return found;
}
