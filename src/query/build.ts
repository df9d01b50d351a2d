import { type Fragment, name, sql } from '../sql/fragment.ts';
import type { MetricVariant } from '../metrics/metric.ts';
import { type Atom, isStock, type NamedAtom } from './atom.ts';
import { toEventScan, toQuantileScan } from './event-scan.ts';
import type { ResultColumn } from './metric-query.ts';
import { toMonthlyScan } from './monthly-scan.ts';
import { type Output, toOutput } from './output.ts';
import type { ResolvedMetric, ResolvedQuery } from './resolve.ts';
import type { Scan } from './scan.ts';
import { createSqlAlgebra } from './sql-algebra.ts';
import { toAgedScan, toOpeningScan } from './stock-scan.ts';

/** A running sum over the spine rows of a group. */
export interface Stock {
  readonly name: string;
  readonly change: Fragment;
  readonly at: 'open_at_start' | 'open_at_end';
}

export interface OutputColumn {
  readonly sql: Fragment;
  readonly column: ResultColumn;
}

/** The statement as a tree: scans, how their columns are put together, and what is published of them. */
export interface Plan {
  readonly query: ResolvedQuery;
  readonly scans: readonly Scan[];
  readonly atoms: readonly NamedAtom[];
  readonly stocks: readonly Stock[];
  readonly outputs: readonly OutputColumn[];
  /** Keys of the metrics that count appeals by the case they came from: the data must be asked whether it knows any. */
  readonly attributing: readonly string[];
}

/** One scan per relation and event date (and per kind of stock), shared by every metric of the query. */
export function build(query: ResolvedQuery): Plan {
  const atoms = new Map<string, NamedAtom>();
  const stocks = new Map<string, Stock>();
  const algebra = createSqlAlgebra({
    atom: (atom) => name(entryOf(atoms, JSON.stringify(atom), (id) => ({ name: `q${id}`, atom })).name),
    stock: (change, at) => {
      const key = `${at} ${change.text}`;
      return name(entryOf(stocks, key, (id) => ({ name: `stock${id}`, change, at })).name);
    },
  });
  const outputs = shareNames(
    query.metrics.flatMap((metric, i) => toColumns(metric, i, toOutput(metric.variant, algebra))),
  );
  const named = [...atoms.values()];
  return {
    query,
    scans: toScans(query, named),
    atoms: named,
    stocks: [...stocks.values()],
    outputs,
    attributing: query.metrics.filter(({ variant }) => isAttributing(variant)).map(({ key }) => key),
  };
}

/** Equal expressions under the name of the first of them: they are computed and handed over once. */
function shareNames(outputs: readonly OutputColumn[]): readonly OutputColumn[] {
  const names = new Map<string, string>();
  return outputs.map(({ sql: expression, column }) => {
    const shared = names.get(expression.text) ?? column.name;
    names.set(expression.text, shared);
    return { sql: expression, column: { ...column, name: shared } };
  });
}

/** Whether the figures of a variant count appeals by the case that they came from. */
export function isAttributing({ formula }: MetricVariant): boolean {
  if (formula.kind !== 'ratio') return false;
  return [...formula.numerator, ...formula.denominator].some(({ of }) => !isStock(of) && of.viewpoint === 'original');
}

function entryOf<Entry>(entries: Map<string, Entry>, key: string, create: (id: number) => Entry): Entry {
  const found = entries.get(key) ?? create(entries.size + 1);
  entries.set(key, found);
  return found;
}

function toScans(query: ResolvedQuery, atoms: readonly NamedAtom[]): readonly Scan[] {
  return [...groupByScan(atoms)].map(([key, members]) => toScan(query, key, members));
}

/** The atoms that are computed in one pass, under its name. */
export function groupByScan(atoms: readonly NamedAtom[]): ReadonlyMap<string, readonly NamedAtom[]> {
  const scans = new Map<string, NamedAtom[]>();
  for (const entry of atoms) {
    const key = scanName(entry.atom);
    scans.set(key, [...(scans.get(key) ?? []), entry]);
  }
  return scans;
}

function toScan(query: ResolvedQuery, key: string, members: readonly NamedAtom[]): Scan {
  const atom = members[0]?.atom;
  if (atom !== undefined && isQuantile(atom)) return toQuantileScan(query, key, members);
  switch (atom?.kind) {
    case 'opening':
      return toOpeningScan(query, key, members);
    case 'aged':
      return toAgedScan(query, key, members);
    case 'monthly':
      return toMonthlyScan(query, key, members);
    default:
      return toEventScan(query, key, members);
  }
}

/** Atoms with the same name are computed in the same pass. */
function scanName(atom: Atom): string {
  switch (atom.kind) {
    case 'opening':
      return 'cases_open_at_start';
    case 'aged':
      return atom.of.minAgeMonths === undefined ? 'cases_overdue' : `cases_older_${atom.of.minAgeMonths}`;
    case 'monthly':
      return `${atom.of.relation}_${atom.of.event}_monthly`;
    default: {
      const viewpoint = atom.of.viewpoint === undefined ? '' : '_of_original';
      return `${atom.of.relation}_${atom.of.event}${viewpoint}${isQuantile(atom) ? '_quantiles' : ''}`;
    }
  }
}

/** Whether `atom` does not add up. */
export function isQuantile(atom: Atom): boolean {
  return atom.kind === 'statistic' && (atom.statistic === 'median' || atom.statistic === 'p90');
}

/** What is published of a figure, in the order of the columns. */
export const ROLES = ['value', 'numerator', 'denominator', 'n', 'deviation'] as const;

function toColumns({ key }: ResolvedMetric, index: number, output: Output<Fragment>): readonly OutputColumn[] {
  return ROLES.flatMap((role) => {
    const expression = output[role];
    if (expression === undefined) return [];
    return [{ sql: sql`CAST(${expression} AS DOUBLE)`, column: { name: `m${index + 1}_${role}`, role, metric: key } }];
  });
}
