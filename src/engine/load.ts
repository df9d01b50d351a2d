import type { DatasetSummary } from '../ingest/export-file.ts';
import { allOrFirst } from '../lib/all-or-first.ts';
import { sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { buildAppeals, type CourtOfCaseKey } from './load-appeals.ts';
import { unifyCourts, type UnifyCourts } from './load-courts.ts';
import { duplicateRulesOf, setAsideDecided } from './load-decisions.ts';
import { markHistoryAppealed } from './load-history.ts';
import { loadList } from './load-list.ts';
import { run } from './load-map.ts';
import { nameApart } from './load-names.ts';
import type { NarrowCases } from './load-narrow.ts';
import { rawRelations, type LoadEngine, type LoadPart } from './load-request.ts';
import { settleRows } from './load-settle.ts';
import { assertBalance, summarize } from './load-summary.ts';
import { setAsideVanished, type VanishedCases } from './load-vanished.ts';
import { createNextTables, dropNextTables, relationsLike, swapTables, tablesLike } from './load-tables.ts';

export interface LoadOptions {
  /** `add`: the lists join what is loaded; `replace`: they take its place. */
  readonly mode: 'add' | 'replace';
  readonly unifyCourts: UnifyCourts;
  readonly nameOfCourt: (code: string) => string | null;
  readonly courtOfCaseKey: CourtOfCaseKey;
  /** ISO; days after it tell nothing of how new a list is. Null = not known. */
  readonly today: string | null;
  /** Where cases that a newer list no longer has are to be set aside; absent = they count by their older row. */
  readonly vanished?: VanishedCases;
  readonly onList?: (done: number, lists: readonly LoadPart[]) => void;
  readonly signal?: AbortSignal;
}

/**
 * Loads lists into `cases`, `appeals`, `ingest_issues` and a table of raw text each. What does not depend on them is done
 * while they are still being read; where reading fails, it rejects as reading does. Everything is built beside what is
 * loaded and takes its place in one transaction: a failure or an abort anywhere leaves the previous data set as it was.
 * Throws where rows ≠ loaded + set aside.
 */
export async function loadCases(
  engine: LoadEngine,
  reading: Promise<readonly LoadPart[]>,
  options: LoadOptions,
): Promise<DatasetSummary> {
  const { connector } = engine;
  let created: readonly string[] = [];
  try {
    const [base, parts] = await allOrFirst([prepareTables(connector, options.mode), reading]);
    created = parts.flatMap((_, i) => rawRelations(base.firstId + i));
    await loadParts(engine, parts, base, options);
  } catch (error) {
    await dropNextTables(connector, created);
    throw error;
  }
  return summarize(connector);
}

/** What is loaded already, and the empty tables that the lists go to. */
interface LoadBase {
  readonly isAdding: boolean;
  /** Relations of the raw text of lists that are loaded. */
  readonly before: readonly string[];
  readonly firstId: number;
}

async function prepareTables(connector: Connector, mode: LoadOptions['mode']): Promise<LoadBase> {
  const isAdding = mode === 'add' && (await relationsLike(connector, 'ingest_files')).includes('ingest_files');
  const before = await relationsLike(connector, 'raw_');
  const firstId = 1 + Math.max(...(await listIds(connector, isAdding)), ...before.map(toListId));
  await createNextTables(connector, isAdding);
  return { isAdding, before, firstId };
}

async function loadParts(
  engine: LoadEngine,
  parts: readonly LoadPart[],
  { isAdding, before, firstId }: LoadBase,
  options: LoadOptions,
): Promise<void> {
  const { connector } = engine;
  const { signal } = options;
  try {
    const isOnly = !isAdding && parts.length === 1;
    let isSettled = isOnly;
    let narrow: NarrowCases | null = null;
    for (const [i, part] of nameApart(parts, await listNames(connector, isAdding)).entries()) {
      signal?.throwIfAborted();
      const list = await loadList({ engine, part, fileId: firstId + i, signal }, isOnly);
      isSettled &&= list.isUnique;
      narrow = list.narrow;
      options.onList?.(i + 1, parts);
    }
    await unifyCourts(connector, options.unifyCourts, options.nameOfCourt, narrow, signal);
    const hasDecided = await setAsideDecided(connector, parts, signal);
    const rules = duplicateRulesOf(parts, firstId);
    const hasSettled = !isSettled && (await settleRows(connector, options.today, signal, rules));
    const hasVanished =
      hasSettled && options.vanished !== undefined && (await setAsideVanished(connector, options.vanished, signal));
    if (hasDecided || hasSettled || hasVanished) await numberCases(engine, signal);
    await buildAppeals(connector, options.courtOfCaseKey, narrow, signal);
    await markHistoryAppealed(connector, signal);
    await assertBalance(connector, signal);
    signal?.throwIfAborted();
    await swapTables(connector, isAdding ? [] : before, narrow);
  } finally {
    await dropNextTables(connector, await tablesLike(connector, 'ingest_').then((tables) => tables.filter(isScratch)));
  }
}

/** Ids of the lists that the new ones join, and 0: a prepared set may have come without their raw text. */
async function listIds(connector: Connector, isAdding: boolean): Promise<readonly number[]> {
  if (!isAdding) return [0];
  const { columns } = await run(connector, sql`SELECT id FROM ingest_files`, undefined);
  return [0, ...(columns['id'] ?? []).map(Number)];
}

/** Names of the files that the new ones join. */
async function listNames(connector: Connector, isAdding: boolean): Promise<readonly string[]> {
  if (!isAdding) return [];
  const { columns } = await run(connector, sql`SELECT DISTINCT name FROM ingest_files`, undefined);
  return (columns['name'] ?? []).map(String);
}

/** The list of a table of raw text; 0 where the name is of another kind. */
function toListId(table: string): number {
  const id = Number(table.slice('raw_'.length));
  return Number.isInteger(id) ? id : 0;
}

function isScratch(table: string): boolean {
  return !['ingest_issues', 'ingest_files'].includes(table);
}

/** Dense numbers in the order of loading, after rows were set aside. */
async function numberCases({ connector }: LoadEngine, signal: AbortSignal | undefined): Promise<void> {
  await run(
    connector,
    sql`CREATE OR REPLACE TABLE next_cases AS SELECT * REPLACE ((row_number() OVER (ORDER BY case_id))::INTEGER AS case_id) FROM next_cases ORDER BY case_id`,
    signal,
  );
}
