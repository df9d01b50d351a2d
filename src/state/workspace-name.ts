import type { Bilingual } from '../text/bilingual.ts';
import type { DayRange } from './period.ts';

const MAX_LENGTH = 60;

/** What a data set is called until a person names it: its court or the number of courts, and its months. */
export function toSetName(courts: readonly string[], span: DayRange | null, firstFile: string): Bilingual {
  const months = span === null ? null : [span.from.slice(0, 7), span.to.slice(0, 7)];
  const [only] = courts;
  const file = firstFile.replace(/\.[^.]+$/, '');
  const zh = courts.length > 1 ? `${courts.length}家法院` : (only ?? file);
  const en = courts.length > 1 ? `${courts.length} courts` : (only ?? file);
  return months === null ? { zh, en } : { zh: `${zh} ${months.join('至')}`, en: `${en} ${months.join(' to ')}` };
}

/** A name as typed: trimmed, white space folded, at most 60 characters; null where nothing is left. */
export function parseSetName(typed: string): Bilingual | null {
  const name = [...typed.replace(/\s+/g, ' ').trim()].slice(0, MAX_LENGTH).join('');
  return name === '' ? null : { zh: name, en: name };
}

/** Whether a person typed it; what a set is called until then says it in two languages, and follows what is added. */
export function isTypedName({ zh, en }: Bilingual): boolean {
  return zh === en;
}
