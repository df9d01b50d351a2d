import type { Bilingual } from '../text/bilingual.ts';
import type { Better } from './metric.ts';

/**
 * A reasonable range (合理区间) of a figure, as a court entered it: inside it a figure is 达标 and is not compared further
 * (domain.md §1.3). None is official here; what is shipped are local targets of named courts, to try with.
 */
export interface ReasonableRange {
  readonly metric: string;
  /** Null where the metric has one variant only. */
  readonly variant: string | null;
  /** 条线 that it applies to; null = all. */
  readonly matter: string | null;
  /** Rates as fractions. One of the two may be null, not both. */
  readonly low: number | null;
  readonly high: number | null;
  /** First day on which it is in force, and the last; null = until it is replaced. */
  readonly from: string;
  readonly to: string | null;
  /** Who set it: a document, a meeting; of a local target elsewhere, which court's. */
  readonly source: string;
}

/** 优于 · 区间内 · 未达; `outside` where neither side is favourable. */
export type RangeState = 'better' | 'inside' | 'short' | 'outside';

/** Where a figure stands: its state and how far it is from the range, in the unit of the metric; 0 inside. */
export interface RangeStanding {
  readonly range: ReasonableRange;
  readonly state: RangeState;
  /** Signed: below the range negative, above it positive. */
  readonly distance: number;
}

/**
 * The range in force for a figure on `day`: that of its own matter before one for all, the latest before an earlier one.
 * Null where none is.
 */
export function findRange(
  ranges: readonly ReasonableRange[],
  figure: { readonly metric: string; readonly variant: string | null; readonly matter: string | null },
  day: string,
): ReasonableRange | null {
  const fitting = ranges.filter(
    ({ metric, variant, matter, from, to }) =>
      metric === figure.metric &&
      variant === figure.variant &&
      (matter === null || matter === figure.matter) &&
      from <= day &&
      (to === null || day <= to),
  );
  const ordered = [...fitting].sort(
    (a, b) => Number(b.matter !== null) - Number(a.matter !== null) || (a.from < b.from ? 1 : -1),
  );
  return ordered[0] ?? null;
}

/** Where `value` stands to `range`; better or short only on the side that the metric calls favourable. */
export function standingIn(range: ReasonableRange, value: number, better: Better): RangeStanding {
  const below = range.low !== null && value < range.low ? value - range.low : 0;
  const above = range.high !== null && value > range.high ? value - range.high : 0;
  const distance = below + above;
  if (distance === 0) return { range, state: 'inside', distance };
  if (better === 'neither') return { range, state: 'outside', distance };
  return { range, state: distance > 0 === (better === 'up') ? 'better' : 'short', distance };
}

/** Local targets that courts published; none is national, none applies anywhere but there. Read in domain.md §1.3. */
export const LOCAL_TARGETS: readonly { readonly range: ReasonableRange; readonly court: Bilingual }[] = [
  {
    court: { zh: '济源(2022年)', en: 'Jiyuan, 2022' },
    range: {
      metric: 'mediation_rate',
      variant: 'a',
      matter: '民事',
      low: 0.27,
      high: null,
      from: '2022-01-01',
      to: null,
      source: '济源 2022 年本地目标:民事调解率 ≥ 27%',
    },
  },
  {
    court: { zh: '济源(2022年)', en: 'Jiyuan, 2022' },
    range: {
      metric: 'summary_rate',
      variant: null,
      matter: null,
      low: 0.9,
      high: null,
      from: '2022-01-01',
      to: null,
      source: '济源 2022 年本地目标:简易程序适用率 ≥ 90%',
    },
  },
  {
    court: { zh: '某省中院(半月谈)', en: 'an intermediate court, Banyuetan' },
    range: {
      metric: 'reversal_rate',
      variant: 'd3',
      matter: null,
      low: null,
      high: 0.1,
      from: '2022-01-01',
      to: null,
      source: '某省对中级法院的目标值:上诉案件改发率 < 10%(半月谈)',
    },
  },
];
