import type { ValueAxis } from '../axis/value-axis.ts';

/** Units under each other with one value each: courts, departments, causes. Drawn in the order given. */
export interface RowView {
  /** One sentence for a screen reader: what, how many units, highest, lowest, own. */
  readonly summary: string;
  readonly axis: ValueAxis;
  readonly rows: readonly Row[];
  /** A value to compare with: the pooled one. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  /** Heading of the last column: `件数`, `n`. */
  readonly countHeading: string;
}

export interface Row {
  readonly id: string;
  readonly label: string;
  /** Null: not drawn; `text` says why. */
  readonly value: number | null;
  /** `61.2%`, or the reason. */
  readonly text: string;
  /** Bounds of the interval; null where there is none. */
  readonly interval: { readonly low: number; readonly high: number; readonly text: string } | null;
  /** Number of cases, at the right: `1,967`. */
  readonly count: string;
  /** `1,204 / 1,967 件`. */
  readonly detail: string;
  readonly isOwn: boolean;
}
