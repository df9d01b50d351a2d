import { foldCell, withoutSpaces } from './cell-text.ts';

/** Columns whose unknown values a person may assign to known ones. */
export const VALUE_FIELDS = [
  'closing',
  'procedure',
  'cause',
  'department',
  'judge',
  'court',
  'class',
  'level',
  'bench',
  'next_closing',
] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

/** What a text of the file stands for, by `valueKey`; null = it stands for no value. */
export type Assignments = Readonly<Record<string, string | null>>;

/** A text as it is compared: half-width, without white space, lower case. */
export function valueKey(raw: string): string {
  return withoutSpaces(foldCell(raw)).toLowerCase();
}

/** The text that is to be read in the place of `raw`: what it was assigned to, else itself; null = no value. */
export function assignedText(raw: string, assignments: Assignments | undefined): string | null {
  if (assignments === undefined) return raw;
  const key = valueKey(raw);
  return Object.hasOwn(assignments, key) ? (assignments[key] ?? null) : raw;
}

/** True where a person decided about this text. */
export function isAssigned(raw: string, assignments: Assignments | undefined): boolean {
  return assignments !== undefined && Object.hasOwn(assignments, valueKey(raw));
}
