import type { Connector } from '../engine/connector.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { NO_RULES, type ReadingRules } from '../ingest/profile.ts';
import { nameLockFile } from '../ingest/read-blob.ts';
import { readExport } from '../ingest/read-export.ts';
import { compileIssueList } from '../query/issue-list.ts';
import { importFiles } from '../state/import-files.ts';
import { inOrderOfNames } from '../state/name-order.ts';
import { REPORT } from '../text/report.ts';
import { listFiles } from './list-files.ts';
import { ArgumentError } from './report-arguments.ts';
import { NodeFiles } from './node-files.ts';
import { openNodeFile } from './open-node-file.ts';

/** One issue as the report lists it; `row` and `column` null where it concerns the whole file or row. */
export interface ReportIssue {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly raw: string | null;
  /** `id` or `id:detail`. */
  readonly reason: string;
  readonly action: string;
}

const MANY = 100_000_000;

/**
 * Imports the files at `paths`, and those in folders among them, by the same steps as the browser. Throws
 * `NothingReadError` where none can be read.
 * @param rules what was decided for files of known shapes
 */
export async function loadDataset(
  connector: Connector,
  paths: readonly string[],
  asOf: string,
  rules: ReadingRules = NO_RULES,
): Promise<DatasetSummary> {
  const listed = await listFiles(paths);
  if (listed.length === 0) throw new ArgumentError(REPORT.emptyFolder(paths.join(', ')));
  const sources = await Promise.all(
    listed.map(async ({ path, name: own }) => {
      const { bytes, fault } = await openNodeFile(path);
      return { name: listed.filter(({ name }) => name === own).length > 1 ? path : own, source: bytes, fault };
    }),
  );
  const faults = new Map(sources.map((source) => [source.name, source.fault]));
  const summary = await importFiles({ connector, files: new NodeFiles() }, inOrderOfNames(sources), {
    mode: 'replace',
    asOf,
    rules,
    read: ({ name, source }, isCleanPathAllowed) => {
      const fault = faults.get(name) ?? null;
      if (fault !== null) return Promise.resolve(nameLockFile(name, fault));
      if (source instanceof Blob) return Promise.resolve({ kind: 'refused', error: 'unreadable' });
      return Promise.resolve(nameLockFile(name, readExport({ name, bytes: source }, { isCleanPathAllowed, rules })));
    },
  });
  const placeOf = (file: string) => sources.findIndex(({ name }) => name === file || file.startsWith(`${name} › `));
  return { ...summary, files: [...summary.files].sort((a, b) => placeOf(a.name) - placeOf(b.name)) };
}

/** Every issue of the data set, in the order of file and row. */
export async function listIssues(connector: Connector): Promise<ReportIssue[]> {
  const { sql, params } = compileIssueList(null, MANY);
  const { rowCount, columns } = await connector.query(sql, params);
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  return Array.from({ length: rowCount }, (_, i) => {
    const row = columns['row']?.[i];
    return {
      file: text('file', i) ?? '',
      row: typeof row === 'number' ? row : null,
      column: text('column', i),
      raw: text('raw', i),
      reason: text('reason', i) ?? '',
      action: text('action', i) ?? '',
    };
  });
}
