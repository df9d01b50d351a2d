import { name, raw, sql, toStatement, type Fragment } from '../sql/fragment.ts';
import type { SqlType } from '../schema/columns.ts';
import type { Connector, SqlValue } from './connector.ts';

/** A column of a lookup table. */
export interface MapColumn {
  readonly name: string;
  readonly type: SqlType;
}

const SEPARATOR = '\u001e';
const NULL_MARK = '\u0000';
/** The engine in the browser dies of a bound text of 600 kB that is not all ASCII; 120 kB is well within what it takes. */
const ROWS_PER_STATEMENT = 4000;
const CHARACTERS_PER_STATEMENT = 120_000;

/** Runs a fragment. */
export async function run(connector: Connector, fragment: Fragment, signal: AbortSignal | undefined) {
  const { sql: text, params } = toStatement(fragment);
  return connector.query(text, params, signal === undefined ? {} : { signal });
}

/** The distinct texts that `query` (one column) returns, NULL left out. */
export async function distinctTexts(
  connector: Connector,
  query: Fragment,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const table = await run(connector, query, signal);
  return (table.columns[table.names[0] ?? ''] ?? []).filter((cell) => typeof cell === 'string');
}

/**
 * Creates the lookup table `table` and fills it. Texts travel as bound values only, many in one: columns are joined with
 * a control character that is cut out of the texts themselves.
 *
 * @param rows one array per row; an entry null becomes NULL.
 */
export async function createMap(
  connector: Connector,
  table: string,
  columns: readonly MapColumn[],
  rows: readonly (readonly (string | null)[])[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (rows.length === 0) {
    const definitions = columns.map((column) => `"${column.name}" ${column.type}`).join(', ');
    await run(connector, sql`CREATE OR REPLACE TABLE ${name(table)} (${raw(definitions)})`, signal);
    return;
  }
  const lists = columns.map((_, i) => `unnest(string_split($${i + 1}::VARCHAR, chr(30))) AS v${i}`).join(', ');
  const casts = columns
    .map((column, i) => `CASE WHEN v${i} = 'n' THEN NULL ELSE v${i}[2:]${castTo(column.type)} END AS "${column.name}"`)
    .join(', ');
  let into = `CREATE OR REPLACE TABLE "${table}" AS`;
  for (const chunk of chunksOf(rows)) {
    const packed = columns.map((_, i): SqlValue => chunk.map((row) => encode(row[i] ?? null)).join(SEPARATOR));
    await connector.query(
      `${into} SELECT ${casts} FROM (SELECT ${lists})`,
      packed,
      signal === undefined ? {} : { signal },
    );
    into = `INSERT INTO "${table}"`;
  }
}

/** Rows in portions of which no column is too long to be bound; a single row is never parted. */
function* chunksOf<Row extends readonly (string | null)[]>(rows: readonly Row[]): Generator<readonly Row[]> {
  let start = 0;
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const own = Math.max(0, ...(rows[i] ?? []).map((cell) => (cell?.length ?? 0) + 2));
    if (i > start && (i - start >= ROWS_PER_STATEMENT || length + own > CHARACTERS_PER_STATEMENT)) {
      yield rows.slice(start, i);
      start = i;
      length = 0;
    }
    length += own;
  }
  if (start < rows.length) yield rows.slice(start);
}

/** `n` for NULL, else the text behind a `t`: an empty text and NULL stay apart. */
function encode(value: string | null): string {
  return value === null ? 'n' : `t${value.replaceAll(SEPARATOR, '').replaceAll(NULL_MARK, '')}`;
}

function castTo(type: SqlType): string {
  return type === 'VARCHAR' ? '' : `::${type}`;
}
