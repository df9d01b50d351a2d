import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { MERGED } from '../../query/pack.ts';
import { toKey } from '../../query/resolve.ts';
import { kitagawa, type CategoryChange, type KitagawaDecomposition } from '../../statistics/kitagawa.ts';

/** The counts (or sums of days) of both sides per category: 1 = the other side, 2 = our court. */
export interface Gap {
  readonly categories: readonly CategoryChange[];
  readonly result: KitagawaDecomposition;
}

/**
 * Our court against the courts of `others`, pooled, by the second dimension of `table` (grouped by court and one more).
 * A category that is not stated has the empty name.
 */
export function toGap(ref: MetricRef, table: ResultTable, ownCourt: string, others: readonly string[]): Gap {
  const measure = table.measures[toKey(ref)];
  const names = Object.entries(table.groups).find(([dimension]) => dimension !== 'court')?.[1] ?? [];
  const peers = new Set(others);
  const found = new Map<string, CategoryChange>();
  (table.groups.court ?? []).forEach((court, row) => {
    const isOwn = court === ownCourt;
    if (measure === undefined || court === null || (!isOwn && !peers.has(court))) return;
    const category = names[row] ?? '';
    const x = measure.numerator[row] ?? 0;
    const n = measure.denominator[row] ?? measure.n[row] ?? 0;
    const before = found.get(category) ?? { category, x1: 0, n1: 0, x2: 0, n2: 0 };
    found.set(
      category,
      isOwn ? { ...before, x2: before.x2 + x, n2: before.n2 + n } : { ...before, x1: before.x1 + x, n1: before.n1 + n },
    );
  });
  const known = [...found.values()].filter(({ n1, n2, x1, x2 }) => n1 + n2 + x1 + x2 > 0);
  const categories = toCommonCategories(known);
  return { categories, result: kitagawa(categories) };
}

/** One bar of the gap: the effect of one category, or of all small ones together (`category` null). */
export interface GapEffect {
  readonly kind: 'mix' | 'rate';
  readonly category: string | null;
  readonly effect: number;
}

/** The `most` largest effects of each kind, in the order of size, and the rest in one; all add up to the gap. */
export function toEffects({ result }: Gap, most: number): readonly GapEffect[] {
  return (['mix', 'rate'] as const).flatMap((kind) => {
    const effects = result.categories
      .map(({ category, centredMix, rate }) => ({ kind, category, effect: kind === 'mix' ? centredMix : rate }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
    const rest = effects.slice(most);
    if (rest.length < 2) return effects;
    const effect = rest.reduce((sum, one) => sum + one.effect, 0);
    return [...effects.slice(0, most), { kind, category: null, effect }];
  });
}

/** Cases that each side needs of a category, where packs put rare ones together. */
const FEWEST_CASES = 20;

/** Where one side has rare categories put together, the other side's rare ones join them: else each would stand alone. */
function toCommonCategories(categories: readonly CategoryChange[]): readonly CategoryChange[] {
  const merged = categories.find(({ category }) => category === MERGED);
  if (merged === undefined) return categories;
  const isCommon = ({ category, n1, n2 }: CategoryChange) =>
    category !== MERGED && n1 >= FEWEST_CASES && n2 >= FEWEST_CASES;
  const rest = categories
    .filter((one) => !isCommon(one))
    .reduce(
      (sum, { x1, n1, x2, n2 }) => ({
        category: MERGED,
        x1: sum.x1 + x1,
        n1: sum.n1 + n1,
        x2: sum.x2 + x2,
        n2: sum.n2 + n2,
      }),
      { category: MERGED, x1: 0, n1: 0, x2: 0, n2: 0 },
    );
  return [...categories.filter(isCommon), rest];
}
