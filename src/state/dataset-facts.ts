import type { Connector } from '../engine/connector.ts';
import { summarize } from '../engine/load-summary.ts';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { compileCourts, toCourts, type Court } from '../query/courts.ts';
import { compileDimensionValues, toDimensionValues } from '../query/dimension-values.ts';
import type { Slice } from '../query/slice-figures.ts';
import type { UnreadCounts } from '../schema/unread.ts';
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
