import type { Connector } from '../engine/connector.ts';
import { summarize } from '../engine/load-summary.ts';
import { TABLES } from '../engine/load-tables.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { compileCourts, toCourts, type Court } from '../query/courts.ts';
import { compileDimensionValues, toDimensionValues } from '../query/dimension-values.ts';
import type { Slice } from '../query/slice-figures.ts';
import type { UnreadCounts } from '../schema/unread.ts';
import { parseAbout, type DatasetAbout } from './catalog.ts';
import { findSlices } from './find-slices.ts';
import { findUnread } from './find-unread.ts';

/** What is known of a loaded data set as a whole, before any figure is asked for. */
export interface DatasetFacts {
  readonly summary: DatasetSummary;
  readonly courts: readonly Court[];
  readonly slices: readonly Slice[];
  readonly unread: readonly UnreadCounts[];
  /** Names of the judges, the one with most cases first. */
  readonly judges: readonly string[];
}

/** What travels with a prepared set beside its rows. */
export interface PreparedFacts {
  readonly about: DatasetAbout | null;
  /** The text of the rows as it stood goes along. */
  readonly hasRawText: boolean;
  /** Names of judges were replaced before it was written. */
  readonly isMasked: boolean;
  /** Null where a program of another version wrote them: they are read from the rows again. */
  readonly known: DatasetFacts | null;
}

/** To be raised whenever `readFacts` would find something else in the same rows. */
const FACTS_VERSION = 2;

/** Reads the facts from the rows. */
export async function readFacts(connector: Connector, summary?: DatasetSummary): Promise<DatasetFacts> {
  const [courts, judges] = [compileCourts(), compileDimensionValues('judge')];
  const names = toDimensionValues(await connector.query(judges.sql, judges.params));
  return {
    summary: summary ?? (await summarize(connector)),
    courts: toCourts(await connector.query(courts.sql, courts.params)),
    slices: await findSlices(connector),
    unread: await findUnread(connector),
    judges: names.flatMap(({ value }) => value ?? []),
  };
}

/** The facts as text, for `parsePreparedFacts`. */
export function formatPreparedFacts({ about, hasRawText, isMasked, known }: PreparedFacts): string {
  const { name, isSynthetic: synthetic, ownCourt, asOf, events } = about ?? {};
  const entry = about === null ? null : { name, synthetic, ownCourt, asOf, events };
  return JSON.stringify({ version: factsVersion(), about: entry, hasRawText, isMasked, known });
}

/** Reads what `formatPreparedFacts` wrote, by this or any other version of the program; what it cannot read is not known. */
export function parsePreparedFacts(text: string): PreparedFacts {
  const root = parseRecord(text);
  const known = root['known'];
  return {
    about: toAbout(root['about']),
    hasRawText: root['hasRawText'] === true,
    isMasked: root['isMasked'] === true,
    known: root['version'] === factsVersion() && isFacts(known) ? known : null,
  };
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
