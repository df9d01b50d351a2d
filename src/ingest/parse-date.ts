import { addDays, toIso } from '../lib/date.ts';
import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';
import type { DateStyle } from './reading-style.ts';
import { isShortDate, readNamedDate, readShortDate, shortOrderOf, type ShortOrder } from './short-date.ts';

export interface DateOptions {
  /** Today, ISO; null = not known, and no date is called future. */
  readonly asOf: string | null;
  readonly is1904: boolean;
  /** Due dates lie in the future rightly. */
  readonly mayBeFuture: boolean;
  /** Which of the first two numbers is the day where the year comes last; absent = told by the column. */
  readonly style?: DateStyle;
}

interface Reading {
  readonly iso: string | null;
  /** How it was written: the usual style, another, a serial number, a moment in UTC, or why it is no date. */
  readonly style:
    'iso' | 'other' | 'serial' | 'utc' | 'date_unparsable' | 'date_incomplete' | 'date_impossible' | 'date_ambiguous';
  readonly time: string | null;
}

type DayOrder = 'day-first' | 'month-first' | null;

const YEAR_FIRST =
  /^(\d{4})\s*[-/.年\\_·・]\s*(\d{1,2})\s*[-/.月\\_·・]\s*(\d{1,2})\s*[日号]?(?:(?:[T\s,]+|(?=[+上下星周礼]))(.*))?$/i;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D(.*))?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const YEAR_MONTH = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$|^\d{4}年?$/;
const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|\+00:?00)?/i;
const CHINESE_DIGITS = '〇一二三四五六七八九';
const OLDEST_YEAR = 1950;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;
const DAYS_1904 = 1462;

/**
 * The calendar days of the distinct texts of one date column. The column is judged as a whole where one value cannot
 * tell: whether the day or the month comes first, and whether 16:00 everywhere is midnight in Beijing written in UTC.
 */
export function parseDates(raws: readonly string[], options: DateOptions): ParsedValue[] {
  const { style = 'auto' } = options;
  const order = style === 'auto' ? dayOrderOf(raws) : style;
  const short = style === 'auto' ? shortOrderOf(raws.map(foldCell), options.asOf) : style;
  const readings = raws.map((raw) => readDate(raw, { ...options, order, short }));
  const times = readings.map((reading) => reading.time).filter((time) => time !== null);
  const isShifted = times.length > 0 && times.every((time) => /^16:00(?::00)?Z?$/.test(time));
  return readings.map((reading, i) =>
    judge(
      raws[i] ?? '',
      isShifted ? { ...reading, style: reading.time === null ? reading.style : 'utc' } : reading,
      options,
    ),
  );
}

function judge(raw: string, reading: Reading, options: DateOptions): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null);
  if (isPlaceholder(text)) return missing('placeholder');
  if (reading.iso === null) {
    return missing(
      reading.style === 'iso' || reading.style === 'other' || reading.style === 'serial' || reading.style === 'utc'
        ? 'date_unparsable'
        : reading.style,
    );
  }
  const iso = reading.style === 'utc' ? shiftToBeijing(reading.iso, reading.time ?? '') : reading.iso;
  if (Number(iso.slice(0, 4)) < OLDEST_YEAR) return missing('date_zero');
  if (iso > lastPossible(options)) return missing('date_far_future');
  if (!options.mayBeFuture && options.asOf !== null && iso > options.asOf) return noted('date_future', 'noted', iso);
  if (reading.style === 'serial') return noted('date_serial', 'converted', iso);
  if (reading.style === 'utc' && iso !== reading.iso) return noted('date_shifted', 'converted', iso);
  return taken(iso);
}

/** Events lie at most a year, due dates at most twenty after today: the day may be a slip, the clock may be wrong. */
function lastPossible({ asOf, mayBeFuture }: DateOptions): string {
  if (asOf === null) return '2100-01-01';
  return `${Number(asOf.slice(0, 4)) + (mayBeFuture ? 20 : 1)}${asOf.slice(4)}`;
}

function shiftToBeijing(iso: string, time: string): string {
  return Number(time.split(':')[0]) >= 16 ? addDays(iso, 1) : iso;
}

interface Orders extends DateOptions {
  readonly order: DayOrder;
  /** The same for dates whose year has two digits. */
  readonly short: ShortOrder | null;
}

function readDate(raw: string, { order, short, is1904, asOf }: Orders): Reading {
  const text = fromChineseNumerals(plainDate(foldCell(raw)));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return reading(yearFirst, [1, 2, 3], 4, text);
  const digits = DIGITS.exec(text);
  if (digits !== null)
    return {
      ...reading(digits, [1, 2, 3], 0, ''),
      time: digits[4] === undefined ? null : `${digits[4]}:${digits[5] ?? '00'}`,
    };
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    if (order === null) return { iso: null, style: 'date_ambiguous', time: null };
    return reading(yearLast, order === 'day-first' ? [3, 2, 1] : [3, 1, 2], 4, '');
  }
  if (SERIAL.test(text)) return readSerial(Number(text), is1904);
  if (MILLISECONDS.test(text)) return readMilliseconds(Number(text));
  if (SECONDS.test(text)) return readMilliseconds(Number(text) * 1000);
  const day = isShortDate(text)
    ? short === null
      ? null
      : (readShortDate(text, short, asOf) ?? '')
    : readNamedDate(text, asOf);
  if (day !== null) return day === '' ? NO_SUCH_DAY : { iso: day, style: 'other', time: null };
  if (isShortDate(text)) return { iso: null, style: 'date_ambiguous', time: null };
  return { iso: null, style: YEAR_MONTH.test(text) ? 'date_incomplete' : 'date_unparsable', time: null };
}

const NO_SUCH_DAY: Reading = { iso: null, style: 'date_impossible', time: null };

function reading(
  match: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
  timeGroup: number,
  text: string,
): Reading {
  const iso = toIso(Number(match[year]), Number(match[month]), Number(match[day]));
  if (iso === null) return { iso, style: 'date_impossible', time: null };
  const rest = timeGroup === 0 ? '' : (match[timeGroup] ?? '');
  const time = TIME.exec(rest);
  const isUtc = time?.[4] !== undefined;
  const clock =
    time === null
      ? null
      : `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}${time[3] === undefined ? '' : `:${time[3]}`}`;
  return { iso, style: isUtc ? 'utc' : text.startsWith(iso) ? 'iso' : 'other', time: clock };
}

const WEEKDAY = /\s*\(?(?:星期|周)[一二三四五六日天]\)?/;
/** Milliseconds since 1970, from 1990 to 2064. */
const MILLISECONDS = /^(?:6[3-9]|[7-9]\d)\d{10}$|^[12]\d{12}$/;
/** Seconds since 1970, from 1990 to 2033; ten digits that start with a year of this or the last century are none. */
const SECONDS = /^(?:6[3-9]|[7-9]\d)\d{7}$|^1\d{9}$/;
const BEIJING = 8 * 3_600_000;

/** The day in Beijing: what a system stores is the moment, and courts of this country have one clock. */
function readMilliseconds(moment: number): Reading {
  return { iso: new Date(moment + BEIJING).toISOString().slice(0, 10), style: 'serial', time: null };
}

/** A moment as services write it: /Date(1709568000000+0800)/. */
const SERVICE_DATE = /^\/?Date\((\d+)(?:[+-]\d{4})?\)\/?$/i;
/** A remark behind a date: (已延长). */
const REMARK = /\s*\([^()\d]*\)$/;

/**
 * Without quotation marks, the day of the week, a remark, an hour without minutes and the stop behind; with - where long dashes, Chinese commas or
 * blanks part three numbers.
 */
function plainDate(text: string): string {
  const bare = text
    .replace(/^["“”]+|["“”]+$/g, '')
    .replace(SERVICE_DATE, '$1')
    .replace(WEEKDAY, ' ')
    .replace(REMARK, '')
    .replace(/([日号])(?=\d)/, '$1 ')
    .replace(/^((?:19|20)\d{6})\d{2}$/, '$1')
    .replace(/[\s。.;]+$/, '');
  return bare.replace(/^(\d{4})\s*[—–―‐、\s]\s*(\d{1,2})\s*[—–―‐、\s]\s*(\d{1,2})(?=\D|$)/, '$1-$2-$3');
}

function readSerial(serial: number, is1904: boolean): Reading {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return { iso: null, style: 'date_unparsable', time: null };
  return { iso: addDays('1899-12-30', Math.floor(serial) + (is1904 ? DAYS_1904 : 0)), style: 'serial', time: null };
}

/** Which of the first two numbers is the day where the year comes last; null = no value of the column tells. */
function dayOrderOf(raws: readonly string[]): DayOrder {
  let firsts = 0;
  let seconds = 0;
  for (const raw of raws) {
    const match = YEAR_LAST.exec(foldCell(raw));
    if (match === null) continue;
    if (Number(match[1]) > 12) firsts++;
    if (Number(match[2]) > 12) seconds++;
  }
  if (firsts > 0 && seconds === 0) return 'day-first';
  return seconds > 0 && firsts === 0 ? 'month-first' : null;
}

/** 二〇二四年三月十五日 -> 2024年3月15日; any other text unchanged. */
function fromChineseNumerals(text: string): string {
  const match =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?$/.exec(
      withoutSpaces(text),
    );
  if (match === null) return text;
  const year = [...(match[1] ?? '')]
    .map((sign) => Math.max(0, CHINESE_DIGITS.indexOf(sign === '零' || sign === '○' ? '〇' : sign)))
    .join('');
  return `${year}年${fromTens(match[2] ?? '')}月${fromTens(match[3] ?? '')}日`;
}

function fromTens(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 10 : CHINESE_DIGITS.indexOf(tens) * 10) : 0;
  return ten + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones));
}
