import { loadCases } from '../engine/load.ts';
import type { LoadEngine, LoadPart } from '../engine/load-request.ts';
import { RawTextError } from '../engine/raw-text-error.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { planIngest } from '../ingest/plan.ts';
import type { MappingProfile } from '../ingest/map-columns.ts';
import type { ReadOutcome } from '../ingest/raw-table.ts';
import { courtOfCaseKey, nameOfCourt, unifyCourtNames } from '../ingest/unify-courts.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { INGEST_ERRORS, type IngestErrorId } from '../text/ingest-errors.ts';

/** A file to import; `source` is given to the engine where its text is clean, so that it need not be copied. */
export interface ImportSource {
  readonly name: string;
  readonly source: Uint8Array | Blob;
}

export interface ImportOptions {
  readonly mode: 'add' | 'replace';
  /** Today, ISO; dates after it are called future. Null = not known. */
  readonly asOf: string | null;
  readonly profile?: MappingProfile;
  /** Runs `readExport` on the file, in a worker or right here. `isCleanPathAllowed` is passed on. Rejects where it cannot be opened. */
  readonly read: (
    source: ImportSource,
    isCleanPathAllowed: boolean,
    signal: AbortSignal | undefined,
  ) => Promise<ReadOutcome>;
  /** `reading` and `loading` count files and lists done. */
  readonly onProgress?: (phase: 'reading' | 'loading', done: number, total: number, file: string | null) => void;
  readonly signal?: AbortSignal;
}

/** No file at all could be read: one sentence per file. */
export class NothingReadError extends Error {
  readonly refused: DatasetSummary['refused'];

  constructor(refused: DatasetSummary['refused']) {
    super(refused.map(({ sentence }) => sentence.en).join(' '));
    this.name = 'NothingReadError';
    this.refused = refused;
  }

  get sentence(): Bilingual {
    return {
      zh: this.refused.map(({ sentence }) => sentence.zh).join(''),
      en: this.refused.map(({ sentence }) => sentence.en).join(' '),
    };
  }
}

/**
 * Imports files into the engine and says what they hold. Files that cannot be read are refused in the summary; where none
 * can, it throws `NothingReadError`. On every failure, and on abort, what was loaded before is untouched.
 */
export async function importFiles(
  engine: LoadEngine,
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<DatasetSummary> {
  const first = await readSources(sources, true, options);
  try {
    return { ...(await load(engine, first.parts, options)), refused: first.refused };
  } catch (error) {
    if (!(error instanceof RawTextError) || !first.parts.some(({ plan }) => plan.table.body.kind === 'clean'))
      throw error;
  }
  const second = await readSources(sources, false, options);
  return { ...(await load(engine, second.parts, options)), refused: second.refused };
}

interface ReadSources {
  readonly parts: readonly LoadPart[];
  readonly refused: DatasetSummary['refused'];
}

/** The lists of all files, and the files that hold none. Throws `NothingReadError` where no file holds any. */
async function readSources(
  sources: readonly ImportSource[],
  isCleanPathAllowed: boolean,
  options: ImportOptions,
): Promise<ReadSources> {
  const refused: DatasetSummary['refused'][number][] = [];
  const refuse = (name: string, error: IngestErrorId) => refused.push({ name, sentence: INGEST_ERRORS[error](name) });
  const parts: LoadPart[] = [];
  for (const [i, source] of sources.entries()) {
    if (isCleanPathAllowed) options.onProgress?.('reading', i, sources.length, source.name);
    const outcome = await readSource(source, isCleanPathAllowed, options);
    if (outcome.kind === 'refused') refuse(source.name, outcome.error);
    else parts.push(...toParts(source, outcome, options));
  }
  if (parts.length === 0) throw new NothingReadError(refused);
  return { parts, refused };
}

async function readSource(
  source: ImportSource,
  isCleanPathAllowed: boolean,
  options: ImportOptions,
): Promise<ReadOutcome> {
  options.signal?.throwIfAborted();
  try {
    return await options.read(source, isCleanPathAllowed, options.signal);
  } catch {
    options.signal?.throwIfAborted();
    return { kind: 'refused', error: 'unreadable' };
  }
}

function toParts(source: ImportSource, outcome: ReadOutcome, { asOf, profile }: ImportOptions): LoadPart[] {
  if (outcome.kind === 'refused') return [];
  return outcome.tables.map((table) => ({
    file: source.name,
    plan: planIngest(table, profile === undefined ? { asOf } : { asOf, profile }),
    source: source.source,
  }));
}

function load(engine: LoadEngine, parts: readonly LoadPart[], options: ImportOptions): Promise<DatasetSummary> {
  options.onProgress?.('loading', 0, parts.length, null);
  return loadCases(engine, parts, {
    mode: options.mode,
    unifyCourts: unifyCourtNames,
    nameOfCourt,
    courtOfCaseKey,
    onList: (done) => options.onProgress?.('loading', done, parts.length, parts[done]?.file ?? null),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
}
