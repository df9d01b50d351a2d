import { APPEAL_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { createMap, run } from './load-map.ts';
import { writableCases, type NarrowCases } from './load-narrow.ts';

/** What an original 案号 that is not loaded says of its court: its name or, failing that, its code. */
export type CourtOfCaseKey = (caseKey: string) => { readonly code: string | null; readonly name: string | null };

const COLUMNS = APPEAL_COLUMNS.map(({ name }) => name).join(', ');
/** Taken from the original case where it is loaded. */
const INHERITED = ['cause', 'procedure', 'bench', 'department', 'judge'] as const;

/**
 * Builds `next_appeals` from second-instance rows, and from what first-instance rows tell of their follow-up where no
 * second-instance row tells the same; then marks the original cases as appealed.
 */
export async function buildAppeals(
  connector: Connector,
  courtOf: CourtOfCaseKey,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  await run(connector, sql`DELETE FROM next_appeals`, signal);
  const candidates = await run(
    connector,
    sql`SELECT (SELECT count(*) FROM next_cases WHERE level = '二审')::INTEGER + (SELECT count(*) FROM next_case_sequels)::INTEGER AS n`,
    signal,
  );
  if (candidates.columns['n']?.[0] === 0) return;
  await mapOriginalCourts(connector, courtOf, signal);
  const inherited = INHERITED.map(
    (column) => `CASE WHEN o.case_id IS NULL THEN a.${column} ELSE o.${column} END AS ${column}`,
  ).join(', ');
  await run(
    connector,
    sql`INSERT INTO next_appeals (${raw(COLUMNS)}) SELECT a.case_id, a.case_key, o.case_id AS original_case_id, a.original_case_key,
        o.case_id IS NOT NULL AS is_linked, coalesce(o.court, m.court, a.original_court) IS NOT NULL AS is_attributed,
        coalesce(o.court, m.court, a.original_court, a.court) AS court, a.court AS deciding_court,
        a.type_code, a.matter, a.level, ${raw(inherited)}, a.filed_on, a.resolved_on, o.resolved_on AS original_resolved_on, a.closing, a.closing_bucket
      FROM next_cases a LEFT JOIN next_cases o ON o.case_key = a.original_case_key
      LEFT JOIN ingest_original_courts m ON m.case_key = a.original_case_key
      WHERE a.level = '二审' ORDER BY a.case_id`,
    signal,
  );
  await insertSequels(connector, signal);
  await markAppealed(connector, narrow, signal);
  await run(connector, sql`DROP TABLE ingest_original_courts`, undefined);
}

/** 后续… columns: the follow-up is a second instance, or says nothing else of itself. */
async function insertSequels(connector: Connector, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`INSERT INTO next_appeals (${raw(COLUMNS)}) SELECT NULL, s.next_case_key, o.case_id, o.case_key, true, o.court IS NOT NULL, o.court, NULL,
        s.next_type_code, o.matter, '二审', o.cause, o.procedure, o.bench, o.department, o.judge,
        s.next_filed_on, s.next_resolved_on, o.resolved_on, s.next_closing, s.next_closing_bucket
      FROM next_case_sequels s JOIN next_cases o ON o.file_id = s.file_id AND o.source_row = s.source_row
      WHERE o.level = '一审' AND coalesce(s.next_level, '二审') = '二审'
        AND NOT EXISTS (SELECT 1 FROM next_appeals a WHERE a.case_id IS NOT NULL AND (a.original_case_id = o.case_id OR a.case_key = s.next_case_key))
      ORDER BY o.case_id`,
    signal,
  );
}

async function markAppealed(
  connector: Connector,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const cases = await writableCases(connector, narrow, 'is_appealed');
  await run(
    connector,
    sql`UPDATE ${raw(cases)} SET is_appealed = true, appealed_on = coalesce(appealed_on, a.filed_on)
      FROM (SELECT original_case_id, min(filed_on) AS filed_on FROM next_appeals WHERE original_case_id IS NOT NULL GROUP BY original_case_id) a
      WHERE a.original_case_id = case_id AND (coalesce(is_appealed, false) = false OR appealed_on IS NULL)`,
    signal,
  );
}

/** Original case numbers that are not loaded: their court by its code, as the loaded cases or the list of courts name it. */
async function mapOriginalCourts(
  connector: Connector,
  courtOf: CourtOfCaseKey,
  signal: AbortSignal | undefined,
): Promise<void> {
  const unlinked = await run(
    connector,
    sql`SELECT DISTINCT a.original_case_key AS case_key FROM next_cases a
      WHERE a.level = '二审' AND a.original_case_key IS NOT NULL AND a.original_case_key NOT IN (SELECT case_key FROM next_cases)`,
    signal,
  );
  const known = await run(
    connector,
    sql`SELECT court_code AS code, mode(court) AS court FROM next_cases WHERE court_code IS NOT NULL AND court IS NOT NULL GROUP BY court_code`,
    signal,
  );
  const nameOf = new Map(
    (known.columns['code'] ?? []).map((code, i) => [String(code), String(known.columns['court']?.[i] ?? '')]),
  );
  const rows = (unlinked.columns['case_key'] ?? []).map((cell) => {
    const { code, name } = courtOf(String(cell));
    return [String(cell), code === null ? name : (nameOf.get(code) ?? name ?? code)];
  });
  const columns = ['case_key', 'court'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  await createMap(connector, 'ingest_original_courts', columns, rows, signal);
}
