import { openPrepared, type OpenPrepared } from '../engine/open-prepared.ts';
import type { LoadEngine } from '../engine/load-request.ts';
import { PreparedSetError } from '../engine/prepared-set.ts';
import type { DatasetSummary, RefusedFile } from '../ingest/export-file.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { PREPARED_ERRORS } from '../text/prepared.ts';
import { readFacts } from './dataset-facts.ts';
import type { ImportMode, ImportOutcome, LoadedSet, SourceFile } from './dataset-ports.ts';
import { NothingReadError } from './import-files.ts';
import { parsePreparedFacts, toLoadedSet, type PreparedFacts } from './prepared-facts.ts';

/** Everything that opening files needs of a page. */
export interface FileOpener {
  readonly engine: LoadEngine;
  /** Reads and loads exports; rejects with `NothingReadError` where none could be read. */
  readonly importExports: (files: readonly SourceFile[], mode: ImportMode) => Promise<DatasetSummary>;
  /** What went wrong, as a sentence. */
  readonly explain: (error: unknown) => Bilingual;
  readonly signal: AbortSignal;
}

/** The prepared set that the engine reads from, and what is known of it; kept from one opening to the next. */
export interface PreparedShelf {
  current: { readonly open: OpenPrepared; readonly facts: PreparedFacts } | null;
}

/** What every DuckDB file has behind its first eight bytes. */
const MAGIC = 'DUCK';
const MAGIC_AT = 8;

/**
 * Opens files of every kind: a prepared set is attached, exports are imported, behind it where both are given. What was
 * loaded before stays on every failure.
 */
export async function openFiles(
  files: readonly SourceFile[],
  mode: ImportMode,
  opener: FileOpener,
  shelf: PreparedShelf,
): Promise<ImportOutcome> {
  const kinds = await Promise.all(files.map(({ blob }) => isDatabase(blob)));
  const databases = files.filter((_, i) => kinds[i] === true);
  const refused: RefusedFile[] = [];
  const opened = mode === 'add' ? null : await openFirst(databases, opener, refused);
  // a database that nobody prepared is read table by table, and a second prepared set is refused there
  const exports = files.filter(({ name }) => name !== opened?.name && !refused.some((file) => file.name === name));
  if (opened !== null) {
    const before = shelf.current;
    shelf.current = { open: opened.open, facts: opened.facts };
    await before?.open.close();
  }
  if (exports.length === 0)
    return opened === null ? { loaded: null, refused } : { loaded: await toLoaded(opener, opened.facts), refused };
  return opened === null
    ? importAlone(exports, mode, opener, shelf, refused)
    : addToPrepared(exports, opened.facts, opener, refused);
}

/** The first of `databases` that is a prepared set; those that cannot be opened are refused with a sentence. */
async function openFirst(
  databases: readonly SourceFile[],
  { engine, signal }: FileOpener,
  refused: RefusedFile[],
): Promise<{ readonly name: string; readonly open: OpenPrepared; readonly facts: PreparedFacts } | null> {
  for (const { name, blob } of databases) {
    signal.throwIfAborted();
    try {
      const open = await openPrepared(engine, blob);
      return { name, open, facts: parsePreparedFacts(open.facts) };
    } catch (error) {
      if (!(error instanceof PreparedSetError)) throw error;
      if (error.fault === 'foreign') continue;
      refused.push({ name, sentence: PREPARED_ERRORS[error.fault](name) });
    }
  }
  return null;
}

async function importAlone(
  exports: readonly SourceFile[],
  mode: ImportMode,
  { engine, importExports }: FileOpener,
  shelf: PreparedShelf,
  refused: readonly RefusedFile[],
): Promise<ImportOutcome> {
  try {
    const summary = await importExports(exports, mode);
    const set = mode === 'add' ? (shelf.current?.facts ?? null) : null;
    if (set === null) await takeDown(shelf);
    return {
      loaded: { ...marksOfJoined(set), ...(await readFacts(engine.connector, summary)) },
      refused: [...refused, ...summary.refused],
    };
  } catch (error) {
    if (error instanceof NothingReadError) return { loaded: null, refused: [...refused, ...error.refused] };
    throw error;
  }
}

/** The set is open already: exports that cannot join it are refused, and it stays. */
async function addToPrepared(
  exports: readonly SourceFile[],
  set: PreparedFacts,
  opener: FileOpener,
  refused: readonly RefusedFile[],
): Promise<ImportOutcome> {
  try {
    const summary = await opener.importExports(exports, 'add');
    const loaded = { ...marksOfJoined(set), ...(await readFacts(opener.engine.connector, summary)) };
    return { loaded, refused: [...refused, ...summary.refused] };
  } catch (error) {
    const faults =
      error instanceof NothingReadError
        ? error.refused
        : exports.map(({ name }) => ({ name, sentence: PREPARED_ERRORS.notAdded(name, opener.explain(error)) }));
    return { loaded: await toLoaded(opener, set), refused: [...refused, ...faults] };
  }
}

async function toLoaded({ engine }: FileOpener, set: PreparedFacts): Promise<LoadedSet> {
  return toLoadedSet(set) ?? { ...marksOf(set), ...(await readFacts(engine.connector)) };
}

type Marks = Pick<LoadedSet, 'about' | 'hasRawText' | 'answers'>;

function marksOf(set: PreparedFacts | null): Marks {
  if (set === null) return { about: null, hasRawText: true, answers: [] };
  return { about: set.about, hasRawText: set.hasRawText, answers: set.answers };
}

/** Exports that joined a set may go on after its day, and change every answer. */
function marksOfJoined(set: PreparedFacts | null): Marks {
  const { about, hasRawText } = marksOf(set);
  return { about: about === null ? null : { ...about, asOf: null }, hasRawText, answers: [] };
}

/** Lets go of the prepared set after exports have taken its place. */
async function takeDown(shelf: PreparedShelf): Promise<void> {
  const { current } = shelf;
  shelf.current = null;
  await current?.open.close();
}

async function isDatabase(blob: Blob): Promise<boolean> {
  const head = blob.slice(MAGIC_AT, MAGIC_AT + MAGIC.length);
  // A file that cannot be read is refused with its own sentence where it is read.
  return (await head.text().catch(() => '')) === MAGIC;
}
