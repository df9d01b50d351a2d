import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { SurvivalCurveView, SurvivalPoint, SurvivalView } from '../../charts/survival/survival-view.ts';
import type { TableCell, TableRow } from '../../charts/table/table-view.ts';
import type { DurationRisk } from '../../query/duration-risk.ts';
import type { DurationScope } from '../../query/duration-scope.ts';
import type { Period } from '../../query/metric-query.ts';
import { toRange } from '../../state/period.ts';
import { criticalValue } from '../../statistics/interval.ts';
import { limitsOf } from '../../statistics/survival/kaplan-meier.ts';
import type { Locale } from '../../text/bilingual.ts';
import {
  censoredSentence,
  closedOnlySentence,
  DURATION,
  medianSentence,
  openShareTitle,
  restrictedMeanSentence,
} from '../../text/duration.ts';
import {
  formatCases,
  formatCount,
  formatDays,
  formatInterval,
  formatNumber,
  formatPercent,
} from '../../text/format.ts';
import { FEW_CASES } from '../figure/figure.ts';
import type { Scoped } from './duration-results.svelte.ts';
import { READ_AT, toOpenShare, type OpenShare } from './open-share.ts';
import { procedureLabel } from './procedure-label.ts';
import {
  captionWith,
  dayStep,
  opening,
  periodText,
  procedureGroup,
  type OpenedCases,
  type SectionContext,
} from './section-context.ts';

export interface OpenShareView {
  readonly figure: FigureView;
  readonly chart: SurvivalView;
  /** The cases at risk at a point of a curve. */
  readonly openedAt: (curve: string, time: number) => OpenedCases | null;
  /** What the curve says, sentence by sentence. */
  readonly sentences: readonly string[];
}

const MOST_CURVES = 4;
/** Its denominator (旧存 + 新收) holds every case that was open at some time of the period. */
const OBSERVED = 'closing_rate';
/** The axis ends where this share of all cases is left, but not before a year. */
const TAIL = 0.02;

/**
 * How many cases are still open after t days, pending ones included, of all cases and of the four largest procedures.
 *
 * @param closedMedian median days of the cases closed in the period, to set beside the estimate; null: not known.
 */
export function toOpenShareView(
  { scope, value }: Scoped<readonly DurationRisk[]>,
  closedMedian: number | null,
  context: SectionContext,
): OpenShareView {
  const { locale } = context;
  const shares = value.map(toOpenShare);
  const total = shares.find(({ risk }) => risk.isTotal) ?? null;
  const procedures = shares.filter(({ risk }) => !risk.isTotal).sort((a, b) => b.n - a.n);
  const drawable = context.hasProcedures && procedures.length > 1 ? procedures.filter(({ cut }) => cut !== null) : [];
  const drawn = [...(total === null ? [] : [total]), ...drawable.slice(0, MOST_CURVES)];
  const rows = total === null || context.lack != null ? [] : [total, ...(procedures.length > 1 ? procedures : [])];
  const end = endOf(total);
  const latest = total?.at.filter(({ survival, isCut }) => survival !== null && !isCut).at(-1);
  const open = latest?.survival == null ? null : { days: latest.time, share: latest.survival };
  return {
    figure: {
      title:
        total === null || context.lack != null || isTooSmall(total)
          ? DURATION.openAxis[locale]
          : openShareTitle(total.median?.time ?? null, open)[locale],
      subtitle: subtitleOf(scope.period, context.lack == null ? total : null, locale),
      caption: captionWith(
        [
          DURATION.curveNote[locale],
          context.hasProcedures ? '' : DURATION.noProcedure[locale],
          drawable.length > MOST_CURVES ? DURATION.othersInTable[locale] : '',
        ],
        context,
      ),
      status: statusOf(total, context),
      table: {
        caption: DURATION.openAxis[locale],
        columns: [
          { id: 'procedure', label: DURATION.procedure[locale], align: 'start' },
          { id: 'n', label: DURATION.observed[locale], align: 'end' },
          { id: 'pending', label: DURATION.pendingCount[locale], align: 'end' },
          { id: 'median', label: DURATION.medianWithInterval[locale], align: 'end' },
          ...READ_AT.map((days) => ({
            id: String(days),
            label: DURATION.openAfter(days)[locale],
            align: 'end' as const,
          })),
          { id: 'rmst', label: DURATION.rmst[locale], align: 'end' },
        ],
        rows: rows.map((share) => toRow(share, scope, context)),
      },
    },
    chart: {
      summary: drawn.map((share) => summaryOf(share, context)).join(locale === 'zh' ? ';' : '; '),
      curves: drawn.map((share) => toCurve(share, end, context)),
      guides: READ_AT.filter((time) => time <= end).map((time) => ({ time, label: formatDays(time, 0, locale) })),
      end,
      step: dayStep(end, 12),
      formatTime: (time) => (locale === 'zh' ? `立案满 ${time} 天` : `${time} days after filing`),
      axisNote: DURATION.openAxis[locale],
    },
    openedAt: (id, time) => {
      const share = drawn.find((one) => curveId(one) === id);
      return share === undefined ? null : atRiskOf(share, scope, time, context);
    },
    sentences:
      total === null || total.cut === null || context.lack != null ? [] : sentencesOf(total, closedMedian, locale),
  };
}

function curveId({ risk: { isTotal, procedure } }: OpenShare): string {
  return isTotal ? 'total' : `procedure ${procedure ?? ''}`;
}

function subtitleOf(period: Period, total: OpenShare | null, locale: Locale): string {
  const days = periodText(period, locale);
  if (total === null) return days;
  return `${days} · ${DURATION.observedOf(formatCases(total.n, locale), formatCases(total.pending, locale))[locale]}`;
}

function statusOf(total: OpenShare | null, { locale, isPending, lack }: SectionContext): FigureStatus {
  if (lack != null) return { kind: 'empty', reason: lack };
  if (total === null) return { kind: 'empty', reason: DURATION.nothingOpen[locale] };
  if (isTooSmall(total)) return { kind: 'too-small', reason: DURATION.fewOpen[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

/** Too few cases for any word of how long they take. */
function isTooSmall({ n, cut }: OpenShare): boolean {
  return n < FEW_CASES || cut === null;
}

/** A whole number of months beyond the time at which hardly any case is left. */
function endOf(total: OpenShare | null): number {
  if (total === null || total.cut === null) return 365;
  const tail = total.curve.steps.find(({ survival }) => survival <= TAIL)?.time ?? Infinity;
  const wanted = Math.min(total.cut, Math.max(365, tail));
  const stride = wanted > 1500 ? 365 : 30;
  return Math.max(stride, Math.ceil(wanted / stride) * stride);
}

function labelOf({ risk }: OpenShare, { hasProcedures, locale }: SectionContext): string {
  return risk.isTotal ? DURATION.allCases[locale] : procedureLabel(risk.procedure, hasProcedures, locale);
}

function toCurve(share: OpenShare, end: number, context: SectionContext): SurvivalCurveView {
  const { locale } = context;
  const { isTotal } = share.risk;
  const last = Math.min(share.cut ?? 0, end);
  const start: SurvivalPoint = { time: 0, share: 1, lower: null, upper: null, text: formatPercent(1), detail: '' };
  const points = share.curve.steps
    .filter(({ time }) => time <= last)
    .map((step): SurvivalPoint => {
      const { lower, upper } = limitsOf(step);
      const interval = lower === null || upper === null ? '' : formatInterval(lower, upper, 'ratio', 1, locale);
      return {
        time: step.time,
        share: step.survival,
        lower,
        upper,
        text: formatPercent(step.survival),
        detail: [interval, formatCases(step.atRisk, locale)].filter((part) => part !== '').join(' · '),
        opensAt: step.time,
      };
    });
  const newest = points.at(-1) ?? start;
  const tail = newest.time < last ? [{ ...newest, time: last }] : [];
  return {
    id: curveId(share),
    label:
      `${labelOf(share, context)} ${share.median === null ? '' : formatDays(share.median.time ?? 0, 0, locale)}`.trim(),
    tone: isTotal ? (context.isOwn ? 'own' : 'pooled') : 'group',
    points: [...(points[0]?.time === 0 ? [] : [start]), ...points, ...tail],
    hasBand: isTotal,
  };
}

function intervalText(share: OpenShare, locale: Locale): string {
  const { median } = share;
  if (median === null || median.lower === null) return '';
  if (median.upper === null)
    return locale === 'zh' ? `${formatNumber(median.lower)} 天以上` : `${formatNumber(median.lower)} days or more`;
  return formatInterval(median.lower, median.upper, 'days', 0, locale);
}

function meanInterval(share: OpenShare, locale: Locale): string {
  if (share.mean === null) return '';
  const half = criticalValue(0.95) * share.mean.standardError;
  return formatInterval(Math.max(0, share.mean.mean - half), Math.min(365, share.mean.mean + half), 'days', 0, locale);
}

function sentencesOf(total: OpenShare, closedMedian: number | null, locale: Locale): string[] {
  const time = total.median?.time ?? null;
  const sentences = [
    censoredSentence(total.pending)[locale],
    medianSentence(time, total.isMedianCut, intervalText(total, locale))[locale],
  ];
  if (time !== null && closedMedian !== null && total.pending > 0)
    sentences.push(closedOnlySentence(closedMedian, time)[locale]);
  if (total.mean !== null) sentences.push(restrictedMeanSentence(total.mean.mean, meanInterval(total, locale))[locale]);
  return sentences;
}

function summaryOf(share: OpenShare, context: SectionContext): string {
  const { locale } = context;
  const read = share.at.flatMap(({ time, survival, isCut }) =>
    survival === null || isCut ? [] : [`${DURATION.openAfter(time)[locale]} ${formatPercent(survival)}`],
  );
  return [labelOf(share, context), medianText(share, locale), ...read].join(locale === 'zh' ? ',' : ', ');
}

function medianText(share: OpenShare, locale: Locale): string {
  if (share.median !== null) return `${DURATION.median[locale]} ${formatDays(share.median.time ?? 0, 0, locale)}`;
  return DURATION[share.isMedianCut || share.cut === null ? 'afterCut' : 'notReached'][locale];
}

function atRiskOf(share: OpenShare, scope: DurationScope, time: number, context: SectionContext): OpenedCases {
  const kind = context.isNet === true ? 'net_risk_days' : 'risk_days';
  return { ...openedOf(share, scope, OBSERVED, null, context), range: { kind, from: time, to: time } };
}

/** The cases under observation, those that were followed for `from` days or more. */
function openedOf(
  { risk }: OpenShare,
  { period }: DurationScope,
  metric: string,
  from: number | null,
  context: SectionContext,
): OpenedCases {
  const kind = context.isNet === true ? 'net_observed_days' : 'observed_days';
  const group = risk.isTotal ? {} : procedureGroup(risk.procedure);
  return { metric, group, range: { kind, from, to: null }, ...toRange(period) };
}

function toRow(share: OpenShare, scope: DurationScope, context: SectionContext): TableRow {
  const { locale } = context;
  const group = share.risk.isTotal ? null : (share.risk.procedure ?? '');
  const published = (metric: string) => ({
    metric,
    variant: context.isNet === true ? 'net' : null,
    n: share.n,
    group,
  });
  const opens = (metric: string, from: number | null) =>
    opening(context, openedOf(share, scope, metric, from, context));
  const interval = intervalText(share, locale);
  const median: TableCell =
    share.median === null
      ? { text: medianText(share, locale), value: null }
      : {
          text: `${formatDays(share.median.time ?? 0, 0, locale)}${interval === '' ? '' : `(${interval})`}`,
          value: share.median.time,
          published: published('km_median_days'),
          ...opens(OBSERVED, null),
        };
  const read = share.at.map(({ time, survival, isCut }): TableCell => {
    if (survival === null || isCut) {
      const isSeen = time <= (share.curve.lastTime ?? -1);
      return { text: DURATION[isSeen ? 'afterCut' : 'notObserved'][locale], value: null };
    }
    return {
      text: formatPercent(survival),
      value: survival,
      published: published(`km_open_share_${time}`),
      ...opens(OBSERVED, time + 1),
    };
  });
  const mean: TableCell =
    share.mean === null
      ? { text: DURATION[share.n < FEW_CASES ? 'afterCut' : 'notObserved'][locale], value: null }
      : {
          text: `${formatDays(share.mean.mean, 1, locale)}(${meanInterval(share, locale)})`,
          value: share.mean.mean,
          published: published('rmst_365_days'),
          ...opens(OBSERVED, null),
        };
  return {
    id: curveId(share),
    cells: [
      { text: labelOf(share, context) },
      { text: formatCount(share.n), value: share.n, ...opens(OBSERVED, null) },
      { text: formatCount(share.pending), value: share.pending, ...opens('pending', null) },
      median,
      ...read,
      mean,
    ],
  };
}
