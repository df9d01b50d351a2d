import type { FigureView } from '../../charts/frame/figure-view.ts';
import type { PointRef } from '../../charts/line/find-point.ts';
import type { LinePoint, LineSeries, LineView } from '../../charts/line/line-view.ts';
import type { TableView } from '../../charts/table/table-view.ts';
import { addDays } from '../../lib/date.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import type { Locale } from '../../text/bilingual.ts';
import { APP } from '../../text/app.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import { formatFigure, formatMonth, formatTick } from '../../text/format.ts';
import { CONSTANT, findingTitle, methodCaption, REFORM, tooShort, transitionCaption } from '../../text/reform.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { countText, publishedOf, valueText } from '../figure/figure.ts';
import { partToOpen } from '../cases/predicate-words.ts';
import { opening, type OpenedCases } from '../duration/section-context.ts';
import { endOfGrain, namedAfter } from '../trend/trend-query.ts';
import { changeAmount } from './effect-text.ts';
import type { ReformOutcome } from './reform-effect.ts';
import type { ReformMonth, ReformSeries } from './reform-series.ts';

/** Everything the chart of before and after is drawn from. */
export interface ReformInput {
  readonly definition: MetricDefinition;
  readonly ref: MetricRef;
  readonly event: DatasetEvent;
  readonly series: ReformSeries;
  readonly outcome: ReformOutcome;
  /** The court compared with, and its name; null = none. */
  readonly other: { readonly name: string; readonly series: ReformSeries } | null;
  readonly monthStartDay: number;
  readonly asOf: string | null;
  readonly isOwn: boolean;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
  /** The address of our cases of a month. Absent: the page knows no addresses. */
  readonly hrefOf?: (opened: OpenedCases) => string;
}

export interface ReformView {
  readonly figure: FigureView;
  readonly line: LineView;
}

/** The cases of a month, of the chosen courts or of the court compared with; null where the point draws no month. */
export function openedMonth(
  { seriesId, date }: PointRef,
  input: Pick<ReformInput, 'definition' | 'ref' | 'series' | 'monthStartDay'>,
  courts: readonly string[],
): OpenedCases | null {
  const month = input.series.months.find(({ start }) => namedAfter(start, input.monthStartDay) === date);
  if (month === undefined || (seriesId === 'other' && courts.length === 0)) return null;
  const { definition, ref } = input;
  return {
    metric: definition.id,
    variant: ref.variant ?? null,
    part: partToOpen(variantInForce(definition, ref.variant)),
    group: seriesId === 'other' ? { court: courts } : {},
    from: month.start,
    to: addDays(endOfGrain(month.start, 'month'), -1),
  };
}

/** The observed months, the line through them and the earlier course continued. */
export function toReformView(input: ReformInput): ReformView {
  return { figure: toFigure(input), line: toLine(input) };
}

function toLine(input: ReformInput): LineView {
  const { definition, series, outcome, other, event, locale } = input;
  const { unit } = definition;
  const observed: LineSeries = {
    id: 'observed',
    label: REFORM.observed[locale],
    tone: input.isOwn ? 'own' : 'pooled',
    points: series.months.map((month) => toPoint(month, input)),
  };
  const compared: readonly LineSeries[] =
    other === null
      ? []
      : [
          {
            id: 'other',
            label: other.name,
            tone: 'peer',
            points: other.series.months.map((month) => toPoint(month, input)),
          },
        ];
  const lines =
    outcome.kind === 'fit'
      ? [
          lineOf('expected', 'expected', outcome.fit.expected, input),
          lineOf('fitted', 'fitted', outcome.fit.fitted, input),
        ]
      : [];
  const isRate = unit === 'ratio';
  return {
    summary: titleOf(input),
    grain: 'month',
    axis: {
      unit: isRate ? '' : DEFINITIONS.units[unit][locale],
      formatTick: (value, step) => formatTick(value, unit, step),
      bounds: isRate ? [0, 1] : [0, Infinity],
      isFromZero: unit === 'cases',
      isWhole: unit === 'cases',
    },
    series: [observed, ...lines, ...compared],
    annotations: [{ date: event.date, label: event.label[locale] }],
  };
}

function lineOf(
  id: 'fitted' | 'expected',
  tone: 'fitted' | 'expected',
  values: readonly (number | null)[],
  input: ReformInput,
): LineSeries {
  const { definition, locale, series } = input;
  const points = series.months.map((month, i): LinePoint => {
    const value = values[i] ?? null;
    return {
      date: namedAfter(month.start, input.monthStartDay),
      value,
      text: value === null ? '—' : formatFigure(value, definition.unit, Math.max(1, definition.digits), locale),
      detail: '',
      period: formatMonth(namedAfter(month.start, input.monthStartDay), locale),
      isStart: i + 1 === series.firstAfter,
    };
  });
  return { id, label: REFORM[id][locale], tone, points };
}

function toPoint({ start, figure, value }: ReformMonth, { monthStartDay, locale }: ReformInput): LinePoint {
  const date = namedAfter(start, monthStartDay);
  return {
    date,
    value,
    text: valueText(figure, locale),
    detail: countText(figure, locale),
    period: formatMonth(date, locale),
  };
}

function toFigure(input: ReformInput): FigureView {
  const { definition, ref, series, outcome, locale } = input;
  const variant = variantInForce(definition, ref.variant);
  const left = series.months.filter(({ isTransition }) => isTransition).length;
  const caption = [captionOf(variant)[locale]];
  if (outcome.kind === 'fit')
    caption.push(methodCaption(series.knownBefore, series.knownAfter, outcome.fit.rho)[locale]);
  if (left > 0) caption.push(transitionCaption(left)[locale]);
  if (input.asOf !== null) caption.push(`${TREND.asOf[locale]} ${input.asOf}`);
  if (input.isSynthetic) caption.push(APP.synthetic[locale]);
  const hasValue = series.months.some(({ value }) => value !== null);
  const reason = series.months[0] === undefined ? '' : valueText(series.months[0].figure, locale);
  return {
    title: titleOf(input),
    subtitle: subtitleOf(input),
    caption,
    status: !hasValue ? { kind: 'empty', reason } : input.isPending ? { kind: 'pending' } : { kind: 'ready' },
    table: toTable(input),
  };
}

function subtitleOf({ definition, ref, series, monthStartDay, locale }: ReformInput): string {
  const name = labelWithVariant(definition, variantInForce(definition, ref.variant))[locale];
  const [first, last] = [series.months[0], series.months.at(-1)];
  if (first === undefined || last === undefined) return name;
  const month = ({ start }: ReformMonth) => formatMonth(namedAfter(start, monthStartDay), locale);
  return locale === 'zh'
    ? `${name} · 按月 · ${month(first)}—${month(last)}`
    : `${name} · by month · ${month(first)} – ${month(last)}`;
}

/** The finding with its interval behind it, or what is shown where there is none. */
function titleOf({ definition, outcome, event, locale }: ReformInput): string {
  if (outcome.kind !== 'fit') return `${definition.label[locale]} · ${event.label[locale]}`;
  const { atEnd } = outcome.fit;
  const amount = changeAmount(Math.abs(atEnd.estimate), definition, locale);
  return findingTitle(event.label, definition.label, {
    amount,
    isUp: atEnd.estimate > 0,
    isBeyondChance: atEnd.isBeyondChance,
  })[locale];
}

/** Why there is no regression; empty where there is one. */
export function reasonWithoutFit(outcome: ReformOutcome, locale: Locale): string {
  if (outcome.kind === 'short') return tooShort(outcome.before, outcome.after)[locale];
  return outcome.kind === 'constant' ? CONSTANT[locale] : '';
}

function toTable(input: ReformInput): TableView {
  const { definition, series, outcome, monthStartDay, locale } = input;
  const opens = (start: string, part?: 'denominator') => {
    const point = { seriesId: 'observed', date: namedAfter(start, monthStartDay) };
    const opened = openedMonth(point, input, []);
    return opened === null ? {} : opening(input, part === undefined ? opened : { ...opened, part });
  };
  const fit = outcome.kind === 'fit' ? outcome.fit : null;
  const line = (value: number | null | undefined) => ({
    text: value == null ? '—' : formatFigure(value, definition.unit, Math.max(1, definition.digits), locale),
    value: value ?? null,
  });
  return {
    caption: definition.label[locale],
    columns: [
      { id: 'month', label: REFORM.month[locale], align: 'start' },
      { id: 'value', label: definition.label[locale], align: 'end' },
      { id: 'count', label: REFORM.count[locale], align: 'end' },
      ...(fit === null
        ? []
        : (['fitted', 'expected'] as const).map((id) => ({ id, label: REFORM[id][locale], align: 'end' as const }))),
    ],
    rows: series.months.map(({ start, figure }, i) => ({
      id: start,
      cells: [
        { text: formatMonth(namedAfter(start, monthStartDay), locale) },
        {
          text: valueText(figure, locale),
          value: figure.value,
          published: publishedOf(figure, start.slice(0, 7)),
          ...opens(start),
        },
        { text: countText(figure, locale), value: figure.n ?? figure.denominator, ...opens(start, 'denominator') },
        ...(fit === null ? [] : [line(fit.fitted[i]), line(fit.expected[i])]),
      ],
    })),
  };
}
