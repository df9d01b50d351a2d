import { SPRING_FESTIVALS } from '../court/spring-festival.ts';
import { addDays, addMonths, daysBetween } from '../lib/date.ts';
import type { Period } from '../query/metric-query.ts';
import { samePeriodLastYear } from './period.ts';

/** The weeks in which courts close few cases: from 7 days before 正月初一 to 正月十五. */
const DAYS_BEFORE = 7;
const DAYS_AFTER = 15;
/** A longer period holds the whole season, or is moved out of its year by a shift. */
const LONGEST_MONTHS = 6;

/** 春节 in a period and in the same period last year. */
export interface FestivalComparison {
  /** 正月初一 of the season that lies in one of the two, and of the year before. */
  readonly festival: string;
  readonly festivalBefore: string;
  /** Days of the season in each of the two. */
  readonly days: number;
  readonly daysBefore: number;
  /**
   * The period of last year that lies to its 春节 as this one does to this year's; null where both hold as much of the
   * season, or where the period is longer than half a year.
   */
  readonly aligned: Period | null;
}

/** How 春节 falls into `period` and its twin last year; null where it falls into neither, or the table does not know it. */
export function compareFestival(period: Period): FestivalComparison | null {
  const before = samePeriodLastYear(period);
  if (before === null) return null;
  for (const [year, festival] of Object.entries(SPRING_FESTIVALS)) {
    const festivalBefore = SPRING_FESTIVALS[Number(year) - 1];
    if (festivalBefore === undefined) continue;
    const [days, daysBefore] = [seasonDays(festival, period), seasonDays(festivalBefore, before)];
    if (days + daysBefore === 0) continue;
    const shift = daysBetween(festivalBefore, festival);
    const isShort = period.end <= addMonths(period.start, LONGEST_MONTHS);
    const aligned =
      days === daysBefore || !isShort
        ? null
        : { start: addDays(period.start, -shift), end: addDays(period.end, -shift) };
    return { festival, festivalBefore, days, daysBefore, aligned };
  }
  return null;
}

/** The period that 同比 compares with: the same days last year, or moved with 春节 where that is chosen and matters. */
export function yearBefore(period: Period, isAligned: boolean): Period | null {
  const aligned = isAligned ? (compareFestival(period)?.aligned ?? null) : null;
  return aligned ?? samePeriodLastYear(period);
}

function seasonDays(festival: string, { start, end }: Period): number {
  const first = addDays(festival, -DAYS_BEFORE);
  const after = addDays(festival, DAYS_AFTER);
  const [from, to] = [first > start ? first : start, after < end ? after : end];
  return to > from ? daysBetween(from, to) : 0;
}
