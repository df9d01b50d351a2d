import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { createMap, run } from './load-map.ts';
import { STORE, writableCases, type NarrowCases } from './load-narrow.ts';
import { rowsOf } from './load-summary.ts';

export interface CourtName {
  readonly name: string;
  readonly codes: readonly string[];
  /** Old-style 案号 without their serial, as evidence that two names mean one court. */
  readonly cases: readonly string[];
}

/** Short name -> full name, decided by the court layer's rules. */
export type UnifyCourts = (names: readonly CourtName[]) => ReadonlyMap<string, string>;

/** The cases of a pair of court and code. */
interface Pair {
  readonly court: string | null;
  readonly code: string | null;
  readonly cases: number;
}

/** Gives every court one name: rows without a name get that of their code, short names become the full one. */
export async function unifyCourts(
  connector: Connector,
  unify: UnifyCourts,
  nameOfCode: (code: string) => string | null,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const pairs = await readPairs(connector, narrow, signal);
  const filled = namesOfCodes(pairs, nameOfCode);
  await fillFromCodes(connector, filled, narrow, signal);
  const codes = codesOfCourts(pairs, filled);
  const isWithoutCode = pairs.some(({ court, code }) => court !== null && code === null);
  const cases = isWithoutCode ? await readOldNumbers(connector, signal) : new Map<string, string[]>();
  const names = [...codes].sort(([a], [b]) => (a < b ? -1 : 1));
  const renamed = unify(names.map(([name, own]) => ({ name, codes: own, cases: cases.get(name) ?? [] })));
  if (renamed.size === 0) return;
  const columns = ['short', 'full'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  await createMap(connector, 'ingest_court_names', columns, [...renamed], signal);
  await run(
    connector,
    sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, min(c.source_row), NULL, m.short, 'court_name_unified:' || m."full", 'converted'
      FROM next_cases c JOIN ingest_court_names m ON m.short = c.court JOIN next_ingest_files n ON n.id = c.file_id GROUP BY ALL ORDER BY ALL`,
    signal,
  );
  const writable = await writableCases(connector, narrow, 'court');
  await run(
    connector,
    sql`UPDATE ${raw(writable)} SET court = m."full" FROM ingest_court_names m WHERE m.short = court`,
    signal,
  );
}

/** Every pair of court and code, in the order of their names. */
async function readPairs(
  connector: Connector,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<readonly Pair[]> {
  const cases = raw(narrow === null ? 'next_cases' : `next_${STORE}`);
  const table = await run(
    connector,
    sql`SELECT court::VARCHAR AS court, court_code::VARCHAR AS code, n
      FROM (SELECT court, court_code, count(*)::INTEGER AS n FROM ${cases} GROUP BY ALL) ORDER BY court, code`,
    signal,
  );
  return rowsOf(table).map(({ court, code, n }) => ({
    court: typeof court === 'string' ? court : null,
    code: typeof code === 'string' ? code : null,
    cases: Number(n),
  }));
}

/** Old-style 案号 of the cases that tell no code, without their serial, by court. */
async function readOldNumbers(
  connector: Connector,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string[]>> {
  const table = await run(
    connector,
    sql`SELECT DISTINCT court, rtrim(case_key, '0123456789号') AS prefix FROM next_cases
      WHERE court IS NOT NULL AND court_code IS NULL AND prefix <> '' ORDER BY court, prefix`,
    signal,
  );
  const found = new Map<string, string[]>();
  for (const { court, prefix } of rowsOf(table)) pushTo(found, String(court), String(prefix));
  return found;
}

/** Codes of which some cases have no court -> the court that most of the others have, or the one that is known to have it. */
function namesOfCodes(
  pairs: readonly Pair[],
  nameOfCode: (code: string) => string | null,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { court, code } of pairs) {
    if (court !== null || code === null) continue;
    const others = pairs.filter((pair) => pair.code === code && pair.court !== null);
    const most = others.reduce<Pair | null>(
      (best, pair) => (best === null || pair.cases > best.cases ? pair : best),
      null,
    );
    names.set(code, most?.court ?? nameOfCode(code) ?? code);
  }
  return names;
}

/** Every court with its codes, cases without a court under the name that they get. */
function codesOfCourts(
  pairs: readonly Pair[],
  filled: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { court, code } of pairs) {
    const name = court ?? (code === null ? undefined : filled.get(code));
    if (name !== undefined) pushTo(found, name, code);
  }
  return found;
}

function pushTo(lists: Map<string, string[]>, key: string, value: string | null): void {
  const list = lists.get(key) ?? [];
  if (value !== null) list.push(value);
  lists.set(key, list);
}

async function fillFromCodes(
  connector: Connector,
  filled: ReadonlyMap<string, string>,
  narrow: NarrowCases | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (filled.size === 0) return;
  const columns = ['code', 'full'].map((column) => ({ name: column, type: 'VARCHAR' as const }));
  await createMap(connector, 'ingest_code_names', columns, [...filled], signal);
  const cases = await writableCases(connector, narrow, 'court');
  await run(
    connector,
    sql`UPDATE ${raw(cases)} SET court = m."full" FROM ingest_code_names m WHERE court IS NULL AND ${raw('m.code = court_code')}`,
    signal,
  );
}
