import { CASE_COLUMNS } from '../schema/columns.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { Connector } from './connector.ts';
import { FROM_CASE_NUMBER, type CaseParts } from './load-case-parts.ts';
import { SERIAL_END } from './load-coded.ts';
import { run } from './load-map.ts';
import type { LoadStep } from './load-request.ts';
import { codedColumns, isCoded } from './load-rows.ts';

/** Holds the rows of a narrow case table; `cases` is then a view over it. */
export const STORE = 'cases_store';

/**
 * A case table whose texts of few values are kept as ENUM, which takes a tenth of the time to write. Who reads it reads
 * a view that has every column as the schema has it; who writes it writes the store, of which only the court and what
 * appeals tell may get a value that was not foreseen: see `writableCases`.
 */
export interface NarrowCases {
  /** Column -> its ENUM type, of those that are kept as ENUM. */
  readonly types: ReadonlyMap<string, string>;
  /** Columns that the store does not have -> SQL that tells their value from the others: NULL where no row has any. */
  readonly told: Map<string, string>;
  /** Case key and 案号 -> the column of the lookup table of prefixes that stands before their serial number. */
  readonly composed: ReadonlyMap<string, string>;
}

/** A column of a lookup table, or SQL of the one value of every row. */
type Source = { readonly table: string; readonly column: string } | { readonly constant: string };

/** Nearly every case has another. */
const WIDE = new Set(['case_key', 'case_no', 'original_case_key']);
/** What second-instance rows tell of the cases of the first. */
const APPEALED = ['is_appealed', 'appealed_on'];
const FROM_CLOSINGS: Readonly<Record<string, string>> = {
  closing_raw: 'text',
  closing: 'closing',
  closing_bucket: 'closing_bucket',
};

/**
 * Whether no later step takes rows out of the cases of this list or changes what is read from their cells: every 案号 is
 * regular and comes once, and nothing was decided about contradictions.
 */
export function mayBeNarrow(step: LoadStep, { caseNumbers }: Pick<CaseParts, 'caseNumbers'>): boolean {
  const { actions } = step.part.plan.decisions;
  return (
    codedColumns(step) !== null &&
    caseNumbers !== null &&
    caseNumbers.isUnique &&
    caseNumbers.isRegular &&
    actions.resolved_before_filed !== 'set_missing' &&
    actions.due_before_filed !== 'set_missing' &&
    !Object.values(actions).includes('set_aside')
  );
}

/** Which columns can be kept as ENUM, because every value is in a lookup table; makes those columns of theirs ENUM too. */
export async function narrowLookups(step: LoadStep, parts: CaseParts): Promise<NarrowCases> {
  const types = new Map<string, string>();
  const told = new Map(toldByPosition(step));
  const statements: string[] = [];
  const replaced = new Map<string, string[]>();
  const keep = (name: string, sources: readonly Source[]) => {
    const own = `ingest_enum_${name}`;
    types.set(name, own);
    const values = sources.map((source) =>
      'constant' in source ? `SELECT ${source.constant} AS v` : `SELECT ${source.column} AS v FROM ${source.table}`,
    );
    statements.push(
      `CREATE TYPE ${own} AS ENUM (SELECT DISTINCT v FROM (${values.join(' UNION ALL ')}) WHERE v IS NOT NULL ORDER BY v);`,
    );
    for (const source of sources) {
      if ('constant' in source) continue;
      const casts = replaced.get(source.table) ?? [];
      casts.push(`${source.column}::${own} AS ${source.column}`);
      replaced.set(source.table, casts);
    }
  };
  for (const { name, type } of CASE_COLUMNS) {
    const sources = sourcesOf(step, parts, name);
    // Names of courts that no column has are filled in later.
    if (sources?.length === 0 && name !== 'court') told.set(name, `NULL::${type}`);
    if (type !== 'VARCHAR' || WIDE.has(name) || sources === null || sources.length === 0) continue;
    keep(name, sources);
  }
  const { prefixes, composed } = parts.caseNumbers ?? { prefixes: '', composed: null };
  for (const column of new Set(Object.values(composed ?? {})))
    keep(prefixColumn(column), [{ table: prefixes, column }]);
  for (const [table, casts] of replaced)
    statements.push(`CREATE OR REPLACE TABLE ${table} AS SELECT * REPLACE (${casts.join(', ')}) FROM ${table};`);
  await run(step.engine.connector, sql`${raw(statements.join('\n'))}`, step.signal);
  return { types, told, composed: new Map(Object.entries(composed ?? {})) };
}

/** Columns that follow from the number of a case, which is that of its row. */
function toldByPosition({ part, fileId }: LoadStep): readonly [column: string, sql: string][] {
  const { body } = part.plan.table;
  const file: [string, string] = ['file_id', `${fileId}::INTEGER`];
  return body.kind === 'clean' ? [file, ['source_row', `(case_id + ${body.firstRow - 1})::INTEGER`]] : [file];
}

/** Where the values of a column come from; null where some may be in no lookup table. */
function sourcesOf(step: LoadStep, parts: CaseParts, column: string): readonly Source[] | null {
  const { caseNumbers, closings, conversions } = parts;
  const ofClosing = FROM_CLOSINGS[column];
  if (column === 'due_basis') return [{ constant: `'file'` }, { constant: `'statute'` }];
  if (APPEALED.includes(column) && !tellsAppeals(parts)) return [];
  if (closings !== null && ofClosing !== undefined)
    return closings.isCoded ? [{ table: closings.table, column: ofClosing }] : null;
  const sources: Source[] = [];
  if (caseNumbers !== null && FROM_CASE_NUMBER.has(column)) sources.push({ table: caseNumbers.prefixes, column });
  for (const { conversion, table, outputs } of conversions)
    for (const [i, output] of conversion.outputs.entries()) {
      if (output.name !== column) continue;
      if (conversion.constant !== undefined) sources.push({ constant: outputs[i] ?? 'NULL' });
      else if (isCoded(step, conversion.index)) sources.push({ table, column: `v${i}` });
      else return null;
    }
  return ALWAYS.has(column) ? null : sources;
}

function tellsAppeals({ conversions }: CaseParts): boolean {
  return conversions.some(({ conversion }) => conversion.outputs.some(({ name }) => APPEALED.includes(name)));
}

/** Columns of the lookup table that may stand before a serial number. */
const PREFIXES = ['raw', 'case_key'];

/** Columns that are worked out from others, or that every row has. */
const ALWAYS = new Set([
  'case_id',
  'case_key',
  'case_no',
  'due_on',
  'days',
  'is_appealed',
  'appealed_on',
  'file_id',
  'source_row',
]);

/** Column of the store for what stands before the serial number, by its column in the lookup table. */
function prefixColumn(column: string): string {
  return `prefix_${column}`;
}

/** The columns of the store that the schema does not have, as SQL of the rows `r` and the lookup table `p`. */
export function prefixesSql({ composed }: NarrowCases): readonly { readonly name: string; readonly sql: string }[] {
  return [...new Set(composed.values())].map((column) => ({ name: prefixColumn(column), sql: `p.${column}` }));
}

/** SQL that makes `relation` a view over `store`, with the columns and types of the schema. */
export function caseViewSql({ types, told, composed }: NarrowCases, relation: string, store: string): string {
  const columns = CASE_COLUMNS.map(({ name }) => {
    const known = told.get(name);
    if (known !== undefined) return `${known} AS ${name}`;
    const prefix = composed.get(name);
    if (prefix !== undefined)
      return `${prefixColumn(prefix)}::VARCHAR || serial::VARCHAR || '${SERIAL_END}' AS ${name}`;
    return types.has(name) || name === 'court' ? `${name}::VARCHAR AS ${name}` : name;
  });
  return `CREATE VIEW ${relation} AS SELECT ${columns.join(', ')} FROM ${store};`;
}

/** Drops the types; the columns keep what they are. */
export async function dropTypes(connector: Connector): Promise<void> {
  const names = [...CASE_COLUMNS.map(({ name }) => name), ...PREFIXES.map(prefixColumn)];
  const drops = names.map((name) => `DROP TYPE IF EXISTS ingest_enum_${name};`);
  await connector.query(drops.join(' '));
}

/** The relation to write the cases to while they are loaded; texts that are not foreseen may come into `column`. */
export async function writableCases(
  connector: Connector,
  narrow: NarrowCases | null,
  column: 'court' | 'is_appealed',
): Promise<string> {
  if (narrow === null) return 'next_cases';
  const store = `next_${STORE}`;
  if (narrow.types.has(column)) await connector.query(`ALTER TABLE ${store} ALTER ${column} TYPE VARCHAR`);
  if (column === 'is_appealed') await addAppealed(connector, narrow, store);
  return store;
}

/** Gives the store the columns of appeals that it was made without. */
async function addAppealed(connector: Connector, narrow: NarrowCases, store: string): Promise<void> {
  const lacking = CASE_COLUMNS.filter(({ name }) => APPEALED.includes(name) && narrow.told.delete(name));
  if (lacking.length === 0) return;
  const additions = lacking.map(({ name, type }) => `ALTER TABLE ${store} ADD COLUMN ${name} ${type};`);
  await connector.query(`${additions.join(' ')} DROP VIEW next_cases; ${caseViewSql(narrow, 'next_cases', store)}`);
}
