import { cumulativeIncidence } from '../survival/cumulative-incidence.ts';
import { kaplanMeier, limitsOf, standardErrorOf, survivalAt } from '../survival/kaplan-meier.ts';
import type { SurvivalCurve } from '../survival/kaplan-meier.ts';
import { logRank } from '../survival/log-rank.ts';
import { restrictedMean, restrictedMeanDifference } from '../survival/restricted-mean.ts';
import { observedOf, toRiskTable } from '../survival/risk-table.ts';
import type { FollowUp } from '../survival/risk-table.ts';
import { survivalQuantile } from '../survival/survival-quantile.ts';
import { knownNumbersOf, member, numberOf, sortNames, textOf } from './stat-case.ts';
import type { CaseRow, Json, StatMethod } from './stat-case.ts';

/** Rows with a time and a status as follow-ups. */
export function followUpsOf(rows: readonly CaseRow[]): readonly FollowUp[] {
  return rows.flatMap((row): FollowUp[] => {
    const [time, status, start] = [numberOf(row['time']), numberOf(row['status']), numberOf(row['start'])];
    if (time === null || status === null) return [];
    const isClosed = status === 1;
    return [start === null ? { time, isClosed } : { time, isClosed, start }];
  });
}

function quantileJson(curve: SurvivalCurve, p: number): Json {
  const loglog = survivalQuantile(curve, p, 'loglog');
  const log = survivalQuantile(curve, p, 'log');
  const plain = survivalQuantile(curve, p, 'plain');
  return {
    p,
    t: loglog.time,
    loglog_lo: loglog.lower,
    loglog_hi: loglog.upper,
    log_lo: log.lower,
    log_hi: log.upper,
    plain_lo: plain.lower,
    plain_hi: plain.upper,
  };
}

const km: StatMethod = ({ params, rows }) => {
  const followUps = observedOf(followUpsOf(rows));
  const curve = kaplanMeier(toRiskTable(followUps));
  return {
    n: followUps.length,
    events: followUps.filter(({ isClosed }) => isClosed).length,
    quantiles: [0.25, 0.5, 0.75].map((p) => quantileJson(curve, p)),
    table: curve.steps.map((step) => {
      const { lower, upper } = limitsOf(step);
      const counts = { time: step.time, n_risk: step.atRisk, n_event: step.events };
      return { ...counts, surv: step.survival, se: standardErrorOf(step), lo: lower, hi: upper };
    }),
    at: knownNumbersOf(member(params, 'at')).map((time) => {
      const { survival, standardError, lower, upper, atRisk } = survivalAt(curve, time);
      return { time, surv: survival, se: standardError, lo: lower, hi: upper, n_risk: atRisk };
    }),
    rmst: knownNumbersOf(member(params, 'tau')).map((tau) => {
      const { usedTau, mean, standardError } = restrictedMean(curve, tau);
      return { tau, tau_used: usedTau, rmst: mean, se: standardError };
    }),
  };
};

const logrank: StatMethod = ({ rows }) => {
  const usable = rows.filter(({ time, status, group }) => time !== null && status !== null && group !== null);
  const strata = new Map<string, Map<string, CaseRow[]>>();
  for (const row of usable) {
    const groups = strata.get(textOf(row['stratum'])) ?? new Map<string, CaseRow[]>();
    strata.set(textOf(row['stratum']), groups);
    const group = textOf(row['group']);
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [row]);
    else list.push(row);
  }
  const tables = [...strata].flatMap(([stratum, groups]) =>
    [...groups].map(([group, own]) => ({ stratum, group, table: toRiskTable(followUpsOf(own)) })),
  );
  const result = logRank(tables);
  const groups = sortNames(result.groups.map(({ group }) => group)).map((name) => {
    const own = result.groups.find(({ group }) => group === name);
    const n = usable.filter(({ group }) => textOf(group) === name).length;
    return { group: name, n, observed: own?.observed ?? 0, expected: own?.expected ?? 0 };
  });
  return { groups, chisq: result.chiSquare, df: result.degrees, p: result.p };
};

const rmst_diff: StatMethod = ({ params, rows }) => {
  const tau = numberOf(member(params, 'tau')) ?? NaN;
  const tableOf = (name: string) => toRiskTable(followUpsOf(rows.filter(({ group }) => textOf(group) === name)));
  const { first, second, interval, p } = restrictedMeanDifference(tableOf('0'), tableOf('1'), tau);
  return {
    tau: numberOf(tau),
    rmst0: first.mean,
    se0: first.standardError,
    rmst1: second.mean,
    se1: second.standardError,
    diff: interval?.difference ?? null,
    se: interval?.standardError ?? null,
    lo: interval?.lower ?? null,
    hi: interval?.upper ?? null,
    p,
  };
};

const cuminc: StatMethod = ({ params, rows }) => {
  const counts = rows.flatMap((row) => {
    const time = numberOf(row['time']);
    const state = textOf(row['state']);
    return time === null || state === '' ? [] : [{ time, outcome: state === 'censored' ? null : state, count: 1 }];
  });
  const curve = cumulativeIncidence(counts);
  return {
    states: curve.outcomes,
    at: knownNumbersOf(member(params, 'at')).map((time) => {
      const result = curve.at(time);
      const shares = result?.shares ?? [];
      return {
        time,
        pending: result?.pending ?? null,
        cif: Object.fromEntries(shares.map(({ outcome, incidence }) => [outcome, incidence])),
        se: Object.fromEntries(shares.map(({ outcome, standardError }) => [outcome, standardError])),
      };
    }),
  };
};

export const SURVIVAL_METHODS: Readonly<Record<string, StatMethod>> = { km, logrank, rmst_diff, cuminc };
