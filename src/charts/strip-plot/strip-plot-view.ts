import type { ValueAxis } from '../axis/value-axis.ts';

/** One value per unit as dots along one axis: where they lie, not who is first. */
export interface StripPlotView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  readonly axis: ValueAxis;
  readonly dots: readonly StripDot[];
  /** The middle half of the peers with their median; null where they are too few. */
  readonly middle: {
    readonly low: number;
    readonly high: number;
    readonly median: number;
    readonly text: string;
  } | null;
  /** The peers carry their labels in the picture, as far as there is room. */
  readonly areNamed: boolean;
}

export interface StripDot {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** `1,204 / 1,967 件`. */
  readonly detail: string;
  readonly isOwn: boolean;
}
