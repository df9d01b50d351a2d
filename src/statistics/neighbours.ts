import { sum } from './sample.ts';

/** A unit with the variables that describe its circumstances; null = not known for it. */
export interface DescribedUnit {
  readonly unit: string;
  readonly values: readonly (number | null)[];
}

export interface Neighbour {
  readonly unit: string;
  /** 0 = alike in everything, 1 = the farthest of all. */
  readonly distance: number;
  /** Share of each variable in the squared distance; null where the variable was not used. */
  readonly shares: readonly (number | null)[];
}

/**
 * The units nearest to `own` by their circumstances: every variable is standardised to mean 0 and standard deviation 1 over
 * all units, the distance is Euclidean, and the farthest is set to 1 (CIPFA Nearest Neighbours model). A variable that is
 * not known for every unit, or the same for all, is left out. Ascending; null where `own` is not among the units.
 */
export function nearestNeighbours(own: string, units: readonly DescribedUnit[]): readonly Neighbour[] | null {
  const self = units.find(({ unit }) => unit === own);
  if (self === undefined) return null;
  const scales = self.values.map((_, i) => spreadOf(units.map(({ values }) => values[i] ?? null)));
  const found = units
    .filter(({ unit }) => unit !== own)
    .map(({ unit, values }) => {
      const squares = scales.map((scale, i) => {
        const [a, b] = [values[i] ?? null, self.values[i] ?? null];
        return scale === null || a === null || b === null ? null : ((a - b) / scale) ** 2;
      });
      const total = sum(squares.map((square) => square ?? 0));
      return { unit, squares, total };
    });
  const farthest = Math.sqrt(Math.max(0, ...found.map(({ total }) => total)));
  return found
    .map(({ unit, squares, total }) => ({
      unit,
      distance: farthest === 0 ? 0 : Math.sqrt(total) / farthest,
      shares: squares.map((square) => (square === null || total === 0 ? null : square / total)),
    }))
    .sort((a, b) => a.distance - b.distance || (a.unit < b.unit ? -1 : 1));
}

/** Standard deviation (n − 1) of values that are all known; null where one is not, or all are the same. */
function spreadOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length || known.length < 2) return null;
  const mean = sum(known) / known.length;
  const variance = sum(known.map((value) => (value - mean) ** 2)) / (known.length - 1);
  return variance > 0 ? Math.sqrt(variance) : null;
}
