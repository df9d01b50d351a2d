import type {
  CompiledMetric,
  CompiledQuery,
  Measure,
  MissingReason,
  ResultColumn,
  ResultTable,
} from './metric-query.ts';

/** A result as columns; the engine's `ColumnTable` is one. */
export interface QueryColumns {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
}

/**
 * The figures of a compiled query, from the rows that the engine returned. `presentColumns`: columns of `cases` that
 * hold at least one value; a metric that requires another has no value at all and says which column it lacks.
 */
export function toResultTable(
  compiled: CompiledQuery,
  table: QueryColumns,
  presentColumns: readonly string[],
): ResultTable {
  const time = compiled.columns.find(({ role }) => role === 'time');
  const groups = compiled.columns.flatMap((column) =>
    column.role === 'group' && column.dimension !== undefined
      ? [[column.dimension, textsOf(table, column.name)] as const]
      : [],
  );
  const isAttributed = compiled.columns
    .filter(({ role }) => role === 'evidence')
    .every(({ name }) => table.columns[name]?.[0] !== false);
  const measures = compiled.metrics.map((metric) => {
    const lacking = metric.requires.find((column) => !presentColumns.includes(column));
    const needsOriginal = metric.isAttributing && !isAttributed ? 'original_case_key' : undefined;
    return [metric.key, toMeasure(metric, compiled.columns, table, lacking ?? needsOriginal)] as const;
  });
  return {
    rowCount: table.rowCount,
    periodStart: time === undefined ? null : textsOf(table, time.name).map((text) => text ?? ''),
    groups: Object.fromEntries(groups),
    measures: Object.fromEntries(measures),
  };
}

function toMeasure(
  metric: CompiledMetric,
  columns: readonly ResultColumn[],
  table: QueryColumns,
  lacking: string | undefined,
): Measure {
  const { id, variant } = metric;
  const nothing = Array.from({ length: table.rowCount }, () => null);
  if (lacking !== undefined) {
    const missing = nothing.map((): MissingReason => `missing-column:${lacking}`);
    return {
      id,
      variant,
      value: nothing,
      numerator: nothing,
      denominator: nothing,
      n: nothing,
      deviation: nothing,
      missing,
    };
  }
  const read = (role: ResultColumn['role']) => {
    const column = columns.find((candidate) => candidate.metric === metric.key && candidate.role === role);
    return column === undefined ? nothing : numbersOf(table, column.name);
  };
  const [value, numerator, denominator, n] = [read('value'), read('numerator'), read('denominator'), read('n')];
  const missing = value.map((figure, i) =>
    figure === null ? reasonOf(metric, numerator[i] ?? null, n[i] ?? null) : null,
  );
  return {
    id,
    variant,
    value,
    numerator,
    denominator: metric.kind === 'balance' ? nothing : denominator,
    n,
    deviation: read('deviation'),
    missing,
  };
}

/** Why a figure is null: nothing at all, or something over nothing. */
function reasonOf(metric: CompiledMetric, numerator: number | null, n: number | null): MissingReason {
  if (metric.kind === 'balance') return (n ?? 0) > 0 ? 'period-incomplete' : 'no-cases';
  return (numerator ?? 0) !== 0 ? 'zero-denominator' : 'no-cases';
}

function textsOf(table: QueryColumns, column: string): readonly (string | null)[] {
  return (table.columns[column] ?? []).map((cell) => (cell === null ? null : String(cell)));
}

function numbersOf(table: QueryColumns, column: string): readonly (number | null)[] {
  return (table.columns[column] ?? []).map((cell) => (typeof cell === 'number' ? cell : null));
}
