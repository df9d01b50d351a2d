/** A label that wants to stand at `y`, the middle of its line of text. */
export interface WantedLabel {
  readonly id: string;
  readonly y: number;
  /** Lower is kept longer where there is no room for all. */
  readonly rank: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly y: number;
}

interface Cluster {
  readonly members: readonly WantedLabel[];
  readonly top: number;
}

/**
 * Moves labels apart so that they stand at least `lineHeight` from each other within `top`…`bottom`, each as near to
 * its wish as can be: neighbours that touch are centred on the mean of their wishes. Those of highest rank are left out
 * where not all fit.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  lineHeight: number,
  top: number,
  bottom: number,
): PlacedLabel[] {
  const room = Math.max(0, Math.floor((bottom - top) / lineHeight) + 1);
  const kept = [...wanted].sort((a, b) => a.rank - b.rank).slice(0, room);
  const ordered = kept.sort((a, b) => a.y - b.y || a.rank - b.rank);
  const clusters: Cluster[] = [];
  for (const label of ordered) {
    let cluster = toCluster([label], lineHeight, top, bottom);
    for (let above = clusters.at(-1); above && endOf(above, lineHeight) > cluster.top; above = clusters.at(-1)) {
      clusters.pop();
      cluster = toCluster([...above.members, ...cluster.members], lineHeight, top, bottom);
    }
    clusters.push(cluster);
  }
  return clusters.flatMap(({ members, top: first }) => members.map(({ id }, i) => ({ id, y: first + i * lineHeight })));
}

function endOf(cluster: Cluster, lineHeight: number): number {
  return cluster.top + cluster.members.length * lineHeight;
}

function toCluster(members: readonly WantedLabel[], lineHeight: number, top: number, bottom: number): Cluster {
  const wish = members.reduce((sum, label, i) => sum + label.y - i * lineHeight, 0) / members.length;
  const last = bottom - (members.length - 1) * lineHeight;
  return { members, top: Math.max(top, Math.min(last, wish)) };
}
