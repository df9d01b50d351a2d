import { addDays, addMonths } from '../../lib/date.ts';
import { startOfYear, type DayRange } from '../../state/period.ts';

export interface PeriodPreset {
  readonly id: 'wholeSpan' | 'yearToDate' | 'lastYear' | 'twelveMonths';
  readonly range: DayRange;
}

/** The periods offered beside typed dates; years follow the statistical calendar. */
export function presetsFor(span: DayRange | null, asOf: string | null, monthStartDay: number): readonly PeriodPreset[] {
  if (span === null || asOf === null) return [];
  const year = startOfYear(asOf, monthStartDay);
  return [
    { id: 'yearToDate', range: { from: year, to: asOf } },
    { id: 'lastYear', range: { from: addMonths(year, -12), to: addDays(year, -1) } },
    { id: 'twelveMonths', range: { from: addDays(addMonths(asOf, -12), 1), to: asOf } },
    { id: 'wholeSpan', range: span },
  ];
}
