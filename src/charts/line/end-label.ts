import type { LinePoint, LineSeries } from './line-view.ts';

/** The newest point with a value. */
export function lastPoint(series: LineSeries): LinePoint | null {
  return series.points.filter((point) => point.value !== null).at(-1) ?? null;
}

/** Text at the end of a line: the name, and for our own line its latest value, unless that period is not over. */
export function endLabelText(series: LineSeries): string {
  const last = lastPoint(series);
  return series.tone === 'own' && last !== null && last.isPartial !== true
    ? `${series.label} ${last.text}`
    : series.label;
}
