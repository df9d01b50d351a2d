import { isRecord } from '../lib/record.ts';
import { TABLES } from '../engine/load-tables.ts';
import { parseAbout, type DatasetAbout } from './catalog.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import type { LoadedSet } from './dataset-ports.ts';
import { packAnswers, unpackAnswers, type KnownAnswer } from './known-answers.ts';

/** What travels with a prepared set beside its rows. */
export interface PreparedFacts {
  readonly about: DatasetAbout | null;
  /** The text of the rows as it stood goes along. */
  readonly hasRawText: boolean;
  /** Names of judges were replaced before it was written. */
  readonly isMasked: boolean;
  /** Null where a program of another version wrote them: they are read from the rows again. */
  readonly known: DatasetFacts | null;
  /** What the first screen asks, answered beforehand; none where `known` is null. */
  readonly answers: readonly KnownAnswer[];
}

/** To be raised whenever `readFacts` would find something else in the same rows. */
const FACTS_VERSION = 6;

/** The facts as text, for `parsePreparedFacts`. */
export function formatPreparedFacts({ about, hasRawText, isMasked, known, answers }: PreparedFacts): string {
  const { name, isSynthetic: synthetic, ownCourt, asOf, events } = about ?? {};
  const entry = about === null ? null : { name, synthetic, ownCourt, asOf, events };
  return JSON.stringify({
    version: factsVersion(),
    about: entry,
    hasRawText,
    isMasked,
    known,
    answers: packAnswers(answers),
  });
}

/** Reads what `formatPreparedFacts` wrote, by this or any other version of the program; what it cannot read is not known. */
export function parsePreparedFacts(text: string): PreparedFacts {
  const root = parseRecord(text);
  const isOwn = root['version'] === factsVersion();
  const known = isOwn && isFacts(root['known']) ? root['known'] : null;
  return {
    about: toAbout(root['about']),
    hasRawText: root['hasRawText'] === true,
    isMasked: root['isMasked'] === true,
    known,
    answers: known === null ? [] : unpackAnswers(root['answers']),
  };
}

/** The set as it is loaded, by what it says of itself; null where that has to be read from its rows. */
export function toLoadedSet({ about, hasRawText, known, answers }: PreparedFacts): LoadedSet | null {
  return known === null ? null : { about, hasRawText, answers, ...known };
}

function parseRecord(text: string): Record<string, unknown> {
  try {
    const root: unknown = JSON.parse(text);
    return isRecord(root) ? root : {};
  } catch {
    return {};
  }
}

function toAbout(value: unknown): DatasetAbout | null {
  try {
    return isRecord(value) ? parseAbout(value, 'about') : null;
  } catch {
    return null;
  }
}

/** Facts of one version are those of a program with the same tables. */
function factsVersion(): string {
  const columns = Object.entries(TABLES).map(([table, own]) => `${table}(${own.map(({ name }) => name).join()})`);
  return `${FACTS_VERSION} ${columns.join(' ')}`;
}

/** The version vouches for what the lists hold. */
function isFacts(value: unknown): value is DatasetFacts {
  return (
    isRecord(value) &&
    isRecord(value['summary']) &&
    ['courts', 'slices', 'unread', 'judges'].every((field) => Array.isArray(value[field]))
  );
}
