/** How many cases ended in one way, or were last seen pending, at one time: `GROUP BY time, outcome`. */
export interface OutcomeCount {
  /** Days since filing. */
  readonly time: number;
  /** Null = still pending when last seen (censored). */
  readonly outcome: string | null;
  readonly count: number;
}

export interface OutcomeShare {
  readonly outcome: string;
  /** Share of all filed cases that have ended this way. */
  readonly incidence: number;
  readonly standardError: number;
}

export interface IncidenceAt {
  readonly time: number;
  /** Share still pending. */
  readonly pending: number;
  readonly shares: readonly OutcomeShare[];
  /** Cases last seen at or after the time. 0: the curve is carried on, not observed. */
  readonly atRisk: number;
}

export interface CumulativeIncidence {
  /** Ascending by code point. */
  readonly outcomes: readonly string[];
  /** The shares at `time`. Null without cases. */
  readonly at: (time: number) => IncidenceAt | null;
}

/** The curve just after an event time, and the influence (f per outcome, s) of one case that is then still at risk. */
interface Step {
  readonly time: number;
  readonly atRisk: number;
  readonly pending: number;
  readonly incidence: readonly number[];
  readonly influence: readonly number[];
  readonly pendingInfluence: number;
}

/** Cases that left together, with their influence at that moment. */
interface Leavers {
  readonly time: number;
  readonly count: number;
  readonly step: Step;
  readonly influence: readonly number[];
  readonly pendingInfluence: number;
}

/**
 * Aalen–Johansen estimate of how cases end, competing outcomes apart (Aalen & Johansen 1978, Scand J Stat 5:141), with
 * the infinitesimal-jackknife standard error of R's `survfit`. Cases that leave at one time in one way share their
 * influence, so the work is (distinct times × outcomes) per time asked, however many cases there are.
 */
export function cumulativeIncidence(counts: readonly OutcomeCount[]): CumulativeIncidence {
  const outcomes = [...new Set(counts.map(({ outcome }) => outcome).filter((outcome) => outcome !== null))].sort();
  const { steps, leavers } = follow(counts, outcomes);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const at = (time: number): IncidenceAt | null => {
    const step = stepAt(steps, time);
    if (step === undefined || total === 0) return null;
    const left = leavers.filter((group) => group.time <= time);
    const remaining = total - left.reduce((sum, { count }) => sum + count, 0);
    const atRisk = counts.reduce((sum, row) => sum + (row.time >= time ? row.count : 0), 0);
    const shares = outcomes.map((outcome, j) => {
      const stayers = remaining * (step.influence[j] ?? 0) ** 2;
      const variance = left.reduce((sum, group) => sum + group.count * influenceAt(group, step, j) ** 2, stayers);
      return { outcome, incidence: step.incidence[j] ?? 0, standardError: Math.sqrt(variance) };
    });
    return { time, pending: step.pending, shares, atRisk };
  };
  return { outcomes, at };
}

/** The last step at or before `time`. */
function stepAt(steps: readonly Step[], time: number): Step | undefined {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}

/** After leaving, f moves only by s·(F(t) − F(u)) / S(u): the case itself no longer counts. */
function influenceAt({ step, influence, pendingInfluence }: Leavers, later: Step, j: number): number {
  const gain = (later.incidence[j] ?? 0) - (step.incidence[j] ?? 0);
  return (influence[j] ?? 0) + (gain === 0 ? 0 : (pendingInfluence * gain) / step.pending);
}

function follow(counts: readonly OutcomeCount[], outcomes: readonly string[]): { steps: Step[]; leavers: Leavers[] } {
  const byTime = new Map<number, OutcomeCount[]>();
  for (const row of [...counts].sort((a, b) => a.time - b.time)) {
    const rows = byTime.get(row.time);
    if (rows === undefined) byTime.set(row.time, [row]);
    else rows.push(row);
  }
  const zero = outcomes.map(() => 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let step: Step = {
    time: -Infinity,
    atRisk: total,
    pending: 1,
    incidence: zero,
    influence: zero,
    pendingInfluence: 0,
  };
  const steps: Step[] = [step];
  const leavers: Leavers[] = [];
  let atRisk = total;
  for (const [time, rows] of byTime) {
    const ended = outcomes.map((outcome) => countOf(rows, outcome));
    const before = step;
    if (ended.some((count) => count > 0)) {
      step = advance(before, time, atRisk, ended, null);
      steps.push(step);
      ended.forEach((count, j) => {
        if (count > 0) leavers.push({ time, count, ...leave(advance(before, time, atRisk, ended, j)) });
      });
    }
    const censored = countOf(rows, null);
    if (censored > 0) leavers.push({ time, count: censored, ...leave(step) });
    atRisk -= rows.reduce((sum, { count }) => sum + count, 0);
  }
  return { steps, leavers };
}

function leave(step: Step): Omit<Leavers, 'time' | 'count'> {
  return { step, influence: step.influence, pendingInfluence: step.pendingInfluence };
}

function countOf(rows: readonly OutcomeCount[], outcome: string | null): number {
  return rows.reduce((sum, row) => sum + (row.outcome === outcome ? row.count : 0), 0);
}

/**
 * The next step, with the influence of a case at risk that ends now as outcome number `own` (null: does not end now):
 * f += s·hⱼ + S⁻·(δⱼ − hⱼ)/n, then s = s·(1 − h) − S⁻·(δ − h)/n.
 */
function advance(before: Step, time: number, atRisk: number, ended: readonly number[], own: number | null): Step {
  const hazards = ended.map((count) => count / atRisk);
  const hazard = ended.reduce((sum, count) => sum + count, 0) / atRisk;
  const push = before.pending / atRisk;
  const isOwn = (j: number): number => (j === own ? 1 : 0);
  return {
    time,
    atRisk,
    pending: before.pending * (1 - hazard),
    incidence: hazards.map((h, j) => (before.incidence[j] ?? 0) + before.pending * h),
    influence: hazards.map((h, j) => (before.influence[j] ?? 0) + before.pendingInfluence * h + push * (isOwn(j) - h)),
    pendingInfluence: before.pendingInfluence * (1 - hazard) - push * ((own === null ? 0 : 1) - hazard),
  };
}
