import type { ColumnTable, Connector, SqlValue } from '../engine/connector.ts';
import type { DatasetSummary, RefusedFile } from '../ingest/export-file.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { HostedDataset } from './catalog.ts';

export type { FileSummary } from '../ingest/export-file.ts';

export type Phase = 'starting' | 'opening' | 'reading' | 'loading';

/** What is under way; `total` null while it is not known. Bytes for 'starting' and 'opening', else steps. */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number | null;
  readonly file: string | null;
}

export type ImportMode = 'replace' | 'add';

/** A file that the browser holds; a `File`, or a hosted one that was fetched. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Everything of the outside world that a data set needs; the browser's is `open-dataset.ts`. */
export interface DatasetPorts {
  openEngine(onProgress: (done: number, total: number | null) => void, onRestart: () => void): Promise<Connector>;
  /** The entry of the catalogue that opens at once, and its files. Null where no catalogue is hosted. */
  openHosted(onProgress: (done: number, total: number | null) => void): Promise<HostedFiles | null>;
  /** That entry without its files. */
  readHosted(): Promise<HostedDataset | null>;
  /**
   * Reads and loads into the engine that `openEngine` was asked for, which may still be starting. Rejects when cancelled;
   * what was loaded before stays on every failure.
   */
  importFiles(
    files: readonly SourceFile[],
    mode: ImportMode,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome>;
  /** The cached answer to a statement. */
  ask(
    connector: Connector,
    version: number,
    sql: string,
    params: readonly SqlValue[],
    signal: AbortSignal,
  ): Promise<ColumnTable>;
  explain(error: unknown): Bilingual;
}

/** `summary` null: no file could be read, and what was loaded before is still there. */
export interface ImportOutcome {
  readonly summary: DatasetSummary | null;
  readonly refused: readonly RefusedFile[];
}

export interface HostedFiles {
  readonly entry: HostedDataset;
  readonly files: readonly SourceFile[];
}
