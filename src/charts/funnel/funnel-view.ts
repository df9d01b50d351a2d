import type { ValueAxis } from '../axis/value-axis.ts';

/**
 * What may be said of a unit. `better`/`worse`: beyond the limits that decide, with a favourable direction; `apart`: beyond
 * them without one; `none`: within them.
 */
export type Standing = 'better' | 'worse' | 'apart' | 'none';

/** Units by their size and value, with the limits within which chance may explain the distance from the target. */
export interface FunnelView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  readonly axis: ValueAxis;
  /** Under the horizontal axis: `结案数(件)`. */
  readonly sizeLabel: string;
  readonly formatSize: (size: number) => string;
  readonly points: readonly FunnelPoint[];
  readonly target: { readonly value: number; readonly label: string } | null;
  /** From the smallest size to the largest. */
  readonly limits: readonly FunnelLimitsAt[];
  readonly key: FunnelKey;
}

/** Words for the three kinds of lines. */
export interface FunnelKey {
  readonly deciding: string;
  readonly chance998: string;
  readonly chance95: string;
}

export interface FunnelPoint {
  readonly id: string;
  readonly label: string;
  /** Written beside the point where there is room; the own unit is always labelled. */
  readonly isLabelled: boolean;
  readonly size: number;
  readonly value: number;
  readonly text: string;
  /** `1,204 / 1,967 件 · 不能认定有差异`. */
  readonly detail: string;
  readonly standing: Standing;
  readonly isOwn: boolean;
}

export interface Band {
  readonly lower: number;
  readonly upper: number;
}

/** Limits at one size. */
export interface FunnelLimitsAt {
  readonly size: number;
  /** 99.8 % with the variation between units: the one that decides. Drawn thick and filled. */
  readonly deciding: Band;
  /** Chance alone. Drawn thin. */
  readonly chance998: Band;
  readonly chance95: Band;
}
