import { columnsOf, mayCount } from '../metrics/formula-reach.ts';
import { CATALOG, findMetric, findVariant } from '../metrics/index.ts';
import type { MetricDefinition, MetricVariant, Population } from '../metrics/metric.ts';
import type { HealthCheck } from './health-checks.ts';
import type { FaultImpact } from './health-impact.ts';
import type { MetricRef, ResultTable } from './metric-query.ts';
import { toKey } from './resolve.ts';

/** The figures whose range is computed: those that stand first on the overview. */
export const BOUNDED_METRICS: readonly MetricRef[] = [
  { id: 'settlement_rate' },
  { id: 'mean_days' },
  { id: 'reversal_rate' },
];

/** Between which values a figure would lie, had the cases at fault been right in any way whatever. */
export interface FaultBound {
  readonly metric: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Cases at fault that could belong to the population. */
  readonly n: number;
}

/** The metrics that a fault touches, in the order of the catalogue: those computed from a column that is at fault. */
export function touchedMetrics({ columns, isAbsence }: HealthCheck): readonly MetricDefinition[] {
  return CATALOG.filter(({ variants }) => isAbsence === true || isTouched(variants[0], columns));
}

function isTouched(variant: MetricVariant, columns: HealthCheck['columns']): boolean {
  const own = columnsOf(variant);
  return columns.some((column) => own.includes(column));
}

/**
 * Bounds of the `BOUNDED_METRICS` that `check` touches. The cases at fault are taken out of the figure as it is; then
 * all that could belong to it are put back, none of them or every one of them in the numerator (each with 0 days, or
 * with the longest time that a case took). `table` holds the figures over the days of `impacts`, without groups.
 *
 * @param n cases at fault, for cases that are not loaded.
 */
export function boundsOf(
  check: HealthCheck,
  n: number,
  impacts: readonly FaultImpact[],
  table: ResultTable,
): readonly FaultBound[] {
  const touched = touchedMetrics(check);
  const own = impacts.filter(({ id }) => id === check.id);
  return BOUNDED_METRICS.flatMap((ref, i) => {
    const definition = findMetric(ref.id);
    const variant = definition && findVariant(definition, ref.variant);
    const measure = table.measures[toKey(ref)];
    const [value, numerator, denominator] = [measure?.value[0], measure?.numerator[0], measure?.denominator[0]];
    if (definition === undefined || variant === undefined || !touched.includes(definition)) return [];
    if (typeof value !== 'number' || typeof numerator !== 'number' || typeof denominator !== 'number') return [];
    const populations = populationsOf(variant);
    if (populations === null) return [];
    const reach = (of: Population) =>
      check.isAbsence === true ? n : own.reduce((sum, impact) => sum + (mayCount(of, impact) ? impact.n : 0), 0);
    const sum = (part: 'numerator' | 'denominator') =>
      own.reduce((total, { parts }) => total + (parts[i]?.[part] ?? 0), 0);
    const inDenominator = reach(populations.denominator);
    const inNumerator = reach(populations.numerator);
    if (inDenominator + inNumerator === 0) return [];
    // A list with more gaps than cases is a sample: its range would be everything.
    if (check.isAbsence === true && n > denominator) return [];
    const amount = populations.isMean ? Math.max(0, ...impacts.map(({ longestDays }) => longestDays)) : 1;
    const kept = { numerator: numerator - sum('numerator'), denominator: denominator - sum('denominator') };
    const whole = kept.denominator + inDenominator;
    const least = populations.isNested ? whole : kept.denominator;
    if (whole <= 0 || least <= 0) return [];
    const high = (kept.numerator + inNumerator * amount) / least;
    return [{ metric: ref.id, value, low: kept.numerator / whole, high, n: Math.max(inDenominator, inNumerator) }];
  });
}

/** `isNested`: every case of the numerator is one of the denominator too. Null where a formula has several parts. */
function populationsOf({
  formula,
}: MetricVariant): { numerator: Population; denominator: Population; isNested: boolean; isMean: boolean } | null {
  if (formula.kind === 'duration')
    return { numerator: formula.of, denominator: formula.of, isNested: true, isMean: true };
  if (formula.kind !== 'ratio') return null;
  const [numerator, ...others] = formula.numerator;
  const [denominator, ...more] = formula.denominator;
  if (numerator === undefined || denominator === undefined || others.length + more.length > 0) return null;
  const isNested = numerator.of.relation === denominator.of.relation && numerator.of.event === denominator.of.event;
  return { numerator: numerator.of, denominator: denominator.of, isNested, isMean: false };
}
