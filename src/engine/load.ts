import type { DatasetSummary } from '../ingest/export-file.ts';
import { sql } from '../sql/fragment.ts';
import { buildAppeals, type CourtOfCaseKey } from './load-appeals.ts';
import { setAsideDuplicates } from './load-duplicates.ts';
import { unifyCourts, type UnifyCourts } from './load-courts.ts';
import { loadList } from './load-list.ts';
import { run } from './load-map.ts';
import type { LoadEngine, LoadPart } from './load-request.ts';
import { assertBalance, summarize } from './load-summary.ts';
import { createNextTables, dropNextTables, swapTables, tablesLike } from './load-tables.ts';

export interface LoadOptions {
  /** `add`: the lists join what is loaded; `replace`: they take its place. */
  readonly mode: 'add' | 'replace';
  readonly unifyCourts: UnifyCourts;
  readonly nameOfCourt: (code: string) => string | null;
  readonly courtOfCaseKey: CourtOfCaseKey;
  readonly onList?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Loads lists into `cases`, `appeals`, `ingest_issues` and a table of raw text each. Everything is built beside what is
 * loaded and takes its place in one transaction: a failure or an abort anywhere leaves the previous data set as it was.
 * Throws where rows ≠ loaded + set aside.
 */
export async function loadCases(
  engine: LoadEngine,
  parts: readonly LoadPart[],
  options: LoadOptions,
): Promise<DatasetSummary> {
  const { connector } = engine;
  const { signal } = options;
  const isAdding = options.mode === 'add' && (await tablesLike(connector, 'ingest_files')).includes('ingest_files');
  const before = await tablesLike(connector, 'raw_');
  const firstId =
    1 + Math.max(0, ...before.map((table) => Number(table.slice('raw_'.length))).filter(Number.isInteger));
  const created = parts.map((_, i) => `raw_${firstId + i}`);
  try {
    await createNextTables(connector, isAdding);
    for (const [i, part] of parts.entries()) {
      signal?.throwIfAborted();
      await loadList({ engine, part, fileId: firstId + i, signal });
      options.onList?.(i + 1);
    }
    await unifyCourts(connector, options.unifyCourts, options.nameOfCourt, signal);
    if (await setAsideDuplicates(connector, signal)) await numberCases(engine, signal);
    await buildAppeals(connector, options.courtOfCaseKey, signal);
    await assertBalance(connector, signal);
    signal?.throwIfAborted();
    await swapTables(connector, isAdding ? [] : before);
  } catch (error) {
    await dropNextTables(connector, created);
    throw error;
  } finally {
    await dropNextTables(connector, await tablesLike(connector, 'ingest_').then((tables) => tables.filter(isScratch)));
  }
  return summarize(connector);
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
