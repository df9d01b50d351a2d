/** A number of days, and how many cases took so many. */
export interface DayCount {
  readonly days: number;
  readonly n: number;
}

/**
 * The same value as `quantile_cont` over the cases themselves: between the two neighbours of the place `share` · (n − 1),
 * counted from 0. Null of none.
 * @param counted in any order; a number of days may stand in it several times
 */
export function quantileOfDays(counted: readonly DayCount[], share: number): number | null {
  const sorted = [...counted].sort((a, b) => a.days - b.days);
  const place = (sorted.reduce((sum, { n }) => sum + n, 0) - 1) * share;
  const [low, high] = [daysAt(sorted, Math.floor(place)), daysAt(sorted, Math.ceil(place))];
  const beyond = place - Math.floor(place);
  return low === null || high === null ? null : low * (1 - beyond) + high * beyond;
}

/** The days of the case at `place` of all, the quickest at 0. */
function daysAt(sorted: readonly DayCount[], place: number): number | null {
  let upto = 0;
  for (const { days, n } of sorted) {
    upto += n;
    if (upto > place) return days;
  }
  return null;
}
