import type { Bilingual } from '../text/bilingual.ts';
import { MAPPING } from '../text/mapping.ts';
import type { Dataset, SourceFile } from './dataset.svelte.ts';
import { placeOf, rowsUntried, type ListName, type OpenList } from './mapping-lists.ts';

/** Where a person says that the header of the shown list stands. */
export interface HeaderRows {
  /** 1-based; the last row of the header. */
  readonly row: number;
  readonly height: number;
}

/** The file whose columns are looked at: its lists, read cell by cell, and the one that is shown. */
export class OpenLists {
  protected readonly dataset: Dataset;
  #name: ListName | null = $state.raw(null);
  #file: SourceFile | null = $state.raw(null);
  #lists: readonly OpenList[] = $state.raw([]);
  #at = $state(0);
  #asOf: string | null = $state.raw(null);
  #fault: Bilingual | null = $state.raw(null);
  #isBusy = $state(false);
  #abort: AbortController | null = null;

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  get isOpen(): boolean {
    return this.#name !== null;
  }

  get name(): ListName | null {
    return this.#name;
  }

  /** Name of the file whose lists may be chosen. */
  get fileName(): string {
    return this.#file?.name ?? this.#name?.file ?? '';
  }

  get at(): number {
    return this.#at;
  }

  /** Rows beyond those that the screen tried; they are read all the same. */
  get rowsUntried(): number {
    return this.shown === undefined ? 0 : rowsUntried(this.shown);
  }

  get headerRow(): number {
    return this.shown?.table.headerRow ?? 1;
  }

  get headerHeight(): number {
    return this.shown?.table.headerHeight ?? 1;
  }

  get fault(): Bilingual | null {
    return this.#fault;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  protected get file(): SourceFile | null {
    return this.#file;
  }

  protected get opened(): readonly OpenList[] {
    return this.#lists;
  }

  protected get shown(): OpenList | undefined {
    return this.#lists[this.#at];
  }

  protected get asOf(): string | null {
    return this.#asOf;
  }

  /** Reads the file of a list and shows that list; false where the file is not at hand. */
  protected async openFile(name: ListName): Promise<boolean> {
    this.#name = name;
    this.#file = this.dataset.fileOf(name.file);
    if (this.#file === null) {
      this.#fault = MAPPING.notAtHand;
      return false;
    }
    if (await this.#read(null)) this.#at = placeOf(this.#lists, this.#file.name, name);
    return true;
  }

  /** Reads the file again with the header of the shown list elsewhere; false where that was not done. */
  protected readWithHeader(header: HeaderRows): Promise<boolean> {
    return this.#read(header);
  }

  protected show(at: number): void {
    this.#at = at;
  }

  protected closeFile(): void {
    this.#abort?.abort();
    this.#name = null;
    this.#file = null;
    this.#lists = [];
    this.#fault = null;
  }

  /** @param work null = done, else why not */
  protected async busyWith(work: () => Promise<Bilingual | null>): Promise<boolean> {
    this.#isBusy = true;
    this.#fault = null;
    this.#fault = await work();
    this.#isBusy = false;
    return this.#fault === null;
  }

  async #read(header: HeaderRows | null): Promise<boolean> {
    const [file, before] = [this.#file, this.shown?.table];
    if (file === null) return false;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#isBusy = true;
    this.#fault = null;
    const place = header === null ? null : { ...header, sheet: before?.sheet ?? null, member: before?.member ?? null };
    try {
      const outcome = await this.dataset.readLists(file, { rules: this.dataset.ownRules, place }, abort.signal);
      if (abort.signal.aborted) return false;
      if (outcome.kind === 'refused') {
        this.#fault = outcome.sentence;
        return false;
      }
      this.#lists = outcome.lists;
      this.#asOf = outcome.asOf;
      return true;
    } catch {
      if (!abort.signal.aborted) this.#fault = MAPPING.failed;
      return false;
    } finally {
      if (this.#abort === abort) this.#isBusy = false;
    }
  }
}
