import { courtFlow } from '../court-flow.ts';
import { clopperPearsonInterval, wilsonInterval } from '../interval.ts';
import { median } from '../quantile.ts';
import { ratioOrNull } from '../sample.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { toRiskTable } from '../survival/risk-table.ts';
import { survivalQuantile } from '../survival/survival-quantile.ts';
import { listOf, member, numberOf, sortNames, textOf } from './stat-case.ts';
import type { CaseRow, Json, StatMethod } from './stat-case.ts';
import { followUpsOf } from './survival-methods.ts';

function isClosed(row: CaseRow): boolean {
  return numberOf(row['status']) === 1;
}

function isOutcome(row: CaseRow, outcome: string): boolean {
  return row['outcome'] === outcome;
}

function countOf(rows: readonly CaseRow[], name: string): number {
  return rows.reduce((total, row) => total + (numberOf(row[name]) ?? 0), 0);
}

function figuresOf(rows: readonly CaseRow[]) {
  const closed = rows.filter(isClosed);
  const settled = closed.filter((row) => isOutcome(row, 'settled')).length;
  const judgments = closed.filter((row) => isOutcome(row, 'judgment'));
  const reversed = countOf(judgments, 'reversed');
  const wilson = wilsonInterval(settled, closed.length);
  const exact = clopperPearsonInterval(reversed, judgments.length);
  const days = survivalQuantile(kaplanMeier(toRiskTable(followUpsOf(rows))), 0.5);
  return {
    filed: rows.length,
    closed: closed.length,
    pending: rows.length - closed.length,
    settled,
    settlement_rate: ratioOrNull(settled, closed.length),
    wilson_lo: wilson?.lower ?? null,
    wilson_hi: wilson?.upper ?? null,
    median_closed_days: median(closed.map((row) => numberOf(row['time'])).filter((time) => time !== null)),
    km_median: days.time,
    km_median_lo: days.lower,
    km_median_hi: days.upper,
    judgments: judgments.length,
    appealed: countOf(judgments, 'appealed'),
    reversed,
    reversal_rate: ratioOrNull(reversed, judgments.length),
    reversal_exact_lo: exact?.lower ?? null,
    reversal_exact_hi: exact?.upper ?? null,
  };
}

/** Stock and flow per month asked for, starting from nothing pending. */
function monthsOf(rows: readonly CaseRow[], months: readonly string[]): Json {
  const monthOf = (row: CaseRow, name: string): string => textOf(row[name]).slice(0, 7);
  let pendingStart = 0;
  return months.map((month) => {
    const closed = rows.filter((row) => monthOf(row, 'closed') === month);
    const incoming = rows.filter((row) => monthOf(row, 'filed') === month).length;
    const flow = courtFlow({ pendingStart, incoming, resolved: closed.length, days: 0 });
    pendingStart = flow.pendingEnd;
    return {
      month,
      incoming,
      resolved: closed.length,
      pending_end: flow.pendingEnd,
      clearance_rate: flow.clearanceRate === null ? null : 100 * flow.clearanceRate,
      settlement_rate: ratioOrNull(closed.filter((row) => isOutcome(row, 'settled')).length, closed.length),
    };
  });
}

const e2e: StatMethod = ({ params, rows }) => {
  const courts = sortNames(rows.map((row) => textOf(row['court'])).filter((court) => court !== ''));
  return {
    overall: figuresOf(rows),
    courts: courts.map((court) => ({ court, ...figuresOf(rows.filter((row) => textOf(row['court']) === court)) })),
    months: monthsOf(rows, listOf(member(params, 'months')).map(textOf)),
  };
};

export const COURT_METHODS: Readonly<Record<string, StatMethod>> = { e2e };
