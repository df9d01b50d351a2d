import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Row, RowView } from '../../charts/row/row-view.ts';
import type { MetricDefinition, MetricVariant, Unit } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import { meanInterval, wilsonInterval, type Interval } from '../../statistics/interval.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatDayRange, formatInterval, formatTick } from '../../text/format.ts';
import { COMPARISON, DEFINITIONS, FIGURES, TREND } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { isOfSameCases, isShare, momentsOf, rateInterval } from '../figure/evidence.ts';
import { countText, figureAt, isFew, publishedOf, reasonOf, valueText, type Figure } from '../figure/figure.ts';

export interface ComparisonInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly courts: AnsweredQuery;
  readonly pooled: AnsweredQuery;
  /** Names of the courts that may be compared, in the neutral order in which they are shown; others are left out. */
  readonly order: readonly string[];
  readonly ownCourt: string | null;
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
}

export interface ComparisonView {
  readonly figure: FigureView;
  readonly rows: RowView;
}

interface CourtFigure {
  readonly name: string;
  readonly figure: Figure;
}

/** One headline figure for every court of the data, in the order of the court codes, each with its interval. */
export function toComparisonView(input: ComparisonInput): ComparisonView {
  const { definition, ref, locale } = input;
  const courts = courtFigures(input).filter(
    ({ figure }) => (figure.n ?? figure.denominator ?? 0) > 0 || figure.value !== null,
  );
  const pooled = figureAt(input.pooled.table, ref, 0);
  const rows = courts.map((court) => toRow(court, input));
  return {
    figure: toFigureView(input, courts),
    rows: {
      summary: rows.map((row) => `${row.label} ${row.text}`).join(locale === 'zh' ? ';' : '; '),
      axis: {
        unit: definition.unit === 'ratio' ? '' : DEFINITIONS.units[definition.unit][locale],
        formatTick: (value, step) => formatTick(value, definition.unit, step),
        bounds: definition.unit === 'ratio' ? [0, 1] : [0, Infinity],
      },
      rows,
      reference:
        pooled?.value == null
          ? null
          : { value: pooled.value, label: `${COMPARISON.pooled[locale]} ${valueText(pooled, locale)}` },
      countHeading: 'n',
    },
  };
}

function courtFigures({ courts, ref, order, locale }: ComparisonInput): readonly CourtFigure[] {
  const names = courts.table.groups.court ?? [];
  const found = Array.from({ length: courts.table.rowCount }, (_, row) => ({
    name: names[row] ?? APP.unknown[locale],
    figure: figureAt(courts.table, ref, row),
  }));
  const rank = new Map(order.map((name, i) => [name, i]));
  const known = found.flatMap(({ name, figure }) => (figure === null ? [] : [{ name, figure }]));
  return known.filter(({ name }) => rank.has(name)).sort((a, b) => (rank.get(a.name) ?? 0) - (rank.get(b.name) ?? 0));
}

function toRow({ name, figure }: CourtFigure, { ownCourt, locale }: ComparisonInput): Row {
  const few = isFew(figure);
  const interval = few ? null : intervalOf(figure);
  return {
    id: name,
    label: name,
    value: few ? null : figure.value,
    text: valueText(figure, locale),
    interval:
      interval === null ? null : { low: interval.lower, high: interval.upper, text: intervalText(figure, locale) },
    count: formatCount(figure.denominator ?? figure.n ?? 0),
    detail: few ? COMPARISON.few[locale] : countText(figure, locale),
    isOwn: name === ownCourt,
  };
}

/** `59.0%–63.3%`; a dash where there is no interval or too few cases for one. */
function intervalText(figure: Figure, locale: Locale): string {
  const interval = isFew(figure) ? null : intervalOf(figure);
  if (interval === null) return '—';
  return formatInterval(interval.lower, interval.upper, figure.definition.unit, figure.definition.digits, locale);
}

function intervalOf(figure: Figure): Interval | null {
  const rate = rateInterval(figure, wilsonInterval);
  if (rate !== null) return rate;
  const moments = momentsOf(figure);
  const interval = moments === null ? null : meanInterval(moments);
  return interval === null ? null : { lower: Math.max(0, interval.lower), upper: interval.upper };
}

function intervalKindOf(variant: MetricVariant, unit: Unit): keyof typeof COMPARISON.intervalIs {
  if (unit !== 'ratio') return 'days';
  return isShare({ variant }) && !isOfSameCases(variant) ? 'counts' : 'ratio';
}

function toFigureView(input: ComparisonInput, courts: readonly CourtFigure[]): FigureView {
  const { definition, ref, locale, courts: answer } = input;
  const variant = variantInForce(definition, ref.variant);
  const label = labelWithVariant(definition, variant)[locale];
  const range = toRange(answer.query.period);
  const caption = [captionOf(variant)[locale], COMPARISON.intervalIs[intervalKindOf(variant, definition.unit)][locale]];
  if (input.asOf !== null) caption.push(`${TREND.asOf[locale]} ${input.asOf}`);
  if (input.isSynthetic) caption.push(APP.synthetic[locale]);
  return {
    title: COMPARISON.title(label)[locale],
    subtitle: `${formatDayRange(range.from, range.to, locale)} · ${courts.length} ${locale === 'zh' ? '个法院' : 'courts'}`,
    caption,
    status: statusOf(input, courts),
    table: {
      caption: label,
      columns: [
        { id: 'court', label: COLUMN_LABELS['court']?.[locale] ?? 'court', align: 'start' },
        { id: 'value', label, align: 'end' },
        { id: 'interval', label: FIGURES.interval[locale], align: 'end' },
        { id: 'count', label: 'n', align: 'end' },
      ],
      rows: courts.map(({ name, figure }) => ({
        id: name,
        isOwn: name === input.ownCourt,
        cells: [
          { text: name },
          { text: valueText(figure, locale), value: figure.value, published: publishedOf(figure, name) },
          { text: intervalText(figure, locale) },
          { text: countText(figure, locale), value: figure.n ?? figure.denominator },
        ],
      })),
    },
  };
}

function statusOf(input: ComparisonInput, courts: readonly CourtFigure[]): FigureStatus {
  const first = courts[0]?.figure;
  if (courts.every(({ figure }) => figure.value === null)) {
    return {
      kind: 'empty',
      reason: (first === undefined ? null : reasonOf(first))?.[input.locale] ?? COMPARISON.oneCourt[input.locale],
    };
  }
  return input.isPending ? { kind: 'pending' } : { kind: 'ready' };
}
