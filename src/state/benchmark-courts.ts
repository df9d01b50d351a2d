import type { Dataset } from './dataset.svelte.ts';
import { peerCourts, type PeerOrigin } from './peer-answer.ts';

/** Every court that may stand in a comparison, with where its figures come from: loaded cases, then packs, then typed. */
export function benchmarkCourts(dataset: Dataset): ReadonlyMap<string, PeerOrigin> {
  const loaded = dataset.peerCourts.map((name) => [name, 'cases'] as const);
  return new Map<string, PeerOrigin>([...loaded, ...peerCourts(dataset.peers, dataset.courts)]);
}
