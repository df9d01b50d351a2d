import type { ColumnTable, Connector, SqlValue } from '../engine/connector.ts';
import type { RefusedFile } from '../ingest/export-file.ts';
import type { ListTally } from '../ingest/column-tally.ts';
import type { HeaderPlace } from '../ingest/header-rules.ts';
import type { ListReading } from '../ingest/list-doubts.ts';
import type { ReadingRules } from '../ingest/profile.ts';
import type { RawTable } from '../ingest/raw-table.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { DatasetAbout, HostedDataset } from './catalog.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import type { KnownAnswer } from './known-answers.ts';

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
  /** The entry of the catalogue that opens at once, with its files on their way. Null where no catalogue is hosted. */
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
    rules?: ReadingRules,
  ): Promise<ImportOutcome>;
  /** The lists of a file with their columns counted, for the mapping screen; nothing is loaded. Rejects when cancelled. */
  readLists?(file: SourceFile, request: ListsRequest, signal: AbortSignal): Promise<ListsOutcome>;
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

/** How the lists of a file are to be read for the mapping screen. */
export interface ListsRequest {
  readonly rules: ReadingRules;
  /** Where a person says that the header stands. */
  readonly place: HeaderPlace | null;
}

/** The lists of a file, or the sentence that says why it has none. */
export type ListsOutcome =
  | {
      readonly kind: 'lists';
      readonly lists: readonly { readonly table: RawTable; readonly tally: ListTally }[];
      /** Today, ISO. */
      readonly asOf: string;
    }
  | { readonly kind: 'refused'; readonly sentence: Bilingual };

/** `loaded` null: no file could be read, and what was loaded before is still there. */
export interface ImportOutcome {
  readonly loaded: LoadedSet | null;
  readonly refused: readonly RefusedFile[];
  /** How every list was read; of a prepared set there is nothing to say. */
  readonly readings?: readonly ListReading[];
}

/** What is loaded once an import is over. */
export interface LoadedSet extends DatasetFacts {
  /** What a prepared set says of itself; null where the files are exports. */
  readonly about: DatasetAbout | null;
  /** False where a prepared set came without the text of its rows. */
  readonly hasRawText: boolean;
  /** Statements that were answered before the set was opened. */
  readonly answers: readonly KnownAnswer[];
}

/** The data set that a site opens with. */
export interface HostedFiles {
  readonly entry: HostedDataset;
  /** What the set says of itself before it is there; null where it was not prepared so. */
  readonly opening: LoadedSet | null;
  readonly files: Promise<readonly SourceFile[]>;
}
