import type { Locale } from '../../text/bilingual.ts';
import { anonymousCourt } from '../../text/benchmark.ts';

/**
 * What a court is called in a picture: our own by its name, the peers by their place in the neutral order (`法院 7`)
 * unless their names are switched on. Tables and the list of courts always name them.
 */
export function toCourtLabels(
  order: readonly string[],
  ownCourt: string | null,
  arePeersNamed: boolean,
  locale: Locale,
): ReadonlyMap<string, string> {
  const peers = order.filter((name) => name !== ownCourt);
  const labels = new Map(peers.map((name, i) => [name, arePeersNamed ? name : anonymousCourt(i + 1)[locale]]));
  if (ownCourt !== null) labels.set(ownCourt, ownCourt);
  return labels;
}
