import { toEpochDay } from '../../src/lib/date.ts';
import { createRandom } from '../../src/lib/random.ts';
import { workingDayBefore } from './court-calendar.ts';
import { drawDueDay } from './duration.ts';
import { AS_OF, LISTED_FROM, MEDIATION, SEED } from './parameters.ts';
import { CIVIL_PACE } from './procedures.ts';
import type { SampleCase } from './sample-case.ts';

const FROM = toEpochDay(MEDIATION.from);

/** Days by which moving a filing to the working day before lengthens a case on average. */
const MOVED_TO_WORKING_DAY = 0.6;

/**
 * The second half of the method's effect: civil cases resolved from its first day on are filed that much later that
 * the mean duration of the resolved ones is `daysShift` days below the mean before. The day of resolution stays, so
 * the step is a step in the month of resolution, without a ramp. Every other case is returned as it is.
 */
export function shortenAfterMediation(cases: readonly SampleCase[]): readonly SampleCase[] {
  const civil = cases.filter((one) => one.type === '民初');
  const before = civil.filter((one) => one.resolvedOn >= toEpochDay(LISTED_FROM) && one.resolvedOn < FROM);
  const after = civil.filter((one) => one.resolvedOn >= FROM && one.resolvedOn <= toEpochDay(AS_OF));
  const factor = (meanDays(before) + MEDIATION.daysShift) / meanDays(after);
  const random = createRandom(SEED, 'mediation');
  return cases.map((one) => {
    if (one.type !== '民初' || one.resolvedOn < FROM || one.procedure === '' || one.procedure === '速裁程序')
      return one;
    const days = Math.round((one.resolvedOn - one.filedOn) * factor - MOVED_TO_WORKING_DAY);
    const filedOn = workingDayBefore(one.resolvedOn - Math.max(1, days));
    return { ...one, filedOn, dueOn: drawDueDay(random, CIVIL_PACE[one.procedure], filedOn, one.resolvedOn) };
  });
}

function meanDays(cases: readonly SampleCase[]): number {
  return cases.reduce((sum, one) => sum + one.resolvedOn - one.filedOn, 0) / cases.length;
}
