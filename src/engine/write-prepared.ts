import { quoteLiteral, quoteName } from '../sql/quote.ts';
import type { Connector } from './connector.ts';
import { rawColumn, rawTable } from './load-request.ts';
import { TABLES } from './load-tables.ts';
import { PREPARED_FORMAT, PREPARED_TABLE, prefixOf, readColumns, serialOf } from './prepared-set.ts';

/** The raw text of one list that goes along. */
export interface PreparedRawText {
  readonly fileId: number;
  /** Row of the header; where the list was read by position, its first record stands below. */
  readonly headerRow: number;
  /** Number of columns of the list. */
  readonly width: number;
  /** The column of the 案号; null where there is none. */
  readonly caseNo: number | null;
  /** Columns whose text stays behind, such as those with names of parties. */
  readonly leftOut: readonly number[];
}

export interface PreparedContent {
  /** What is known of the set besides its rows, for `openPrepared`. */
  readonly facts: string;
  /** Empty: no raw text goes along. */
  readonly rawText: readonly PreparedRawText[];
}

const ALIAS = 'prepared_out';
/** The engine of the browser is of the 1.4 line, and reads what every DuckDB since 1.0 wrote. */
const STORAGE_VERSION = 'v1.0.0';
/** Columns of `cases` that hold a 案号; split into a part that repeats and a number, they take a tenth of the room. */
const CASE_NUMBERS = ['case_key', 'case_no'];

/**
 * Writes the loaded data set into a new database file at `path`: every table of `TABLES`, and raw text as told. Runs on
 * native DuckDB; `path` must not exist.
 */
export async function writePrepared(connector: Connector, path: string, content: PreparedContent): Promise<void> {
  await connector.query(`ATTACH ${quoteLiteral(path)} AS ${ALIAS} (STORAGE_VERSION '${STORAGE_VERSION}')`);
  try {
    for (const [table, columns] of Object.entries(TABLES)) {
      const names = columns.map(({ name }) => name);
      await copyTable(connector, table, table === 'cases' ? names.flatMap(toStoredCase) : names.map(quoteName));
    }
    for (const list of content.rawText) await copyRawText(connector, list);
    await connector.query(`CREATE TABLE ${ALIAS}.${PREPARED_TABLE} ("key" VARCHAR, "value" VARCHAR)`);
    await connector.query(
      `INSERT INTO ${ALIAS}.${PREPARED_TABLE} VALUES ('format', $1), ('facts', $2), ('columns', $3)`,
      [String(PREPARED_FORMAT), content.facts, JSON.stringify(Object.fromEntries(await readColumns(connector, ALIAS)))],
    );
    await connector.query(`CHECKPOINT ${ALIAS}`);
  } finally {
    await connector.query(`DETACH ${ALIAS}`);
  }
}

async function copyTable(connector: Connector, table: string, columns: readonly string[], order = ''): Promise<void> {
  const from = quoteName(table);
  await connector.query(`CREATE TABLE ${ALIAS}.${from} AS SELECT ${columns.join(', ')} FROM main.${from}${order}`);
}

function toStoredCase(column: string): readonly string[] {
  return CASE_NUMBERS.includes(column)
    ? splitNumber(quoteName(column), quoteName(serialOf('cases', column)), column)
    : [quoteName(column)];
}

/** `text` as it stands where it is not `prefix || serial || '号'`, and the prefix where it is. */
function splitNumber(text: string, serial: string, column: string): readonly string[] {
  const end = `${serial}::VARCHAR || '号'`;
  return [
    `CASE WHEN ends_with(${text}, ${end}) THEN NULL ELSE ${text} END AS ${quoteName(column)}`,
    `CASE WHEN ends_with(${text}, ${end}) THEN left(${text}, length(${text}) - length(${end})) END AS ${quoteName(prefixOf(column))}`,
  ];
}

/** The text of a list with its row numbers, which the engine's own `rowid` would not outlive. */
async function copyRawText(connector: Connector, list: PreparedRawText): Promise<void> {
  const table = rawTable(list.fileId);
  const has = await columnsOf(connector, table);
  const row = has.has('source_row') ? 'source_row' : `(rowid + ${list.headerRow + 1})::INTEGER AS source_row`;
  const numbered = has.has('case_no_serial') ? list.caseNo : null;
  const cells = Array.from({ length: list.width }, (_, i) => i).flatMap((i) => {
    const column = rawColumn(i);
    if (list.leftOut.includes(i)) return [`NULL::VARCHAR AS ${quoteName(column)}`];
    if (i !== numbered) return [quoteName(column)];
    const serial = serialOf(table, column);
    return [...splitNumber(quoteName(column), 'case_no_serial', column), `case_no_serial AS ${quoteName(serial)}`];
  });
  await copyTable(connector, table, [row, ...cells], has.has('source_row') ? ' ORDER BY source_row' : '');
}

async function columnsOf(connector: Connector, table: string): Promise<ReadonlySet<string>> {
  const { columns } = await connector.query(
    'SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() AND table_name = $1',
    [table],
  );
  return new Set((columns['column_name'] ?? []).map(String));
}
