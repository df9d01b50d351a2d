import { HISTORY_COLUMNS } from '../schema/history.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { ColumnTable, Connector, SqlValue } from './connector.ts';
import { run } from './load-map.ts';

interface Question {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

interface Pair {
  readonly older: number;
  readonly newer: number;
  readonly asOf: string | null;
}

/** How the tables of an import are asked for cases that a newer list of the same kind no longer has. */
export interface VanishedCases {
  readonly pairs: Question;
  readonly toPairs: (answer: ColumnTable) => readonly Pair[];
  readonly keys: (pair: Pair) => Question;
}

const COLUMNS = HISTORY_COLUMNS.map(({ name }) => name).join(', ');

/** Sets aside the rows of cases that have vanished, and keeps them as history. Returns whether there were any. */
export async function setAsideVanished(
  connector: Connector,
  { pairs, toPairs, keys }: VanishedCases,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const options = signal === undefined ? {} : { signal };
  let hasVanished = false;
  for (const pair of toPairs(await connector.query(pairs.sql, pairs.params, options))) {
    const question = keys(pair);
    await connector.query(`CREATE OR REPLACE TABLE ingest_vanished AS ${question.sql}`, question.params, options);
    const gone = sql`file_id = ${raw(String(pair.older))} AND case_key IN (SELECT case_key FROM ingest_vanished)`;
    const { columns } = await run(connector, sql`SELECT count(*)::INTEGER AS n FROM next_cases WHERE ${gone}`, signal);
    const n = Number(columns['n']?.[0] ?? 0);
    if (n === 0) continue;
    hasVanished = true;
    await run(
      connector,
      sql`INSERT INTO next_ingest_issues SELECT n.name, n.sheet, c.source_row, NULL, c.case_no,
          'vanished:' || m.name || coalesce(' · ' || m.sheet, ''), 'set_aside'
        FROM (SELECT * FROM next_cases WHERE ${gone}) c JOIN next_ingest_files n ON n.id = c.file_id
        JOIN next_ingest_files m ON m.id = ${raw(String(pair.newer))} ORDER BY c.source_row`,
      signal,
    );
    await run(
      connector,
      sql`INSERT INTO next_case_history (${raw(COLUMNS)}) SELECT ${raw(COLUMNS)} FROM next_cases WHERE ${gone} ORDER BY source_row`,
      signal,
    );
    await run(connector, sql`DELETE FROM next_cases WHERE ${gone}`, signal);
    await run(
      connector,
      sql`UPDATE next_ingest_files SET set_aside = set_aside + ${raw(String(n))} WHERE id = ${raw(String(pair.older))}`,
      signal,
    );
  }
  return hasVanished;
}
