/** How values become positions and words on an axis. */
export interface ValueAxis {
  /** The unit, at the end of the axis: `天`; empty where the ticks carry it (`60%`). */
  readonly unit: string;
  /** Text of a tick; `step` is the distance to the next, so that digits can be as few as needed. */
  readonly formatTick: (value: number, step: number) => string;
  /** Values that cannot be exceeded: [0, 1] for a rate, [0, Infinity] for days and counts. */
  readonly bounds?: readonly [number, number];
  /** True: the axis starts at zero whatever the values are. */
  readonly isFromZero?: boolean;
  /** True: the values are counts, and no tick stands between two of them. */
  readonly isWhole?: boolean;
}

export interface PlacedTick {
  readonly value: number;
  readonly position: number;
  readonly text: string;
}
