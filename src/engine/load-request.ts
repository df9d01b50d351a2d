import type { IngestPlan } from '../ingest/ingest-plan.ts';
import type { Connector, FileStore, TableStore } from './connector.ts';

/** One list to load: its plan and where its bytes are. */
export interface LoadPart {
  readonly file: string;
  readonly plan: IngestPlan;
  /** The file itself; read where the plan's body has no bytes of its own. */
  readonly source: Uint8Array | Blob;
}

export interface LoadEngine {
  readonly connector: Connector;
  readonly files: FileStore;
  /** Absent: every list is read as text. */
  readonly tables?: TableStore;
}

export interface LoadStep {
  readonly engine: LoadEngine;
  readonly part: LoadPart;
  readonly fileId: number;
  readonly signal: AbortSignal | undefined;
}

/** Name of the table of raw text of a list. */
export function rawTable(fileId: number): string {
  return `raw_${fileId}`;
}

/** Name of a column of a table of raw text: labels of a file never become names. */
export function rawColumn(index: number): string {
  return `c${index}`;
}

/** Name of the table of the codes of a list that is not kept as text. */
export function codesTable(fileId: number): string {
  return `raw_${fileId}_codes`;
}

/** Name of the table with the texts behind those codes. */
export function textsTable(fileId: number): string {
  return `raw_${fileId}_texts`;
}

/** Name of a column of a table of codes. */
export function codeColumn(index: number): string {
  return `k${index}`;
}

/** Everything that may hold the rows of a list as they stood: a table, or a view over codes and texts. */
export function rawRelations(fileId: number): string[] {
  return [rawTable(fileId), codesTable(fileId), textsTable(fileId)];
}
