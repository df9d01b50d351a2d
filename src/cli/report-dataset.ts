import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Connector } from '../engine/connector.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { readExport } from '../ingest/read-export.ts';
import { compileIssueList } from '../query/issue-list.ts';
import { importFiles } from '../state/import-files.ts';
import { NodeFiles } from './node-files.ts';

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

/** Imports the files at `paths` by the same steps as the browser. Throws `NothingReadError` where none can be read. */
export async function loadDataset(
  connector: Connector,
  paths: readonly string[],
  asOf: string,
): Promise<DatasetSummary> {
  const names = paths.map((path) => basename(path));
  const sources = await Promise.all(
    paths.map(async (path, i) => {
      const own = names[i] ?? path;
      const bytes = await readFile(path).catch(() => null);
      return {
        name: names.filter((name) => name === own).length > 1 ? path : own,
        source: bytes ?? new Uint8Array(),
        isOpened: bytes !== null,
      };
    }),
  );
  const opened = new Map(sources.map((source) => [source.name, source.isOpened]));
  return importFiles({ connector, files: new NodeFiles() }, sources, {
    mode: 'replace',
    asOf,
    read: ({ name, source }, isCleanPathAllowed) => {
      if (opened.get(name) !== true || source instanceof Blob)
        return Promise.resolve({ kind: 'refused', error: 'unreadable' });
      return Promise.resolve(readExport({ name, bytes: source }, { isCleanPathAllowed }));
    },
  });
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
