import type { Locale } from '../../text/bilingual.ts';
import { anonymousCourt } from '../../text/benchmark.ts';

/**
 * What a court is called on the page, in pictures, their tables and the `data-group` of a figure alike: our own by its
 * name, the peers by their place in the neutral order of all courts (`法院 7`) unless their names are switched on. Only
 * the controls that choose courts name them always.
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

/** What `court` is called; one that has no label is not named. */
export function courtLabel(labels: ReadonlyMap<string, string>, court: string): string {
  return labels.get(court) ?? '—';
}
