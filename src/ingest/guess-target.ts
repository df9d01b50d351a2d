import { parseCaseNumber } from '../court/case-number.ts';
import { parseClosing } from '../court/closing.ts';
import { parseProcedure } from '../court/procedure.ts';
import { parseAmount } from './parse-amount.ts';
import { parseDates } from './parse-date.ts';
import type { Target } from './target.ts';

/** What the content of a column of unknown label looks like. */
export type ContentKind = 'case_no' | 'identifier' | 'status' | 'closing' | 'procedure' | 'date' | 'amount';

const SAMPLE = 50;
const MOST = 0.8;
const DATE_OPTIONS = { asOf: null, is1904: false, mayBeFuture: true };

/** What most of the first texts of a column look like; null = nothing in particular. Plain numbers are no dates. */
export function guessContent(texts: readonly string[]): ContentKind | null {
  const sample = texts.filter((text) => text !== '').slice(0, SAMPLE);
  if (sample.length < 3) return null;
  const isMost = (hits: number) => hits >= sample.length * MOST;
  const count = (test: (text: string) => boolean) => sample.filter(test).length;
  if (isMost(count((text) => (parseCaseNumber(text)?.typeCode ?? null) !== null))) return 'case_no';
  const written = sample.filter((text) => /\D/.test(text.replace(/[.,]/g, '')));
  if (isMost(countDays(written))) return 'date';
  if (isMost(count((text) => parseClosing(text) !== null))) return 'closing';
  if (isMost(count((text) => parseProcedure(text) !== null))) return 'procedure';
  if (isMost(count((text) => /[¥¥$元]/.test(text) && parseAmount(text, 1).values[0] !== null))) return 'amount';
  return null;
}

/** How many of the texts of a column are days, those included that two orders of day and month fit. */
export function countDays(texts: readonly string[]): number {
  return parseDates(texts, DATE_OPTIONS).filter(
    (parsed) => parsed.values[0] !== null || parsed.reason === 'date_ambiguous',
  ).length;
}

/** Whether every row holds a text of its own that looks like a number of a case: L000123, 0001234-56.2018.8.26; no row numbers. */
export function isIdentifier(texts: readonly string[], counts: readonly number[]): boolean {
  const filled = texts.flatMap((text, i) => (text === '' ? [] : [{ text, count: counts[i] ?? 0 }]));
  return filled.length >= 3 && filled.every(({ text, count }) => count === 1 && IDENTIFIER.test(text));
}

const IDENTIFIER = /^(?=.*\d)(?!\d+(?:\.\d+)?$)[A-Za-z0-9][\w./-]{3,39}$/;

/** The targets that a content is usual for, the likeliest first. */
export const TARGETS_OF_CONTENT: Readonly<Record<ContentKind, readonly Target[]>> = {
  case_no: ['case_no', 'original_case_no', 'next_case_no'],
  identifier: ['case_no'],
  status: [],
  closing: ['closing', 'next_closing'],
  procedure: ['procedure'],
  date: ['filed_on', 'resolved_on', 'due_on'],
  amount: ['amount'],
};
