import type { MetricVariant } from '../metrics/metric.ts';
import type { DimensionId, Measure, MetricQuery, MissingReason, Period, ResultTable } from './metric-query.ts';
import { toCalendar, toSpine } from './period.ts';

/** `measure` without its figures in the rows that have a reason; a column that is lacking altogether is said first. */
export function withhold(measure: Measure, reasonAt: (row: number) => MissingReason | null): Measure {
  const reasons = measure.value.map((_, row) => reasonAt(row));
  if (reasons.every((reason) => reason === null)) return measure;
  const keep = (values: readonly (number | null)[]) =>
    values.map((value, i) => ((reasons[i] ?? null) === null ? value : null));
  return {
    ...measure,
    value: keep(measure.value),
    numerator: keep(measure.numerator),
    denominator: keep(measure.denominator),
    n: keep(measure.n),
    deviation: keep(measure.deviation),
    missing: measure.missing.map((missing, i) => {
      const reason = reasons[i] ?? null;
      return reason === null || missing?.startsWith('missing-column:') === true ? missing : reason;
    }),
  };
}

/** The days of every row. */
export function periodsOf(table: ResultTable, query: MetricQuery): readonly Period[] {
  const spine = toSpine(toCalendar(query.period, query.grain, query.monthStartDay));
  const byStart = new Map(spine.map((period) => [period.start, period]));
  return Array.from({ length: table.rowCount }, (_, row) => {
    return byStart.get(table.periodStart?.[row] ?? '') ?? query.period;
  });
}

/** Rows of the same days, court, matter and level have the same number, from 0: what these decide is decided once. */
export function placesOf(table: ResultTable, periods: readonly Period[]): readonly number[] {
  const numbers = new Map<string, number>();
  const { court, matter, level } = table.groups;
  return periods.map(({ start }, row) => {
    const place = JSON.stringify([start, court?.[row], matter?.[row], level?.[row]]);
    const number = numbers.get(place) ?? numbers.size;
    numbers.set(place, number);
    return number;
  });
}

/** Whether row `row` of `table` may count cases of this court, matter or level. */
export function isAccepted(
  table: ResultTable,
  query: MetricQuery,
  variant: MetricVariant,
  row: number,
  dimension: 'court' | 'matter' | 'level',
  value: string | null,
): boolean {
  const groups = table.groups[dimension satisfies DimensionId];
  if (groups !== undefined) return (groups[row] ?? null) === value;
  const isFixed = variant.fixes.some((fixed) => fixed === dimension);
  return isFixed || (query.filter[dimension]?.includes(value) ?? true);
}
