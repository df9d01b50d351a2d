import { name, raw, sql, toStatement } from '../sql/fragment.ts';
import { splitCaseNumbers } from './load-case-numbers.ts';
import { loadCoded } from './load-coded.ts';
import { RawTextError } from './raw-text-error.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';
import { codedColumns } from './load-rows.ts';

const MAX_LINE_BYTES = 16_000_000;

/**
 * Loads the text of a list so that `raw_<fileId>` has one VARCHAR column per column of the file, the parts of the 案号 and,
 * where the position of a record does not tell it, `source_row`.
 */
export async function loadRaw(step: LoadStep): Promise<void> {
  const coded = codedColumns(step);
  return coded === null ? loadText(step) : loadCoded(step, coded);
}

/** The reader is told everything and guesses nothing; a record that does not fit is an error, never a lost row. */
async function loadText(step: LoadStep): Promise<void> {
  const { body, labels } = step.part.plan.table;
  const registered = await step.engine.files.register(body.bytes ?? step.part.source, 'csv');
  const isClean = body.kind === 'clean';
  const names = labels.map((_, i) => `'${rawColumn(i)}': 'VARCHAR'`);
  const columns = `{${[...(isClean ? [] : [`'source_row': 'INTEGER'`]), ...names].join(', ')}}`;
  const reader = sql`read_csv(${registered.path}, columns = ${raw(columns)}, auto_detect = false, header = false,
    delim = ${isClean ? body.delimiter : ','}, quote = '"', escape = '"', skip = ${raw(String(isClean ? body.skip : 0))},
    strict_mode = true, null_padding = false, ignore_errors = false, max_line_size = ${raw(String(MAX_LINE_BYTES))})`;
  const { caseNo } = step.part.plan;
  const rows = caseNo === null ? sql`SELECT * FROM ${reader}` : splitCaseNumbers(reader, rawColumn(caseNo));
  const statement = toStatement(sql`CREATE TABLE ${name(rawTable(step.fileId))} AS ${rows}`);
  try {
    await step.engine.connector.query(
      statement.sql,
      statement.params,
      step.signal === undefined ? {} : { signal: step.signal },
    );
  } catch (cause) {
    step.signal?.throwIfAborted();
    throw new RawTextError(step.part.file, cause);
  } finally {
    await registered.release();
  }
}
