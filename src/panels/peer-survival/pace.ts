import type { DurationRisk } from '../../query/duration-risk.ts';
import { binomialTails } from '../../statistics/distribution/binomial.ts';
import { logRank, type GroupTable, type LogRank } from '../../statistics/survival/log-rank.ts';

/** How the pace of closing of two groups of courts differs: by cases as they are, and within procedures. */
export interface PaceTest {
  readonly result: LogRank;
  /**
   * The larger of the log-rank test's p and that of the exact test of the closings; null where they cannot be tested. The
   * log-rank test is a normal one: a court of a dozen cases would be called faster three times as often as it says.
   */
  readonly p: number | null;
  /** Our court closed more, or fewer, cases than it would have at the pace of both; null where that is the same. */
  readonly isFaster: boolean | null;
}

/** The log-rank test of all cases; expected closings are those at the pooled pace. */
export function crudePace(own: readonly DurationRisk[], others: readonly DurationRisk[]): PaceTest {
  const tables = (risks: readonly DurationRisk[], group: string): readonly GroupTable[] =>
    risks.filter(({ isTotal }) => isTotal).map(({ rows }) => ({ group, table: rows }));
  return toTest([...tables(own, 'own'), ...tables(others, 'others')]);
}

/** The log-rank test stratified by procedure: cases are compared within their procedure only. */
export function pacePerProcedure(own: readonly DurationRisk[], others: readonly DurationRisk[]): PaceTest {
  const tables = (risks: readonly DurationRisk[], group: string): readonly GroupTable[] =>
    risks
      .filter(({ isTotal }) => !isTotal)
      .map(({ procedure, rows }) => ({ group, stratum: procedure ?? '', table: rows }));
  return toTest([...tables(own, 'own'), ...tables(others, 'others')]);
}

function toTest(tables: readonly GroupTable[]): PaceTest {
  const result = logRank(tables);
  const own = result.groups.find(({ group }) => group === 'own');
  const excess = own === undefined ? 0 : own.observed - own.expected;
  const p = result.p === null ? null : Math.max(result.p, closingsByChance(result));
  return { result, p, isFaster: excess === 0 ? null : excess > 0 };
}

/**
 * How likely chance alone makes our part of the closings differ at least as much, the one-sided tail doubled. At one pace
 * every closing is ours as often as we are among those at risk; their number varies no more than a binomial one with the
 * same mean (Hoeffding 1956, Ann Math Stat 27:713).
 */
function closingsByChance({ groups }: LogRank): number {
  const all = groups.reduce((sum, { observed }) => sum + observed, 0);
  const own = groups.find(({ group }) => group === 'own');
  if (own === undefined || all === 0) return 1;
  const { atMost, atLeast } = binomialTails(own.observed, all, own.expected / all);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
