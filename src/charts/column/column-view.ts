import type { ValueAxis } from '../axis/value-axis.ts';

/** Columns in a row, each of one or more parts on top of each other, from zero. Drawn in the order given. */
export interface ColumnView {
  /** One sentence for a screen reader: what, from where to where, highest, last. */
  readonly summary: string;
  readonly axis: ValueAxis;
  /** Names of the parts, bottom first; one part without a name needs no key. */
  readonly parts: readonly string[];
  /** What a hatched column is: `上诉尚未审完`. Null where there is none. */
  readonly openLabel: string | null;
  readonly columns: readonly Column[];
  /** Horizontal lines to compare with; they need not start with the first column. */
  readonly references: readonly { readonly id: string; readonly value: number; readonly label: string }[];
}

export interface Column {
  readonly id: string;
  /** Under the axis; empty where nothing stands there. */
  readonly tick: string;
  /** Name in full: `2025年9月`. */
  readonly label: string;
  /** One value per part; empty where there is none, and `text` says why. */
  readonly values: readonly number[];
  readonly text: string;
  readonly detail: string;
  /** Not final: hatched. */
  readonly isOpen?: boolean;
  /** Ringed: beyond a limit. */
  readonly isMarked?: boolean;
}
