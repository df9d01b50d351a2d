import type { EncodedColumn } from '../ingest/encoded-column.ts';
import type { RawTable } from '../ingest/raw-table.ts';
import { name, raw, sql, type Fragment } from '../sql/fragment.ts';
import { createMap, distinctTexts, type MapColumn } from './load-map.ts';
import { codeColumn, codesTable, rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** The columns of a list whose rows are loaded as codes; null where they are loaded as text. */
export function codedColumns({ engine, part }: LoadStep): readonly EncodedColumn[] | null {
  const { table, caseNo } = part.plan;
  const columns = columnsOf(table);
  if (columns === null || engine.tables === undefined) return null;
  return columns.every(({ kind }, i) => (kind === 'numbered') === (i === caseNo)) ? columns : null;
}

function columnsOf({ body }: RawTable): readonly EncodedColumn[] | null {
  return body.kind === 'clean' ? body.columns : null;
}

/** The rows of a list with their row in the file as `ingest_row` and their position, from 0, as `record`; to be used as `r`. */
export function rowsOfList(step: LoadStep): Fragment {
  const table = codedColumns(step) === null ? rawTable(step.fileId) : codesTable(step.fileId);
  return sql`(SELECT *, ${raw(sourceRow(step))} AS ingest_row, rowid AS record FROM ${name(table)})`;
}

/** SQL of the row number in the file: stored, or told by the position of the record. */
function sourceRow({ part }: LoadStep): string {
  const { body } = part.plan.table;
  return body.kind === 'clean' ? `(rowid + ${body.firstRow})::INTEGER` : 'source_row';
}

/** The texts of a column that are kept once each, in the order of their codes from 1; null where its rows hold the text itself. */
function codedTexts(step: LoadStep, index: number): readonly string[] | null {
  const column = codedColumns(step)?.[index];
  return column === undefined || column.kind === 'plain' ? null : column.texts;
}

/**
 * The distinct texts of a column, empty cells left out.
 *
 * @param except regular expression: texts that match it as a whole may be left out.
 */
export async function textsOf(step: LoadStep, index: number, except = ''): Promise<readonly string[]> {
  const coded = codedTexts(step, index);
  if (coded !== null) return coded;
  const text = name(rawColumn(index));
  const condition = except === '' ? sql`${text} IS NOT NULL` : sql`NOT regexp_full_match(${text}, ${except})`;
  return distinctTexts(
    step.engine.connector,
    sql`SELECT DISTINCT ${text} FROM ${rowsOfList(step)} WHERE ${condition}`,
    step.signal,
  );
}

/** The rows hold codes of the texts of the column. */
export function isCoded(step: LoadStep, index: number): boolean {
  return codedTexts(step, index) !== null;
}

/** SQL of the condition that joins the lookup table `alias` of a column to the rows `r`. */
export function matchSql(step: LoadStep, index: number, alias: string): string {
  return isCoded(step, index) ? `${alias}.code = r.${codeColumn(index)}` : `${alias}.raw = r.${rawColumn(index)}`;
}

/**
 * SQL that joins it to them. Of codes each has one row in the lookup table, 0 too, so that no row can be lost by an inner
 * join, which the engine does by position instead of by hash.
 */
export function joinMapSql(step: LoadStep, index: number, table: string): string {
  return `${isCoded(step, index) ? '' : 'LEFT '}JOIN ${table} ON ${matchSql(step, index, table)}`;
}

/** Creates a lookup table of the texts of a column: `raw`, where the rows hold codes also `code` (0 = an empty cell), and `columns`. */
export async function createTextMap(
  step: LoadStep,
  index: number,
  table: string,
  columns: readonly MapColumn[],
  rows: readonly (readonly [text: string, ...values: (string | null)[]])[],
): Promise<void> {
  const texts = codedTexts(step, index);
  const own: readonly MapColumn[] = [{ name: 'raw', type: 'VARCHAR' }, ...columns];
  if (texts === null) return createMap(step.engine.connector, table, own, rows, step.signal);
  const codes = new Map(texts.map((text, i) => [text, i + 1]));
  await createMap(
    step.engine.connector,
    table,
    [{ name: 'code', type: 'INTEGER' }, ...own],
    [['0', ...own.map(() => null)], ...rows.map((row) => [String(codes.get(row[0]) ?? 0), ...row])],
    step.signal,
  );
}
