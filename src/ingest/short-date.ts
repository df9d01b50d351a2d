import { toIso } from '../lib/date.ts';

/** What each of the three numbers of a date with a year of two digits is. */
export type ShortOrder = 'year-first' | 'day-first' | 'month-first';

const SHORT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})(?:\s+(\d{1,2}:\d{2}.*))?$/;
const SHORT_CHINESE = /^(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
/** 05-MAR-24, 5-Mar-2024 and, as Oracle writes under a Chinese locale, 05-3月 -24. */
const NAMED =
  /^(\d{1,2})[-\s/.](?:([a-z]{3,9})|(\d{1,2}|[一二三四五六七八九十]{1,2})月)\s*[-\s/.,]\s*(\d{4}|\d{2})(?:\D.*)?$/i;
/** Mar 5, 2024 and, as Java writes it, Tue Mar 05 00:00:00 CST 2024. */
const MONTH_FIRST =
  /^(?:[a-z]{3},? )?([a-z]{3,9})\.? (\d{1,2})(?:(?:st|nd|rd|th)?,? | \d{2}:\d{2}:\d{2} (?:[a-z]{2,5}(?:[+-]\d{2}:?\d{2})? )?)(\d{4})(?:\D.*)?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CHINESE_MONTHS = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');
const ORDERS: readonly ShortOrder[] = ['year-first', 'day-first', 'month-first'];
/** Where today is not known. */
const LAST_SHORT_YEAR = 50;

/** Whether a text is a date of three short numbers, whatever their order. */
export function isShortDate(text: string): boolean {
  return SHORT.test(text);
}

/**
 * The one order in which every date of a column exists and lies at most a year after today; null where several orders do,
 * or none. A few dozen dates settle it: a day beyond the years so far is in every second one.
 */
export function shortOrderOf(texts: readonly string[], asOf: string | null): ShortOrder | null {
  const short = texts.filter(isShortDate);
  if (short.length === 0) return null;
  const possible = ORDERS.filter((order) => short.every((text) => readShortDate(text, order, asOf) !== null));
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

/** The day of a date of three short numbers; null = there is no such day. */
export function readShortDate(text: string, order: ShortOrder, asOf: string | null): string | null {
  const match = SHORT.exec(text);
  if (match === null) return null;
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const [year, month, day] = order === 'year-first' ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b];
  return year > lastShortYear(asOf) ? null : toIso(2000 + year, month, day);
}

/** The day of a date that names its month or says 年, 月, 日; null = the text is none; '' = there is no such day. */
export function readNamedDate(text: string, asOf: string | null): string | null {
  const chinese = SHORT_CHINESE.exec(text);
  if (chinese !== null) return toIso(toFullYear(chinese[1] ?? '', asOf), Number(chinese[2]), Number(chinese[3])) ?? '';
  const first = MONTH_FIRST.exec(text);
  const named = first === null ? 0 : monthOf(first[1], undefined);
  if (first !== null && named > 0) return toIso(Number(first[3]), named, Number(first[2])) ?? '';
  const match = NAMED.exec(text);
  const month = match === null ? 0 : monthOf(match[2], match[3]);
  if (match === null || month === 0) return null;
  return toIso(toFullYear(match[4] ?? '', asOf), month, Number(match[1])) ?? '';
}

function monthOf(english: string | undefined, chinese: string | undefined): number {
  if (english !== undefined) return MONTHS.indexOf(english.slice(0, 3).toLowerCase()) + 1;
  return /^\d+$/.test(chinese ?? '') ? Number(chinese) : CHINESE_MONTHS.indexOf(chinese ?? '') + 1;
}

function toFullYear(text: string, asOf: string | null): number {
  if (text.length === 4) return Number(text);
  return Number(text) > lastShortYear(asOf) ? 1900 + Number(text) : 2000 + Number(text);
}

function lastShortYear(asOf: string | null): number {
  return asOf === null ? LAST_SHORT_YEAR : Number(asOf.slice(2, 4)) + 1;
}
