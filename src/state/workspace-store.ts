import { isRecord } from '../lib/record.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { openIndexedDatabase, toPromise, type IndexedDatabase, type StoreOf } from './indexed-database.ts';
import type { SettingsStore } from './settings.svelte.ts';

/** A data set kept in this browser, without its files. */
export interface StoredSet {
  readonly id: string;
  readonly name: Bilingual;
  /** Local time of the import, 'YYYY-MM-DD HH:MM:SS'. */
  readonly createdAt: string;
  /** In the order in which they are loaded. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly cases: number;
}

/** A file with its bytes in the hands of the browser. */
export interface KeptFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What this browser keeps for the product. Every verb is one transaction: it happened, or nothing of it did. */
export interface WorkspaceStore extends SettingsStore {
  /** The newest first. */
  list(): Promise<readonly StoredSet[]>;
  readOpen(): Promise<string | null>;
  /** The files of a set in the order of loading. */
  readFiles(set: StoredSet): Promise<readonly KeptFile[]>;
  /**
   * Writes the set with the last of its files, and makes it the one that opens next time.
   * @param files stored behind those that the set has already; all of them where the set is new
   */
  save(set: StoredSet, files: readonly KeptFile[]): Promise<void>;
  /** The set that opens next time; null = the hosted one. */
  chooseOpen(id: string | null): Promise<void>;
  rename(id: string, name: Bilingual): Promise<void>;
  remove(set: StoredSet): Promise<void>;
  /** The judges of a data set in the order of their pseudonyms. */
  readRoster(dataset: string): Promise<readonly string[]>;
  writeRoster(dataset: string, names: readonly string[]): Promise<void>;
  /** Deletes everything. */
  wipe(): Promise<void>;
}

/** Prefix of everything that the product keeps outside its database, so that other pages of the server are left alone. */
export const STORAGE_PREFIX = 'court-metrics';

const STORES = ['sets', 'files', 'state', 'rosters', 'settings'] as const;
const OPEN = 'open';

/** What this browser keeps under `name`; opened when first asked, and again after it was wiped. */
export function createWorkspaceStore(name: string = STORAGE_PREFIX): WorkspaceStore {
  let opened: Promise<IndexedDatabase> | null = null;
  // To open a database is to make it: after a wipe, whoever reads finds nothing, and only who writes makes a new one.
  let isWiped = false;
  const database = (): Promise<IndexedDatabase> => {
    isWiped = false;
    const opening = opened ?? openIndexedDatabase({ name, version: 2, stores: STORES }, () => (opened = null));
    opened = opening;
    opening.catch(() => (opened = null));
    return opening;
  };
  const find = async <T>(store: string, nothing: T, read: (of: StoreOf) => Promise<T>): Promise<T> =>
    isWiped ? nothing : (await database()).read([store], read);
  const get = (store: string, key: IDBValidKey): Promise<unknown> =>
    find<unknown>(store, undefined, (of) => toPromise<unknown>(of(store).get(key)));
  const put = (store: string, key: IDBValidKey, value: unknown): Promise<unknown> =>
    database().then((db) => db.write([store], (of) => toPromise(of(store).put(value, key))));
  return {
    async list() {
      const sets = await find('sets', [], (of) => toPromise<unknown[]>(of('sets').getAll()));
      return sets.filter(isStoredSet).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },
    async readOpen() {
      const id = await get('state', OPEN);
      return typeof id === 'string' ? id : null;
    },
    readFiles: async (set) =>
      (await database()).read(['files'], (of) => Promise.all(set.files.map((_, i) => readFile(of, set, i)))),
    async save(set, files) {
      const db = await database();
      await db.write(['sets', 'files', 'state'], (of) => writeSet(of, set, files));
    },
    async chooseOpen(id) {
      // after a wipe nothing is chosen already, and to say so again would make the database anew
      if (id !== null || !isWiped) await put('state', OPEN, id);
    },
    async rename(id, newName) {
      const db = await database();
      await db.write(['sets'], (of) => renameSet(of, id, newName));
    },
    async remove(set) {
      await (await database()).write(STORES, (of) => removeSet(of, set));
    },
    async readRoster(dataset) {
      const names = await get('rosters', dataset);
      return Array.isArray(names) ? names.filter((entry) => typeof entry === 'string') : [];
    },
    async writeRoster(dataset, names) {
      await put('rosters', dataset, [...names]);
    },
    readSettings: (scope) =>
      find<Readonly<Record<string, unknown>>>('settings', {}, async (of) => {
        const [keys, values] = await Promise.all([
          toPromise(of('settings').getAllKeys(settingsOf(scope))),
          toPromise<unknown[]>(of('settings').getAll(settingsOf(scope))),
        ]);
        return Object.fromEntries(keys.map((key, i) => [Array.isArray(key) ? String(key[1]) : '', values[i]]));
      }),
    async writeSetting(scope, key, value) {
      await put('settings', [scope, key], value);
    },
    async wipe() {
      const db = await database();
      opened = null;
      await db.destroy();
      isWiped = true;
      removeKeys(globalThis.localStorage);
      removeKeys(globalThis.sessionStorage);
    },
  };
}

async function readFile(of: StoreOf, set: StoredSet, index: number): Promise<KeptFile> {
  const file = await toPromise<unknown>(of('files').get([set.id, index]));
  if (!isKeptFile(file)) throw new DOMException(`File ${index + 1} is gone`, 'NotFoundError');
  return file;
}

async function writeSet(of: StoreOf, set: StoredSet, files: readonly KeptFile[]): Promise<void> {
  const first = set.files.length - files.length;
  const stored = await toPromise(of('files').count(filesOf(set.id)));
  if (stored !== first) throw new DOMException('The set was changed by another page', 'InvalidStateError');
  await Promise.all([
    ...files.map((file, i) => toPromise(of('files').put(file, [set.id, first + i]))),
    toPromise(of('sets').put(set, set.id)),
    toPromise(of('state').put(set.id, OPEN)),
  ]);
}

async function renameSet(of: StoreOf, id: string, name: Bilingual): Promise<void> {
  const set = await toPromise<unknown>(of('sets').get(id));
  if (isStoredSet(set)) await toPromise(of('sets').put({ ...set, name }, id));
}

async function removeSet(of: StoreOf, set: StoredSet): Promise<void> {
  const open = await toPromise<unknown>(of('state').get(OPEN));
  await Promise.all([
    toPromise(of('files').delete(filesOf(set.id))),
    toPromise(of('sets').delete(set.id)),
    toPromise(of('rosters').delete(set.id)),
    toPromise(of('settings').delete(settingsOf(`set:${set.id}`))),
    ...(open === set.id ? [toPromise(of('state').delete(OPEN))] : []),
  ]);
}

/** Keys of the files of a set: an array sorts after every number. */
function filesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function settingsOf(scope: string): IDBKeyRange {
  return IDBKeyRange.bound([scope], [scope, []]);
}

function removeKeys(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(STORAGE_PREFIX)) storage.removeItem(key);
}

function isStoredSet(value: unknown): value is StoredSet {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['name']) && Array.isArray(value['files']);
}

function isKeptFile(value: unknown): value is KeptFile {
  return isRecord(value) && typeof value['name'] === 'string' && value['blob'] instanceof Blob;
}
