import { ratioOrNull, sum } from './sample.ts';

/** One category (case type) in two periods: n cases and x of them, or a sum of days over them. */
export interface CategoryChange {
  readonly category: string;
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
}

export interface CategoryEffect {
  readonly category: string;
  readonly share1: number;
  readonly share2: number;
  /** Null where the category has no case in the period. */
  readonly rate1: number | null;
  readonly rate2: number | null;
  readonly mix: number;
  /** The mix effect relative to the overall rate: the one to show per category; same sum as `mix`. */
  readonly centredMix: number;
  readonly rate: number;
}

/** Two-fold effects with averaged weights. */
export interface TwoFold {
  /** rate2 − rate1 = mix + rate. */
  readonly total: number;
  /** Because the categories' shares changed. */
  readonly mix: number;
  /** Because the categories' own rates changed. */
  readonly rate: number;
}

/** Three-fold effects with the weights of period 1; they add up to the same total. */
export interface ThreeFold {
  readonly mix: number;
  readonly rate: number;
  readonly interaction: number;
}

export interface KitagawaDecomposition {
  readonly rate1: number | null;
  readonly rate2: number | null;
  /** Null where a period has no case. */
  readonly effects: (TwoFold & { readonly fromFirst: ThreeFold }) | null;
  readonly categories: readonly CategoryEffect[];
}

/**
 * Splits the change of a rate or mean between two periods into case mix and the categories' own change
 * (Kitagawa 1955, JASA 50:1168; Das Gupta 1993). A category absent in one period takes the other period's rate, so that
 * its whole effect is mix. Medians cannot be decomposed.
 */
export function kitagawa(categories: readonly CategoryChange[]): KitagawaDecomposition {
  const n1 = sum(categories.map((c) => c.n1));
  const n2 = sum(categories.map((c) => c.n2));
  const rate1 = ratioOrNull(sum(categories.map((c) => c.x1)), n1);
  const rate2 = ratioOrNull(sum(categories.map((c) => c.x2)), n2);
  if (rate1 === null || rate2 === null) return { rate1, rate2, effects: null, categories: [] };
  const parts = categories.map((c) => partOf(c, n1, n2));
  return {
    rate1,
    rate2,
    effects: {
      total: rate2 - rate1,
      mix: sum(parts.map((p) => mixOf(p))),
      rate: sum(parts.map((p) => rateOf(p))),
      fromFirst: {
        mix: sum(parts.map((p) => p.shareChange * p.from)),
        rate: sum(parts.map((p) => p.share1 * (p.to - p.from))),
        interaction: sum(parts.map((p) => p.shareChange * (p.to - p.from))),
      },
    },
    categories: categories.map((c, i) => effectOf(c, parts[i] ?? partOf(c, n1, n2), (rate1 + rate2) / 2)),
  };
}

interface Part {
  readonly share1: number;
  readonly share2: number;
  readonly shareChange: number;
  /** Rates with gaps filled from the other period. */
  readonly from: number;
  readonly to: number;
}

function partOf({ x1, n1, x2, n2 }: CategoryChange, total1: number, total2: number): Part {
  const rate1 = ratioOrNull(x1, n1);
  const rate2 = ratioOrNull(x2, n2);
  const share1 = n1 / total1;
  const share2 = n2 / total2;
  return { share1, share2, shareChange: share2 - share1, from: rate1 ?? rate2 ?? 0, to: rate2 ?? rate1 ?? 0 };
}

function mixOf({ shareChange, from, to }: Part, centre = 0): number {
  return shareChange * ((from + to) / 2 - centre);
}

function rateOf({ share1, share2, from, to }: Part): number {
  return ((to - from) * (share1 + share2)) / 2;
}

function effectOf({ category, x1, n1, x2, n2 }: CategoryChange, part: Part, centre: number): CategoryEffect {
  const { share1, share2 } = part;
  const rates = { rate1: ratioOrNull(x1, n1), rate2: ratioOrNull(x2, n2) };
  return { category, share1, share2, ...rates, mix: mixOf(part), centredMix: mixOf(part, centre), rate: rateOf(part) };
}
