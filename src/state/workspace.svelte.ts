import { extendRoster } from '../lib/pseudonym.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { WORKSPACE_FAULTS, type WorkspaceFault } from '../text/workspace.ts';
import { Roster } from './masking.ts';
import { isTypedName, parseSetName } from './workspace-name.ts';
import type { KeptFile, StoredSet, WorkspaceStore } from './workspace-store.ts';

/** Everything of the outside world that a workspace needs. */
export interface WorkspacePorts {
  readonly store: WorkspaceStore;
  /** Local time, 'YYYY-MM-DD HH:MM:SS'. */
  clock(): string;
  /** Uniform in [0, 1) and not to be guessed: pseudonyms hang on it. */
  draw(): number;
}

export interface OpenedSet {
  readonly set: StoredSet;
  readonly files: readonly KeptFile[];
}

/** The data sets that this browser keeps. A fault never rejects: it is a sentence, and what is on screen stays usable. */
export class Workspace {
  readonly #ports: WorkspacePorts;
  #sets: readonly StoredSet[] = $state.raw([]);
  #fault: WorkspaceFault | null = $state(null);
  #isSaving = $state(false);
  #isWiped = $state(false);
  #rosters: Readonly<Record<string, readonly string[]>> = {};
  #saves: Promise<unknown> = Promise.resolve();

  constructor(ports: WorkspacePorts) {
    this.#ports = ports;
  }

  /** The newest first. */
  get sets(): readonly StoredSet[] {
    return this.#sets;
  }

  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Everything was wiped, and nothing has been kept since. */
  get isWiped(): boolean {
    return this.#isWiped;
  }

  /** What went wrong when something was last kept or read back. */
  get fault(): Bilingual | null {
    return this.#fault === null ? null : WORKSPACE_FAULTS[this.#fault];
  }

  /** The set that was to be opened could not be read. */
  get hasLost(): boolean {
    return this.#fault === 'lost';
  }

  find(id: string): StoredSet | null {
    return this.#sets.find((set) => set.id === id) ?? null;
  }

  /** The set that is to be opened, with its files; null = the hosted one. */
  async readOpen(): Promise<OpenedSet | null> {
    const id = await this.#try(async () => {
      await this.#list();
      return this.#ports.store.readOpen();
    });
    return id === null ? null : this.read(id);
  }

  async read(id: string): Promise<OpenedSet | null> {
    const set = this.find(id);
    if (set === null) return null;
    const files = await this.#try(() => this.#ports.store.readFiles(set), 'lost');
    return files === null ? null : { set, files };
  }

  /** Local time, 'YYYY-MM-DD HH:MM:SS', for what is written now. */
  localTime(): string {
    return this.#ports.clock();
  }

  /** A name for a new set that no other has. */
  newId(): string {
    return `${this.#ports.clock()} ${this.#ports.draw().toString(36).slice(2)}`;
  }

  /**
   * Keeps those of `files` that the set has not got and makes it the one that opens next time, in one step. Bytes are
   * copied first: a file on disk may change. Returns the files with their copies, null where they could not be kept;
   * `fault` says why.
   */
  save(id: string, name: Bilingual, files: readonly KeptFile[], cases: number): Promise<readonly KeptFile[] | null> {
    const saved = this.#saves.then(() => this.#save(id, name, files, cases));
    this.#saves = saved;
    return saved;
  }

  chooseOpen(id: string | null): Promise<unknown> {
    return this.#try(() => this.#ports.store.chooseOpen(id));
  }

  async rename(id: string, typed: string): Promise<void> {
    const name = parseSetName(typed);
    if (name !== null) await this.#try(() => this.#ports.store.rename(id, name).then(() => this.#list()));
  }

  async remove(id: string): Promise<void> {
    const set = this.find(id);
    if (set !== null) await this.#try(() => this.#ports.store.remove(set).then(() => this.#list()));
  }

  /** True where everything that the product kept is gone. */
  async wipe(): Promise<boolean> {
    await this.#saves;
    const isGone = await this.#try(() => this.#ports.store.wipe().then(() => true));
    if (isGone === null) return false;
    this.#rosters = {};
    this.#sets = [];
    this.#isWiped = true;
    return true;
  }

  /** The roster of a data set with `names` in it; a name that it had keeps its place. */
  async drawRoster(dataset: string, names: readonly string[]): Promise<Roster> {
    const kept = this.#rosters[dataset] ?? (await this.#ports.store.readRoster(dataset).catch(() => []));
    const roster = extendRoster(kept, names, () => this.#ports.draw());
    this.#rosters = { ...this.#rosters, [dataset]: roster };
    return new Roster(roster);
  }

  /** Keeps the roster, so that pseudonyms are the same after a reload. Not after a wipe: then nothing is to be left. */
  async keepRoster(dataset: string): Promise<void> {
    const roster = this.#rosters[dataset];
    if (this.#isWiped || roster === undefined || roster.length === 0) return;
    await this.#ports.store.writeRoster(dataset, roster).catch(() => undefined);
  }

  async #save(
    id: string,
    name: Bilingual,
    files: readonly KeptFile[],
    cases: number,
  ): Promise<readonly KeptFile[] | null> {
    this.#isSaving = true;
    const before = this.find(id);
    const old = files.slice(0, before?.files.length ?? 0);
    const kept = await this.#try(async () => {
      const all = [...old, ...(await copyAll(files.slice(old.length)))];
      const createdAt = before?.createdAt ?? this.#ports.clock();
      const sizes = all.map((file) => ({ name: file.name, bytes: file.blob.size }));
      const called = before !== null && isTypedName(before.name) ? before.name : name;
      const set = { id, name: called, createdAt, cases, files: sizes };
      await this.#ports.store.save(set, all.slice(old.length));
      this.#isWiped = false;
      await this.#list();
      return all;
    });
    this.#isSaving = false;
    if (kept !== null) await this.keepRoster(id);
    return kept;
  }

  async #list(): Promise<void> {
    this.#sets = await this.#ports.store.list();
  }

  async #try<T>(work: () => Promise<T>, otherwise: WorkspaceFault = 'blocked'): Promise<T | null> {
    try {
      const result = await work();
      this.#fault = null;
      return result;
    } catch (error) {
      this.#fault = toFault(error) ?? otherwise;
      return null;
    }
  }
}

/** One after the other, so that only one file at a time is in memory twice. */
async function copyAll(files: readonly KeptFile[]): Promise<readonly KeptFile[]> {
  const copies: KeptFile[] = [];
  for (const { name, blob } of files) copies.push({ name, blob: new Blob([await blob.arrayBuffer()]) });
  return copies;
}

function toFault(error: unknown): WorkspaceFault | null {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  return name === 'NotReadableError' ? 'unreadable' : null;
}
