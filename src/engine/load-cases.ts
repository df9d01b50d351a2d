import { CASE_COLUMNS } from '../schema/columns.ts';
import { name, raw, sql } from '../sql/fragment.ts';
import { caseNumberJoin, caseNumberSql, type CaseNumberMaps } from './load-case-numbers.ts';
import { closingJoin, closingTextSql, type LoadedClosings } from './load-closings.ts';
import { joinSql, outputSql, type LoadedConversion } from './load-conversions.ts';
import { hasLimitSql, limitJoin, limitSql, type LoadedLimits } from './load-limits.ts';
import { run } from './load-map.ts';
import { sourceRow } from './load-raw.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** Everything that is joined to the raw text to make cases of it. */
export interface CaseParts {
  readonly caseNumbers: CaseNumberMaps | null;
  readonly conversions: readonly LoadedConversion[];
  readonly closings: LoadedClosings | null;
  readonly limits: LoadedLimits;
}

const FROM_CASE_NUMBER = new Set(['case_key', 'case_year', 'court_code', 'type_code', 'serial', 'matter', 'level']);

/**
 * Inserts the rows of a list into `next_cases`, in the order of the file.
 *
 * @param before number of rows that are there already.
 */
export async function insertCases(step: LoadStep, parts: CaseParts, before: number): Promise<void> {
  const columns = CASE_COLUMNS.map(({ name: column }) => column);
  const select = columns.map((column) => `${columnSql(step, parts, column)} AS ${column}`).join(',\n  ');
  const outer = columns.map((column) => `${outerSql(parts, column)} AS ${column}`).join(',\n  ');
  const closings = parts.closings === null ? '' : closingJoin(parts.closings);
  await run(
    step.engine.connector,
    sql`INSERT INTO next_cases BY NAME SELECT ${raw(outer)} FROM (SELECT ${raw(select)}
      FROM (SELECT *, ${raw(sourceRow(step))} AS ingest_row, (rowid + ${raw(String(before + 1))})::INTEGER AS case_id FROM ${name(rawTable(step.fileId))}) r
      ${raw(joins(step, parts))}) s ${raw(closings)} ${raw(limitJoin(parts.limits))}`,
    step.signal,
  );
}

function joins(step: LoadStep, parts: CaseParts): string {
  const { caseNo } = step.part.plan;
  const lookups = joinSql(parts.conversions);
  return [
    ...(caseNo === null || parts.caseNumbers === null ? [] : caseNumberJoin(parts.caseNumbers, caseNo)),
    ...lookups,
  ].join('\n');
}

function columnSql(step: LoadStep, parts: CaseParts, column: string): string {
  const { plan } = step.part;
  const type = CASE_COLUMNS.find((definition) => definition.name === column)?.type ?? 'VARCHAR';
  if (column === 'case_id') return 'r.case_id';
  if (column === 'file_id') return String(step.fileId);
  if (column === 'source_row') return 'r.ingest_row';
  if (column === 'case_no') {
    if (plan.caseNo === null) return 'NULL::VARCHAR';
    const text = `r.${rawColumn(plan.caseNo)}`;
    return parts.caseNumbers?.isTrimmed === true ? text : `trim(${text})`;
  }
  if (column === 'closing_raw')
    return plan.closing === null || parts.closings === null
      ? 'NULL::VARCHAR'
      : closingTextSql(`r.${rawColumn(plan.closing)}`, parts.closings);
  const values = parts.conversions.flatMap((loaded) =>
    loaded.conversion.outputs.flatMap((output, i) => (output.name === column ? [outputSql(loaded, i)] : [])),
  );
  if (plan.caseNo !== null && parts.caseNumbers !== null && FROM_CASE_NUMBER.has(column)) {
    values.unshift(caseNumberSql(parts.caseNumbers, column));
  }
  if (column === 'case_key') values.push(`'${step.fileId}#' || r.ingest_row::VARCHAR`);
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
  return `s.${column}`;
}
