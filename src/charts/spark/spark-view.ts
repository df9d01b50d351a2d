/** A tiny line: the course of one figure, without axes. */
export interface SparkView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  /** Oldest first; null is a gap. */
  readonly values: readonly (number | null)[];
  /** The last period is not over: its point is hollow and joined by dots. */
  readonly isLastPartial?: boolean;
  /** Limits of ordinary variation by index of the first and last value they hold for. */
  readonly bands?: readonly SparkBand[];
}

export interface SparkBand {
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
  readonly centre: number | null;
}
