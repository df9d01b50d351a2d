import { chiSquareUpper } from '../distribution/gamma.ts';
import { solve } from '../linear-algebra.ts';
import { finiteOrNull } from '../sample.ts';
import type { RiskTable } from './risk-table.ts';

/** The risk table of one group within one stratum. */
export interface GroupTable {
  readonly group: string;
  /** Groups are compared within strata only; absent = one stratum. */
  readonly stratum?: string;
  readonly table: RiskTable;
}

export interface GroupEvents {
  readonly group: string;
  readonly observed: number;
  /** Closings if the group closed at the pooled pace. */
  readonly expected: number;
}

export interface LogRank {
  /** In the order in which groups first occur. */
  readonly groups: readonly GroupEvents[];
  /** Null where fewer than two groups can be compared. */
  readonly chiSquare: number | null;
  /** Groups with expected > 0, less 1. */
  readonly degrees: number;
  readonly p: number | null;
}

interface Totals {
  readonly observed: number[];
  readonly expected: number[];
  readonly covariance: number[][];
}

/**
 * Log-rank test of equal closing pace (Mantel 1966; Peto & Peto 1972, JRSS A 135:185) with the hypergeometric variance,
 * summed over event times and strata. Works on risk tables: linear in their rows, quadratic in the number of groups.
 */
export function logRank(tables: readonly GroupTable[]): LogRank {
  const names = [...new Set(tables.map(({ group }) => group))];
  const totals: Totals = {
    observed: names.map(() => 0),
    expected: names.map(() => 0),
    covariance: names.map(() => names.map(() => 0)),
  };
  for (const stratum of new Set(tables.map(({ stratum }) => stratum))) {
    const own = tables.filter((table) => table.stratum === stratum);
    addStratum(
      totals,
      names.map((name) => own.find(({ group }) => group === name)?.table ?? []),
    );
  }
  const groups = names.map((group, i) => ({
    group,
    observed: totals.observed[i] ?? 0,
    expected: totals.expected[i] ?? 0,
  }));
  const compared = groups.flatMap(({ expected }, i) => (expected > 0 ? [i] : []));
  const degrees = compared.length - 1;
  const chiSquare = statisticOf(totals, compared.slice(1));
  return {
    groups,
    chiSquare,
    degrees,
    p: chiSquare === null ? null : finiteOrNull(chiSquareUpper(chiSquare, degrees)),
  };
}

/** (O − E)ᵀ V⁻¹ (O − E) over `kept` groups; null where V is singular or no group is kept. */
function statisticOf({ observed, expected, covariance }: Totals, kept: readonly number[]): number | null {
  if (kept.length === 0) return null;
  const excess = kept.map((i) => (observed[i] ?? NaN) - (expected[i] ?? NaN));
  const solution = solve(
    kept.map((i) => kept.map((j) => covariance[i]?.[j] ?? NaN)),
    excess,
  );
  return solution === null ? null : excess.reduce((total, value, k) => total + value * (solution[k] ?? NaN), 0);
}

function addStratum(totals: Totals, tables: readonly RiskTable[]): void {
  const times = [
    ...new Set(tables.flatMap((table) => table.filter(({ events }) => events > 0).map(({ time }) => time))),
  ];
  times.sort((a, b) => a - b);
  const position = tables.map(() => 0);
  for (const time of times) {
    const rows = tables.map((table, g) => {
      let i = position[g] ?? 0;
      while ((table[i]?.time ?? Infinity) < time) i++;
      position[g] = i;
      const row = table[i];
      return { atRisk: row?.atRisk ?? 0, events: row?.time === time ? row.events : 0 };
    });
    addTime(totals, rows);
  }
}

function addTime(
  { observed, expected, covariance }: Totals,
  rows: readonly { atRisk: number; events: number }[],
): void {
  const n = rows.reduce((total, { atRisk }) => total + atRisk, 0);
  const d = rows.reduce((total, { events }) => total + events, 0);
  const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
  rows.forEach(({ atRisk, events }, i) => {
    observed[i] = (observed[i] ?? 0) + events;
    expected[i] = (expected[i] ?? 0) + (d * atRisk) / n;
    const line = covariance[i];
    if (line === undefined || spread === 0 || atRisk === 0) return;
    rows.forEach((other, j) => {
      const share = (i === j ? 1 : 0) - other.atRisk / n;
      line[j] = (line[j] ?? 0) + (spread * atRisk * share) / n;
    });
  });
}
