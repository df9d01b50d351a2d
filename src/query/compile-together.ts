import { join, raw, sql, toStatement, type Fragment } from '../sql/fragment.ts';
import type { NamedAtom } from './atom.ts';
import { groupByScan, isAttributing, isQuantile, ROLES } from './build.ts';
import { toCasePool } from './case-pool.ts';
import { listTables } from './difference-source.ts';
import type { CompiledQuery, MetricQuery, ResultColumn } from './metric-query.ts';
import { type Output, toOutput } from './output.ts';
import { POOL } from './pooled.ts';
import { EVIDENCE, HAS_ATTRIBUTED_APPEALS, toCompiledMetrics } from './render.ts';
import { resolve, type ResolvedQuery } from './resolve.ts';
import type { QueryColumns } from './result.ts';
import { createRowAlgebra, type Evaluate } from './row-algebra.ts';
import { readSegmentCounts, toCountedRow, type ReadScan, type SegmentCounts } from './segment-counts.ts';
import { type SegmentedQuery, toDaysScan, toSegmentScan } from './segment-scan.ts';
import { hullOf, toSegments } from './segments.ts';

/**
 * Several questions as one statement, and each of them as its own compiled query over its part of the answer.
 *
 *   MetricQuery[]        the same metrics and cases over several periods
 *       │ resolve        and cut the days at every boundary of any of them (`toSegments`)
 *       │ toOutput       formulas -> atoms, and arithmetic on what they count (`row-algebra.ts`)
 *   statement            the rows that can count for any of them are picked once (the pool), and every atom counts them
 *       │                  by segment; nothing else, as planning is dearer than scanning where a court is picked
 *       │ read           the segments of each row of each question added up, and its figures computed
 *   QueryColumns[]       what each question gives alone
 */
export interface CompiledTogether {
  readonly sql: string;
  readonly params: CompiledQuery['params'];
  readonly parts: readonly CompiledQuery[];
  /** The rows of every question, in their order, from those of the statement. */
  readonly read: (table: QueryColumns) => readonly QueryColumns[];
}

interface SegmentPlan {
  readonly query: SegmentedQuery;
  readonly scans: readonly ReadScan[];
  readonly outputs: readonly OutputColumn[];
  readonly hasEvidence: boolean;
}

interface OutputColumn {
  readonly column: ResultColumn;
  readonly evaluate: Evaluate;
}

/**
 * Compiles questions that differ in nothing but period and grain into one statement. Throws a RangeError where they
 * differ in more, are grouped, or ask for a metric that is counted by whole months.
 */
export function compileTogether(queries: readonly MetricQuery[]): CompiledTogether {
  const resolved = queries.map(resolve);
  const [first] = resolved;
  if (first === undefined) throw new RangeError('No question');
  refuseUnlike(queries);
  const plan = toPlan(first, resolved);
  return {
    ...toStatement(renderCounts(plan)),
    parts: resolved.map(({ calendar }) => toPart(plan, calendar.span !== null)),
    read: (table) => {
      const counts = readSegmentCounts(plan.scans, table);
      return resolved.map((_, question) => readPart(plan, counts, table, question));
    },
  };
}

function refuseUnlike(queries: readonly MetricQuery[]): void {
  const shared = queries.map(({ metrics, groupBy, filter, monthStartDay = 1, list }) =>
    JSON.stringify([metrics, groupBy, filter, monthStartDay, list]),
  );
  if (new Set(shared).size > 1) throw new RangeError('Questions asked together differ in more than their periods');
  if (queries.some(({ groupBy }) => groupBy.length > 0)) throw new RangeError('Grouped questions are asked apart');
}

function toPlan(first: ResolvedQuery, resolved: readonly ResolvedQuery[]): SegmentPlan {
  const segments = toSegments(resolved);
  const atoms = new Map<string, NamedAtom>();
  const algebra = createRowAlgebra((atom) => {
    const key = JSON.stringify(atom);
    const entry = atoms.get(key) ?? { name: `q${atoms.size + 1}`, atom };
    atoms.set(key, entry);
    return entry.name;
  });
  const outputs = first.metrics.flatMap(({ key, variant }, i) => toColumns(key, i, toOutput(variant, algebra)));
  const named = [...atoms.values()];
  const calendar = { ...first.calendar, span: null, period: hullOf(segments.rows) };
  const asked = { ...first, calendar, spine: segments.rows, segments };
  const pool = toCasePool(asked, named);
  return {
    query: pool === null ? asked : { ...asked, pool },
    scans: toScans(named),
    outputs,
    hasEvidence: first.metrics.some(({ variant }) => isAttributing(variant)),
  };
}

function toColumns(metric: string, index: number, output: Output<Evaluate>): readonly OutputColumn[] {
  return ROLES.flatMap((role) => {
    const evaluate = output[role];
    return evaluate === undefined ? [] : [{ column: { name: `m${index + 1}_${role}`, role, metric }, evaluate }];
  });
}

function toScans(named: readonly NamedAtom[]): readonly ReadScan[] {
  const additive = named.filter(({ atom }) => !isQuantile(atom));
  const byColumn = new Map<string, NamedAtom[]>();
  for (const entry of named.filter(({ atom }) => isQuantile(atom))) {
    const key = JSON.stringify({ ...entry.atom, statistic: 'any' });
    byColumn.set(key, [...(byColumn.get(key) ?? []), entry]);
  }
  return [
    ...[...groupByScan(additive).values()].map((atoms) => ({ kind: 'counts', atoms }) as const),
    ...[...byColumn.values()].map((atoms) => ({ kind: 'days', atoms }) as const),
  ];
}

function renderCounts({ query, scans, hasEvidence }: SegmentPlan): Fragment {
  const tables = [
    ...(query.list === null ? [] : listTables(query.list)),
    ...(query.pool === undefined ? [] : [sql`${raw(POOL)} AS MATERIALIZED (\n  ${query.pool.body}\n)`]),
  ];
  const width = Math.max(...scans.map(({ kind, atoms }) => (kind === 'days' ? 2 : atoms.length)));
  const selects = scans.map((scan, i) => toSelectOf(query, scan, i, width));
  const evidence = sql`SELECT ${raw(String(scans.length))}, 0, CASE WHEN ${HAS_ATTRIBUTED_APPEALS} THEN 1 ELSE 0 END${raw(', NULL'.repeat(width - 1))}`;
  const all = join(hasEvidence ? [...selects, evidence] : selects, '\nUNION ALL ');
  return tables.length === 0 ? all : sql`WITH ${join(tables, ',\n')}\n${all}`;
}

/** The rows of one scan as `scan`, `k` and as many columns of numbers as the widest scan has. */
function toSelectOf(query: SegmentedQuery, { kind, atoms }: ReadScan, scan: number, width: number): Fragment {
  const [first] = atoms;
  if (first === undefined) throw new RangeError('A scan without an atom');
  const columns = kind === 'days' ? ['d', 'n'] : atoms.map(({ name }) => name);
  const numbers = Array.from({ length: width }, (_, i) => {
    const column = columns[i];
    return raw(`CAST(${column === undefined ? 'NULL' : `"${column}"`} AS DOUBLE) AS c${i}`);
  });
  const body = kind === 'days' ? toDaysScan(query, first) : toSegmentScan(query, atoms);
  return sql`SELECT ${raw(`${scan} AS scan, CAST(k AS INTEGER) AS k`)}, ${join(numbers, ', ')} FROM (\n  ${body})`;
}

function toPart({ query, outputs, hasEvidence }: SegmentPlan, hasGrain: boolean): CompiledQuery {
  const time: readonly ResultColumn[] = hasGrain ? [{ name: 'period_start', role: 'time' }] : [];
  const columns = [...time, ...outputs.map(({ column }) => column), ...(hasEvidence ? [EVIDENCE] : [])];
  return { sql: '', params: [], columns, metrics: toCompiledMetrics(query) };
}

function readPart(
  { query, scans, outputs, hasEvidence }: SegmentPlan,
  counts: SegmentCounts,
  table: QueryColumns,
  question: number,
): QueryColumns {
  const spans = query.segments.rows.filter((row) => row.question === question);
  const rows = spans.map((span) => toCountedRow(counts, span));
  const figures = outputs.map(({ column, evaluate }) => [column.name, rows.map(evaluate)] as const);
  const told = (table.columns['scan'] ?? []).findIndex((cell) => cell === scans.length);
  return {
    rowCount: spans.length,
    columns: {
      ...Object.fromEntries(figures),
      period_start: spans.map(({ start }) => start),
      ...(hasEvidence ? { [EVIDENCE.name]: spans.map(() => table.columns['c0']?.[told] === 1) } : {}),
    },
  };
}
