import type { ColumnTable, Connector, SqlValue } from '../engine/connector.ts';
import { throwIfAborted } from '../lib/abort.ts';
import type { RefusedFile } from '../ingest/export-file.ts';
import type { ListReading } from '../ingest/list-doubts.ts';
import type { OwnAlias } from '../ingest/own-aliases.ts';
import {
  hasSameAliases,
  joinRules,
  NO_RULES,
  withProfile,
  type Profile,
  type ReadingRules,
} from '../ingest/profile.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { ENGINE_STATUS } from '../text/app.ts';
import { INTAKE } from '../text/intake.ts';
import { WORKSPACE, WORKSPACE_FAULTS } from '../text/workspace.ts';
import { Attempts } from './attempts.svelte.ts';
import type { DatasetEvent, HostedDataset } from './catalog.ts';
import type { CountsAhead, Run } from './counts-ahead.ts';
import type {
  DatasetPorts,
  ImportMode,
  ListsOutcome,
  ListsRequest,
  LoadedSet,
  Progress,
  SourceFile,
} from './dataset-ports.ts';
import { EarlySet } from './early-set.ts';
import { KeptRules } from './kept-rules.ts';
import { LoadedData } from './loaded-data.svelte.ts';
import type { Roster } from './masking.ts';
import { allEvents } from './named-events.ts';
import { inOrderOfNames } from './name-order.ts';
import { PageEngine } from './page-engine.svelte.ts';
import { Peers } from './peers.svelte.ts';
import { ReadFiles } from './read-files.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import { toSetName } from './workspace-name.ts';
import type { StoredSet } from './workspace-store.ts';
import type { OpenedSet, Workspace } from './workspace.svelte.ts';

export type {
  DatasetPorts,
  FileSummary,
  HostedFiles,
  ImportMode,
  ImportOutcome,
  Phase,
  Progress,
  SourceFile,
} from './dataset-ports.ts';

/** What becomes of files once they are read. */
interface HowToTake {
  readonly mode: ImportMode;
  /** What is said once the data are there; null = nothing. */
  readonly notice: ((rows: number, loaded: number, setAside: number, superseded: number) => Bilingual) | null;
  /** Called with the data in place, before anything is asked of them. */
  readonly whenTaken?: () => void;
}

/** What is loaded, and where it comes from. */
interface Source {
  /** The set under which this browser keeps it, or is to keep it; for a hosted one 'hosted:' and its id. */
  readonly id: string;
  readonly hosted: HostedDataset | null;
  /** Everything that is loaded once the load is over. */
  readonly files: readonly SourceFile[];
  /** What the files are read by beside the product's own dictionary; kept with the set. */
  readonly rules: ReadingRules;
}

/** The loaded case table with what is known about it, the engine that holds it, and the ways to load another. */
export class Dataset extends LoadedData {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly peers: Peers;
  readonly #ports: DatasetPorts;
  readonly #attempts: Attempts;
  readonly #rules: KeptRules;
  readonly #engine: PageEngine;
  readonly #read = new ReadFiles();
  #notice: Bilingual | null = $state.raw(null);
  #source: Source | null = $state.raw(null);
  #offered: HostedDataset | null = $state.raw(null);
  #early: EarlySet | null = null;
  #ahead: CountsAhead | null = null;

  constructor(ports: DatasetPorts, workspace: Workspace, settings: Settings) {
    super();
    this.#ports = ports;
    this.#attempts = new Attempts((error) => ports.explain(error));
    this.#rules = new KeptRules(settings);
    this.#engine = new PageEngine(
      (onProgress, onRestart) => ports.openEngine(onProgress, onRestart),
      (done, total) => this.#attempts.report({ phase: 'starting', done, total, file: null }),
      () => void this.#reload(),
    );
    this.workspace = workspace;
    this.settings = settings;
    this.peers = new Peers(settings);
  }

  get connector(): Connector | null {
    return this.#engine.connector;
  }

  get progress(): Progress | null {
    return this.#attempts.progress;
  }

  /** Why the last attempt failed, in a sentence; what was loaded before is still there. */
  get failure(): Bilingual | null {
    return this.#attempts.failure;
  }

  /** Files of the last import that could not be read, each with one sentence. */
  get refused(): readonly RefusedFile[] {
    return this.#read.refused;
  }

  /** How every list was read, for those that were read here. */
  get readings(): readonly ListReading[] {
    return this.#read.readings;
  }

  /** What files are read by today: saved profiles and the court's own labels. */
  get rules(): ReadingRules {
    return this.#rules.today;
  }

  /** What the open data set was read by. */
  get ownRules(): ReadingRules {
    return this.#source?.rules ?? NO_RULES;
  }

  /** Changes what files are read by from now on; what is open stays as it was read. */
  keepRules(rules: ReadingRules): void {
    this.#rules.keepToday(rules);
  }

  /** The file, or the archive with the file, that a list came from, those refused last included; null = not at hand. */
  fileOf(list: string): SourceFile | null {
    const files = [...(this.#source?.files ?? []), ...this.#read.left];
    return files.find(({ name }) => list === name || list.startsWith(`${name} › `)) ?? null;
  }

  get notice(): Bilingual | null {
    return this.#notice;
  }

  get isHosted(): boolean {
    return this.#hosted !== null;
  }

  get name(): Bilingual | null {
    return this.#hosted?.name ?? this.stored?.name ?? null;
  }

  /** The set of this browser's workspace that is open; null for a hosted one, and for an import that is not kept. */
  get stored(): StoredSet | null {
    return this.#source === null ? null : this.workspace.find(this.#source.id);
  }

  /** Name of the hosted data set that could be opened in the place of what is open; null where there is none. */
  get hostedName(): Bilingual | null {
    return this.#hosted === null ? (this.#offered?.name ?? null) : null;
  }

  /** The named days of the data set: those that came with it, and those that were named here. */
  get events(): readonly DatasetEvent[] {
    return allEvents(this.#hosted?.events ?? [], this.settings);
  }

  /** Starts the engine and opens what was open last: a set of the workspace, else what the site was hosted with. */
  async openFirst(): Promise<void> {
    await this.#attempts.run(async (signal) => {
      void this.#engine.start();
      void this.settings.openEverywhere();
      const opened = await this.workspace.readOpen();
      if (opened !== null && (await this.#reopen(opened, signal))) return true;
      if (opened !== null || this.workspace.hasLost) this.#attempts.fail(WORKSPACE_FAULTS.lost);
      return this.#loadHosted(signal);
    });
    if (this.#hosted === null) this.#offered = await this.#ports.readHosted().catch(() => null);
  }

  /** Opens what the site was hosted with, now and next time; files are read while the engine starts. */
  async openHosted(): Promise<boolean> {
    const isOpen = await this.#attempts.run((signal) => this.#loadHosted(signal));
    if (isOpen) await this.workspace.chooseOpen(null);
    return isOpen;
  }

  /** Opens a set of the workspace, now and next time. */
  async openStored(id: string): Promise<boolean> {
    const isOpen = await this.#attempts.run(async (signal) => {
      const opened = await this.workspace.read(id);
      return opened !== null && this.#loadKept(opened, signal);
    });
    if (isOpen) await this.workspace.chooseOpen(id);
    return isOpen;
  }

  /**
   * Imports files that a person dropped; true when something was loaded. The sample is replaced, never mixed. Once the
   * figures are there, the files are kept in the workspace: as a set of their own, or with the set they were added to.
   *
   * @param whenTaken called with the data in place, before anything is asked of them
   */
  async importFiles(dropped: readonly SourceFile[], mode: ImportMode, whenTaken = () => {}): Promise<boolean> {
    const files = inOrderOfNames(dropped);
    // What is on screen already has to be there before anything joins it or takes its place.
    await this.#early?.settled;
    const before = mode === 'add' && !this.isSynthetic ? this.#source : null;
    const isLoaded = await this.#attempts.run((signal) => {
      const rules = before === null ? this.rules : joinRules(before.rules, this.rules);
      const source: Source = {
        id: before === null || before.hosted !== null ? this.workspace.newId() : before.id,
        hosted: null,
        files: [...(before?.files ?? []), ...files],
        rules,
      };
      // Other own labels may read the files of the set otherwise: all are read again, as they will be after a reload.
      const isJoining = before !== null && hasSameAliases(before.rules, rules);
      return this.#load(
        isJoining ? files : source.files,
        source,
        { mode: isJoining ? 'add' : 'replace', notice: INTAKE.done, whenTaken },
        signal,
      );
    });
    if (isLoaded) void this.keep();
    return isLoaded;
  }

  /**
   * Reads `file` by `changed` from now on, with all that is open where it is part of it, and keeps them for lists of
   * their shapes. False where that failed: nothing is changed then.
   */
  async readAgain(file: SourceFile, changed: readonly Profile[], aliases: readonly OwnAlias[]): Promise<boolean> {
    const before = this.rules;
    const today = { profiles: changed.reduce(withProfile, before.profiles), aliases };
    const source = this.#source;
    this.keepRules(today);
    const isOpen = source !== null && source.files.some(({ name }) => name === file.name);
    const rules = { ...source?.rules, profiles: changed.reduce(withProfile, source?.rules.profiles ?? []), aliases };
    const isRead = isOpen
      ? await this.#attempts.run((signal) =>
          this.#load(source.files, { ...source, rules }, { mode: 'replace', notice: INTAKE.readAgain }, signal),
        )
      : await this.importFiles([file], source?.hosted === null ? 'add' : 'replace');
    if (!isRead) this.keepRules(before);
    else if (isOpen) void this.keep();
    return isRead;
  }

  /** Counts cases that a newer list no longer has by their older row, or leaves them out; kept with the data set. */
  async leaveVanishedOut(isVanishedLeftOut: boolean): Promise<boolean> {
    const source = this.#source;
    if (source === null) return false;
    const rules = { ...source.rules, isVanishedLeftOut };
    const isRead = await this.#attempts.run((signal) =>
      this.#load(source.files, { ...source, rules }, { mode: 'replace', notice: INTAKE.readAgain }, signal),
    );
    if (isRead) void this.keep();
    return isRead;
  }

  /** The lists of a file for the mapping screen, read by `rules`; nothing is loaded. */
  readLists(file: SourceFile, request: ListsRequest, signal: AbortSignal): Promise<ListsOutcome> {
    const read = this.#ports.readLists;
    if (read === undefined) return Promise.reject(new Error('Lists cannot be read here'));
    return read(file, request, signal);
  }

  /** Keeps what is loaded in the workspace, as far as it is not there yet. */
  async keep(): Promise<void> {
    const [source, summary, notice] = [this.#source, this.summary, this.#notice];
    if (source === null || source.hosted !== null || summary === null) return;
    const name = toSetName(this.courts, summary.span, summary.files[0]?.name ?? '');
    const files = await this.workspace.save(source.id, name, source.files, summary.loaded);
    if (this.#source !== source) return;
    if (files === null) this.#notice = this.workspace.fault;
    else this.#source = { ...source, files };
    if (files !== null && notice !== null && this.#notice === notice)
      this.#notice = followedBy(notice, WORKSPACE.keptToo);
  }

  /** Deletes a set of the workspace; where it is open, the hosted data take its place. */
  async removeStored(id: string): Promise<void> {
    const isOpen = this.#source?.id === id;
    await this.workspace.remove(id);
    if (isOpen && this.workspace.find(id) === null) await this.#closeStored();
  }

  /** Deletes everything that this browser keeps for the product, and what is loaded of it; true where it is gone. */
  async wipe(): Promise<boolean> {
    this.cancel();
    const isGone = await this.workspace.wipe();
    if (isGone) this.settings.forget();
    if (isGone && this.#source?.hosted === null) await this.#closeStored();
    return isGone;
  }

  cancel(): void {
    this.#attempts.cancel();
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  /** What is counted of these data before it is asked. */
  aheadOf(create: (run: Run) => CountsAhead): CountsAhead {
    this.#ahead ??= create(async ({ sql, params }, signal) => {
      await this.#early?.settled;
      return this.connector?.query(sql, params, signal === undefined ? {} : { signal });
    });
    return this.#ahead;
  }

  /** The answer to a statement; while the rows of what is shown are on their way, those not known wait for them. */
  async ask(sql: string, params: readonly SqlValue[], signal: AbortSignal): Promise<ColumnTable> {
    const known = this.knownAnswer(sql, params);
    if (known !== null) return known;
    await this.#early?.settled;
    throwIfAborted(signal);
    this.#ahead?.giveWay();
    if (this.connector === null) throw new Error('The engine is not running');
    return this.#ports.ask(this.connector, this.version, sql, params, signal);
  }

  get #hosted(): HostedDataset | null {
    return this.#source?.hosted ?? null;
  }

  async #loadHosted(signal: AbortSignal): Promise<boolean> {
    const started = this.#engine.start();
    const hosted = await this.#ports.openHosted((done, total) =>
      this.#attempts.report({ phase: 'opening', done, total, file: null }),
    );
    if (hosted === null) {
      await started;
      return false;
    }
    const { entry, opening, files } = hosted;
    const id = `hosted:${entry.id}`;
    const source = { id, hosted: entry, files: [], rules: await this.#rules.readFor(id) };
    const load = async () => {
      const own = await files;
      return this.#load(own, { ...source, files: own }, { mode: 'replace', notice: null }, signal);
    };
    return opening === null || this.version > 0 ? load() : this.#showEarly(opening, source, load);
  }

  /** Shows `opening` and loads what it tells of; where that fails, nothing is shown. */
  async #showEarly(opening: LoadedSet, source: Source, load: () => Promise<boolean>): Promise<boolean> {
    this.#early = new EarlySet(opening);
    try {
      const roster = await this.#openBeside(source.id, opening);
      this.#source = source;
      this.take({ set: opening, about: source.hosted, roster });
      const isLoaded = await load();
      if (!isLoaded) this.#close();
      return isLoaded;
    } catch (error) {
      this.#close();
      throw error;
    } finally {
      this.#early.settle();
      this.#early = null;
    }
  }

  /** What this browser keeps for a data set; the pseudonyms of its judges. */
  async #openBeside(id: string, { judges }: LoadedSet): Promise<Roster> {
    const [roster] = await Promise.all([this.workspace.drawRoster(id, judges), this.settings.openDataset(id)]);
    return roster;
  }

  /** False where the set cannot be loaded; only a cancellation rejects. */
  async #reopen(opened: OpenedSet, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.#loadKept(opened, signal);
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  async #loadKept({ set, files }: OpenedSet, signal: AbortSignal): Promise<boolean> {
    const rules = await this.#rules.readFor(set.id);
    const notice = () => WORKSPACE.reopened(set.name, set.createdAt.slice(0, 16));
    return this.#load(files, { id: set.id, hosted: null, files, rules }, { mode: 'replace', notice }, signal);
  }

  /** Loads `files`; on failure what was loaded before stays. False where none of them could be read. */
  async #load(
    files: readonly SourceFile[],
    source: Source,
    { mode, notice, whenTaken }: HowToTake,
    signal: AbortSignal,
  ): Promise<boolean> {
    // What is shown early is what is being loaded: what is to be counted of it stays so.
    if (this.#early === null) this.#ahead?.forget();
    const [, outcome] = await Promise.all([
      this.#engine.start(),
      this.#ports.importFiles(files, mode, (progress) => this.#attempts.report(progress), signal, source.rules),
    ]);
    this.#read.refuse(files, outcome.refused);
    const { loaded } = outcome;
    if (loaded === null) return false;
    const { summary } = loaded;
    const roster = await this.#openBeside(source.id, loaded);
    if (source.hosted !== null) void this.workspace.keepRoster(source.id);
    this.#read.read(mode, outcome);
    this.#rules.keepForOpen(source.rules);
    this.#offered ??= this.#hosted;
    this.#source = {
      ...source,
      files: source.files.filter((file) => !files.includes(file) || this.#read.isWhole(file)),
    };
    this.#notice = notice?.(summary.rows, summary.loaded, summary.setAside, summary.superseded ?? 0) ?? null;
    if (this.#early?.isSame(loaded) === true) return true;
    // What was asked of the data of before while these were loading may have been counted of them.
    this.#ahead?.forget();
    this.take({ set: loaded, about: source.hosted ?? loaded.about, roster });
    whenTaken?.();
    return true;
  }

  /** What was kept is gone: the hosted data are opened, or nothing where none are hosted. */
  async #closeStored(): Promise<void> {
    if (!(await this.openHosted())) this.#close();
  }

  #close(): void {
    this.forget();
    this.#source = null;
    this.#notice = null;
  }

  /** The engine was restarted with nothing in it: the files that were loaded are loaded again, and what it was at is told. */
  async #reload(): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    const hasInterrupted = this.#attempts.isUnderWay;
    const isBack = await this.#attempts.run((signal) =>
      this.#load(source.files, source, { mode: 'replace', notice: null }, signal),
    );
    if (isBack) this.#notice = ENGINE_STATUS.restarted;
    if (isBack && hasInterrupted) this.#attempts.fail(ENGINE_STATUS.interrupted);
  }
}

function followedBy(first: Bilingual, second: Bilingual): Bilingual {
  return { zh: first.zh + second.zh, en: `${first.en} ${second.en}` };
}
