import type { ColumnTable, Connector, SqlValue } from '../engine/connector.ts';
import type { DatasetSummary, FileSummary, RefusedFile } from '../ingest/export-file.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { INTAKE } from '../text/intake.ts';
import type { DatasetEvent, HostedDataset } from './catalog.ts';
import { toPeriod, type DayRange } from './period.ts';
import { compileCourts, toCourts, type Court } from '../query/courts.ts';
import type { Period } from '../query/metric-query.ts';

export type { FileSummary };

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

/** The loaded case table with what is known about it, and the engine that holds it. */
export class Dataset {
  readonly #ports: DatasetPorts;
  #connector: Connector | null = $state.raw(null);
  #summary: DatasetSummary | null = $state.raw(null);
  #courts: readonly Court[] = $state.raw([]);
  #progress: Progress | null = $state.raw(null);
  #failure: Bilingual | null = $state.raw(null);
  #notice: Bilingual | null = $state.raw(null);
  #refused: readonly RefusedFile[] = $state.raw([]);
  #hosted: HostedDataset | null = $state.raw(null);
  #version = $state(0);
  #loaded: readonly SourceFile[] = [];
  #abort: AbortController | null = null;
  #engine: Promise<Connector> | null = null;

  constructor(ports: DatasetPorts) {
    this.#ports = ports;
  }

  get connector(): Connector | null {
    return this.#connector;
  }

  /** Rises with every load; 0 = nothing is loaded. */
  get version(): number {
    return this.#version;
  }

  get summary(): DatasetSummary | null {
    return this.#summary;
  }

  /** Names of the courts in the order of their codes. */
  get courts(): readonly string[] {
    return this.#courts.map((court) => court.name);
  }

  /** The courts that may stand beside each other: those that try cases at first instance; all, where none does. */
  get peerCourts(): readonly string[] {
    const peers = this.#courts.filter((court) => court.hasFirstInstance);
    return peers.length === 0 ? this.courts : peers.map((court) => court.name);
  }

  get progress(): Progress | null {
    return this.#progress;
  }

  /** Why the last attempt failed, in a sentence; what was loaded before is still there. */
  get failure(): Bilingual | null {
    return this.#failure;
  }

  /** Files of the last import that could not be read, each with one sentence. */
  get refused(): readonly RefusedFile[] {
    return this.#refused;
  }

  get notice(): Bilingual | null {
    return this.#notice;
  }

  get isSynthetic(): boolean {
    return this.#hosted?.isSynthetic ?? false;
  }

  get name(): Bilingual | null {
    return this.#hosted?.name ?? null;
  }

  get events(): readonly DatasetEvent[] {
    return this.#hosted?.events ?? [];
  }

  /** The court that the catalogue names, or the only one in the data; else null. */
  get ownCourt(): string | null {
    return this.#hosted?.ownCourt ?? (this.#courts.length === 1 ? (this.#courts[0]?.name ?? null) : null);
  }

  /** The period shown until another is chosen: the catalogue's current year, or the whole span of the data. */
  get defaultRange(): DayRange | null {
    const span = this.#summary?.span ?? null;
    if (span === null) return null;
    const asOf = this.#hosted?.asOf ?? null;
    return asOf === null ? span : { from: `${asOf.slice(0, 4)}-01-01`, to: asOf };
  }

  /** Last day that the data know of. */
  get asOf(): string | null {
    return this.#hosted?.asOf ?? this.#summary?.span?.to ?? null;
  }

  get span(): Period | null {
    const span = this.#summary?.span ?? null;
    return span === null ? null : toPeriod(span);
  }

  /** Starts the engine and opens what the site was hosted with; files are read while the engine starts. */
  async openHosted(): Promise<void> {
    await this.#attempt(async (signal) => {
      const started = this.#startEngine();
      const hosted = await this.#ports.openHosted((done, total) =>
        this.#report({ phase: 'opening', done, total, file: null }),
      );
      if (hosted === null) {
        await started;
        return false;
      }
      return this.#load(hosted.files, hosted.files, 'replace', hosted.entry, signal);
    });
  }

  /** Imports files that a person dropped; true when something was loaded. The hosted data set is replaced, never mixed. */
  async importFiles(files: readonly SourceFile[], mode: ImportMode): Promise<boolean> {
    return this.#attempt((signal) => {
      const isAdding = mode === 'add' && !this.isSynthetic;
      const all = isAdding ? [...this.#loaded, ...files] : files;
      return this.#load(files, all, isAdding ? 'add' : 'replace', null, signal);
    });
  }

  cancel(): void {
    this.#abort?.abort();
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  ask(sql: string, params: readonly SqlValue[], signal: AbortSignal): Promise<ColumnTable> {
    if (this.#connector === null) return Promise.reject(new Error('The engine is not running'));
    return this.#ports.ask(this.#connector, this.#version, sql, params, signal);
  }

  #startEngine(): Promise<Connector> {
    this.#engine ??= this.#ports
      .openEngine(
        (done, total) => this.#report({ phase: 'starting', done, total, file: null }),
        () => void this.#reload(),
      )
      .then((connector) => (this.#connector = connector))
      .catch((error: unknown) => {
        this.#engine = null;
        throw error;
      });
    return this.#engine;
  }

  async #load(
    files: readonly SourceFile[],
    all: readonly SourceFile[],
    mode: ImportMode,
    hosted: HostedDataset | null,
    signal: AbortSignal,
  ): Promise<boolean> {
    const started = this.#startEngine();
    const [connector, { summary, refused }] = await Promise.all([
      started,
      this.#ports.importFiles(files, mode, (progress) => this.#report(progress), signal),
    ]);
    this.#refused = refused;
    if (summary === null) return false;
    const { sql, params } = compileCourts();
    this.#courts = toCourts(await connector.query(sql, params));
    this.#summary = summary;
    this.#hosted = hosted;
    this.#loaded = all;
    this.#notice = hosted === null ? INTAKE.done(summary.rows, summary.loaded, summary.setAside) : null;
    this.#version += 1;
    return true;
  }

  /** The engine was restarted with nothing in it: the files that were loaded are loaded again. */
  async #reload(): Promise<void> {
    const hosted = this.#hosted;
    const files = this.#loaded;
    if (files.length === 0) return;
    await this.#attempt((signal) => this.#load(files, files, 'replace', hosted, signal));
  }

  async #attempt(work: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#failure = null;
    try {
      return await work(abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.#failure = this.#ports.explain(error);
      return false;
    } finally {
      if (this.#abort === abort) {
        this.#abort = null;
        this.#progress = null;
      }
    }
  }

  #report(progress: Progress): void {
    this.#progress = progress;
  }
}
