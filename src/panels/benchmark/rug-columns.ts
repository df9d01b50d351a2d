import { findMetric } from '../../metrics/index.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { refOf } from '../overview/overview-results.svelte.ts';
import { RUG_METRICS } from './benchmark-metrics.ts';
import type { BenchmarkResults } from './benchmark-results.svelte.ts';
import { toCourtUnits } from './court-unit.ts';
import type { RugColumn } from './rug-view.ts';

/** Every figure of the health check for every court; `before` is the same a year earlier. Empty until answered. */
export function toRugColumns(
  results: BenchmarkResults,
  selection: Selection,
  before: AnsweredQuery | null,
): readonly RugColumn[] {
  const courts = results.courts.value;
  if (courts === null) return [];
  const { order } = results;
  return RUG_METRICS.flatMap((id) => {
    const definition = findMetric(id);
    if (definition === undefined) return [];
    const ref = refOf(id, selection);
    const strata = results.strataOf(id).value?.table ?? null;
    return [
      {
        ref,
        definition,
        courts: toCourtUnits(ref, order, courts.table, strata),
        lastYear: before === null ? null : toCourtUnits(ref, order, before.table, null),
      },
    ];
  });
}
