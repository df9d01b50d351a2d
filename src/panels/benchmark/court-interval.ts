import { clopperPearsonInterval, meanInterval, type Interval } from '../../statistics/interval.ts';
import { momentsOf, rateInterval } from '../figure/evidence.ts';
import type { CourtUnit } from './court-unit.ts';

/**
 * The interval of a court's figure: exact for a share (Clopper–Pearson) or a ratio of counts, Student's for a mean of days. Null for a court that
 * is not judged.
 */
export function crudeIntervalOf({ figure, unjudged }: CourtUnit, confidence: number): Interval | null {
  if (figure === null || unjudged !== null) return null;
  const rate = rateInterval(figure, clopperPearsonInterval, confidence);
  if (rate !== null) return rate;
  const moments = momentsOf(figure);
  return moments === null ? null : meanInterval(moments, confidence);
}

/**
 * The interval of observed / expected: that of the figure, divided by what is expected per case, which is taken as known.
 * Null where nothing is expected.
 */
export function adjustedIntervalOf(court: CourtUnit, confidence: number): Interval | null {
  const crude = crudeIntervalOf(court, confidence);
  const expected = court.indirect === null || !(court.n > 0) ? 0 : court.indirect.expected / court.n;
  return crude === null || !(expected > 0) ? null : { lower: crude.lower / expected, upper: crude.upper / expected };
}
