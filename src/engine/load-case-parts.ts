import type { LoadedClosings } from './load-closings.ts';
import type { LoadedConversion } from './load-conversions.ts';
import type { LoadedLimits } from './load-limits.ts';
import type { CaseNumberMaps } from './load-number-parts.ts';

/** Everything that is joined to the raw text to make cases of it. */
export interface CaseParts {
  readonly caseNumbers: CaseNumberMaps | null;
  readonly conversions: readonly LoadedConversion[];
  readonly closings: LoadedClosings | null;
  readonly limits: LoadedLimits;
}

/** Columns of `cases` that a 案号 gives. */
export const FROM_CASE_NUMBER: ReadonlySet<string> = new Set([
  'case_key',
  'case_year',
  'court_code',
  'type_code',
  'serial',
  'matter',
  'level',
]);
