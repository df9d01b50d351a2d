import { fromEpochDay, splitIso, toEpochDay } from '../../src/lib/date.ts';
import type { Random } from '../../src/lib/random.ts';
import { MADE_FROM, MADE_TO } from './parameters.ts';

/** First day of the lunar year; the court is closed from the day before for eight days. */
const SPRING_FESTIVALS = [
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
].map(toEpochDay);

/** Resolutions of a working day relative to the year's mean, January first: the year-end peak and the slow start. */
const MONTH_WEIGHTS = [0.78, 0.86, 1, 1, 0.98, 1.1, 0.98, 0.92, 1, 0.98, 1.12, 1.4];

/** Whether the court sits: neither weekend nor Spring Festival nor the first week of October. */
export function isWorkingDay(day: number): boolean {
  const weekday = (day + 4) % 7; // 1970-01-01 was a Thursday; 0 = Sunday
  if (weekday === 0 || weekday === 6) return false;
  if (SPRING_FESTIVALS.some((first) => day >= first - 1 && day <= first + 6)) return false;
  const [, month, date] = splitIso(fromEpochDay(day));
  return !(month === 10 && date <= 7) && !(month === 1 && date === 1);
}

/** The nearest working day at or before `day`. */
export function workingDayBefore(day: number): number {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate--;
  return candidate;
}

function weightOf(day: number): number {
  if (!isWorkingDay(day)) return 0;
  const [, month] = splitIso(fromEpochDay(day));
  const isAroundFestival = SPRING_FESTIVALS.some((first) => day >= first - 6 && day <= first + 13);
  return (MONTH_WEIGHTS[month - 1] ?? 1) * (isAroundFestival ? 0.6 : 1);
}

/** Running sums of the weights of all days of one year; every year has the same total, so there is no trend. */
function cumulateYear(year: number): readonly number[] {
  const first = toEpochDay(`${year}-01-01`);
  const length = toEpochDay(`${year + 1}-01-01`) - first;
  const sums: number[] = [];
  for (let i = 0; i < length; i++) sums.push((sums[i - 1] ?? 0) + weightOf(first + i));
  const total = sums[length - 1] ?? 1;
  return sums.map((sum) => sum / total);
}

const FIRST_YEAR = splitIso(MADE_FROM)[0];
const YEARS = splitIso(MADE_TO)[0] - FIRST_YEAR + 1;
const CUMULATED = Array.from({ length: YEARS }, (_, i) => cumulateYear(FIRST_YEAR + i));

/** The days on which `perYear` cases a year are resolved from `MADE_FROM` to `MADE_TO`, in no order. */
export function drawResolutionDays(random: Random, perYear: number): readonly number[] {
  return CUMULATED.flatMap((sums, i) => {
    const first = toEpochDay(`${FIRST_YEAR + i}-01-01`);
    const count = Math.max(0, Math.round(perYear + Math.sqrt(perYear) * random.normal()));
    return Array.from({ length: count }, () => first + firstAbove(sums, random.next()));
  });
}

function firstAbove(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 1) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
