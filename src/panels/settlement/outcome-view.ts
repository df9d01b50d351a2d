import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { SurvivalCurveView, SurvivalPoint, SurvivalView } from '../../charts/survival/survival-view.ts';
import type { TableCell, TableRow } from '../../charts/table/table-view.ts';
import type { Outcome } from '../../query/outcome-counts.ts';
import { criticalValue } from '../../statistics/interval.ts';
import {
  cumulativeIncidence,
  type CumulativeIncidence,
  type IncidenceAt,
} from '../../statistics/survival/cumulative-incidence.ts';
import type { Locale } from '../../text/bilingual.ts';
import {
  formatCases,
  formatChange,
  formatDays,
  formatInterval,
  formatPercent,
  formatSigned,
} from '../../text/format.ts';
import { OUTCOME, outcomeComparison, outcomeTitle } from '../../text/settlement.ts';
import {
  captionWith,
  dayStep,
  opening,
  periodText,
  type OpenedCases,
  type SectionContext,
} from '../duration/section-context.ts';
import { ANNOUNCED_CONFIDENCE } from '../figure/evidence.ts';
import { FEW_CASES } from '../figure/figure.ts';
import type { OutcomeAnswer } from './settlement-results.svelte.ts';

export interface OutcomeView {
  readonly figure: FigureView;
  readonly chart: SurvivalView;
  /** The settled share against that of the cases filed a year before; empty where it cannot be told. */
  readonly comparison: string;
}

/** Ages at which the shares are read off. */
const READ_AT = [30, 90, 180, 365] as const;
const YEAR_DAYS = 365;
/** The cohort: civil first-instance cases filed in the period and followed from then on. */
export const COHORT: OpenedCases = {
  metric: 'incoming',
  group: { matter: ['民事'], level: ['一审'] },
  range: { kind: 'observed_days', from: null, to: null },
};
/** Points of a curve beyond which it is read at even distances. */
const MOST_POINTS = 250;

type Ending = Outcome | 'pending';
const ENDINGS: readonly Ending[] = ['settled', 'judged', 'other', 'pending'];

/** A cohort with its estimate. */
interface Cohort {
  readonly curve: CumulativeIncidence;
  readonly n: number;
  /** The last age with at least 10 cases at risk; null: fewer from the start. */
  readonly cut: number | null;
  readonly times: readonly number[];
}

/**
 * How the civil cases filed in the period ended, by days since filing.
 *
 * @param reason why there is no cohort (the data are a slice); null = there is one
 */
export function toOutcomeView(
  now: OutcomeAnswer,
  lastYear: OutcomeAnswer | null,
  reason: string | null,
  context: SectionContext,
): OutcomeView {
  const { locale } = context;
  const cohort = toCohort(now);
  const status = statusOf(cohort, reason, context);
  const isShown = status.kind === 'ready' || status.kind === 'pending';
  const end = endOf(cohort);
  const read = isShown ? READ_AT.map((time) => ({ time, at: readAt(cohort, time) })) : [];
  const latest = read.filter(({ at, time }) => at !== null && time <= 180).at(-1);
  return {
    figure: {
      title: latest?.at == null ? OUTCOME.section[locale] : titleOf(latest.at)[locale],
      subtitle: `${periodText(now.period, locale)} ${locale === 'zh' ? '立案' : 'filed'} · ${formatCases(cohort.n, locale)}`,
      caption: captionWith([OUTCOME.method[locale]], context),
      status,
      table: {
        caption: OUTCOME.axis[locale],
        columns: [
          { id: 'how', label: OUTCOME.how[locale], align: 'start' },
          ...READ_AT.map((time) => ({ id: String(time), label: OUTCOME.after(time)[locale], align: 'end' as const })),
        ],
        rows: isShown ? ENDINGS.map((ending) => toRow(ending, read, cohort.n, context)) : [],
      },
    },
    chart: {
      summary: isShown
        ? ENDINGS.map((ending) => summaryOf(ending, read, locale)).join(locale === 'zh' ? ';' : '; ')
        : '',
      curves: isShown ? ENDINGS.map((ending) => toCurve(ending, cohort, end, locale)) : [],
      guides: READ_AT.filter((time) => time >= 90 && time <= end).map((time) => ({
        time,
        label: formatDays(time, 0, locale),
      })),
      end,
      step: dayStep(end, 12),
      formatTime: (time) => (locale === 'zh' ? `立案满 ${time} 天` : `${time} days after filing`),
      axisNote: OUTCOME.axis[locale],
      hasEndLabels: true,
    },
    comparison: isShown && latest !== undefined && lastYear !== null ? comparisonOf(latest, lastYear, locale) : '',
  };
}

function titleOf(at: IncidenceAt) {
  return outcomeTitle(at.time, shareOf(at, 'settled'), shareOf(at, 'judged'), at.pending);
}

function toCohort({ rows }: OutcomeAnswer): Cohort {
  const n = rows.reduce((sum, { count }) => sum + count, 0);
  const curve = cumulativeIncidence(rows);
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b);
  let left = n;
  let cut: number | null = null;
  for (const time of times) {
    if (left < FEW_CASES) break;
    cut = time;
    left -= rows.reduce((sum, row) => sum + (row.time === time ? row.count : 0), 0);
  }
  return { curve, n, cut, times };
}

function statusOf({ n, cut }: Cohort, reason: string | null, { locale, isPending }: SectionContext): FigureStatus {
  if (reason !== null) return { kind: 'empty', reason };
  if (n === 0) return { kind: 'empty', reason: OUTCOME.nothing[locale] };
  if (n < FEW_CASES || cut === null) return { kind: 'too-small', reason: OUTCOME.few[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

/** Whole months up to the cut, and not beyond a year and a half. */
function endOf({ cut }: Cohort): number {
  return Math.max(30, Math.ceil(Math.min(cut ?? YEAR_DAYS, 1.5 * YEAR_DAYS) / 30) * 30);
}

function readAt({ curve, cut }: Cohort, time: number): IncidenceAt | null {
  return cut === null || time > cut ? null : curve.at(time);
}

function shareOf(at: IncidenceAt, ending: Ending): number {
  if (ending === 'pending') return at.pending;
  return at.shares.find(({ outcome }) => outcome === ending)?.incidence ?? 0;
}

function errorOf(at: IncidenceAt, ending: Ending): number | null {
  return at.shares.find(({ outcome }) => outcome === ending)?.standardError ?? null;
}

function toCurve(ending: Ending, { curve, cut, times }: Cohort, end: number, locale: Locale): SurvivalCurveView {
  const last = Math.min(cut ?? 0, end);
  const seen = times.filter((time) => time <= last);
  const stride = Math.ceil(seen.length / MOST_POINTS);
  const kept = seen.filter((_, i) => i % stride === 0 || i === seen.length - 1);
  const points = kept.flatMap((time): SurvivalPoint[] => {
    const at = curve.at(time);
    if (at === null) return [];
    const share = shareOf(at, ending);
    return [
      {
        time,
        share,
        lower: null,
        upper: null,
        text: formatPercent(share),
        detail: intervalText(at, ending, locale),
        opensAt: time,
      },
    ];
  });
  const start = ending === 'pending' ? 1 : 0;
  const origin: SurvivalPoint = {
    time: 0,
    share: start,
    lower: null,
    upper: null,
    text: formatPercent(start),
    detail: '',
  };
  const newest = points.at(-1) ?? origin;
  const tail = newest.time < last ? [{ ...newest, time: last }] : [];
  return {
    id: ending,
    label: `${OUTCOME[ending][locale]} ${newest.text}`,
    tone: ending === 'pending' ? 'pooled' : 'group',
    points: [...(points[0]?.time === 0 ? [] : [origin]), ...points, ...tail],
    hasBand: false,
  };
}

/** 95 % limits from the standard error, kept within 0 and 1; empty for what is pending. */
function intervalText(at: IncidenceAt, ending: Ending, locale: Locale): string {
  const error = errorOf(at, ending);
  if (error === null) return '';
  const half = criticalValue(0.95) * error;
  const share = shareOf(at, ending);
  return formatInterval(Math.max(0, share - half), Math.min(1, share + half), 'ratio', 1, locale);
}

type Reading = { readonly time: number; readonly at: IncidenceAt | null };

function toRow(ending: Ending, read: readonly Reading[], n: number, context: SectionContext): TableRow {
  const { locale } = context;
  const cells = read.map(({ time, at }): TableCell => {
    if (at === null) return { text: OUTCOME.cut[locale], value: null };
    const share = shareOf(at, ending);
    const interval = intervalText(at, ending, locale);
    return {
      text: interval === '' ? formatPercent(share) : `${formatPercent(share)}(${interval})`,
      value: share,
      published: { metric: `outcome_${ending}_share_${time}`, variant: null, n },
      ...opening(context, COHORT),
    };
  });
  return { id: ending, cells: [{ text: OUTCOME[ending][locale] }, ...cells] };
}

function summaryOf(ending: Ending, read: readonly Reading[], locale: Locale): string {
  const texts = read.flatMap(({ time, at }) =>
    at === null ? [] : [`${OUTCOME.after(time)[locale]} ${formatPercent(shareOf(at, ending))}`],
  );
  return [OUTCOME[ending][locale], ...texts].join(locale === 'zh' ? ',' : ', ');
}

/** Independent cohorts, so their variances add up. */
function comparisonOf({ time, at }: Reading, lastYear: OutcomeAnswer, locale: Locale): string {
  const before = readAt(toCohort(lastYear), time);
  if (at === null || before === null) return '';
  const [error, errorBefore] = [errorOf(at, 'settled') ?? 0, errorOf(before, 'settled') ?? 0];
  const difference = shareOf(at, 'settled') - shareOf(before, 'settled');
  const half = criticalValue(0.95) * Math.hypot(error, errorBefore);
  const [lower, upper] = [difference - half, difference + half];
  const range = `${formatSigned(lower, 1, 2)} ${locale === 'zh' ? '至' : 'to'} ${formatSigned(upper, 1, 2)}`;
  return outcomeComparison(
    time,
    formatPercent(shareOf(before, 'settled')),
    formatChange(difference, 'ratio', 1, locale).text,
    range,
    Math.abs(difference) > criticalValue(ANNOUNCED_CONFIDENCE) * Math.hypot(error, errorBefore),
  )[locale];
}
