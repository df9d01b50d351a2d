import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Row, RowView } from '../../charts/row/row-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import { findMetric } from '../../metrics/index.ts';
import type { CaseFilter, DimensionId, MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { wilsonInterval } from '../../statistics/interval.ts';
import {
  betaBinomialShrinkage,
  type BetaBinomialShrinkage,
  type ShrunkProportion,
} from '../../statistics/shrinkage/beta-binomial.ts';
import { APP } from '../../text/app.ts';
import { formatCount, formatInterval, formatPercent, formatShare, formatTick } from '../../text/format.ts';
import { SETTLEMENT } from '../../text/settlement.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { captionWith, opening, periodText, type SectionContext } from '../duration/section-context.ts';
import { figureAt, publishedOf, type Figure } from '../figure/figure.ts';

export interface UnitsInput {
  readonly ref: MetricRef;
  /** Grouped by `dimension`. */
  readonly answer: AnsweredQuery;
  readonly dimension: DimensionId;
  /** `案由`. */
  readonly dimensionLabel: string;
  readonly hasDimension: boolean;
  /** Said in the caption: batches are taken out. */
  readonly hasBatches: boolean;
  readonly maskName: (dimension: string, value: string | null) => string | null;
  readonly context: SectionContext;
}

export interface UnitsView {
  readonly figure: FigureView;
  readonly rows: RowView;
  /** Whether the units differ beyond chance, and how to read them. */
  readonly reading: string;
}

/** One unit with its observed and its shrunken rate. */
interface Unit extends Counted {
  readonly shrunk: ShrunkProportion;
}

interface Counted {
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly n: number;
  readonly figure: Figure;
}

/** The cases whose unit is not stated are no unit: they neither tell how units differ nor are shrunk towards them. */
interface Units {
  readonly units: readonly Unit[];
  readonly unstated: Counted | null;
  readonly shrinkage: BetaBinomialShrinkage;
}

/** Below this many cases a unit is not shown by itself. */
export const LEAST_CASES = 20;
const MOST_ROWS = 20;

/** 调撤率 of each unit: shrunken value with its weight, observed value and intervals; in the order of size or of names. */
export function toUnitsView(input: UnitsInput): UnitsView {
  const { dimension, context, answer, ref } = input;
  const { locale } = context;
  const found = toUnits(input);
  const { units, unstated, shrinkage } = found;
  const shown = units.filter(({ n }) => n >= LEAST_CASES);
  const status = statusOf(input, units, shown);
  const drawn = [...shown].sort(bySize).slice(0, MOST_ROWS);
  const ordered = dimension === 'judge' ? drawn.sort(byLabel) : drawn;
  const definition = findMetric(ref.id);
  const variant = definition === undefined ? null : variantInForce(definition, ref.variant);
  const label = definition === undefined || variant === null ? '' : labelWithVariant(definition, variant)[locale];
  const rows = ordered.map((unit) => toRow(unit, shrinkage, context));
  return {
    figure: {
      title: SETTLEMENT.unitsTitle(label, input.dimensionLabel)[locale],
      subtitle: periodText(answer.query.period, locale),
      caption: captionWith(
        [
          SETTLEMENT.unitsNote[locale],
          shown.length > MOST_ROWS ? SETTLEMENT.drawn(MOST_ROWS)[locale] : '',
          input.hasBatches ? '' : SETTLEMENT.withoutBatches[locale],
          variant === null ? '' : captionOf(variant)[locale],
        ],
        context,
      ),
      status,
      table: {
        caption: `${label} · ${input.dimensionLabel}`,
        columns: [
          { id: 'unit', label: input.dimensionLabel, align: 'start' },
          ...(['cases', 'raw', 'rawInterval', 'shrunk', 'shrunkInterval', 'weight'] as const).map((id) => ({
            id,
            label: SETTLEMENT[id][locale],
            align: 'end' as const,
          })),
        ],
        rows: toTableRows(found, shown, dimension, context),
      },
    },
    rows: {
      summary: rows.map((row) => `${row.label} ${row.text}`).join(locale === 'zh' ? ';' : '; '),
      axis: { unit: '', formatTick: (value, step) => formatTick(value, 'ratio', step) },
      rows,
      reference:
        shrinkage.mean === null
          ? null
          : {
              value: shrinkage.mean,
              label: `${SETTLEMENT[unstated === null ? 'pooled' : 'pooledStated'][locale]} ${formatPercent(shrinkage.mean)}`,
            },
      countHeading: SETTLEMENT.cases[locale],
    },
    reading: status.kind === 'empty' || status.kind === 'too-small' ? '' : readingOf(shrinkage, locale),
  };
}

function readingOf({ isHeterogeneous }: BetaBinomialShrinkage, locale: 'zh' | 'en'): string {
  return SETTLEMENT[isHeterogeneous ? 'unitsDiffer' : 'unitsEqual'][locale];
}

/** Every unit with cases; the pooled rate and the spread are estimated from all of them, small ones included. */
function toUnits({ ref, answer, dimension, maskName, context }: UnitsInput): Units {
  const names = answer.table.groups[dimension] ?? [];
  const found = names.flatMap((name, row): (Omit<Counted, 'name'> & { readonly name: string | null })[] => {
    const figure = figureAt(answer.table, ref, row);
    const [x, n] = [figure?.numerator ?? 0, figure?.denominator ?? 0];
    const label = maskName(dimension, name) ?? APP.unknown[context.locale];
    return figure === null || n === 0 ? [] : [{ name, label, x, n, figure }];
  });
  const stated = found.flatMap(({ name, ...unit }) => (name === null ? [] : [{ name, ...unit }]));
  const unstated = found.find(({ name }) => name === null);
  const shrinkage = betaBinomialShrinkage(stated.map(({ name, x, n }) => ({ unit: name, x, n })));
  const units = stated.flatMap((unit, i) => {
    const shrunk = shrinkage.units[i];
    return shrunk === undefined ? [] : [{ ...unit, shrunk }];
  });
  return { units, unstated: unstated === undefined ? null : { ...unstated, name: '' }, shrinkage };
}

function statusOf(input: UnitsInput, units: readonly Unit[], shown: readonly Unit[]): FigureStatus {
  const { locale, isPending, lack } = input.context;
  if (!input.hasDimension) return { kind: 'empty', reason: SETTLEMENT.noColumn(input.dimensionLabel)[locale] };
  if (units.length === 0) return { kind: 'empty', reason: lack ?? SETTLEMENT.nothing[locale] };
  if (shown.length === 0) return { kind: 'too-small', reason: SETTLEMENT.fewUnits[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

function bySize(a: Unit, b: Unit): number {
  return b.n - a.n || byLabel(a, b);
}

function byLabel(a: Unit, b: Unit): number {
  return a.label === b.label ? 0 : a.label < b.label ? -1 : 1;
}

/** The shrunken value; the observed one where the units do not differ beyond chance. */
function toRow(unit: Unit, { isHeterogeneous }: BetaBinomialShrinkage, { locale }: SectionContext): Row {
  const { name, label, x, n, shrunk } = unit;
  const value = isHeterogeneous ? shrunk.shrunk : shrunk.raw;
  const interval = isHeterogeneous ? shrunk.interval : wilsonInterval(x, n);
  return {
    id: name,
    label,
    value,
    text: value === null ? '—' : formatPercent(value),
    interval:
      interval === null
        ? null
        : {
            low: interval.lower,
            high: interval.upper,
            text: formatInterval(interval.lower, interval.upper, 'ratio', 1, locale),
          },
    count: formatCount(n),
    detail: `${SETTLEMENT.raw[locale]} ${formatShare(x, n, locale)} · ${SETTLEMENT.weight[locale]} ${formatPercent(shrunk.weight, 0)}`,
    isOwn: false,
  };
}

function toTableRows(
  { units, unstated }: Units,
  shown: readonly Unit[],
  dimension: DimensionId,
  context: SectionContext,
): readonly TableRow[] {
  const { locale } = context;
  const ordered = [...shown].sort(dimension === 'judge' ? byLabel : bySize);
  const small = units.filter(({ n }) => n < LEAST_CASES);
  const sum = (of: (unit: Unit) => number) => small.reduce((total, unit) => total + of(unit), 0);
  const rest: TableRow = {
    id: 'small units',
    cells: [
      { text: SETTLEMENT.others(small.length)[locale] },
      {
        text: formatShare(
          sum(({ x }) => x),
          sum(({ n }) => n),
          locale,
        ),
        value: sum(({ n }) => n),
      },
      ...Array.from({ length: 5 }, () => ({ text: '—', value: null })),
    ],
  };
  return [
    ...ordered.map((unit) => toTableRow(unit, unit.shrunk, { [dimension]: [unit.name] }, context)),
    ...(small.length === 0 ? [] : [rest]),
    ...(unstated === null ? [] : [toTableRow(unstated, null, { [dimension]: [null] }, context)]),
  ];
}

/** @param shrunk null: the cases of no unit, which are not shrunk */
function toTableRow(
  { name, label, x, n, figure }: Counted,
  shrunk: ShrunkProportion | null,
  group: CaseFilter,
  context: SectionContext,
): TableRow {
  const { locale } = context;
  const { id: metric } = figure.definition;
  const opened = { metric, variant: figure.variant.id, part: 'numerator', group } as const;
  const wilson = wilsonInterval(x, n);
  const range = (bounds: { lower: number; upper: number } | null) =>
    bounds === null ? '—' : formatInterval(bounds.lower, bounds.upper, 'ratio', 1, locale);
  const hasRate = n >= LEAST_CASES;
  return {
    id: shrunk === null ? 'not stated' : `unit ${name}`,
    cells: [
      { text: label },
      { text: formatShare(x, n, locale), value: n, ...opening(context, { ...opened, part: 'denominator' }) },
      hasRate
        ? {
            text: formatPercent(x / n),
            value: x / n,
            published: publishedOf(figure, label),
            ...opening(context, opened),
          }
        : { text: '—', value: null },
      hasRate ? { text: range(wilson), value: wilson?.lower ?? null } : { text: '—', value: null },
      ...(shrunk === null
        ? [0, 1, 2].map(() => ({ text: '—', value: null }))
        : [
            {
              text: shrunk.shrunk === null ? '—' : formatPercent(shrunk.shrunk),
              value: shrunk.shrunk,
              published: { metric: 'settlement_rate_shrunken', variant: figure.variant.id, n, group: label },
              ...opening(context, { ...opened, part: 'denominator' }),
            },
            { text: range(shrunk.interval), value: shrunk.interval?.lower ?? null },
            { text: formatPercent(shrunk.weight, 0), value: shrunk.weight },
          ]),
    ],
  };
}
