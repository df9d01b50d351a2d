import type { CaseRange } from '../../query/case-range.ts';
import type { CaseFilter, Period } from '../../query/metric-query.ts';
import type { OpenedFigure } from '../../state/opened-figure.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
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
  /** Days are less 扣除; absent = calendar days. */
  readonly isNet?: boolean;
  /** What the data lack for the figures of the page; then a section without cases says this and not that there are none. */
  readonly lack?: string | null;
  /** The address of some cases of the page's population. */
  readonly hrefOf?: (opened: OpenedCases) => string;
}

/** The cases that a number opens. */
export type OpenedCases = Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>;

/** The `href` of a cell, where the page knows addresses. */
export function opening({ hrefOf }: Pick<SectionContext, 'hrefOf'>, opened: OpenedCases): { readonly href?: string } {
  return hrefOf === undefined ? {} : { href: hrefOf(opened) };
}

/** The range of days of the page: calendar days, or days less 扣除. Null: every case that has calendar days. */
export function daysRange(context: SectionContext, from: number | null, to: number | null): CaseRange | null {
  if (context.isNet !== true && from === null && to === null) return null;
  return { kind: context.isNet === true ? 'net_days' : 'days', from, to };
}

/** Cases of one procedure; where the data have no procedures at all, all of them. */
export function procedureGroup(procedure: string | null): CaseFilter {
  return { procedure: [procedure] };
}

/** A caption that ends with the last day of the data and, for invented data, with that. */
export function captionWith(
  parts: readonly string[],
  { asOf, isSynthetic, locale, isNet }: Pick<SectionContext, 'asOf' | 'isSynthetic' | 'locale' | 'isNet'>,
): string[] {
  const caption = parts.filter((part) => part !== '');
  if (isNet === true) caption.unshift(DURATION.netCaption[locale]);
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
