import type { TableCell, TableColumn, TableView } from '../../charts/table/table-view.ts';
import type { DimensionId } from '../../query/metric-query.ts';
import { formatFigure, formatPeriod } from '../../text/format.ts';
import { TREND } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { SIGNALS } from '../../text/signals.ts';
import { countText, publishedOf, valueText } from '../figure/figure.ts';
import { judgedByStart } from '../signals/control-bands.ts';
import type { JudgedPeriod } from '../signals/control-limits.ts';
import { markText } from '../signals/control-words.ts';
import type { Group, TrendInput } from './trend-group.ts';
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
    ...(judged === null ? [] : limitColumns(input)),
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
          ...(judged === null ? [] : limitCells(judged.get(start), input)),
        ],
      };
    }),
  );
  return { caption, columns, rows };
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
