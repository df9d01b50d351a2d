import type { EncodedColumn } from '../ingest/encoded-column.ts';
import type { MemoryColumn } from './connector.ts';
import { codeColumn, codesTable, rawColumn, rawTable, textsTable, type LoadStep } from './load-request.ts';

/** What stands behind the serial number of a 案号. */
export const SERIAL_END = '号';

/** Column of a table of codes with the serial number of the 案号; 0 = the text is the whole cell. */
export const SERIAL_COLUMN = 'case_no_serial';

/**
 * Loads a list as codes: one small number per cell, and every text once. `raw_<fileId>` is a view that tells the text of
 * every cell back as it stood, with the row in the file as `source_row`.
 */
export async function loadCoded(step: LoadStep, columns: readonly EncodedColumn[]): Promise<void> {
  const { engine, fileId, part, signal } = step;
  await engine.tables?.createTable(codesTable(fileId), columns.flatMap(toMemory));
  signal?.throwIfAborted();
  await loadTexts(step, columns);
  signal?.throwIfAborted();
  const { body } = part.plan.table;
  const firstRow = body.kind === 'clean' ? body.firstRow : 0;
  const cells = columns.map((column, i) => `${textSql(column, i)} AS ${rawColumn(i)}`);
  const joins = columns.flatMap(({ kind }, i) =>
    kind === 'plain'
      ? []
      : [`LEFT JOIN ${textsTable(fileId)} t${i} ON t${i}.column_index = ${i} AND t${i}.code = r.${codeColumn(i)}`],
  );
  const serial = columns.some(({ kind }) => kind === 'numbered') ? `, r.${SERIAL_COLUMN}` : '';
  await engine.connector.query(
    `CREATE VIEW ${rawTable(fileId)} AS SELECT (r.rowid + ${firstRow})::INTEGER AS source_row, ${cells.join(', ')}${serial}
      FROM ${codesTable(fileId)} r ${joins.join('\n')}`,
  );
}

/** The texts of all columns with their codes: none is empty. */
async function loadTexts({ engine, fileId }: LoadStep, columns: readonly EncodedColumn[]): Promise<void> {
  const table = textsTable(fileId);
  const rows = columns.flatMap((column, index) =>
    column.kind === 'plain' ? [] : column.texts.map((text, i) => ({ index, code: i + 1, text })),
  );
  if (rows.length === 0) {
    await engine.connector.query(`CREATE TABLE ${table} (column_index INTEGER, code INTEGER, text VARCHAR)`);
    return;
  }
  const encoder = new TextEncoder();
  const cells = rows.map(({ text }) => encoder.encode(text));
  const offsets = new Int32Array(rows.length + 1);
  cells.forEach((cell, i) => (offsets[i + 1] = (offsets[i] ?? 0) + cell.length));
  const bytes = new Uint8Array(offsets[rows.length] ?? 0);
  cells.forEach((cell, i) => bytes.set(cell, offsets[i]));
  await engine.tables?.createTable(table, [
    { name: 'column_index', values: Int32Array.from(rows, ({ index }) => index) },
    { name: 'code', values: Int32Array.from(rows, ({ code }) => code) },
    { name: 'text', bytes, offsets },
  ]);
}

function toMemory(column: EncodedColumn, index: number): MemoryColumn[] {
  if (column.kind === 'plain') return [{ name: rawColumn(index), bytes: column.bytes, offsets: column.offsets }];
  const codes = { name: codeColumn(index), values: column.codes };
  return column.kind === 'coded' ? [codes] : [codes, { name: SERIAL_COLUMN, values: column.serials }];
}

function textSql({ kind }: EncodedColumn, index: number): string {
  if (kind === 'plain') return `r.${rawColumn(index)}`;
  const text = `t${index}.text`;
  return kind === 'coded' ? text : numberSql(text, text);
}

/** SQL of a whole 案号 of the rows `r`: `prefix` and the serial number, or `whole` where that is the text. */
export function numberSql(prefix: string, whole: string): string {
  return `CASE WHEN r.${SERIAL_COLUMN} > 0 THEN ${prefix} || r.${SERIAL_COLUMN}::VARCHAR || '${SERIAL_END}' ELSE ${whole} END`;
}
