import { toEpochDay } from '../../src/lib/date.ts';
import { drawAppeals } from './appeals.ts';
import { COURTS, type SampleCourt } from './courts.ts';
import { drawEnforcement } from './enforcement.ts';
import { drawFirstInstance } from './first-instance.ts';
import { shortenAfterMediation } from './mediation.ts';
import { numberCases } from './number-cases.ts';
import { AS_OF, LISTED_FROM } from './parameters.ts';
import type { SampleCase } from './sample-case.ts';

/** All cases that a list made on `AS_OF` holds: filed by then, and not resolved before `LISTED_FROM`. */
export interface SampleCases {
  readonly firstInstance: readonly SampleCase[];
  readonly enforcement: readonly SampleCase[];
  /** Of all courts, in the lists of their superiors; some of cases resolved before `LISTED_FROM`. */
  readonly appeals: readonly SampleCase[];
}

const FIRST = toEpochDay(LISTED_FROM);
const LAST = toEpochDay(AS_OF);

/** The whole sample; the same on every call. */
export function drawSample(): SampleCases {
  const codeOf = (one: SampleCase) => one.court.code;
  const originals = COURTS.flatMap((court) => numberCases(drawTrial(court), codeOf));
  const drawn = numberCases(drawAppeals(originals), (one) => one.court.superior.code);
  // The court that judged knows of an appeal before the upper court has filed it.
  const appealedOn = new Map(drawn.map((appeal) => [appeal.original?.caseNumber, appeal.appealedOn]));
  return {
    firstInstance: originals
      .filter(isListed)
      .map((one) => ({ ...one, appealedOn: appealedOn.get(one.caseNumber) ?? null })),
    enforcement: COURTS.flatMap((court) => numberCases(drawEnforcement(court), codeOf)).filter(isListed),
    appeals: drawn.filter(isListed),
  };
}

/** Whether the case is not resolved on the day of the export. */
export function isPending(one: SampleCase): boolean {
  return one.resolvedOn > LAST;
}

function drawTrial(court: SampleCourt): readonly SampleCase[] {
  const cases = drawFirstInstance(court);
  return court.effect === 'mediation' ? shortenAfterMediation(cases) : cases;
}

function isListed(one: SampleCase): boolean {
  return one.filedOn <= LAST && one.resolvedOn >= FIRST;
}
