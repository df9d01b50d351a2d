import { loadCases } from '../engine/load.ts';
import type { LoadEngine, LoadPart } from '../engine/load-request.ts';
import { RawTextError } from '../engine/raw-text-error.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { planIngest } from '../ingest/plan.ts';
import type { IngestPlan } from '../ingest/ingest-plan.ts';
import { findProfile, NO_RULES, type ReadingRules } from '../ingest/profile.ts';
import { memberName, type RawTable, type ReadOutcome } from '../ingest/raw-table.ts';
import { courtOfCaseKey, nameOfCourt, unifyCourtNames } from '../ingest/unify-courts.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { describeRefusal, type IngestErrorId } from '../text/ingest-errors.ts';
import { MAPPING } from '../text/mapping.ts';
import { readDatabaseFile } from './read-database-file.ts';

/** A file to import; `source` is given to the engine where its text is clean, so that it need not be copied. */
export interface ImportSource {
  readonly name: string;
  readonly source: Uint8Array | Blob;
}

export interface ImportOptions {
  readonly mode: 'add' | 'replace';
  /** Today, ISO; dates after it are called future. Null = not known. */
  readonly asOf: string | null;
  /** What was decided for files of known shapes, and the court's own labels. */
  readonly rules?: ReadingRules;
  /** Told how each list is going to be read, before it is loaded; of a list that is read twice, twice. */
  readonly onPlan?: (file: string, plan: IngestPlan) => void;
  /** Runs `readExport` on the file, in a worker or right here. `isCleanPathAllowed` is passed on. Rejects where it cannot be opened. */
  readonly read: (
    source: ImportSource,
    isCleanPathAllowed: boolean,
    signal: AbortSignal | undefined,
    rules: ReadingRules,
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
  const first = readSources(engine, sources, true, options);
  try {
    return await load(engine, first, options);
  } catch (error) {
    if (!(error instanceof RawTextError)) throw error;
    const { parts } = await first;
    if (!parts.some(({ plan }) => plan.table.body.kind === 'clean')) throw error;
  }
  return load(engine, readSources(engine, sources, false, options), options);
}

/** Why a file was refused that may hold a list all the same, under labels that are not known. */
const MAPPABLE: ReadonlySet<IngestErrorId> = new Set(['unrelated', 'no_case', 'header_only']);

interface ReadSources {
  readonly parts: readonly LoadPart[];
  readonly refused: DatasetSummary['refused'];
}

/** The lists of all files, and the files that hold none. Throws `NothingReadError` where no file holds any. */
async function readSources(
  engine: LoadEngine,
  sources: readonly ImportSource[],
  isCleanPathAllowed: boolean,
  options: ImportOptions,
): Promise<ReadSources> {
  const refused: DatasetSummary['refused'][number][] = [];
  const refuse = (name: string, { error, detail }: { readonly error: IngestErrorId; readonly detail?: string }) =>
    refused.push({ name, sentence: describeRefusal(name, error, detail), isMappable: MAPPABLE.has(error) });
  const parts: LoadPart[] = [];
  for (const [i, source] of sources.entries()) {
    if (isCleanPathAllowed) options.onProgress?.('reading', i, sources.length, source.name);
    const outcome = await readSource(engine, source, isCleanPathAllowed, options);
    if (outcome.kind === 'refused') {
      refuse(source.name, outcome);
      continue;
    }
    for (const fault of outcome.refused ?? []) refuse(memberName(source.name, fault.member), fault);
    for (const table of outcome.kind === 'tables' ? outcome.tables : []) {
      const profile = leftOutBy(table, options.rules);
      const name = [memberName(source.name, table.member), table.sheet].filter((part) => part !== null).join(' › ');
      if (profile !== null)
        refused.push({ name, sentence: MAPPING.leftOut(name, table.rows, profile), isMappable: true });
    }
    parts.push(...toParts(source, outcome, options));
  }
  if (parts.length === 0) throw new NothingReadError(refused);
  return { parts, refused };
}

async function readSource(
  engine: LoadEngine,
  source: ImportSource,
  isCleanPathAllowed: boolean,
  options: ImportOptions,
): Promise<ReadOutcome> {
  options.signal?.throwIfAborted();
  const read = (from: ImportSource) =>
    options.read(from, isCleanPathAllowed, options.signal, options.rules ?? NO_RULES);
  try {
    const outcome = await read(source);
    if (outcome.kind === 'tables' || outcome.error !== 'duckdb') return outcome;
    return await readDatabaseFile(engine, source.source, (csv) => read({ name: source.name, source: csv }));
  } catch {
    options.signal?.throwIfAborted();
    return { kind: 'refused', error: 'unreadable' };
  }
}

/** Name of the profile by which a list is left out; null = it is read. */
function leftOutBy({ labels }: RawTable, rules: ReadingRules = NO_RULES): string | null {
  const profile = findProfile(rules.profiles, labels);
  return profile?.isLeftOut === true ? profile.name : null;
}

function toParts(
  source: ImportSource,
  outcome: ReadOutcome,
  { asOf, rules = NO_RULES, onPlan }: ImportOptions,
): LoadPart[] {
  if (outcome.kind === 'refused') return [];
  // the lists of one file of an archive are one source, as the sheets of one workbook are
  const members = new Map<string, ImportSource['source'] | null>();
  return outcome.tables
    .filter((table) => leftOutBy(table, rules) === null)
    .map((table) => {
      const { member, body } = table;
      if (member !== undefined && !members.has(member)) members.set(member, body.bytes);
      const file = memberName(source.name, member);
      const plan = planIngest(table, { asOf, rules });
      onPlan?.(file, plan);
      return {
        file,
        plan,
        source: (member === undefined ? null : members.get(member)) ?? source.source,
      };
    });
}

async function load(
  engine: LoadEngine,
  reading: Promise<ReadSources>,
  options: ImportOptions,
): Promise<DatasetSummary> {
  const lists = reading.then(({ parts }) => {
    options.onProgress?.('loading', 0, parts.length, null);
    return parts;
  });
  // It is heard of by who loads, who may come to it late.
  lists.catch(() => undefined);
  // few ask for it, and no page should wait for its SQL
  const isWanted = options.rules?.isVanishedLeftOut === true;
  const vanished = isWanted ? (await import('../query/difference-vanished.ts')).VANISHED_CASES : null;
  const loaded = await loadCases(engine, lists, {
    mode: options.mode,
    today: options.asOf,
    unifyCourts: unifyCourtNames,
    nameOfCourt,
    courtOfCaseKey,
    ...(vanished === null ? {} : { vanished }),
    onList: (done, parts) => options.onProgress?.('loading', done, parts.length, parts[done]?.file ?? null),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return { ...loaded, refused: (await reading).refused };
}
