import type { MetricDefinition } from '../../metrics/metric.ts';
import type { RangeStanding, ReasonableRange } from '../../metrics/reasonable-range.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatChange, formatFigure, formatInterval, formatSigned, unitWord } from '../../text/format.ts';
import { RANGE_STATES, RANGES } from '../../text/ranges.ts';

/** A range with its unit: `40%–60%`, `≥ 27%`, `≤ 60 天`. */
export function rangeText({ low, high }: ReasonableRange, { unit, digits }: MetricDefinition, locale: Locale): string {
  const decimals = Math.min(digits, 1);
  if (low !== null && high !== null) return formatInterval(low, high, unit, decimals, locale);
  if (low !== null) return `≥ ${formatFigure(low, unit, decimals, locale)}`;
  return high === null ? '' : `≤ ${formatFigure(high, unit, decimals, locale)}`;
}

/** `合理区间 40%–60%:未达,差 −9.0 个百分点`. */
export function standingText(
  { range, state, distance }: RangeStanding,
  definition: MetricDefinition,
  locale: Locale,
): string {
  const name = `${RANGES.title[locale]} ${rangeText(range, definition, locale)}`;
  const words = RANGE_STATES[state][locale];
  const joint = locale === 'zh' ? ':' : ': ';
  if (state === 'inside') return `${name}${joint}${words}`;
  return `${name}${joint}${words}${locale === 'zh' ? ',差 ' : ' by '}${distanceText(distance, definition, locale)}`;
}

function distanceText(distance: number, { unit }: MetricDefinition, locale: Locale): string {
  if (unit === 'cases' || unit === 'yuan') return `${formatSigned(distance, 0)} ${unitWord(unit, distance, locale)}`;
  return formatChange(distance, unit, 1, locale).text;
}
