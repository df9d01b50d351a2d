import type { Neighbour } from '../../statistics/neighbours.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatCases, formatCount, formatNumber, formatPercent } from '../../text/format.ts';
import { NEIGHBOURS } from '../../text/neighbours.ts';
import type { CircumstanceKind, Circumstances } from './circumstances.ts';

/** A court that could be a neighbour, with its distance and what that is made of. */
export interface NeighbourRow {
  readonly unit: string;
  readonly distance: string;
  /** The circumstances that make most of it, each with both values and its part. */
  readonly parts: readonly string[];
}

const MOST_PARTS = 3;
/** A part below this is not told: it says nothing of why a court is far. */
const LEAST_SHARE = 0.05;

/** The courts as they are read, in the order of their distance. */
export function toNeighbourRows(
  neighbours: readonly Neighbour[],
  { variables, units }: Circumstances,
  own: string,
  locale: Locale,
): readonly NeighbourRow[] {
  const values = new Map(units.map(({ unit, values }) => [unit, values]));
  const ours = values.get(own) ?? [];
  return neighbours.map(({ unit, distance, shares }) => {
    const theirs = values.get(unit) ?? [];
    const parts = shares
      .flatMap((share, i) => (share === null || share < LEAST_SHARE ? [] : [{ share, i }]))
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_PARTS)
      .map(({ share, i }) => {
        const variable = variables[i];
        if (variable === undefined) return '';
        const [their, our] = [theirs[i] ?? 0, ours[i] ?? 0].map((value) => valueText(value, variable.kind, locale));
        return NEIGHBOURS.part(variable.label, their ?? '', our ?? '', formatPercent(share, 0))[locale];
      });
    return { unit, distance: formatNumber(distance, 2), parts };
  });
}

function valueText(value: number, kind: CircumstanceKind, locale: Locale): string {
  if (kind === 'cases') return formatCases(Math.round(Math.exp(value)), locale);
  if (kind === 'share') return formatPercent(value, 0);
  return kind === 'count' ? formatCount(value) : NEIGHBOURS[value === 1 ? 'yes' : 'no'][locale];
}

/** The variables that no distance uses: not known of some court, or the same for all. */
export function unusedOf(neighbours: readonly Neighbour[], { variables }: Circumstances): readonly Bilingual[] {
  const shares = neighbours.find(({ distance }) => distance > 0)?.shares ?? [];
  return variables.filter((_, i) => (shares[i] ?? null) === null).map(({ label }) => label);
}
