import type { NodeConnector } from '../../src/cli/node-connector.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { NodeTables } from '../../src/cli/node-tables.ts';
import type { Cell } from '../../src/engine/connector.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles, type ImportOptions } from '../../src/state/import-files.ts';

export const AS_OF = '2025-12-31';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Imports bytes as the command line does. */
export function importBytes(
  connector: NodeConnector,
  files: readonly NamedBytes[],
  options: Partial<ImportOptions> = {},
): Promise<DatasetSummary> {
  const store = new NodeFiles();
  return importFiles(
    { connector, files: store, tables: new NodeTables(connector, store) },
    files.map(({ name, bytes }) => ({ name, source: bytes })),
    {
      mode: 'replace',
      asOf: AS_OF,
      read: ({ name, source }, isCleanPathAllowed) =>
        Promise.resolve(
          readExport({ name, bytes: source instanceof Uint8Array ? source : new Uint8Array() }, { isCleanPathAllowed }),
        ),
      ...options,
    },
  );
}

/** The rows of a query, as arrays. */
export async function rowsOf(connector: NodeConnector, sql: string): Promise<Cell[][]> {
  const { rowCount, names, columns } = await connector.query(sql);
  return Array.from({ length: rowCount }, (_, i) => names.map((name) => columns[name]?.[i] ?? null));
}

/** What the cases of a data set are, without where they stood in the file. */
export function casesOf(connector: NodeConnector): Promise<Cell[][]> {
  return rowsOf(
    connector,
    `SELECT case_key, court, matter, level, cause, "procedure", bench, department, judge, filed_on::VARCHAR, resolved_on::VARCHAR, due_on::VARCHAR,
      due_basis, days, closing, closing_bucket, is_appealed, amount, original_case_key FROM cases ORDER BY case_key`,
  );
}

export function issuesOf(connector: NodeConnector): Promise<Cell[][]> {
  return rowsOf(
    connector,
    `SELECT "row", "column", raw, reason, action FROM ingest_issues ORDER BY "row" NULLS FIRST, "column" NULLS FIRST, reason`,
  );
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
