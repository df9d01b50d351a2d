import type { SpineRow } from './spine-view.ts';

/** Positions in percent of the width of the plot; 50 is the median of the peers. Left is never right of right. */
export interface PlacedSpine {
  readonly left: number;
  readonly boxLeft: number;
  readonly boxRight: number;
  readonly right: number;
  /** Null: our value is not drawn. */
  readonly own: number | null;
}

/** Room for half a mark at either end. */
const MARGIN = 4;

/**
 * One row: the median in the middle, everything else by its distance from it in shares of the largest distance of any
 * court, ours included; mirrored where low is favourable. All in the middle where no court differs. Null without peers.
 */
export function placeSpine({
  spread,
  own,
  direction,
}: Pick<SpineRow, 'spread' | 'own' | 'direction'>): PlacedSpine | null {
  if (spread === null) return null;
  const { low, lowerQuartile, median, upperQuartile, high } = spread;
  const largest = Math.max(high - median, median - low, own === null ? 0 : Math.abs(own - median));
  const sign = direction === 'down' ? -1 : 1;
  const at = (value: number): number => 50 + (largest > 0 ? (sign * (value - median)) / largest : 0) * (50 - MARGIN);
  const [ends, box] = [
    [at(low), at(high)],
    [at(lowerQuartile), at(upperQuartile)],
  ];
  return {
    left: Math.min(...ends),
    boxLeft: Math.min(...box),
    boxRight: Math.max(...box),
    right: Math.max(...ends),
    own: own === null ? null : at(own),
  };
}
