import { currentOwnCourt } from './current.ts';
import type { Dataset } from './dataset.svelte.ts';
import { keptGroups } from './peer-groups.ts';
import { peerCourts, type PeerOrigin } from './peer-answer.ts';
import type { Selection } from './selection.svelte.ts';

/** Every court that could stand in a comparison, with where its figures come from: loaded cases, then packs, then typed. */
export function allBenchmarkCourts(dataset: Dataset): ReadonlyMap<string, PeerOrigin> {
  const loaded = dataset.peerCourts.map((name) => [name, 'cases'] as const);
  return new Map<string, PeerOrigin>([...loaded, ...peerCourts(dataset.peers, dataset.courts)]);
}

/** Those of `allBenchmarkCourts` that are compared: our own and the chosen group; all, where no group is chosen. */
export function benchmarkCourts(selection: Selection, dataset: Dataset): ReadonlyMap<string, PeerOrigin> {
  const all = allBenchmarkCourts(dataset);
  const group = keptGroups(dataset.settings).find(({ name }) => name === selection.view.peerGroup);
  if (group === undefined) return all;
  const own = currentOwnCourt(selection, dataset);
  return new Map([...all].filter(([name]) => name === own || group.courts.includes(name)));
}
