import { splitIso } from '../lib/date.ts';
import { decimalsOf, roundHalfUp, toGroupedDigits } from '../lib/number.ts';
import type { Locale } from './bilingual.ts';

/** U+2212: as wide as a plus, and never broken from its number. */
const MINUS = '−';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUARTERS = ['一', '二', '三', '四'];

/** What a number counts; decides its unit and the unit of its differences. `ratio` is a fraction (0.612), never percent. */
export type FigureUnit = 'ratio' | 'days' | 'cases' | 'yuan' | 'index';

/** `1,234.5` with a true minus sign; halves away from zero. */
export function formatNumber(value: number, digits = 0): string {
  return signOf(roundHalfUp(value, digits), '') + toGroupedDigits(value, digits);
}

/** A count with separators: `1,967`. */
export function formatCount(count: number): string {
  return formatNumber(count, 0);
}

/** A count of cases with its unit: `1,967 件`, `1,967 cases`. */
export function formatCases(count: number, locale: Locale): string {
  return `${formatCount(count)} ${unitWord('cases', count, locale)}`;
}

/** A fraction in percent: 0.612 → `61.2%`. */
export function formatPercent(fraction: number, digits = 1): string {
  return `${signOf(roundHalfUp(fraction, digits, 2), '')}${toGroupedDigits(fraction, digits, 2)}%`;
}

/** `56.7 天`, `56.7 days`. */
export function formatDays(days: number, digits: number, locale: Locale): string {
  return `${formatNumber(days, digits)} ${unitWord('days', days, locale)}`;
}

/** A figure split for large type: `61.2` and `%`. `digits` are decimals on screen, after conversion to percent. */
export function formatFigureParts(
  value: number,
  unit: FigureUnit,
  digits: number,
  locale: Locale,
): { number: string; unit: string } {
  if (unit === 'ratio') return { number: formatPercent(value, digits).slice(0, -1), unit: '%' };
  return { number: formatNumber(value, digits), unit: unitWord(unit, value, locale) };
}

/** A figure with its unit: `61.2%`, `56.7 天`, `1,967 件`. */
export function formatFigure(value: number, unit: FigureUnit, digits: number, locale: Locale): string {
  const parts = formatFigureParts(value, unit, digits, locale);
  if (parts.unit === '') return parts.number;
  return unit === 'ratio' ? `${parts.number}%` : `${parts.number} ${parts.unit}`;
}

/** The text of an axis tick: as many decimals as `step` needs, and no unit but %. */
export function formatTick(value: number, unit: FigureUnit, step: number): string {
  return unit === 'ratio' ? formatPercent(value, decimalsOf(step, 2)) : formatNumber(value, decimalsOf(step));
}

/** n/N: `1,204 / 1,967 件`. */
export function formatShare(numerator: number, denominator: number, locale: Locale): string {
  return `${formatCount(numerator)} / ${formatCases(denominator, locale)}`;
}

/** From–to with one unit: `59.0%–63.3%`, `52.1–61.3 天`. A negative bound is joined by 至 / to, not by a dash. */
export function formatInterval(low: number, high: number, unit: FigureUnit, digits: number, locale: Locale): string {
  const dash = low < 0 || high < 0 ? (locale === 'zh' ? ' 至 ' : ' to ') : '–';
  return `${unit === 'ratio' ? formatPercent(low, digits) : formatNumber(low, digits)}${dash}${formatFigure(high, unit, digits, locale)}`;
}

/** A change, ready to be shown. Says nothing about better or worse. */
export interface Difference {
  /** `+3.1`, `−10.2`, `持平`, or the reason why there is none. */
  readonly amount: string;
  /** `个百分点`, `天`, `%`; empty for 持平 and for a reason. */
  readonly unit: string;
  /** Direction of the rounded amount; null where there is no difference to state. */
  readonly direction: 'up' | 'down' | 'flat' | null;
  /** Amount and unit in one: `+3.1 个百分点`, `+8.6%`. */
  readonly text: string;
}

/**
 * The difference of two figures in the unit the courts use: rates in 百分点, durations in 天, counts and money in % of
 * the earlier one. `digits` are decimals on screen. From the unrounded figures, so it may differ from the difference of the rounded.
 */
export function formatDifference(
  current: number,
  previous: number,
  unit: FigureUnit,
  digits: number,
  locale: Locale,
): Difference {
  if (unit === 'cases' || unit === 'yuan') return relativeDifference(current, previous, digits, locale);
  const shift = unit === 'ratio' ? 2 : 0;
  return signedDifference(current - previous, digits, shift, differenceWord(unit, locale), ' ', locale);
}

/** A difference that is already known, in the unit of `formatDifference`: its bounds, for example. */
export function formatChange(
  change: number,
  unit: 'ratio' | 'days' | 'index',
  digits: number,
  locale: Locale,
): Difference {
  return signedDifference(change, digits, unit === 'ratio' ? 2 : 0, differenceWord(unit, locale), ' ', locale);
}

/** A signed number without a unit: `+0.4`, `−6.3`, `0.0`. */
export function formatSigned(value: number, digits: number, shift = 0): string {
  return signOf(roundHalfUp(value, digits, shift), '+') + toGroupedDigits(value, digits, shift);
}

/** `2025年9月30日`, `30 Sep 2025`. */
export function formatDay(iso: string, locale: Locale): string {
  const [year, month, day] = splitIso(iso);
  return locale === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Two days, both included: `2025年1月1日—9月30日`; the second year only where it differs. */
export function formatDayRange(from: string, to: string, locale: Locale): string {
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = formatDay(from, locale);
  const last = formatDay(to, locale);
  if (from === to) return first;
  if (locale === 'zh') return `${first}—${isSameYear ? last.replace(/^\d+年/, '') : last}`;
  return `${isSameYear ? first.replace(/ \d+$/, '') : first} – ${last}`;
}

/** `2025年9月`, `Sep 2025`. */
export function formatMonth(iso: string, locale: Locale): string {
  const [year, month] = splitIso(iso);
  return locale === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
}

/** `2025年三季度`, `Q3 2025`. */
export function formatQuarter(iso: string, locale: Locale): string {
  const [year, month] = splitIso(iso);
  const quarter = Math.floor((month - 1) / 3);
  return locale === 'zh' ? `${year}年${QUARTERS[quarter]}季度` : `Q${quarter + 1} ${year}`;
}

/** `2025年`, `2025`. */
export function formatYear(iso: string, locale: Locale): string {
  return locale === 'zh' ? `${splitIso(iso)[0]}年` : String(splitIso(iso)[0]);
}

/** The month, quarter or year that `iso` lies in. */
export function formatPeriod(iso: string, grain: 'month' | 'quarter' | 'year', locale: Locale): string {
  if (grain === 'month') return formatMonth(iso, locale);
  return grain === 'quarter' ? formatQuarter(iso, locale) : formatYear(iso, locale);
}

/** Short text under an axis: `9月` / `Sep`, `三季` / `Q3`; the year goes on a line of its own. */
export function formatPeriodTick(iso: string, grain: 'month' | 'quarter' | 'year', locale: Locale): string {
  const month = splitIso(iso)[1];
  if (grain === 'year') return formatYear(iso, locale);
  if (grain === 'month') return locale === 'zh' ? `${month}月` : (MONTHS[month - 1] ?? '');
  const quarter = Math.floor((month - 1) / 3);
  return locale === 'zh' ? `${QUARTERS[quarter]}季度` : `Q${quarter + 1}`;
}

/** The word after a number of this unit; empty for ratios (their % is part of the number) and indices. */
export function unitWord(unit: FigureUnit, value: number, locale: Locale): string {
  if (unit === 'days') return locale === 'zh' ? '天' : Math.abs(value) === 1 ? 'day' : 'days';
  if (unit === 'cases') return locale === 'zh' ? '件' : Math.abs(value) === 1 ? 'case' : 'cases';
  if (unit === 'yuan') return locale === 'zh' ? '元' : 'yuan';
  return '';
}

function differenceWord(unit: FigureUnit, locale: Locale): string {
  if (unit === 'ratio') return locale === 'zh' ? '个百分点' : 'pp';
  return unitWord(unit, 0, locale);
}

function relativeDifference(current: number, previous: number, digits: number, locale: Locale): Difference {
  if (previous === 0 && current !== 0) return reason(locale === 'zh' ? '上期为 0' : 'previous was 0');
  const change = previous === 0 ? 0 : current / previous - 1;
  return signedDifference(change, digits, 2, '%', '', locale);
}

function signedDifference(
  value: number,
  digits: number,
  shift: number,
  unit: string,
  gap: string,
  locale: Locale,
): Difference {
  if (!Number.isFinite(value)) return reason(locale === 'zh' ? '无法比较' : 'not comparable');
  const rounded = roundHalfUp(value, digits, shift);
  const flat = locale === 'zh' ? '持平' : 'unchanged';
  if (rounded === 0) return { amount: flat, unit: '', direction: 'flat', text: flat };
  const amount = formatSigned(value, digits, shift);
  return {
    amount,
    unit,
    direction: rounded > 0 ? 'up' : 'down',
    text: unit === '' ? amount : `${amount}${gap}${unit}`,
  };
}

function reason(text: string): Difference {
  return { amount: text, unit: '', direction: null, text };
}

function signOf(value: number, plus: string): string {
  if (value < 0) return MINUS;
  return value > 0 ? plus : '';
}
