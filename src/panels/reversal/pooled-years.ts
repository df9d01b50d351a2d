import { addDays, addMonths } from '../../lib/date.ts';
import type { Period } from '../../query/metric-query.ts';
import { startOfYear } from '../../state/period.ts';

/** The statistical year in which `period` ends, up to its end, and the two years before: small counts need them. */
export function toPooledYears(period: Period, monthStartDay: number, span: Period | null): Period {
  const year = startOfYear(addDays(period.end, -1), monthStartDay);
  const start = addMonths(year, -24);
  const earliest = span !== null && span.start > start ? span.start : start;
  const from = earliest < period.end ? earliest : period.start;
  return { start: period.start < from ? period.start : from, end: period.end };
}
