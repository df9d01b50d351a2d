import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql, type Fragment } from '../sql/fragment.ts';
import { FROM_CASE_NUMBER, type CaseParts } from './load-case-parts.ts';
import { joinSql, valuesSql } from './load-conversions.ts';
import { hasLimitSql, limitJoin, limitSql } from './load-limits.ts';
import { run } from './load-map.ts';
import { caseViewSql, dropTypes, narrowLookups, prefixesSql, STORE, type NarrowCases } from './load-narrow.ts';
import type { LoadStep } from './load-request.ts';
import { rowsOfList } from './load-rows.ts';

/**
 * Inserts the rows of a list into `next_cases`, in the order of the file.
 *
 * @param before number of rows that are there already.
 */
export async function insertCases(step: LoadStep, parts: CaseParts, before: number): Promise<void> {
  const outer = CASE_COLUMNS.map(({ name: column }) => `${outerSql(parts, column)} AS ${column}`);
  await run(
    step.engine.connector,
    sql`INSERT INTO next_cases BY NAME ${await casesSql(step, parts, outer, before)}`,
    step.signal,
  );
  await keepOrder(step, 'next_cases');
}

/** Makes the rows of the only list a narrow table, and `next_cases` a view over it. */
export async function createNarrowCases(step: LoadStep, parts: CaseParts): Promise<NarrowCases> {
  const { connector } = step.engine;
  const store = `next_${STORE}`;
  try {
    const narrow = await narrowLookups(step, parts);
    const prefixes = prefixesSql(narrow);
    const outer = [
      ...CASE_COLUMNS.filter(({ name: column }) => !narrow.told.has(column) && !narrow.composed.has(column)).map(
        ({ name: column, type }) => `(${outerSql(parts, column)})::${narrow.types.get(column) ?? type} AS ${column}`,
      ),
      ...prefixes.map((prefix) => `s.${prefix.name}`),
    ];
    const more = prefixes.map((prefix) => `${prefix.sql} AS ${prefix.name}`);
    await run(
      connector,
      sql`CREATE OR REPLACE TABLE ${raw(store)} AS ${await casesSql(step, parts, outer, 0, more)}`,
      step.signal,
    );
    await keepOrder(step, store);
    await connector.query(`DROP TABLE next_cases; ${caseViewSql(narrow, 'next_cases', store)}`);
    return narrow;
  } finally {
    await dropTypes(connector);
  }
}

/** SQL of the rows of a list with the columns `outer`. */
async function casesSql(
  step: LoadStep,
  parts: CaseParts,
  outer: readonly string[],
  before: number,
  more: readonly string[] = [],
): Promise<Fragment> {
  const columns = CASE_COLUMNS.map(({ name: column }) => column);
  const own = columns
    .filter((column) => column !== 'case_id')
    .map((column) => `${columnSql(step, parts, column)} AS ${column}`);
  const select = [...own, ...more].join(',\n  ');
  const closings = parts.closings?.join ?? '';
  const key = parts.closings === null ? '' : `${parts.closings.keySql} AS closing_key, `;
  const order = (await mayTurnJoins(step)) ? 'ORDER BY s.case_id' : '';
  return sql`SELECT ${raw(outer.join(',\n  '))} FROM (SELECT ${raw(key)}(r.record + ${raw(String(before + 1))})::INTEGER AS case_id, ${raw(select)}
      FROM ${rowsOfList(step)} r ${raw(joins(parts))}) s ${raw(closings)} ${raw(limitJoin(parts.limits))} ${raw(order)}`;
}

/** Position and number of a case go together: of two rows of one case the earlier is told by its position. */
async function keepOrder({ engine, signal }: LoadStep, table: string): Promise<void> {
  const found = await run(
    engine.connector,
    sql`SELECT count(*)::INTEGER AS n FROM ${raw(table)} WHERE case_id <> rowid + 1`,
    signal,
  );
  if (found.columns['n']?.[0] === 0) return;
  await run(
    engine.connector,
    sql`CREATE OR REPLACE TABLE ${raw(table)} AS SELECT * FROM ${raw(table)} ORDER BY case_id`,
    signal,
  );
}

/**
 * Whether a lookup table may be longer than the list: the engine would then look the cases up for its rows instead, and
 * write them in the order of the lookup table.
 */
async function mayTurnJoins({ engine, part, signal }: LoadStep): Promise<boolean> {
  const found = await run(
    engine.connector,
    sql`SELECT coalesce(max(estimated_size), 0)::INTEGER AS n FROM duckdb_tables() WHERE starts_with(table_name, 'ingest_')`,
    signal,
  );
  return part.plan.table.rows < 2 * Number(found.columns['n']?.[0] ?? 0);
}

function joins({ caseNumbers, conversions }: CaseParts): string {
  return [...(caseNumbers?.joins ?? []), ...joinSql(conversions)].join('\n');
}

function columnSql(step: LoadStep, { caseNumbers, conversions }: CaseParts, column: string): string {
  const type = CASE_COLUMNS.find((definition) => definition.name === column)?.type ?? 'VARCHAR';
  if (column === 'file_id') return String(step.fileId);
  if (column === 'source_row') return 'r.ingest_row';
  if (column === 'case_no') return caseNumbers?.textSql ?? 'NULL::VARCHAR';
  const values = valuesSql(conversions, column);
  if (caseNumbers !== null && FROM_CASE_NUMBER.has(column)) values.unshift(caseNumbers.columnSql(column));
  if (column === 'case_key' && caseNumbers?.isComplete !== true) {
    values.push(`'${step.fileId}#' || r.ingest_row::VARCHAR`);
  }
  if (values.length === 0) return `NULL::${type}`;
  return values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`;
}

function outerSql(parts: CaseParts, column: string): string {
  if (column === 'days') return 'CASE WHEN s.resolved_on >= s.filed_on THEN (s.resolved_on - s.filed_on)::INTEGER END';
  if (column === 'due_on') return `coalesce(s.due_on, ${limitSql()})`;
  if (column === 'due_basis')
    return `CASE WHEN s.due_on IS NOT NULL THEN 'file' WHEN ${hasLimitSql()} THEN 'statute' END`;
  if (column === 'is_appealed') return 'coalesce(s.is_appealed, CASE WHEN s.appealed_on IS NOT NULL THEN true END)';
  if (parts.closings !== null && (column === 'closing' || column === 'closing_bucket')) return `k.${column}`;
  if (parts.closings !== null && column === 'closing_raw') return parts.closings.textSql;
  return `s.${column}`;
}
