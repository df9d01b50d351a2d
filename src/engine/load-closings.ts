import { name, raw, sql } from '../sql/fragment.ts';
import type { CaseKinds } from './load-kinds.ts';
import { createMap, distinctTexts } from './load-map.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** Lookup table of every closing text under every matter and level of the list; null where it has no such column. */
export async function loadClosings(step: LoadStep, kinds: CaseKinds): Promise<string | null> {
  const { closing, readClosing } = step.part.plan;
  if (closing === null) return null;
  const column = `nullif(trim(${rawColumn(closing)}), '')`;
  const texts = await distinctTexts(
    step.engine.connector,
    sql`SELECT DISTINCT ${raw(column)} FROM ${name(rawTable(step.fileId))}`,
    step.signal,
  );
  const table = `ingest_closing_${step.fileId}`;
  const rows = texts.flatMap((text) =>
    kinds.matters.flatMap((matter) =>
      kinds.levels.map((level) => {
        const { values } = readClosing(text, matter, level);
        return [text, matter ?? '', level ?? '', values[0] ?? null, values[1] ?? null];
      }),
    ),
  );
  const columns = ['raw', 'matter', 'level', 'closing', 'closing_bucket'].map((name) => ({
    name,
    type: 'VARCHAR' as const,
  }));
  await createMap(step.engine.connector, table, columns, rows, step.signal);
  return table;
}
