import type { Period } from '../../query/metric-query.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { TREND } from '../../text/figures.ts';
import { formatDayRange } from '../../text/format.ts';

/** What every section of the page has to know beside its own answer. */
export interface SectionContext {
  readonly locale: Locale;
  /** Last day of the data. */
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  /** The data tell procedures at all. */
  readonly hasProcedures: boolean;
  /** Our own court and no other is shown. */
  readonly isOwn: boolean;
}

/** A caption that ends with the last day of the data and, for invented data, with that. */
export function captionWith(parts: readonly string[], { asOf, isSynthetic, locale }: SectionContext): string[] {
  const caption = parts.filter((part) => part !== '');
  if (asOf !== null) caption.push(`${TREND.asOf[locale]} ${asOf}`);
  if (isSynthetic) caption.push(APP.synthetic[locale]);
  return caption;
}

/** The days of a period in words. */
export function periodText(period: Period, locale: Locale): string {
  const { from, to } = toRange(period);
  return formatDayRange(from, to, locale);
}

/** A distance of ticks of an axis of days of which at most `most` fit. */
export function dayStep(end: number, most: number): number {
  const steps = [5, 10, 15, 30, 60, 90, 180, 365];
  const whole = steps.find((step) => end / step <= most);
  return whole ?? Math.ceil(end / most / 365) * 365;
}
