import type { SparkView } from '../../charts/spark/spark-view.ts';
import type { StripView } from '../../charts/strip/strip-view.ts';
import { addDays, addMonths } from '../../lib/date.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatMonth } from '../../text/format.ts';
import { FIGURES } from '../../text/figures.ts';
import { SIGNALS, sparkNote } from '../../text/signals.ts';
import { figureAt, isFew, valueText, type Figure } from '../figure/figure.ts';
import { announcedFinding } from '../signals/announced.ts';
import { toSparkBands } from '../signals/control-bands.ts';
import { toControl, type ControlChart, type Uncharted } from '../signals/control-chart.ts';
import type { ControlContext } from '../signals/control-series.ts';
import { findingText, unchartedText } from '../signals/control-words.ts';
import { isFoundPerJudgment } from '../signals/per-judgment.ts';
import { findingOf } from '../signals/finding.ts';
import { answerFrom } from '../trend/trend-window.ts';

const SPARK_MONTHS = 24;

/** A sparkline with what stands under it. */
export interface CardSpark {
  readonly view: SparkView;
  /** `近 24 个月 · 浅色带为日常波动范围`. */
  readonly note: string;
  /** `近 7 个月持续高于以往水平`, `属日常波动`, or why that cannot be told. */
  readonly words: string;
}

/** The last 24 months of one metric with the limits of ordinary variation; months of very few cases are gaps. */
export function toCardSpark(ref: MetricRef, months: AnsweredQuery, context: ControlContext, locale: Locale): CardSpark {
  const own = onlyOf(ref, months);
  const chart = toControl(ref, months, context);
  const starts = months.table.periodStart ?? [];
  const shown = answerFrom(own, starts[Math.max(0, starts.length - SPARK_MONTHS)] ?? '');
  const bands = chart?.kind === 'limits' ? toSparkBands(chart, shown.table.periodStart ?? []) : [];
  return {
    view: { ...toSparkView(ref, shown, context, locale), bands },
    note: sparkNote(FIGURES.spark, bands.length > 0, locale),
    words: wordsOf(ref, chart, months, locale),
  };
}

/** The answer with the figures of `ref` only: the months shown are picked from every figure that it holds. */
function onlyOf(ref: MetricRef, { query, table }: AnsweredQuery): AnsweredQuery {
  const key = toKey(ref);
  const measure = table.measures[key];
  return { query, table: { ...table, measures: measure === undefined ? {} : { [key]: measure } } };
}

function wordsOf(
  ref: MetricRef,
  chart: ControlChart | Uncharted | null,
  { query, table }: AnsweredQuery,
  locale: Locale,
): string {
  if (chart === null) return '';
  if (chart.kind === 'none') return unchartedText(chart, locale);
  if (findingOf(chart) === null) {
    const event = chart.stretches.at(-1)?.since ?? null;
    return (event === null ? SIGNALS.ordinary : SIGNALS.ordinarySince(event.label))[locale];
  }
  const finding = announcedFinding(chart);
  if (finding === null) return SIGNALS.likeLastYear[locale];
  return !isFoundPerJudgment(ref, table, finding)
    ? SIGNALS.ofJudgments[locale]
    : findingText(finding, chart, query.monthStartDay ?? 1, locale);
}

function toSparkView(
  ref: MetricRef,
  months: AnsweredQuery,
  { asOf, span }: Pick<ControlContext, 'asOf' | 'span'>,
  locale: Locale,
): SparkView {
  // Of months before the first day of the data nothing is known: no case of them is not none.
  const isKnown = (row: number) => span === null || addMonths(starts[row] ?? '', 1) > span.start;
  const starts = months.table.periodStart ?? [];
  const figures = rowsOf(ref, months).map((figure, row) => (isKnown(row) ? figure : null));
  const values = figures.map((figure) => (figure === null || isFew(figure) ? null : figure.value));
  const label = figures.find((figure) => figure !== null)?.definition.label[locale] ?? ref.id;
  const last = starts.at(-1);
  const range =
    starts[0] === undefined || last === undefined
      ? ''
      : `${formatMonth(starts[0], locale)}—${formatMonth(last, locale)}`;
  return {
    summary: `${label},${FIGURES.spark[locale]}(${range}):${figures.map((figure) => (figure === null ? '—' : valueText(figure, locale))).join('、')}`,
    values,
    isLastPartial: asOf !== null && last !== undefined && addMonths(last, 1) > addDays(asOf, 1),
  };
}

/** Where our court stands among all courts of the data; null where there are too few courts to show a spread. */
export function toStripView(
  ref: MetricRef,
  courts: AnsweredQuery,
  peers: readonly string[],
  ownCourt: string | null,
  locale: Locale,
): StripView | null {
  const names = courts.table.groups.court ?? [];
  const entries = rowsOf(ref, courts)
    .flatMap((figure, i) => (figure === null ? [] : [{ name: names[i] ?? '—', figure }]))
    .filter(({ name }) => peers.includes(name));
  const shown = entries.filter(({ figure }) => figure.value !== null && !isFew(figure));
  const own = entries.find(({ name }) => name === ownCourt);
  const others = shown.filter(({ name }) => name !== ownCourt);
  const values = shown.flatMap(({ figure }) => (figure.value === null ? [] : [figure]));
  const lowest = extreme(values, -1);
  const highest = extreme(values, 1);
  if (others.length < 2 || lowest === null || highest === null) return null;
  const [low, high] = [valueText(lowest, locale), valueText(highest, locale)];
  const ownText = own === undefined ? '' : valueText(own.figure, locale);
  return {
    summary:
      locale === 'zh'
        ? `本院 ${ownText};其他 ${others.length} 个法院在 ${low} 至 ${high} 之间`
        : `ours ${ownText}; ${others.length} other courts from ${low} to ${high}`,
    peers: others.map(({ name, figure }) => ({
      id: name,
      label: name,
      value: figure.value,
      text: valueText(figure, locale),
    })),
    own: { value: own === undefined || isFew(own.figure) ? null : own.figure.value, text: ownText },
    lowLabel: `${FIGURES.peers[locale]} ${low}`,
    highLabel: high,
  };
}

function rowsOf(ref: MetricRef, answer: AnsweredQuery): readonly (Figure | null)[] {
  return Array.from({ length: answer.table.rowCount }, (_, row) => figureAt(answer.table, ref, row));
}

function extreme(figures: readonly Figure[], sign: 1 | -1): Figure | null {
  return figures.reduce<Figure | null>(
    (best, figure) => (best === null || sign * ((figure.value ?? 0) - (best.value ?? 0)) > 0 ? figure : best),
    null,
  );
}
