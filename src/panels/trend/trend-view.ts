import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { ControlBand, LineSeries, LineView } from '../../charts/line/line-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import { toRange } from '../../state/period.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatDayRange, formatTick } from '../../text/format.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import { APP } from '../../text/app.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { reasonOf } from '../figure/figure.ts';
import { toControlBands } from '../signals/control-bands.ts';
import { limitsCaption } from '../signals/control-words.ts';
import { groupsOf, type Group, type TrendInput } from './trend-group.ts';
import { BESIDE_SERIES, toPreviousSeries, toSeries } from './trend-series.ts';
import { toTable } from './trend-table.ts';
import { noteOf, summaryOf, titleOf } from './trend-words.ts';

export const MOST_SERIES = 6;

export interface TrendView {
  readonly figure: FigureView;
  readonly line: LineView;
  /** How to read the band of ordinary variation, or why there is none. */
  readonly note: string;
}

/** A trend ready to be drawn, with its table and its words. */
export function toTrendView(input: TrendInput): TrendView {
  const { answer, locale } = input;
  const groups = groupsOf(input.answer, input.ref, locale);
  const drawn = groups.slice(0, MOST_SERIES);
  const series = drawn.map((group, i) =>
    toSeries(group, input, answer.query.groupBy.length === 0 ? (input.isOwn ? 'own' : 'pooled') : 'group', i),
  );
  const before =
    input.previous === null
      ? []
      : groupsOf(input.previous, input.ref, locale).map((group) => toPreviousSeries(group, input));
  const line: LineView = {
    summary: summaryOf(drawn, input),
    grain: answer.query.grain ?? 'month',
    axis: axisOf(input.definition, locale),
    series: [...namedByVariant(series, input), ...besideSeries(input), ...before],
    bands: bandsOf(input),
    annotations: input.events.map((event) => ({ date: event.date, label: event.label[locale] })),
  };
  const isEmpty = line.series.every(({ points }) => points.every(({ value }) => value === null));
  return { figure: toFigureView(input, groups, drawn.length, isEmpty), line, note: noteOf(input) };
}

/** With a second variant beside it, a line is named by its variant. */
function namedByVariant(series: readonly LineSeries[], input: TrendInput): readonly LineSeries[] {
  if (input.beside === null) return series;
  const label = variantInForce(input.definition, input.ref.variant).label[input.locale];
  return series.map((line) => ({ ...line, label }));
}

function besideSeries(input: TrendInput): readonly LineSeries[] {
  const { beside, definition, locale } = input;
  if (beside === null) return [];
  const own = { ...input, ref: beside.ref, answer: beside.answer, control: null };
  const label = variantInForce(definition, beside.ref.variant).label[locale];
  return groupsOf(beside.answer, beside.ref, locale).map((group) => ({
    ...toSeries(group, own, 'group', 0),
    id: BESIDE_SERIES,
    label,
  }));
}

function bandsOf({ control, answer }: TrendInput): readonly ControlBand[] {
  if (control?.kind !== 'limits') return [];
  return toControlBands(control, answer.table.periodStart ?? [], answer.query.monthStartDay ?? 1);
}

function axisOf(definition: MetricDefinition, locale: Locale): LineView['axis'] {
  const { unit } = definition;
  return {
    unit: unit === 'ratio' ? '' : DEFINITIONS.units[unit][locale],
    formatTick: (value, step) => formatTick(value, unit, step),
    bounds:
      unit === 'ratio' && definition.kind === 'ratio' && definition.id !== 'clearance_rate' ? [0, 1] : [0, Infinity],
    isFromZero: unit === 'cases',
    isWhole: unit === 'cases',
  };
}

function toFigureView(input: TrendInput, groups: readonly Group[], drawn: number, isEmpty: boolean): FigureView {
  const { definition, ref, answer, locale } = input;
  const variant = variantInForce(definition, ref.variant);
  const { query } = answer;
  const range = toRange(query.period);
  const by = TREND[query.grain ?? 'month'][locale];
  const dimension = query.groupBy[0];
  const split = dimension === undefined ? '' : ` · ${COLUMN_LABELS[dimension]?.[locale] ?? dimension}`;
  const subtitle =
    locale === 'zh'
      ? `按${by}${split} · ${formatDayRange(range.from, range.to, locale)}`
      : `by ${by}${split} · ${formatDayRange(range.from, range.to, locale)}`;
  const caption = [captionOf(variant)[locale]];
  if (input.control?.kind === 'limits') caption.push(...limitsCaption(input.control, query.monthStartDay ?? 1, locale));
  if (groups.length > drawn) caption.push(TREND.others(drawn, groups.length)[locale]);
  if (input.asOf !== null) caption.push(`${TREND.asOf[locale]} ${input.asOf}`);
  if (input.isSynthetic) caption.push(APP.synthetic[locale]);
  return {
    title: titleOf(input, groups),
    subtitle,
    caption,
    status: statusOf(input, groups, isEmpty),
    table: toTable(input, groups, labelWithVariant(definition, variant)[locale]),
  };
}

/** @param isEmpty no period has a point, be it that every one has too few cases */
function statusOf(input: TrendInput, groups: readonly Group[], isEmpty: boolean): FigureStatus {
  const figures = groups.flatMap((group) => group.figures);
  const first = figures.find((figure) => figure.value === null);
  if (figures.every((figure) => figure.value === null)) {
    return { kind: 'empty', reason: (first === undefined ? null : reasonOf(first))?.[input.locale] ?? '' };
  }
  if (isEmpty) return { kind: 'too-small', reason: TREND.fewEverywhere[input.locale] };
  return input.isPending ? { kind: 'pending' } : { kind: 'ready' };
}
