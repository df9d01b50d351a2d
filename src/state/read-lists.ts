import { describeRefusal } from '../text/ingest-errors.ts';
import type { ListsOutcome, ListsRequest, SourceFile } from './dataset-ports.ts';
import { askWorker } from './read-in-worker.ts';

/** The lists of a file with the texts of their columns counted; the worker is ended afterwards. @param asOf today, ISO */
export async function readLists(
  worker: Worker,
  { name, blob }: SourceFile,
  { rules, place }: ListsRequest,
  signal: AbortSignal,
  asOf: string,
): Promise<ListsOutcome> {
  const request = { name, blob, isCleanPathAllowed: false, isCounted: true, isAnyTable: true, rules };
  const { outcome, tallies = [] } = await askWorker(
    worker,
    place === null ? request : { ...request, place },
    () => undefined,
    signal,
  );
  if (outcome.kind === 'refused')
    return { kind: 'refused', sentence: describeRefusal(name, outcome.error, outcome.detail) };
  const lists = outcome.tables.flatMap((table, i) => {
    const tally = tallies[i];
    return tally === undefined ? [] : [{ table, tally }];
  });
  return { kind: 'lists', lists, asOf };
}
