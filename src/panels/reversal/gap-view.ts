import type { Column, ColumnView } from '../../charts/column/column-view.ts';
import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { ReversalGaps } from '../../query/reversal-gaps.ts';
import { type GapChart, gapChart } from '../../statistics/control-chart/rare-event-chart.ts';
import { poissonCdf } from '../../statistics/distribution/poisson.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatDay, formatNumber } from '../../text/format.ts';
import { gapSentence, REVERSAL, sinceSentence, zeroSentence } from '../../text/reversal.ts';
import { clopperPearsonInterval } from '../../statistics/interval.ts';
import { ANNOUNCED_CONFIDENCE } from '../figure/evidence.ts';
import { captionWith, opening } from '../duration/section-context.ts';
import type { PageContext } from './page-context.ts';

/** Below this many reversed judgments there is no chart. */
export const FEWEST_REVERSED = 10;
/** Gaps drawn: the latest. */
const MOST_GAPS = 100;
/** A number of gaps beyond the limit that chance gives less often than this is announced. */
const SIGNIFICANCE = 1 - ANNOUNCED_CONFIDENCE;

export interface GapView {
  readonly figure: FigureView;
  readonly columns: ColumnView;
  readonly sentences: readonly string[];
}

/** What chance alone puts beyond the upper limit of a g-chart, and whether there is more. */
export interface GapSignal {
  /** Expected number of gaps beyond the limit if the rate never changed: the tail of the geometric distribution. */
  readonly expected: number;
  readonly isSignal: boolean;
}

/**
 * The limit of three standard deviations lies lower than it sounds, since gaps are skewed: chance alone exceeds it about
 * once in 55. So points beyond it are announced only where they are more than chance explains (Poisson, 0.2 %).
 */
export function toGapSignal({ mean, upper, beyond }: GapChart, gaps: number): GapSignal {
  if (mean === null || upper === null) return { expected: 0, isSignal: false };
  const expected = gaps * (mean / (mean + 1)) ** (Math.floor(upper) + 1);
  const chance = beyond.length === 0 ? 1 : 1 - poissonCdf(beyond.length - 1, expected);
  return { expected, isSignal: chance < SIGNIFICANCE };
}

/** Judgments between reversals, in the order of the judgments. */
export function toGapView(answer: ReversalGaps, context: PageContext): GapView {
  const { locale } = context;
  const events = answer.reversed.filter(({ gap }) => gap !== null).slice(-MOST_GAPS);
  const gaps = events.map(({ gap }) => gap ?? 0);
  const chart = gapChart(gaps);
  const isEnough = answer.reversed.length >= FEWEST_REVERSED;
  return {
    figure: {
      title: REVERSAL.gap[locale],
      subtitle: subtitleOf(answer, locale),
      caption: captionWith([REVERSAL.gapHow[locale]], context),
      status: statusOf(answer, isEnough, context),
      table: toTable(answer, context),
    },
    columns: toColumns(events, chart, locale),
    sentences: sentencesOf(answer, chart, gaps.length, isEnough, locale),
  };
}

function subtitleOf({ judgments, reversed }: ReversalGaps, locale: Locale): string {
  return locale === 'zh'
    ? `${formatCount(judgments)} 件一审判决,其中 ${formatCount(reversed.length)} 件被改判或发回`
    : `${formatCount(judgments)} first-instance judgments, of which ${formatCount(reversed.length)} altered or remanded`;
}

function sentencesOf(
  { judgments, since, reversed }: ReversalGaps,
  chart: GapChart,
  gaps: number,
  isEnough: boolean,
  locale: Locale,
): readonly string[] {
  if (judgments === 0) return [];
  if (reversed.length === 0) {
    const upper = clopperPearsonInterval(0, judgments)?.upper ?? 1;
    return [zeroSentence(judgments, upper)[locale]];
  }
  if (!isEnough || chart.mean === null) return [sinceSentence(since)[locale]];
  const { expected, isSignal } = toGapSignal(chart, gaps);
  return [gapSentence(chart.mean, chart.beyond.length, gaps, expected, isSignal)[locale], sinceSentence(since)[locale]];
}

function statusOf(answer: ReversalGaps, isEnough: boolean, { isPending, locale }: PageContext): FigureStatus {
  if (answer.judgments === 0) return { kind: 'empty', reason: REVERSAL.noMature[locale] };
  if (!isEnough) return { kind: 'too-small', reason: REVERSAL.gapTooFew[locale] };
  return { kind: isPending ? 'pending' : 'ready' };
}

function toColumns(events: ReversalGaps['reversed'], chart: GapChart, locale: Locale): ColumnView {
  const beyond = new Set(chart.beyond);
  const columns = events.map(({ caseNo, resolvedOn, gap }, i): Column => {
    const previous = events[i - 1]?.resolvedOn.slice(0, 4);
    const year = resolvedOn.slice(0, 4);
    return {
      id: `${i} ${caseNo}`,
      tick: year === previous ? '' : locale === 'zh' ? `${year}年` : year,
      label: caseNo,
      values: [gap ?? 0],
      text: formatCount(gap ?? 0),
      detail: formatDay(resolvedOn, locale),
      isMarked: beyond.has(i),
    };
  });
  const line = (id: string, value: number | null, label: string) =>
    value === null ? [] : [{ id, value, label: `${label} ${formatNumber(value, 1)}` }];
  return {
    summary: columns.map(({ label, text }) => `${label} ${text}`).join(locale === 'zh' ? ';' : '; '),
    axis: {
      unit: REVERSAL.gapAxis[locale],
      formatTick: (value) => formatNumber(value, 0),
      bounds: [0, Infinity],
    },
    parts: [REVERSAL.gapAxis[locale]],
    openLabel: null,
    columns,
    references: [
      ...line('mean', chart.mean, REVERSAL.gapMean[locale]),
      ...line('upper', chart.upper, REVERSAL.gapUpper[locale]),
    ],
  };
}

function toTable({ reversed }: ReversalGaps, context: PageContext): FigureView['table'] {
  const { locale } = context;
  return {
    caption: REVERSAL.gap[locale],
    columns: [
      { id: 'case', label: REVERSAL.caseNo[locale], align: 'start' },
      { id: 'day', label: REVERSAL.judgmentOf[locale], align: 'start' },
      { id: 'gap', label: REVERSAL.judgmentsBetween[locale], align: 'end' },
    ],
    rows: reversed.map(({ caseNo, resolvedOn, gap }, i) => ({
      id: `${i} ${caseNo}`,
      cells: [
        { text: caseNo },
        { text: formatDay(resolvedOn, locale) },
        gap === null
          ? { text: REVERSAL.firstKnown[locale], value: null }
          : {
              text: formatCount(gap),
              value: gap,
              ...opening(context, {
                metric: 'reversal_rate',
                variant: 'd5',
                part: 'numerator',
                from: resolvedOn,
                to: resolvedOn,
              }),
            },
      ],
    })),
  };
}
