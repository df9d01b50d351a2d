import type { TableCell, TableColumn, TableView } from '../../charts/table/table-view.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import { formatFigure, formatPeriod } from '../../text/format.ts';
import { TREND } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { SIGNALS } from '../../text/signals.ts';
import type { Locale } from '../../text/bilingual.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { countText, publishedOf, valueText, type Figure } from '../figure/figure.ts';
import { judgedByStart } from '../signals/control-bands.ts';
import type { JudgedPeriod } from '../signals/control-limits.ts';
import { markText } from '../signals/control-words.ts';
import { groupsOf, type Group, type TrendInput } from './trend-group.ts';
import { namedAfter } from './trend-query.ts';

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
      const key = isSplit ? `${start.slice(0, 7)} ${group.name}` : start.slice(0, 7);
      return {
        id: `${g}-${i}`,
        cells: [
          { text: period },
          ...(isSplit ? [{ text: group.name }] : []),
          { text: valueText(figure, locale), value: figure.value, published: publishedOf(figure, key) },
          { text: countText(figure, locale), value: figure.n ?? figure.denominator },
          ...(input.beside === null ? [] : besideCells(besides[i], key, locale)),
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

function besideCells(figure: Figure | undefined, key: string, locale: Locale): readonly TableCell[] {
  if (figure === undefined) return [{ text: '—', value: null }, { text: '' }];
  return [
    { text: valueText(figure, locale), value: figure.value, published: publishedOf(figure, key) },
    { text: countText(figure, locale), value: figure.n ?? figure.denominator },
  ];
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
