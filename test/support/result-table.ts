import type { DimensionId, Measure, ResultTable } from '../../src/query/metric-query.ts';

/** One row of a hand-made result; what is left out is null. */
export interface Numbers {
  readonly value?: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly deviation?: number;
  readonly missing?: Measure['missing'][number];
}

/** A measure as `toResultTable` makes it, from numbers written out in a test. */
export function measure(id: string, variant: string | null, rows: readonly Numbers[]): Measure {
  return {
    id,
    variant,
    value: rows.map((row) => row.value ?? null),
    numerator: rows.map((row) => row.numerator ?? null),
    denominator: rows.map((row) => row.denominator ?? null),
    n: rows.map((row) => row.n ?? row.denominator ?? null),
    deviation: rows.map((row) => row.deviation ?? null),
    missing: rows.map((row) => row.missing ?? null),
  };
}

/** A result table of measures keyed by id. */
export function resultTable(
  measures: readonly Measure[],
  parts: {
    readonly periodStart?: readonly string[];
    readonly groups?: Partial<Record<DimensionId, readonly (string | null)[]>>;
  } = {},
): ResultTable {
  return {
    rowCount: measures[0]?.value.length ?? 0,
    periodStart: parts.periodStart ?? null,
    groups: parts.groups ?? {},
    measures: Object.fromEntries(measures.map((entry) => [entry.id, entry])),
  };
}
