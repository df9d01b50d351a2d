import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import { HAS_ATTRIBUTED_APPEALS } from './render.ts';
import type { ReadScan } from './segment-counts.ts';
import type { SegmentPlan } from './segment-plan.ts';
import { toDaysScan, toSegmentScan } from './segment-scan.ts';

/**
 * The scans of `plan` as SELECTs of the same columns: `scan`, `k`, the groups of the query, `c0`, `c1`, … (as many as the
 * widest scan counts) and `days`. Behind them, where a figure depends on it, whether any appeal can be attributed.
 *
 * What was counted by number of days stands in `days` as text, one row per key: a row for every number of days would be
 * nine tenths of the answer, and every one of its cells is handed over.
 */
export function toCountSelects(plan: SegmentPlan): readonly Fragment[] {
  const { query, scans, hasEvidence } = plan;
  const width = Math.max(1, ...scans.map(({ kind, atoms }) => (kind === 'days' ? 1 : atoms.length)));
  const groups = query.groupBy.map((dimension) => name(dimension));
  const selects = scans.map((scan, place) => {
    const counted = scan.kind === 'days' ? [] : scan.atoms.map((atom) => name(atom.name));
    const days = scan.kind === 'days' ? raw(`string_agg(d || ' ' || n, ',')`) : raw('NULL::VARCHAR');
    const keys = [raw('k'), ...groups];
    const perKey = scan.kind === 'days' ? sql`\n  GROUP BY ${join(keys, ', ')}` : raw('');
    const head = sql`${raw(String(place))} AS scan, CAST(k AS INTEGER) AS k`;
    const columns = [head, ...groups, ...toNumbers(width, counted), sql`${days} AS days`];
    return sql`SELECT ${join(columns, ', ')} FROM (\n  ${bodyOf(plan, scan)})${perKey}`;
  });
  const isKnown = sql`CASE WHEN ${HAS_ATTRIBUTED_APPEALS} THEN 1 ELSE 0 END`;
  const evidence = [
    sql`${raw(String(scans.length))} AS scan, 0 AS k`,
    ...groups.map((group) => sql`NULL AS ${group}`),
    ...toNumbers(width, [isKnown]),
    raw('NULL::VARCHAR AS days'),
  ];
  return hasEvidence ? [...selects, sql`SELECT ${join(evidence, ', ')}`] : selects;
}

function bodyOf({ query }: SegmentPlan, { kind, atoms }: ReadScan): Fragment {
  const [first] = atoms;
  if (first === undefined) throw new RangeError('A scan without an atom');
  return kind === 'days' ? toDaysScan(query, first) : toSegmentScan(query, atoms);
}

/** `columns` as DOUBLE under the names `c0`, `c1`, …, filled up to `width`. */
function toNumbers(width: number, columns: readonly Fragment[]): readonly Fragment[] {
  return Array.from({ length: width }, (_, i) => sql`CAST(${columns[i] ?? raw('NULL')} AS DOUBLE) AS ${raw(`c${i}`)}`);
}
