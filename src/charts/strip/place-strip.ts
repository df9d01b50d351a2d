import { scaleLinear } from 'd3';
import type { StripView } from './strip-view.ts';

export interface PlacedStrip {
  readonly peers: readonly { readonly id: string; readonly x: number; readonly title: string }[];
  readonly ownX: number | null;
}

/** Half a diamond, so that marks at the ends are whole. */
const PAD = 8;

/** Positions on a line of `width` pixels that runs from the lowest to the highest value; all in the middle where they are equal. */
export function placeStrip(view: StripView, width: number): PlacedStrip {
  const known = view.peers.flatMap((peer) => (peer.value === null ? [] : [{ ...peer, value: peer.value }]));
  const values = [...known.map((peer) => peer.value), ...(view.own.value === null ? [] : [view.own.value])];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const scale = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([PAD, Math.max(PAD, width - PAD)]);
  return {
    peers: known.map((peer) => ({ id: peer.id, x: scale(peer.value), title: `${peer.label} ${peer.text}` })),
    ownX: view.own.value === null ? null : scale(view.own.value),
  };
}
