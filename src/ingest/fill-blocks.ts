import { matchLabels, type HeaderRules } from './header-rules.ts';
import type { Target } from './target.ts';

/**
 * What lists are put in blocks by, the outer first. Both are known of nearly every case, so that an empty cell below a text
 * is a merged one.
 */
const BLOCK_TARGETS: readonly Target[] = ['court', 'department'];
const LEAST_ROWS = 6;

type Rows = readonly (readonly string[])[];

/**
 * Columns that are written in the first row of each block only, as a sheet with merged cells leaves them when it is saved
 * as text: the first row has a text, most rows have none, and no text comes twice, unless in another block of an outer
 * column.
 */
export function findBlockColumns(labels: readonly string[], rows: Rows, rules: HeaderRules): readonly number[] {
  if (rows.length < LEAST_ROWS) return [];
  const found: number[] = [];
  const matches = matchLabels(labels, rules);
  for (const target of BLOCK_TARGETS)
    for (const [column, match] of matches.entries())
      if (match?.target === target && isInBlocks(rows, column, found)) found.push(column);
  return found;
}

function isInBlocks(rows: Rows, column: number, outer: readonly number[]): boolean {
  if ((rows[0]?.[column] ?? '') === '') return false;
  let filled = 0;
  const seen = new Set<string>();
  for (const row of rows) {
    if (outer.some((other) => (row[other] ?? '') !== '')) seen.clear();
    const text = row[column] ?? '';
    if (text === '') continue;
    if (seen.has(text)) return false;
    seen.add(text);
    filled += 1;
  }
  return filled * 2 <= rows.length;
}

/** The rows with the texts of `columns` in every row of their block. */
export function fillBlocks(rows: Rows, columns: readonly number[]): string[][] {
  const above = new Map<number, string>();
  return rows.map((row) =>
    row.map((text, i) => {
      if (!columns.includes(i)) return text;
      if (text !== '') above.set(i, text);
      return above.get(i) ?? '';
    }),
  );
}
