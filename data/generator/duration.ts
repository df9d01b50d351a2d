import { addMonths, fromEpochDay, toEpochDay } from '../../src/lib/date.ts';
import type { Random } from '../../src/lib/random.ts';
import type { Pace } from './procedures.ts';

/** Days from filing to resolution: right-skewed, crowded just below the statutory limit, with a long tail. */
export function drawDuration(random: Random, pace: Pace, factor: number): number {
  const days = pace.medianDays * factor * Math.exp(pace.spread * random.normal());
  const limit = 'days' in pace.limit ? pace.limit.days : pace.limit.months * 30;
  const isKept = random.next() < 0.75;
  const kept = days > limit && isKept ? limit * (1 - 0.2 * random.next() ** 2) : days;
  const isSuspended = random.next() < pace.suspended;
  return isSuspended ? kept + 150 + 450 * random.next() : kept;
}

/** 审限届满日: the statutory day; later, by whole months granted, for most cases that needed longer. */
export function drawDueDay(random: Random, pace: Pace, filedOn: number, resolvedOn: number): number {
  const statutory = addLimit(filedOn, pace.limit);
  const isGranted = random.next() < 0.8;
  let due = statutory;
  for (let months = 1; isGranted && due < resolvedOn; months++) due = addMonthsToDay(statutory, months);
  return due;
}

function addLimit(day: number, limit: Pace['limit']): number {
  return 'days' in limit ? day + limit.days : addMonthsToDay(day, limit.months);
}

function addMonthsToDay(day: number, months: number): number {
  return toEpochDay(addMonths(fromEpochDay(day), months));
}
