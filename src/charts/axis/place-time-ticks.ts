import { splitIso } from '../../lib/date.ts';
import { textWidth } from '../../lib/text-width.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatPeriodTick, formatYear } from '../../text/format.ts';

/** A period on a time axis. */
export type TimeGrain = 'month' | 'quarter' | 'year';

export interface PlacedTimeTick {
  readonly date: string;
  readonly x: number;
  readonly text: string;
  /** The year on a second line: at the first tick and at the first of every year; empty elsewhere and for years. */
  readonly year: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Ticks of consecutive periods, as many as have room: every 1, 2, 3, 6, 12 … months, always falling on January.
 * `dates` are the first days of the periods, in order; `toX` places one.
 */
export function placeTimeTicks(
  dates: readonly string[],
  grain: TimeGrain,
  toX: (date: string) => number,
  fontSize: number,
  locale: Locale,
): PlacedTimeTick[] {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const perMonth = (toX(last) - toX(first)) / Math.max(1, monthIndex(last) - monthIndex(first));
  const widest = Math.max(...dates.map((date) => textWidth(formatPeriodTick(date, grain, locale), fontSize)));
  const yearWidth = grain === 'year' ? 0 : textWidth(formatYear(first, locale), fontSize);
  const smallest = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
  const fits = (step: number): boolean =>
    step * perMonth >= widest + 10 && Math.max(12, step) * perMonth >= yearWidth + 8;
  const step = MONTH_STEPS.find((months) => months >= smallest && fits(months)) ?? 120;
  const ticks = dates.filter((date) => monthIndex(date) % step === 0 || dates.length === 1);
  return withYears(ticks.length === 0 ? [first] : ticks, grain, toX, fontSize, locale);
}

function withYears(
  dates: readonly string[],
  grain: TimeGrain,
  toX: (date: string) => number,
  fontSize: number,
  locale: Locale,
): PlacedTimeTick[] {
  return dates.map((date, i) => {
    const isNewYear = i === 0 || splitIso(date)[0] !== splitIso(dates[i - 1] ?? date)[0];
    const next = dates[i + 1];
    // The first year gives way to the next one where they would touch: `2023年` under November, `2024年` under January.
    const touchesNext =
      i === 0 &&
      next !== undefined &&
      splitIso(next)[0] !== splitIso(date)[0] &&
      toX(next) - toX(date) < textWidth(formatYear(date, locale), fontSize) + 6;
    const year = grain === 'year' || !isNewYear || touchesNext ? '' : formatYear(date, locale);
    return { date, x: toX(date), text: formatPeriodTick(date, grain, locale), year };
  });
}

function monthIndex(iso: string): number {
  const [year, month] = splitIso(iso);
  return year * 12 + month - 1;
}
