import type { Connector } from '../engine/connector.ts';
import { detectSlices, planSliceScopes } from '../ingest/slice.ts';
import { compileOpenAnswers, compileSliceCounts, toKindCounts, toOpenAnswers } from '../query/slice-counts.ts';
import type { Slice } from '../schema/slice.ts';

/** What of the loaded cases is a slice of what their courts have. One pass over `cases`; a second only where it may be. */
export async function findSlices(connector: Connector): Promise<readonly Slice[]> {
  const counted = compileSliceCounts();
  const counts = toKindCounts(await connector.query(counted.sql, counted.params));
  const scopes = planSliceScopes(counts);
  if (scopes.length === 0) return detectSlices(counts, [], []);
  const asked = compileOpenAnswers(scopes);
  const answers = toOpenAnswers(await connector.query(asked.sql, asked.params), scopes);
  return detectSlices(counts, scopes, answers);
}
