import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import { NO_RULES, type Profile, type ReadingRules } from '../../src/ingest/profile.ts';
import { parseProfileFile } from '../../src/ingest/profile-json.ts';
import { valueKey } from '../../src/ingest/value-assign.ts';
import type { SectionContext } from '../../src/panels/duration/section-context.ts';
import type { TableView } from '../../src/charts/table/table-view.ts';
import type { MetricQuery, MetricRef, Period } from '../../src/query/metric-query.ts';
import type { AnsweredQuery } from '../../src/state/metric-result.svelte.ts';
import { run } from './measure.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');
export const JEC = join(DATA, 'tjsp_jec/cases.csv');
export const LITIGATION = join(DATA, 'tjsp_litigation/cases.csv');
export const WENSHU = join(DATA, 'wenshu/cases_utf8bom.csv');
export const hasRealLists = existsSync(JEC);
if (!hasRealLists) console.warn(`${DATA} is not there: no figure is compared on lists of real courts`);

/** A list as the product read it, and the same file in a DuckDB of its own that knows nothing of the product. */
export interface RealList {
  readonly db: NodeConnector;
  readonly plain: NodeConnector;
  readonly presentColumns: readonly string[];
  readonly ask: (
    metrics: readonly MetricRef[],
    query: Partial<MetricQuery> & { period: Period },
  ) => Promise<AnsweredQuery>;
  /** Rows of a statement of the test's own about the table `list`. */
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => void;
}

/** Imports `path` by the steps of the browser, and reads it once more as table `list`. */
export async function loadRealList(
  path: string,
  profile: string | null = null,
  change: (profile: Profile) => Profile = (same) => same,
): Promise<RealList> {
  const [db, plain] = [await NodeConnector.open(), await NodeConnector.open()];
  const { presentColumns } = await loadDataset(db, [path], '2026-11-24', rulesOf(profile, change));
  await plain.query(`CREATE TABLE list AS SELECT * FROM read_csv($1, header = true, all_varchar = true)`, [path]);
  return {
    db,
    plain,
    presentColumns,
    ask: async (metrics, query) => {
      const full = { metrics, groupBy: [], filter: {}, ...query };
      return { query: full, table: await run(db, metrics, full, presentColumns) };
    },
    rows: async (sql) => {
      const { rowCount, names, columns } = await plain.query(sql);
      return Array.from({ length: rowCount }, (_, i) =>
        Object.fromEntries(names.map((name) => [name, columns[name]?.[i] ?? null])),
      );
    },
    close: () => {
      db.close();
      plain.close();
    },
  };
}

function rulesOf(name: string | null, change: (profile: Profile) => Profile): ReadingRules {
  if (name === null) return NO_RULES;
  const text = readFileSync(join(import.meta.dirname, `../fixtures/profiles/${name}.json`), 'utf8');
  const rules = parseProfileFile(text);
  if ('fault' in rules) throw new Error(rules.fault);
  return { ...rules, profiles: rules.profiles.map(change) };
}

/** The calendar year. */
export function year(of: number): Period {
  return { start: `${of}-01-01`, end: `${of + 1}-01-01` };
}

export const CONTEXT: SectionContext = {
  locale: 'zh',
  asOf: null,
  isSynthetic: false,
  isPending: false,
  hasProcedures: true,
  isOwn: false,
};

/** Value and text of the cell in the row that starts with `label`. */
export function cellOf(table: TableView, label: string, column: string): { value: unknown; text: string } {
  const row = table.rows.find(({ cells }) => cells[0]?.text === label);
  const cell = row?.cells[table.columns.findIndex(({ id }) => id === column)];
  if (cell === undefined) throw new Error(`no ${column} of ${label}`);
  return { value: cell.value ?? null, text: cell.text };
}

/** What R printed, by name: `figures-r.csv` beside the tests, made by `figures.R`. */
export function readR(): (name: string) => readonly number[] {
  const text = readFileSync(join(import.meta.dirname, '../panels/real-lists/figures-r.csv'), 'utf8');
  const lines = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...values] = line.split(',');
        return [name, values.map((value) => (value === '' ? NaN : Number(value)))] as const;
      }),
  );
  return (name) => {
    const found = lines.get(name);
    if (found === undefined) throw new Error(`R printed nothing called ${name}`);
    return found;
  };
}

/** Procedures of tjsp_litigation that stand for three of ours; the others are unknown to us. */
const PROCEDURES: Readonly<Record<string, string>> = {
  'Procedimento do Juizado Especial...': '小额诉讼程序',
  'Procedimento Sumario': '简易程序',
  'Procedimento Ordinario': '普通程序',
};

/** The profile of tjsp_litigation with its column of procedures taken for 程序. */
export function withProcedures(profile: Profile): Profile {
  const entries = Object.entries(PROCEDURES).map(([text, procedure]) => [valueKey(text), procedure] as const);
  return {
    ...profile,
    columns: { ...profile.columns, procedure: { target: 'procedure', style: {} } },
    values: { ...profile.values, procedure: Object.fromEntries(entries) },
  };
}
