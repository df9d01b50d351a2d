import { build } from './build.ts';
import type { CompiledQuery, MetricQuery } from './metric-query.ts';
import { render } from './render.ts';
import { resolve } from './resolve.ts';

/**
 *   MetricQuery          ids, dimensions, period, filter: data, may come from a URL
 *       │ resolve        ids -> definitions; period -> spine; what cannot be combined is refused
 *   ResolvedQuery
 *       │ build          formulas -> atoms (aggregates shared by metrics) -> scans, stocks, outputs
 *   Plan                   one scan per relation and event date: every metric of the query in one pass
 *       │                  cases by filed_on ┐
 *       │                  cases by resolved_on ├─ one row per spine row and group
 *       │                  appeals by …, open at start, grown old ┘
 *       │ render         facts  = the scans, and an empty row for every period of every group (the spine)
 *       │                totals = facts summed per period and group
 *       │                running = stocks, as running sums of what enters and leaves
 *       │                SELECT value, numerator, denominator, n of each metric ORDER BY period, groups
 *   CompiledQuery        { sql, params, columns }; nothing here has seen a row
 *
 * Periods are half-open; no clock. What a person typed or a file held is bound; words of the catalogue and dates that
 * were checked to be days are literals, which keeps the statement readable and lets the engine skip row groups.
 */
export function compileMetricQuery(query: MetricQuery): CompiledQuery {
  return render(build(resolve(query)));
}
