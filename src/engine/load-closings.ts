import { name, raw, sql } from '../sql/fragment.ts';
import type { CaseKinds } from './load-kinds.ts';
import { createMap, run } from './load-map.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** The lookup table of the closing texts of a list. */
export interface LoadedClosings {
  readonly table: string;
  /** Every text means the same under all kinds of the list: it has one row, and the kind of a case need not be asked. */
  readonly isSameForAllKinds: boolean;
  /** No text is empty, begins or ends with a space. */
  readonly isTrimmed: boolean;
}

/** Reads every closing text under every matter and level of the list; null where it has no such column. */
export async function loadClosings(step: LoadStep, kinds: CaseKinds): Promise<LoadedClosings | null> {
  const { closing, readClosing } = step.part.plan;
  if (closing === null) return null;
  const { connector } = step.engine;
  const column = rawColumn(closing);
  const found = await run(
    connector,
    sql`SELECT raw, nullif(trim(raw), '') AS text FROM (SELECT DISTINCT ${raw(column)} AS raw FROM ${name(rawTable(step.fileId))}) WHERE raw IS NOT NULL`,
    step.signal,
  );
  const stored = found.columns['raw'] ?? [];
  const trimmed = found.columns['text'] ?? [];
  const texts = [...new Set(trimmed.filter((cell) => typeof cell === 'string'))];
  const answers = texts.map((text) =>
    kinds.matters.flatMap((matter) =>
      kinds.levels.map((level) => {
        const { values } = readClosing(text, matter, level);
        return [text, matter ?? '', level ?? '', values[0] ?? null, values[1] ?? null];
      }),
    ),
  );
  const isSameForAllKinds = answers.every((rows) =>
    rows.every((row) => row[3] === rows[0]?.[3] && row[4] === rows[0]?.[4]),
  );
  const table = `ingest_closing_${step.fileId}`;
  const columns = ['raw', 'matter', 'level', 'closing', 'closing_bucket'].map((name) => ({
    name,
    type: 'VARCHAR' as const,
  }));
  const rows = answers.flatMap((own) => (isSameForAllKinds ? own.slice(0, 1) : own));
  await createMap(connector, table, columns, rows, step.signal);
  return { table, isSameForAllKinds, isTrimmed: stored.every((text, i) => text === trimmed[i]) };
}

/** SQL of the closing text in `column` as it is kept: without spaces around it, NULL where nothing is left. */
export function closingTextSql(column: string, { isTrimmed }: LoadedClosings): string {
  return isTrimmed ? column : `nullif(trim(${column}), '')`;
}

/** Joins the closing `k` to the case `s`. */
export function closingJoin({ table, isSameForAllKinds }: LoadedClosings): string {
  const kind = isSameForAllKinds ? '' : ` AND k.matter = coalesce(s.matter, '') AND k.level = coalesce(s.level, '')`;
  return `LEFT JOIN ${table} k ON k.raw = s.closing_raw${kind}`;
}
