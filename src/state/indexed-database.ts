/** A few promises over IndexedDB: what a browser keeps on plain HTTP and from file://. */
export interface IndexedDatabase {
  /** Runs `work` in one transaction; resolves once it is on disk. Where `work` throws, nothing of it is kept. */
  write<T>(stores: readonly string[], work: (store: StoreOf) => Promise<T>): Promise<T>;
  read<T>(stores: readonly string[], work: (store: StoreOf) => Promise<T>): Promise<T>;
  /** Deletes the database with everything in it. */
  destroy(): Promise<void>;
  close(): void;
}

export type StoreOf = (name: string) => IDBObjectStore;

export interface DatabaseLayout {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly string[];
}

/** Some browsers neither open nor refuse where a policy forbids it. */
const OPEN_TIMEOUT_MS = 5_000;

/**
 * Opens the database, making the stores that it lacks; keys are given with each value. It closes by itself where another
 * page wants to delete it, and says so. Rejects where the browser keeps nothing for this page.
 */
export async function openIndexedDatabase(
  { name, version, stores }: DatabaseLayout,
  onClosed: () => void,
): Promise<IndexedDatabase> {
  const opening = indexedDB.open(name, version);
  opening.addEventListener('upgradeneeded', () => {
    const missing = stores.filter((store) => !opening.result.objectStoreNames.contains(store));
    for (const store of missing) opening.result.createObjectStore(store);
  });
  const database = await withinTime(toPromise(opening), OPEN_TIMEOUT_MS);
  database.addEventListener('close', onClosed);
  database.addEventListener('versionchange', () => (database.close(), onClosed()));
  return {
    write: (names, work) => transact(database.transaction([...names], 'readwrite'), work),
    read: (names, work) => transact(database.transaction([...names], 'readonly'), work),
    async destroy() {
      database.close();
      await toPromise(indexedDB.deleteDatabase(name));
    },
    close: () => database.close(),
  };
}

/** The result of a request. */
export function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  const promise = new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new DOMException('The request failed')));
  });
  // A request that an aborted transaction takes with it may have nobody waiting: the transaction tells.
  promise.catch(() => undefined);
  return promise;
}

/** `work` may wait for requests of the transaction only: it ends as soon as none is left. */
async function transact<T>(transaction: IDBTransaction, work: (store: StoreOf) => Promise<T>): Promise<T> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError')));
  });
  try {
    const result = await work((name) => transaction.objectStore(name));
    await done;
    return result;
  } catch (error) {
    done.catch(() => undefined);
    abort(transaction);
    throw transaction.error ?? error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already: it failed by itself, and nothing of it was kept.
  }
}

function withinTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('The browser did not answer', 'TimeoutError')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
