import { tokenize } from './tokenize.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The separator of a text: the one by which most rows of `head` fall into the same number (two or more) of cells;
 * among equals the one with more cells. A text without any separator is read as comma-separated.
 */
export function findDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(head, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function scoreOf(head: string, delimiter: Delimiter): number {
  const rows = tokenize(head, delimiter).rows.filter((row) => row.length > 1 || row[0] !== '');
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) score = Math.max(score, (count / rows.length) * (1 + Math.min(width, 60) / 100));
  return score;
}
