import { clopperPearsonInterval, type Interval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatInterval } from '../../text/format.ts';
import type { Figure } from '../figure/figure.ts';

/** Counts x of n as a rate has them. */
export interface Counts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The exact 95 % interval of a rate of cases; null where it is no share of whole cases, or there are none. */
export function exactInterval({ numerator, denominator }: Counts): Interval | null {
  if (numerator === null || denominator === null) return null;
  return clopperPearsonInterval(numerator, denominator);
}

/** `0.97%–1.90%`; a dash where there is no interval. */
export function exactText(counts: Counts, digits: number, locale: Locale): string {
  const interval = exactInterval(counts);
  return interval === null ? '—' : formatInterval(interval.lower, interval.upper, 'ratio', digits, locale);
}

/** The exact interval of a figure that is a rate of cases and not of money. */
export function exactTextOf(figure: Figure, locale: Locale): string {
  const { formula } = figure.variant;
  const isMoney =
    formula.kind !== 'ratio' || [...formula.numerator, ...formula.denominator].some(({ sum }) => sum !== undefined);
  return isMoney || figure.value === null || figure.definition.unit !== 'ratio'
    ? '—'
    : exactText(figure, figure.definition.digits, locale);
}
