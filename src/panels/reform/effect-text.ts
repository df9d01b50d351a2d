import type { MetricDefinition } from '../../metrics/metric.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatChange, formatNumber, formatSigned, unitWord } from '../../text/format.ts';

/** A change without its sign, with the unit of differences: `14.2 个百分点`, `9.8 天`, `12 件`. */
export function changeAmount(amount: number, { unit, digits }: MetricDefinition, locale: Locale): string {
  const decimals = Math.max(1, digits);
  if (unit === 'ratio') return `${formatNumber(amount * 100, decimals)} ${locale === 'zh' ? '个百分点' : 'points'}`;
  return `${formatNumber(amount, decimals)} ${unitWord(unit, amount, locale)}`.trim();
}

/** A signed change with its unit. */
export function changeText(change: number, { unit, digits }: MetricDefinition, locale: Locale): string {
  const decimals = Math.max(1, digits);
  if (unit === 'cases' || unit === 'yuan')
    return `${formatSigned(change, decimals)} ${unitWord(unit, change, locale)}`.trim();
  return formatChange(change, unit, decimals, locale).text;
}

/** `+8.1 至 +20.3`, in the unit of the change beside it. */
export function changeRange({ lower, upper }: Interval, { unit, digits }: MetricDefinition, locale: Locale): string {
  const bound = (value: number) => formatSigned(value, Math.max(1, digits), unit === 'ratio' ? 2 : 0);
  return `${bound(lower)} ${locale === 'zh' ? '至' : 'to'} ${bound(upper)}`;
}
