import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Bin, HistogramMark, HistogramView } from '../../charts/histogram/histogram-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import { findTimeLimit, type TimeLimit } from '../../court/time-limit.ts';
import { BIN_DAYS, type DurationDistribution } from '../../query/duration-histogram.ts';
import type { DurationScope } from '../../query/duration-scope.ts';
import { beyondText, distributionTitle, DURATION, limitText } from '../../text/duration.ts';
import { formatCases, formatCount, formatDays, formatPercent } from '../../text/format.ts';
import { FEW_CASES } from '../figure/figure.ts';
import type { Scoped } from './duration-results.svelte.ts';
import { onlyValue } from './duration-population.ts';
import { procedureLabel } from './procedure-label.ts';
import {
  captionWith,
  daysRange,
  dayStep,
  opening,
  periodText,
  procedureGroup,
  type SectionContext,
} from './section-context.ts';

export interface DistributionView {
  readonly figure: FigureView;
  readonly histograms: readonly (HistogramView & { readonly id: string })[];
}

/** Plots below each other on one screen. */
const MOST_PLOTS = 4;
const MOST_BINS = 40;
const BIN_WIDTHS = [1, 2, 4, 6, 12, 24, 48].map((factor) => factor * BIN_DAYS);
const DAYS_PER_MONTH = 365.25 / 12;

/** How the days to disposition are spread, one plot per procedure on one axis that ends at the largest 99th percentile. */
export function toDistributionView(
  { scope, value }: Scoped<readonly DurationDistribution[]>,
  context: SectionContext,
): DistributionView {
  const { locale } = context;
  const drawn = value.filter(({ count }) => count >= FEW_CASES).slice(0, MOST_PLOTS);
  const furthest = Math.max(0, ...drawn.map(({ p99 }) => p99));
  const width = BIN_WIDTHS.find((days) => furthest / days <= MOST_BINS) ?? BIN_WIDTHS.at(-1) ?? BIN_DAYS;
  const end = (Math.floor(furthest / width) + 1) * width;
  const axis = { end, width, step: Math.max(width, dayStep(end, 12)) };
  const title = drawn.slice(0, 3).map(({ procedure, median }) => ({
    label: procedureLabel(procedure, context.hasProcedures, locale),
    median,
  }));
  const hasLimit = drawn.some(({ procedure }) => limitOf(procedure, scope) !== null);
  return {
    figure: {
      title: drawn.length === 0 ? DURATION.headline[locale] : distributionTitle(title)[locale],
      subtitle: [
        periodText(scope.period, locale),
        DURATION.daysAxis[locale],
        locale === 'zh' ? `每柱 ${width} 天` : `${width} days per bar`,
      ].join(' · '),
      caption: captionWith(
        [
          hasLimit ? DURATION.distributionNote[locale] : '',
          context.hasProcedures ? '' : DURATION.noProcedure[locale],
          value.length > drawn.length && drawn.length === MOST_PLOTS ? DURATION.othersInTable[locale] : '',
        ],
        context,
      ),
      status: statusOf(value, drawn, context),
      table: {
        caption: DURATION.headline[locale],
        columns: [
          { id: 'procedure', label: DURATION.procedure[locale], align: 'start' },
          { id: 'n', label: DURATION.cases[locale], align: 'end' },
          { id: 'median', label: DURATION.median[locale], align: 'end' },
          { id: 'p99', label: DURATION.p99[locale], align: 'end' },
          { id: 'longest', label: DURATION.longest[locale], align: 'end' },
          { id: 'limit', label: DURATION.limit[locale], align: 'start' },
        ],
        rows: value.map((one) => toRow(one, scope, context)),
      },
    },
    histograms: drawn.map((one) => toHistogram(one, axis, scope, context)),
  };
}

function statusOf(
  all: readonly DurationDistribution[],
  drawn: readonly DurationDistribution[],
  { locale, isPending, lack }: SectionContext,
): FigureStatus {
  if (all.length === 0) return { kind: 'empty', reason: lack ?? DURATION.nothingClosed[locale] };
  if (drawn.length === 0) {
    const counts = all.map(({ procedure, count }) => `${procedure ?? '—'} ${formatCases(count, locale)}`);
    return { kind: 'too-small', reason: `${DURATION.fewClosed[locale]}:${counts.join(locale === 'zh' ? '、' : ', ')}` };
  }
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

interface Axis {
  readonly end: number;
  readonly width: number;
  readonly step: number;
}

function toHistogram(
  one: DurationDistribution,
  { end, width, step }: Axis,
  scope: DurationScope,
  context: SectionContext,
): HistogramView & { id: string } {
  const { locale } = context;
  const label = procedureLabel(one.procedure, context.hasProcedures, locale);
  const beyond = sumOf(one, end, Infinity);
  const bins = Array.from({ length: end / width }, (_, i): Bin => {
    const [from, to] = [i * width, (i + 1) * width];
    const count = sumOf(one, from, to);
    return {
      from,
      to,
      count,
      text: locale === 'zh' ? `${from}–${to - 1} 天` : `${from}–${to - 1} days`,
      detail: `${formatCases(count, locale)} · ${formatPercent(count / one.count)}`,
    };
  });
  const days = formatDays(one.median, Number.isInteger(one.median) ? 0 : 1, locale);
  const median: HistogramMark = {
    id: 'median',
    value: one.median,
    label: `${DURATION.median[locale]} ${days}`,
    isGiven: false,
  };
  const limit = limitOf(one.procedure, scope);
  const beyondWords = beyond === 0 ? '' : beyondText(beyond, end - 1, one.longest)[locale];
  return {
    id: one.procedure ?? '',
    heading: `${label} ${formatCases(one.count, locale)}`,
    summary: [label, formatCases(one.count, locale), median.label, beyondWords]
      .filter((part) => part !== '')
      .join(locale === 'zh' ? ',' : ', '),
    tone: context.isOwn ? 'own' : 'pooled',
    bins,
    marks: limit === null ? [median] : [median, toLimitMark(limit, locale)],
    end,
    step,
    formatTick: formatCount,
    formatCount,
    beyond: beyondWords,
  };
}

/** Cases that took `from` up to but not including `to` days; both lie on the edges of the query's bins. */
function sumOf({ bins }: DurationDistribution, from: number, to: number): number {
  return bins.reduce((sum, { bin, count }) => sum + (bin * BIN_DAYS >= from && bin * BIN_DAYS < to ? count : 0), 0);
}

/** The limit in force when the period begins; null where the population or the procedure leaves it open. */
function limitOf(procedure: string | null, { filter, period }: DurationScope): TimeLimit | null {
  const [matter, level] = [onlyValue(filter, 'matter'), onlyValue(filter, 'level')];
  if (matter === null || level === null) return null;
  return findTimeLimit({ typeCode: null, matter, level, procedure, filedOn: period.start });
}

function toLimitMark(limit: TimeLimit, locale: SectionContext['locale']): HistogramMark {
  const value = limit.months === null ? (limit.days ?? 0) : limit.months * DAYS_PER_MONTH;
  return { id: 'limit', value, label: limitText(limit)[locale], isGiven: true };
}

function toRow(one: DurationDistribution, scope: DurationScope, context: SectionContext): TableRow {
  const { locale } = context;
  const limit = limitOf(one.procedure, scope);
  const variant = context.isNet === true ? 'net' : null;
  const published = (metric: string) => ({ metric, variant, n: one.count, group: one.procedure });
  const opens = (from: number | null) =>
    opening(context, {
      metric: 'median_days',
      group: procedureGroup(one.procedure),
      range: daysRange(context, from, null),
    });
  const days = (value: number) => formatDays(value, Number.isInteger(value) ? 0 : 1, locale);
  return {
    id: one.procedure ?? '',
    cells: [
      { text: procedureLabel(one.procedure, context.hasProcedures, locale) },
      { text: formatCount(one.count), value: one.count, ...opens(null) },
      { text: days(one.median), value: one.median, published: published('median_days'), ...opens(null) },
      { text: days(one.p99), value: one.p99, published: published('p99_days'), ...opens(Math.ceil(one.p99)) },
      { text: days(one.longest), value: one.longest, published: published('longest_days'), ...opens(one.longest) },
      { text: limit === null ? DURATION.noLimit[locale] : `${limitText(limit)[locale]} · ${limit.article[locale]}` },
    ],
  };
}
