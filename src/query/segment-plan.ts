import type { DimensionId } from '../schema/columns.ts';
import type { NamedAtom } from './atom.ts';
import { groupByScan, isAttributing, isQuantile, ROLES } from './build.ts';
import type { CompiledQuery, MetricQuery, ResultColumn } from './metric-query.ts';
import { type Output, toOutput } from './output.ts';
import { EVIDENCE, toCompiledMetrics } from './render.ts';
import { resolve, type ResolvedQuery } from './resolve.ts';
import type { QueryColumns } from './result.ts';
import { createRowAlgebra, type Evaluate } from './row-algebra.ts';
import { readSegmentCounts, toCountedRow, type ReadScan, type SegmentCounts } from './segment-counts.ts';
import type { SegmentedQuery } from './segment-scan.ts';
import { hullOf, toSegments } from './segments.ts';

/** What several questions about the same cases count, by segment of their days, and what each makes of it. */
export interface SegmentPlan {
  readonly query: SegmentedQuery;
  readonly questions: readonly ResolvedQuery[];
  readonly atoms: readonly NamedAtom[];
  readonly scans: readonly ReadScan[];
  readonly outputs: readonly OutputColumn[];
  readonly hasEvidence: boolean;
}

interface OutputColumn {
  readonly column: ResultColumn;
  readonly evaluate: Evaluate;
}

/**
 * The plan of questions that differ in nothing but period and grain. Throws a RangeError where they differ in more, are
 * grouped, or ask for a metric that is counted by whole months.
 * @param groupBy what the counts are kept apart by
 */
export function planSegments(queries: readonly MetricQuery[], groupBy: readonly DimensionId[] = []): SegmentPlan {
  refuseUnlike(queries);
  const questions = queries.map(resolve);
  const [first] = questions;
  if (first === undefined) throw new RangeError('No question');
  return toPlan({ ...first, groupBy }, questions);
}

function refuseUnlike(queries: readonly MetricQuery[]): void {
  const shared = queries.map(({ metrics, groupBy, filter, monthStartDay = 1, list }) =>
    JSON.stringify([metrics, groupBy, filter, monthStartDay, list]),
  );
  if (new Set(shared).size > 1) throw new RangeError('Questions asked together differ in more than their periods');
  if (queries.some(({ groupBy }) => groupBy.length > 0)) throw new RangeError('Grouped questions are asked apart');
}

function toPlan(first: ResolvedQuery, questions: readonly ResolvedQuery[]): SegmentPlan {
  const segments = toSegments(questions);
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
  return {
    query: { ...first, calendar, spine: segments.rows, segments },
    questions,
    atoms: named,
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

/** Each question as a compiled query over its part of the answer. */
export function toParts(plan: SegmentPlan): readonly CompiledQuery[] {
  return plan.questions.map(({ calendar }) => toPart(plan, calendar.span !== null));
}

/** The rows of every question, in their order, from what was counted. */
export function readParts(plan: SegmentPlan, table: QueryColumns): readonly QueryColumns[] {
  const counts = readSegmentCounts(plan.scans, table);
  return plan.questions.map((_, question) => readPart(plan, counts, table, question));
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
