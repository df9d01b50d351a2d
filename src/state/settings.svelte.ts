/** Where settings are kept: JSON values by scope and name. */
export interface SettingsStore {
  readSettings(scope: string): Promise<Readonly<Record<string, unknown>>>;
  writeSetting(scope: string, name: string, value: unknown): Promise<void>;
}

type Values = Readonly<Record<string, unknown>>;

const EVERYWHERE = '*';

/**
 * What a person has set and this browser keeps: events, ranges, peers, mapping profiles. Values are JSON and of unknown
 * shape when they are read back: whoever reads them checks them. Where the browser keeps nothing, a value lasts as long as
 * the page.
 */
export class Settings {
  readonly #store: SettingsStore;
  #everywhere: Values = $state.raw({});
  #ofDataset: Values = $state.raw({});
  #dataset: string | null = null;

  constructor(store: SettingsStore) {
    this.#store = store;
  }

  /** Reads what belongs to this browser, whatever is open. */
  async openEverywhere(): Promise<void> {
    this.#everywhere = { ...(await this.#read(EVERYWHERE)), ...this.#everywhere };
  }

  /** Reads what belongs to the data set that is about to be shown; what belonged to another one is put away. */
  async openDataset(id: string): Promise<void> {
    if (id === this.#dataset) return;
    const values = await this.#read(scopeOf(id));
    this.#dataset = id;
    this.#ofDataset = values;
  }

  /** Kept with the open data set; undefined where it was never set. */
  ofDataset(name: string): unknown {
    return this.#ofDataset[name];
  }

  /** What is kept with a data set that is not open; undefined where it was never set. */
  async readFor(id: string, name: string): Promise<unknown> {
    return id === this.#dataset ? this.#ofDataset[name] : (await this.#read(scopeOf(id)))[name];
  }

  /** Kept in this browser for every data set; undefined where it was never set. */
  everywhere(name: string): unknown {
    return this.#everywhere[name];
  }

  keepForDataset(name: string, value: unknown): void {
    this.#ofDataset = { ...this.#ofDataset, [name]: value };
    if (this.#dataset !== null) this.#write(scopeOf(this.#dataset), name, value);
  }

  keepEverywhere(name: string, value: unknown): void {
    this.#everywhere = { ...this.#everywhere, [name]: value };
    this.#write(EVERYWHERE, name, value);
  }

  /** Forgets everything that was read; the store is emptied by whoever wipes it. */
  forget(): void {
    this.#everywhere = {};
    this.#ofDataset = {};
  }

  #read(scope: string): Promise<Values> {
    return this.#store.readSettings(scope).catch(() => ({}));
  }

  #write(scope: string, name: string, value: unknown): void {
    // Without a store the setting lasts as long as the page: the workspace panel says that nothing is kept.
    this.#store.writeSetting(scope, name, $state.snapshot(value)).catch(() => undefined);
  }
}

function scopeOf(dataset: string): string {
  return `set:${dataset}`;
}
