/**
 * Name and version of the format. Version 1 had its days by quarter whatever the size of a court; it is read as well.
 * Readers of version 1 refuse version 2.
 */
export const PACK_FORMAT = 'court-metrics-benchmark';
export const PACK_VERSION = 2;
export const PACK_VERSIONS_READ: readonly unknown[] = [1, PACK_VERSION];

/** Stands for several kinds of case that were put together, because each alone had too few. */
export const MERGED = '*';

/** The dimensions that the cells of a pack are broken down by, in the order of a stratum. */
export const PACK_DIMENSIONS = ['matter', 'level', 'cause', 'procedure'] as const;
export type PackDimension = (typeof PACK_DIMENSIONS)[number];

/** A kind of case: one text per dimension, null = not stated, `MERGED` = several. */
export type Stratum = readonly (string | null)[];

/**
 * Counts and figures of courts without any case, to be compared with elsewhere. Plain JSON, so that whoever gives it away can read
 * what is in it. Sums over cells give every additive figure exactly; cells of fewer than `leastCases` are put together.
 */
export interface BenchmarkPack {
  readonly format: typeof PACK_FORMAT;
  readonly version: number;
  /** Local time of writing, 'YYYY-MM-DD HH:MM'. */
  readonly writtenAt: string;
  /** No cell counts fewer cases than this. */
  readonly leastCases: number;
  /** Day on which a statistical month starts. */
  readonly monthStartDay: number;
  readonly definitions: readonly PackDefinition[];
  readonly courts: readonly PackCourt[];
  /** SHA-256 of everything above, see `checksumOf`. */
  readonly checksum: string;
}

/** A text in both languages. */
export interface PackText {
  readonly zh: string;
  readonly en: string;
}

/** A definition in force when the pack was written. `fingerprint` changes with its formula. */
export interface PackDefinition {
  readonly metric: string;
  readonly variant: string | null;
  readonly label: PackText;
  readonly numerator: PackText;
  readonly denominator: PackText | null;
  readonly population: PackText;
  readonly fingerprint: string;
}

export interface PackCourt {
  readonly name: string;
  /** First and last day of the data, ISO. */
  readonly from: string;
  readonly to: string;
  /** Columns that the court's data lack; figures that need them are missing. */
  readonly lacking: readonly string[];
  readonly strata: readonly Stratum[];
  /** First days of the statistical months that cells refer to. */
  readonly months: readonly string[];
  /** By key of the metric, `id` or `id.variant`. */
  readonly cells: Readonly<Record<string, PackCells>>;
  /**
   * The cases whose month and kind were put together in `cells`, by year and kind (again `leastCases` at least): with the
   * cells that were not, the kinds of a whole year are known better than month by month. `month` counts years here.
   */
  readonly rests: Readonly<Record<string, PackCells>>;
  /** The years that `rests` refers to. */
  readonly years: readonly number[];
  readonly durations: readonly (DurationSketch | QuarterSketch)[];
  readonly courses: readonly CourseSketch[];
}

/** Parallel arrays: month and stratum (positions), the two sums, and for means the sum of squares of the days. */
export interface PackCells {
  readonly month: readonly number[];
  readonly stratum: readonly number[];
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
  readonly squares?: readonly number[];
}

/**
 * Days to disposition of the trial cases closed in a span of statistical months, in bins that hold at least `leastCases`
 * each. No two sketches of a court and kind of case overlap, so that nothing follows from their difference.
 */
export interface DurationSketch extends DurationBins {
  /** First day, and the day after the last: a quarter where a court closes many cases, else a year or several. */
  readonly start: string;
  readonly end: string;
}

/** As version 1 has it: by calendar quarter. */
export interface QuarterSketch extends DurationBins {
  /** First day of the quarter. */
  readonly quarter: string;
}

/** Matter and level are `MERGED` where either alone would tell of too few cases. */
interface DurationBins {
  readonly matter: string | null;
  readonly level: string | null;
  /** Parallel: shortest and longest days of a bin, and its cases. Bins do not overlap and ascend. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly count: readonly number[];
}

/** How the trial cases filed in a year went on: closed or still open at an age, in bins of at least `leastCases` each. */
export interface CourseSketch {
  readonly year: number;
  readonly matter: string | null;
  readonly level: string | null;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly closed: readonly number[];
  /** Still open when last seen at that age. */
  readonly open: readonly number[];
}
