import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';

/** Name of a procedure on screen; where the data have no procedures at all, of all cases. */
export function procedureLabel(procedure: string | null, hasProcedures: boolean, locale: Locale): string {
  return procedure ?? DURATION[hasProcedures ? 'unknownProcedure' : 'allCases'][locale];
}
