import type { Measure, ResultTable } from './metric-query.ts';
import type { QueryColumns } from './result.ts';

/** The rows of every court of a table that is grouped by court (among others), each as a table of its own. */
export function splitByCourt(table: ResultTable): ReadonlyMap<string, ResultTable> {
  const pick = (rows: readonly number[]): ResultTable => ({
    rowCount: rows.length,
    periodStart: table.periodStart === null ? null : at(table.periodStart, rows, ''),
    groups: Object.fromEntries(
      Object.entries(table.groups).map(([dimension, values]) => [dimension, at(values, rows, null)]),
    ),
    measures: Object.fromEntries(
      Object.entries(table.measures).map(([key, measure]) => [key, rowsOfMeasure(measure, rows)]),
    ),
  });
  return new Map([...placesOf(table.groups.court ?? [])].map(([court, rows]) => [court, pick(rows)]));
}

/** The same of the rows of any statement with a column `court`. */
export function splitColumnsByCourt({ columns }: QueryColumns): ReadonlyMap<string, QueryColumns> {
  const pick = (rows: readonly number[]): QueryColumns => ({
    rowCount: rows.length,
    columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, at(values, rows, null)])),
  });
  return new Map([...placesOf((columns['court'] ?? []).map(String))].map(([court, rows]) => [court, pick(rows)]));
}

function placesOf(courts: readonly (string | null)[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  courts.forEach((court, row) => {
    if (court === null) return;
    const rows = places.get(court);
    if (rows === undefined) places.set(court, [row]);
    else rows.push(row);
  });
  return places;
}

function rowsOfMeasure(measure: Measure, rows: readonly number[]): Measure {
  return {
    ...measure,
    value: at(measure.value, rows, null),
    numerator: at(measure.numerator, rows, null),
    denominator: at(measure.denominator, rows, null),
    n: at(measure.n, rows, null),
    deviation: at(measure.deviation, rows, null),
    missing: at(measure.missing, rows, null),
  };
}

function at<Value, Nothing>(
  values: readonly Value[],
  rows: readonly number[],
  nothing: Nothing,
): readonly (Value | Nothing)[] {
  return rows.map((row) => values[row] ?? nothing);
}
