import type { Formula } from '../metrics/metric.ts';
import type { DimensionId } from '../schema/columns.ts';
import type { SliceKind } from '../schema/slice.ts';
import type { LackedColumn, UnreadColumn } from '../schema/unread.ts';
import type { SqlScalar } from '../sql/fragment.ts';
import type { ListSource } from './difference-list.ts';

export type { DimensionId };

/** Half-open range of whole days: `start` is in, `end` is not. ISO text. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

export type Grain = 'month' | 'quarter' | 'year';

/** Accepted values per dimension; a dimension that is absent is not restricted. `null` stands for "not known". */
export type CaseFilter = Readonly<Partial<Record<DimensionId, readonly (string | null)[]>>>;

export interface MetricRef {
  readonly id: string;
  /** Absent = the default variant of the definition. */
  readonly variant?: string;
}

/** What is asked, as data: measures x dimensions x where x when. */
export interface MetricQuery {
  readonly metrics: readonly MetricRef[];
  readonly groupBy: readonly DimensionId[];
  /** Absent = one figure for the whole period. Months follow `calendar`. */
  readonly grain?: Grain;
  readonly period: Period;
  readonly filter: CaseFilter;
  /** Day of month on which a statistical month starts and whether it is named after its end: 自然年 = 1, 12.21制 = 21. */
  readonly monthStartDay?: number;
  /** Absent = everything that is loaded; else one list of two that are compared. */
  readonly list?: ListSource;
}

/** A statement with its values, and what its columns mean. */
export interface CompiledQuery {
  readonly sql: string;
  readonly params: readonly SqlScalar[];
  /** How the columns of the SQL result map back to metrics; read by `toResultTable`. */
  readonly columns: readonly ResultColumn[];
  /** The metrics that were asked, in that order. */
  readonly metrics: readonly CompiledMetric[];
}

/** One metric of a compiled query. */
export interface CompiledMetric {
  /** `id`, or `id.variant` where a variant was named. */
  readonly key: string;
  readonly id: string;
  readonly variant: string | null;
  readonly kind: Formula['kind'];
  readonly requires: readonly string[];
  /** Counts appeals by the case they came from, and so needs at least one that is attributed. */
  readonly isAttributing: boolean;
}

/**
 * `evidence`: whether the data set holds at least one appeal that is attributed to an original case and has a result;
 * without any, a rate of 0 / N would be an invention. Its absence is reported as a missing 原审案号.
 */
export interface ResultColumn {
  readonly name: string;
  readonly role: 'time' | 'group' | 'value' | 'numerator' | 'denominator' | 'n' | 'deviation' | 'evidence';
  readonly metric?: string; // metric key `id.variant` or `id`
  readonly dimension?: DimensionId;
}

/**
 * Why a value is absent. `courts-incomplete`: of some of the courts only the appeals or only the first instance is
 * loaded. `before-data`: no case of the court was closed yet, so that only what was left of older filings is known.
 * `missing-column:NAME` names the column of `cases` that would make it possible; `slice:KIND`
 * says that the data are a slice which would make the value wrong; `unread:COLUMN:PERCENT` that of so many of its cases the
 * value of a column that decides it is not known; `lacked:COLUMN:PERCENT` that so many are from lists that have no such
 * column; `definition` that a court of a benchmark pack defines
 * the figure otherwise; `not-typed` that nobody typed it in for a court of a bulletin.
 */
export type MissingReason =
  | 'no-cases'
  | 'zero-denominator'
  | 'period-incomplete'
  | 'before-data'
  | 'suppressed'
  | 'courts-incomplete'
  | 'definition'
  | 'not-typed'
  | `missing-column:${string}`
  | `slice:${SliceKind}`
  | `unread:${UnreadColumn}:${number}`
  | `lacked:${LackedColumn}:${number}`;

/** One metric over all rows of a result. All arrays have `rowCount` entries. Rates are fractions (0.612), not percent. */
export interface Measure {
  readonly id: string;
  readonly variant: string | null;
  readonly value: readonly (number | null)[];
  /** Ratios: the two sums. Means: sum of days and n. Others: null. */
  readonly numerator: readonly (number | null)[];
  readonly denominator: readonly (number | null)[];
  readonly n: readonly (number | null)[];
  /** Sample standard deviation of the days (means only; null below 2 cases), for intervals. Others: null. */
  readonly deviation: readonly (number | null)[];
  readonly missing: readonly (MissingReason | null)[];
}

/** Rows are ordered by period, then by group; every period of the spine exists for every group that occurs. */
export interface ResultTable {
  readonly rowCount: number;
  /** First day of the row's period, ISO; null when no grain was asked. */
  readonly periodStart: readonly string[] | null;
  readonly groups: Readonly<Partial<Record<DimensionId, readonly (string | null)[]>>>;
  /** Keyed by `id` of the MetricRef, or `id.variant` where a variant was named. */
  readonly measures: Readonly<Record<string, Measure>>;
}
