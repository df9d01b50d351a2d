import { TimeUnit } from 'apache-arrow';
import { fromEpochDay } from '../lib/date.ts';

/** Days since 1970-01-01 as ISO text. Days of a result repeat, so each is written once. */
export function decodeDates(days: ArrayLike<number>, length: number): string[] {
  const known = new Map<number, string>();
  return Array.from({ length }, (_, row) => {
    const day = days[row] ?? 0;
    const text = known.get(day) ?? toIsoDay(day);
    known.set(day, text);
    return text;
  });
}

const UNITS_PER_SECOND: Record<TimeUnit, number> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
};
const SECONDS_PER_DAY = 86_400;

/** Instants without a zone as `YYYY-MM-DD hh:mm:ss`; parts of a second are cut. */
export function decodeTimestamps(instants: ArrayLike<bigint | number>, unit: TimeUnit, length: number): string[] {
  const perSecond = UNITS_PER_SECOND[unit];
  return Array.from({ length }, (_, row) => {
    const seconds = Math.floor(Number(instants[row] ?? 0) / perSecond);
    const day = Math.floor(seconds / SECONDS_PER_DAY);
    const time = new Date((seconds - day * SECONDS_PER_DAY) * 1000).toISOString().slice(11, 19);
    return `${toIsoDay(day)} ${time}`;
  });
}

/** A day outside the years that ISO text of ten characters can name (DuckDB's ±infinity too) is told by its number. */
function toIsoDay(day: number): string {
  return Math.abs(day) <= 100_000_000 ? fromEpochDay(day) : String(day);
}
