import type { Period } from '../../query/metric-query.ts';
import { compareFestival } from '../../state/festival-alignment.ts';
import { toRange } from '../../state/period.ts';
import type { Locale } from '../../text/bilingual.ts';
import { festivalSentence } from '../../text/change.ts';
import { formatDay, formatDayRange } from '../../text/format.ts';

export interface FestivalNoteView {
  readonly text: string;
  /** Moving the earlier period would make a difference. */
  readonly canAlign: boolean;
}

/** Where 春节 lies in the two periods of 同比; null where it lies in neither. */
export function toFestivalNote(period: Period, isAligned: boolean, locale: Locale): FestivalNoteView | null {
  const compared = compareFestival(period);
  if (compared === null) return null;
  const { festival, festivalBefore, days, daysBefore, aligned } = compared;
  const range = aligned === null ? null : toRange(aligned);
  const alignedTo = !isAligned || range === null ? null : formatDayRange(range.from, range.to, locale);
  const festivals = [festivalBefore, festival].map((day) => formatDay(day, locale)).join(locale === 'zh' ? '、' : ', ');
  return { text: festivalSentence(festivals, days, daysBefore, alignedTo)[locale], canAlign: aligned !== null };
}
