import { addDays, addMonths, splitIso, toIso } from '../lib/date.ts';
import type { Label } from './label.ts';

/** Half-open range of calendar days: `start` is in, `end` is not. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** How a court counts months: from which day of the month, and after which calendar month a month is named. */
export interface StatisticalCalendar {
  readonly id: string;
  readonly label: Label;
  /** 1…28. A month that starts after the 1st is named after the calendar month it ends in: 12月21日–1月20日 = 1月. */
  readonly monthStartDay: number;
}

/** 自然年 is the standard; 12.21制 (上年12月21日–本年12月20日) is a legacy, mem-M. */
export const CALENDARS: readonly StatisticalCalendar[] = [
  { id: 'natural', label: { zh: '自然年', en: 'calendar year' }, monthStartDay: 1 },
  { id: 'december_21', label: { zh: '12.21制', en: 'year from 21 December' }, monthStartDay: 21 },
];

/** A calendar whose months start on another day. Throws a RangeError outside 1…28. */
export function defineCalendar(monthStartDay: number): StatisticalCalendar {
  if (!Number.isInteger(monthStartDay) || monthStartDay < 1 || monthStartDay > 28) {
    throw new RangeError(`A month cannot start on day ${monthStartDay}`);
  }
  return {
    id: `day_${monthStartDay}`,
    label: { zh: `每月${monthStartDay}日起`, en: `months from day ${monthStartDay}` },
    monthStartDay,
  };
}

/** Year and month (1…12) under which `iso` is counted. */
export function statisticalMonth(iso: string, calendar: StatisticalCalendar): { year: number; month: number } {
  const [year, month, day] = splitIso(iso);
  const isNext = calendar.monthStartDay > 1 && day >= calendar.monthStartDay;
  if (!isNext) return { year, month };
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

/** Year under which `iso` is counted: 2024-12-21 is 2025 in 12.21制. */
export function statisticalYear(iso: string, calendar: StatisticalCalendar): number {
  return statisticalMonth(iso, calendar).year;
}

/** The days of a statistical month. */
export function monthRange(year: number, month: number, calendar: StatisticalCalendar): DateRange {
  const named = toIso(year, month, calendar.monthStartDay);
  if (named === null) throw new RangeError(`No month ${month} of ${year}`);
  const start = calendar.monthStartDay === 1 ? named : addMonths(named, -1);
  return { start, end: addMonths(start, 1) };
}

/** The days of a statistical year. */
export function yearRange(year: number, calendar: StatisticalCalendar): DateRange {
  const { start } = monthRange(year, 1, calendar);
  return { start, end: addMonths(start, 12) };
}

/** Whether every day of the period is over by `asOf`, the last day the data covers. */
export function isComplete(range: DateRange, asOf: string): boolean {
  return range.end <= addDays(asOf, 1);
}
