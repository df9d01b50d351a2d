import type { IngestPlan } from '../ingest/ingest-plan.ts';
import type { Connector, FileStore } from './connector.ts';

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
