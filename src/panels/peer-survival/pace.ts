import type { DurationRisk } from '../../query/duration-risk.ts';
import { logRank, type GroupTable, type LogRank } from '../../statistics/survival/log-rank.ts';

/** How the pace of closing of two groups of courts differs: by cases as they are, and within procedures. */
export interface PaceTest {
  readonly result: LogRank;
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
  return { result, isFaster: excess === 0 ? null : excess > 0 };
}
