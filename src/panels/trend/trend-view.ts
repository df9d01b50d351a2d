import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { LinePoint, LineSeries, LineView } from '../../charts/line/line-view.ts';
import type { TableView } from '../../charts/table/table-view.ts';
import { addDays } from '../../lib/date.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { DimensionId, MetricRef } from '../../query/metric-query.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatDayRange, formatPeriod, formatTick } from '../../text/format.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import { APP } from '../../text/app.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { countText, figureAt, isFew, publishedOf, reasonOf, valueText, type Figure } from '../figure/figure.ts';
import { endOfGrain, namedAfter } from './trend-query.ts';

export const MOST_SERIES = 6;

export interface TrendInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly answer: AnsweredQuery;
  /** The same a year earlier; null = not shown. Only without a split. */
  readonly previous: AnsweredQuery | null;
  readonly asOf: string | null;
  readonly events: readonly DatasetEvent[];
  readonly isOwn: boolean;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
}

export interface TrendView {
  readonly figure: FigureView;
  readonly line: LineView;
}

/** One group with its figures, one per period. */
interface Group {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly starts: readonly string[];
  readonly cases: number;
}

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
    series: [...series, ...before],
    annotations: input.events.map((event) => ({ date: event.date, label: event.label[locale] })),
  };
  return { figure: toFigureView(input, groups, drawn.length), line };
}

/** Groups with most cases first; one nameless group where nothing is split. */
function groupsOf(answer: AnsweredQuery, ref: MetricRef, locale: Locale): readonly Group[] {
  const { table, query } = answer;
  const dimension = query.groupBy[0];
  const names = dimension === undefined ? null : (table.groups[dimension] ?? []);
  const byName = new Map<string, { figures: Figure[]; starts: string[]; cases: number }>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const figure = figureAt(table, ref, row);
    if (figure === null) continue;
    const name = names === null ? '' : (names[row] ?? APP.unknown[locale]);
    const group = byName.get(name) ?? { figures: [], starts: [], cases: 0 };
    group.figures.push(figure);
    group.starts.push(table.periodStart?.[row] ?? query.period.start);
    group.cases += figure.n ?? figure.denominator ?? 0;
    byName.set(name, group);
  }
  const groups = [...byName].map(([name, group]) => ({ name, ...group }));
  return groups.sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
}

function toSeries(group: Group, input: TrendInput, tone: LineSeries['tone'], index: number): LineSeries {
  const { answer, locale, definition } = input;
  const grain = answer.query.grain ?? 'month';
  return {
    id: `${index} ${group.name}`,
    label: group.name === '' ? definition.label[locale] : group.name,
    tone,
    points: group.figures.map((figure, i) => {
      const start = group.starts[i] ?? answer.query.period.start;
      const end = endOfGrain(start, grain);
      return toPoint(
        figure,
        namedAfter(start, answer.query.monthStartDay ?? 1),
        input,
        end > answer.query.period.end || isAfter(end, input.asOf),
      );
    }),
  };
}

/** Last year's values at this year's places, each with the name of its own period. */
function toPreviousSeries(group: Group, input: TrendInput): LineSeries {
  const { locale, answer } = input;
  const startDay = answer.query.monthStartDay ?? 1;
  const places = (answer.table.periodStart ?? []).map((start) => namedAfter(start, startDay));
  return {
    id: 'previous',
    label: TREND.previousYear[locale],
    tone: 'previous',
    points: group.figures.map((figure, i) => {
      const own = toPoint(figure, namedAfter(group.starts[i] ?? '', startDay), input, false);
      return { ...own, date: places[i] ?? own.date };
    }),
  };
}

function toPoint(figure: Figure, date: string, { answer, locale }: TrendInput, isPartial: boolean): LinePoint {
  return {
    date,
    value: isFew(figure) ? null : figure.value,
    text: valueText(figure, locale),
    detail: countText(figure, locale),
    period: formatPeriod(date, answer.query.grain ?? 'month', locale),
    isPartial,
  };
}

function isAfter(end: string, asOf: string | null): boolean {
  return asOf !== null && end > addDays(asOf, 1);
}

function axisOf(definition: MetricDefinition, locale: Locale): LineView['axis'] {
  const { unit } = definition;
  return {
    unit: unit === 'ratio' ? '' : DEFINITIONS.units[unit][locale],
    formatTick: (value, step) => formatTick(value, unit, step),
    bounds:
      unit === 'ratio' && definition.kind === 'ratio' && definition.id !== 'clearance_rate' ? [0, 1] : [0, Infinity],
    isFromZero: unit === 'cases',
  };
}

function toFigureView(input: TrendInput, groups: readonly Group[], drawn: number): FigureView {
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
  if (groups.length > drawn) caption.push(TREND.others(drawn, groups.length)[locale]);
  if (input.asOf !== null) caption.push(`${TREND.asOf[locale]} ${input.asOf}`);
  if (input.isSynthetic) caption.push(APP.synthetic[locale]);
  return {
    title: titleOf(input, groups),
    subtitle,
    caption,
    status: statusOf(input, groups),
    table: toTable(input, groups, labelWithVariant(definition, variant)[locale]),
  };
}

/** Says where the last complete period stands; without one, just names the metric. */
function titleOf(input: TrendInput, groups: readonly Group[]): string {
  const { definition, ref, locale, answer } = input;
  const name = labelWithVariant(definition, variantInForce(definition, ref.variant))[locale];
  const only = groups.length === 1 ? groups[0] : undefined;
  if (only === undefined || answer.query.groupBy.length > 0) return name;
  const grain = answer.query.grain ?? 'month';
  const complete = only.figures.map((figure, i) => {
    const end = endOfGrain(only.starts[i] ?? '', grain);
    return figure.value !== null && !isFew(figure) && end <= answer.query.period.end && !isAfter(end, input.asOf);
  });
  const last = complete.lastIndexOf(true);
  const figure = only.figures[last];
  const start = only.starts[last];
  if (figure === undefined || start === undefined) return name;
  const period = formatPeriod(namedAfter(start, answer.query.monthStartDay ?? 1), grain, locale);
  return locale === 'zh'
    ? `${period}${name} ${valueText(figure, locale)}`
    : `${name}: ${valueText(figure, locale)} in ${period}`;
}

function statusOf(input: TrendInput, groups: readonly Group[]): FigureStatus {
  const figures = groups.flatMap((group) => group.figures);
  const first = figures.find((figure) => figure.value === null);
  if (figures.every((figure) => figure.value === null)) {
    return { kind: 'empty', reason: (first === undefined ? null : reasonOf(first))?.[input.locale] ?? '' };
  }
  return input.isPending ? { kind: 'pending' } : { kind: 'ready' };
}

function toTable(input: TrendInput, groups: readonly Group[], caption: string): TableView {
  const { locale, answer } = input;
  const dimension: DimensionId | undefined = answer.query.groupBy[0];
  const grain = answer.query.grain ?? 'month';
  const isSplit = dimension !== undefined;
  const columns: TableView['columns'] = [
    { id: 'period', label: TREND[grain][locale], align: 'start' },
    ...(isSplit
      ? [{ id: 'group', label: COLUMN_LABELS[dimension]?.[locale] ?? dimension, align: 'start' as const }]
      : []),
    { id: 'value', label: input.definition.label[locale], align: 'end' },
    { id: 'count', label: 'n', align: 'end' },
  ];
  const rows = groups.flatMap((group, g) =>
    group.figures.map((figure, i) => {
      const start = group.starts[i] ?? '';
      const period = formatPeriod(namedAfter(start, answer.query.monthStartDay ?? 1), grain, locale);
      const key = isSplit ? `${start.slice(0, 7)} ${group.name}` : start.slice(0, 7);
      return {
        id: `${g}-${i}`,
        cells: [
          { text: period },
          ...(isSplit ? [{ text: group.name }] : []),
          { text: valueText(figure, locale), value: figure.value, published: publishedOf(figure, key) },
          { text: countText(figure, locale), value: figure.n ?? figure.denominator },
        ],
      };
    }),
  );
  return { caption, columns, rows };
}

function summaryOf(groups: readonly Group[], { definition, locale }: TrendInput): string {
  return groups
    .map((group) => {
      const shown = group.figures.filter((figure) => figure.value !== null && !isFew(figure));
      const sorted = [...shown].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
      const [low, high, last] = [sorted[0], sorted.at(-1), shown.at(-1)];
      const name = group.name === '' ? definition.label[locale] : group.name;
      if (low === undefined || high === undefined || last === undefined) return name;
      const [l, h, e] = [valueText(low, locale), valueText(high, locale), valueText(last, locale)];
      return locale === 'zh'
        ? `${name}:最低 ${l},最高 ${h},最近 ${e}`
        : `${name}: lowest ${l}, highest ${h}, latest ${e}`;
    })
    .join(locale === 'zh' ? ';' : '; ');
}
