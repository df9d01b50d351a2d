import { raw, sql } from '../sql/fragment.ts';
import { joinSql, valuesSql, type LoadedConversion } from './load-conversions.ts';
import { run } from './load-map.ts';
import type { LoadStep } from './load-request.ts';
import { rowsOfList } from './load-rows.ts';

const COLUMNS = [
  'next_case_key',
  'next_type_code',
  'next_level',
  'next_filed_on',
  'next_resolved_on',
  'next_closing',
  'next_closing_bucket',
];

/** Writes what the rows of a list tell of the proceeding that followed (后续…) to `next_case_sequels`. */
export async function insertSequels(step: LoadStep, conversions: readonly LoadedConversion[]): Promise<void> {
  const own = conversions.filter(({ conversion }) =>
    conversion.outputs.some((output) => output.name.startsWith('next_')),
  );
  if (own.length === 0) return;
  const values = COLUMNS.map((column) => `${valuesSql(own, column)[0] ?? 'NULL'} AS ${column}`).join(', ');
  const joins = joinSql(own).join(' ');
  await run(
    step.engine.connector,
    sql`INSERT INTO next_case_sequels BY NAME SELECT ${raw(String(step.fileId))} AS file_id, * FROM (
        SELECT r.ingest_row AS source_row, ${raw(values)}
        FROM ${rowsOfList(step)} r ${raw(joins)})
      WHERE coalesce(next_case_key, next_closing, next_filed_on::VARCHAR, next_resolved_on::VARCHAR) IS NOT NULL`,
    step.signal,
  );
}
