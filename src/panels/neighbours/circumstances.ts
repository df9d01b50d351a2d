import { highCourtOf, parseCourtCode } from '../../court/court-code.ts';
import type { ResultTable } from '../../query/metric-query.ts';
import type { DescribedUnit } from '../../statistics/neighbours.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { NEIGHBOURS } from '../../text/neighbours.ts';

/** Causes and procedures that are variables of their own: the most frequent over all courts. */
const MOST_CAUSES = 8;
const MOST_PROCEDURES = 3;
const MATTERS = ['刑事', '民事', '行政', '执行'] as const;

/** Answers for 新收, by court and one thing more. */
export interface CircumstanceTables {
  readonly matter: ResultTable;
  readonly cause: ResultTable;
  readonly procedure: ResultTable;
  /** By court and judge, of the loaded cases only. */
  readonly judge: ResultTable;
}

/** How the values of a variable are written: the logarithm of a number of cases, a share, a number, alike or not. */
export type CircumstanceKind = 'cases' | 'share' | 'count' | 'alike';

/** The courts as described by their circumstances; `variables` name the values in their order. */
export interface Circumstances {
  readonly variables: readonly { readonly label: Bilingual; readonly kind: CircumstanceKind }[];
  readonly units: readonly DescribedUnit[];
  /** Courts without a case filed in the period: nothing describes them. */
  readonly without: readonly string[];
}

/**
 * Caseload (logarithm of the cases filed), shares of the matters, of the most frequent causes and procedures, number of
 * judges, and whether the court is of the same tier and under the same high court as ours. None of them is a figure that courts are judged by.
 */
export function toCircumstances(
  courts: readonly string[],
  tables: CircumstanceTables,
  codeOf: (court: string) => string | null,
  ownCourt: string,
): Circumstances {
  const counts = {
    matter: countsOf(tables.matter, 'matter'),
    cause: countsOf(tables.cause, 'cause'),
    procedure: countsOf(tables.procedure, 'procedure'),
    judge: countsOf(tables.judge, 'judge'),
  };
  const causes = mostFrequent(counts.cause, courts, MOST_CAUSES);
  const procedures = mostFrequent(counts.procedure, courts, MOST_PROCEDURES);
  const [ownTier, ownRegion] = [tierOf(codeOf(ownCourt)), regionOf(codeOf(ownCourt))];
  const variables = [
    { label: NEIGHBOURS.incoming, kind: 'cases' },
    ...[...MATTERS, ...causes, ...procedures].map(
      (name) => ({ label: NEIGHBOURS.share(name), kind: 'share' }) as const,
    ),
    { label: NEIGHBOURS.judges, kind: 'count' },
    { label: NEIGHBOURS.tier, kind: 'alike' },
    { label: NEIGHBOURS.region, kind: 'alike' },
  ] as const;
  // One court without cases would leave no variable that is known of all.
  const [described, without] = [true, false].map((has) =>
    courts.filter((court) => totalOf(counts.matter.get(court)) > 0 === has),
  );
  const units = (described ?? []).map((unit) => {
    const all = totalOf(counts.matter.get(unit));
    const share = (of: ReadonlyMap<string, number> | undefined, name: string): number | null => {
      const total = totalOf(of);
      return total === 0 ? null : (of?.get(name) ?? 0) / total;
    };
    const judges = counts.judge.get(unit)?.size ?? 0;
    const [tier, region] = [tierOf(codeOf(unit)), regionOf(codeOf(unit))];
    return {
      unit,
      values: [
        Math.log(all),
        ...MATTERS.map((name) => share(counts.matter.get(unit), name)),
        ...causes.map((name) => share(counts.cause.get(unit), name)),
        ...procedures.map((name) => share(counts.procedure.get(unit), name)),
        judges > 0 ? judges : null,
        tier === null || ownTier === null ? null : Number(tier === ownTier),
        region === null || ownRegion === null ? null : Number(region === ownRegion),
      ],
    };
  });
  return { variables, units, without: without ?? [] };
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** 新收 per court and named value of `dimension`; what is not stated is left out. */
function countsOf(table: ResultTable, dimension: 'matter' | 'cause' | 'procedure' | 'judge'): Counts {
  const values = table.measures['incoming']?.value ?? [];
  const names = table.groups[dimension] ?? [];
  const found = new Map<string, Map<string, number>>();
  (table.groups.court ?? []).forEach((court, i) => {
    const [name, count] = [names[i] ?? null, values[i] ?? 0];
    if (court === null || name === null || count === 0) return;
    const own = found.get(court) ?? new Map<string, number>();
    found.set(court, own.set(name, (own.get(name) ?? 0) + count));
  });
  return found;
}

function totalOf(counts: ReadonlyMap<string, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

/** The most frequent names over all courts, the alphabet deciding between equals. */
function mostFrequent(counts: Counts, courts: readonly string[], most: number): readonly string[] {
  const totals = new Map<string, number>();
  for (const court of courts)
    for (const [name, count] of counts.get(court) ?? []) totals.set(name, (totals.get(name) ?? 0) + count);
  return [...totals]
    .filter(([name]) => name !== '*')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}

function tierOf(code: string | null): string | null {
  return code === null ? null : (parseCourtCode(code)?.tier ?? null);
}

function regionOf(code: string | null): string | null {
  return code === null ? null : highCourtOf(code);
}
