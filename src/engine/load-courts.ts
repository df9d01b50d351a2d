import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { createMap, run } from './load-map.ts';
import { STORE, writableCases, type NarrowCases } from './load-narrow.ts';

export interface CourtName {
  readonly name: string;
  readonly codes: readonly string[];
  /** Old-style 案号 without their serial, as evidence that two names mean one court. */
  readonly cases: readonly string[];
}

/** Short name -> full name, decided by the court layer's rules. */
export type UnifyCourts = (names: readonly CourtName[]) => ReadonlyMap<string, string>;

/** Gives every court one name: rows without a name get that of their code, short names become the full one. */
export async function unifyCourts(
  connector: Connector,
  unify: UnifyCourts,
  nameOfCode: (code: string) => string | null,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  await fillFromCodes(connector, nameOfCode, narrow, signal);
  const table = await run(
    connector,
    sql`WITH kinds AS (SELECT court::VARCHAR AS court, court_code::VARCHAR AS court_code, NULL::VARCHAR AS prefix
          FROM (SELECT court, court_code FROM ${raw(narrow === null ? 'next_cases' : `next_${STORE}`)}
            WHERE court IS NOT NULL AND court_code IS NOT NULL GROUP BY ALL)
        UNION ALL SELECT court, NULL, rtrim(case_key, '0123456789号') AS prefix
          FROM next_cases WHERE court IS NOT NULL AND court_code IS NULL GROUP BY ALL)
      SELECT court, coalesce(string_agg(DISTINCT court_code, chr(30)), '') AS codes,
        coalesce(string_agg(DISTINCT prefix, chr(30)), '') AS prefixes
      FROM kinds GROUP BY court ORDER BY court`,
    signal,
  );
  const list = (column: string, i: number) =>
    String(table.columns[column]?.[i] ?? '')
      .split('\u001e')
      .filter((text) => text !== '');
  const names = Array.from({ length: table.rowCount }, (_, i) => ({
    name: String(table.columns['court']?.[i] ?? ''),
    codes: list('codes', i),
    cases: list('prefixes', i),
  }));
  const renamed = unify(names);
  if (renamed.size === 0) return;
  const columns = ['short', 'full'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  await createMap(connector, 'ingest_court_names', columns, [...renamed], signal);
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, min(c.source_row), NULL, m.short, 'court_name_unified:' || m."full", 'converted'
      FROM next_cases c JOIN ingest_court_names m ON m.short = c.court JOIN next_ingest_files n ON n.id = c.file_id GROUP BY ALL ORDER BY ALL`,
    signal,
  );
  const cases = await writableCases(connector, narrow, 'court');
  await run(
    connector,
    sql`UPDATE ${raw(cases)} SET court = m."full" FROM ingest_court_names m WHERE m.short = court`,
    signal,
  );
}

async function fillFromCodes(
  connector: Connector,
  nameOfCode: (code: string) => string | null,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const table = await run(
    connector,
    sql`SELECT court_code AS code, mode(court) AS known FROM next_cases WHERE court_code IN
      (SELECT court_code FROM next_cases WHERE court IS NULL AND court_code IS NOT NULL) GROUP BY court_code ORDER BY court_code`,
    signal,
  );
  if (table.rowCount === 0) return;
  const rows = Array.from({ length: table.rowCount }, (_, i) => {
    const code = String(table.columns['code']?.[i] ?? '');
    const known = table.columns['known']?.[i];
    return [code, typeof known === 'string' ? known : (nameOfCode(code) ?? code)];
  });
  const columns = ['code', 'full'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  await createMap(connector, 'ingest_code_names', columns, rows, signal);
  const cases = await writableCases(connector, narrow, 'court');
  await run(
    connector,
    sql`UPDATE ${raw(cases)} SET court = m."full" FROM ingest_code_names m WHERE court IS NULL AND ${raw('m.code = court_code')}`,
    signal,
  );
}
