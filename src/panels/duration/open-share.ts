import type { DurationRisk, DurationRiskRow } from '../../query/duration-risk.ts';
import {
  kaplanMeier,
  survivalAt,
  type SurvivalAt,
  type SurvivalCurve,
} from '../../statistics/survival/kaplan-meier.ts';
import { restrictedMean, type RestrictedMean } from '../../statistics/survival/restricted-mean.ts';
import { survivalQuantile, type SurvivalQuantile } from '../../statistics/survival/survival-quantile.ts';
import { FEW_CASES } from '../figure/figure.ts';

/** Ages at which the share still open is read off. */
export const READ_AT = [90, 180, 365] as const;
/** Horizon of the restricted mean. */
export const YEAR_DAYS = 365;

/** What is estimated of one group. */
export interface OpenShare {
  readonly risk: DurationRisk;
  /** Cases that were under observation. */
  readonly n: number;
  readonly closed: number;
  readonly pending: number;
  readonly curve: SurvivalCurve;
  /** The last age at which at least 10 cases were at risk, before there are fewer. Null: fewer from the start. */
  readonly cut: number | null;
  /** Null where the curve does not come down to one half before the cut. */
  readonly median: SurvivalQuantile | null;
  /** Why there is no median: over half are open, or too few cases are left. */
  readonly isMedianCut: boolean;
  readonly at: readonly (SurvivalAt & { readonly isCut: boolean })[];
  /** Null unless cases were followed for a whole year, some of them to their end. */
  readonly mean: (RestrictedMean & { readonly mean: number; readonly standardError: number }) | null;
}

/** The Kaplan–Meier estimates of one risk table, none of them from fewer than 10 cases at risk. */
export function toOpenShare(risk: DurationRisk): OpenShare {
  const { rows } = risk;
  const [n, closed] = [sumOf(rows, 'leaving'), sumOf(rows, 'events')];
  const curve = kaplanMeier(rows);
  const cut = cutOf(rows);
  const quantile = survivalQuantile(curve, 0.5);
  const isMedianCut = quantile.time !== null && (cut === null || quantile.time > cut);
  const mean = restrictedMean(curve, YEAR_DAYS);
  const isFollowed = n >= FEW_CASES && closed > 0 && mean.usedTau === YEAR_DAYS;
  return {
    risk,
    n,
    closed,
    pending: n - closed,
    curve,
    cut,
    median: quantile.time === null || isMedianCut ? null : quantile,
    isMedianCut,
    at: READ_AT.map((time) => ({ ...survivalAt(curve, time), isCut: cut === null || time > cut })),
    mean:
      isFollowed && mean.mean !== null && mean.standardError !== null
        ? { ...mean, mean: mean.mean, standardError: mean.standardError }
        : null,
  };
}

function cutOf(rows: readonly DurationRiskRow[]): number | null {
  const first = rows.findIndex(({ atRisk }) => atRisk < FEW_CASES);
  if (first === 0) return null;
  return (first === -1 ? rows.at(-1) : rows[first - 1])?.time ?? null;
}

function sumOf(rows: readonly DurationRiskRow[], column: 'leaving' | 'events'): number {
  return rows.reduce((sum, row) => sum + row[column], 0);
}
