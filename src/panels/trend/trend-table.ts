import type { PointRef } from '../../charts/line/find-point.ts';
import type { TableCell, TableColumn, TableView } from '../../charts/table/table-view.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import { formatFigure, formatPeriod } from '../../text/format.ts';
import { TREND } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { SIGNALS } from '../../text/signals.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { countText, publishedOf, valueText, type Figure } from '../figure/figure.ts';
import { judgedByStart } from '../signals/control-bands.ts';
import type { JudgedPeriod } from '../signals/control-limits.ts';
import { markText } from '../signals/control-words.ts';
import { groupsOf, type Group, type TrendInput } from './trend-group.ts';
import { namedAfter } from './trend-query.ts';
import { BESIDE_SERIES } from './trend-series.ts';

/** The data behind the trend; with limits, their columns as well. */
export function toTable(input: TrendInput, groups: readonly Group[], caption: string): TableView {
  const { locale, answer } = input;
  const dimension: DimensionId | undefined = answer.query.groupBy[0];
  const grain = answer.query.grain ?? 'month';
  const isSplit = dimension !== undefined;
  const judged = input.control?.kind === 'limits' ? judgedByStart(input.control) : null;
  const columns: TableView['columns'] = [
    { id: 'period', label: TREND[grain][locale], align: 'start' },
    ...(isSplit
      ? [{ id: 'group', label: COLUMN_LABELS[dimension]?.[locale] ?? dimension, align: 'start' as const }]
      : []),
    { id: 'value', label: input.definition.label[locale], align: 'end' },
    { id: 'count', label: 'n', align: 'end' },
    ...besideColumns(input),
    ...(judged === null ? [] : limitColumns(input)),
  ];
  const besides =
    input.beside === null ? [] : (groupsOf(input.beside.answer, input.beside.ref, locale)[0]?.figures ?? []);
  const rows = groups.flatMap((group, g) =>
    group.figures.map((figure, i) => {
      const start = group.starts[i] ?? '';
      const period = formatPeriod(namedAfter(start, answer.query.monthStartDay ?? 1), grain, locale);
      const pointOf = (seriesId: string, at: string): PointRef => ({
        seriesId,
        date: namedAfter(at, answer.query.monthStartDay ?? 1),
      });
      const key = isSplit ? `${start.slice(0, 7)} ${group.name}` : start.slice(0, 7);
      return {
        id: `${g}-${i}`,
        cells: [
          { text: period },
          ...(isSplit ? [{ text: group.name }] : []),
          ...figureCells(figure, key, pointOf(isSplit ? `group ${group.name}` : 'value', start), input),
          ...(input.beside === null ? [] : besideCells(besides[i], key, pointOf(BESIDE_SERIES, start), input)),
          ...(judged === null ? [] : limitCells(judged.get(start), input)),
        ],
      };
    }),
  );
  return { caption, columns, rows };
}

function besideColumns({ beside, definition, locale }: TrendInput): readonly TableColumn[] {
  if (beside === null) return [];
  const label = variantInForce(definition, beside.ref.variant).label[locale];
  return [
    { id: 'beside', label, align: 'end' },
    { id: 'beside-count', label: 'n', align: 'end' },
  ];
}

function besideCells(
  figure: Figure | undefined,
  key: string,
  point: PointRef,
  input: TrendInput,
): readonly TableCell[] {
  return figure === undefined ? [{ text: '—', value: null }, { text: '' }] : figureCells(figure, key, point, input);
}

/** The figure and the cases it is of. Addresses are made when the table is shown: there may be thousands. */
function figureCells(
  figure: Figure,
  key: string,
  point: PointRef,
  { locale, hrefOf }: TrendInput,
): readonly TableCell[] {
  const value = { text: valueText(figure, locale), value: figure.value, published: publishedOf(figure, key) };
  const count = { text: countText(figure, locale), value: figure.n ?? figure.denominator };
  if (hrefOf === undefined || figure.value === null) return [value, count];
  Object.defineProperty(value, 'href', { enumerable: true, get: () => hrefOf(point) });
  Object.defineProperty(count, 'href', { enumerable: true, get: () => hrefOf(point, 'denominator') });
  return [value, count];
}

function limitColumns({ locale }: TrendInput): readonly TableColumn[] {
  return [
    { id: 'lower', label: SIGNALS.lower[locale], align: 'end' },
    { id: 'centre', label: SIGNALS.centre[locale], align: 'end' },
    { id: 'upper', label: SIGNALS.upper[locale], align: 'end' },
    { id: 'signal', label: SIGNALS.signal[locale], align: 'start' },
  ];
}

function limitCells(period: JudgedPeriod | undefined, { definition, locale }: TrendInput): readonly TableCell[] {
  const limits = period?.limits ?? null;
  if (limits === null) return [{ text: '—' }, { text: '—' }, { text: '—' }, { text: '' }];
  const cell = (value: number): TableCell => ({
    text: formatFigure(value, definition.unit, Math.max(1, definition.digits), locale),
    value,
  });
  return [cell(limits.lower), cell(limits.centre), cell(limits.upper), { text: markText(period, locale) }];
}
