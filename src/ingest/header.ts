import { matchLabel } from './aliases.ts';
import { trimCell } from './cell-text.ts';
import type { Grid } from './raw-table.ts';

export interface Header {
  /** 0-based index of the last row of the header. */
  readonly row: number;
  /** How many rows the header has. */
  readonly height: number;
  /** One label per column; '' where the file has none. */
  readonly labels: readonly string[];
  /** How many different targets the labels hit. */
  readonly hits: number;
}

/** Rows in which a header is looked for. */
export const HEADER_SEARCH_ROWS = 30;
const MAX_HEIGHT = 3;

/**
 * The header of a list: the row with the most columns that the dictionary knows, or such a row with the one or two above
 * it where it is one of several levels. Null where no row names at least two known columns.
 */
export function findHeader(grid: Grid): Header | null {
  let best: Header | null = null;
  for (let row = 0; row < Math.min(grid.length, HEADER_SEARCH_ROWS); row++) {
    for (let height = 1; height <= Math.min(MAX_HEIGHT, row + 1); height++) {
      const candidate = readHeader(grid, row, height);
      if (candidate.hits > (best?.hits ?? 1)) best = candidate;
    }
  }
  return best;
}

function readHeader(grid: Grid, row: number, height: number): Header {
  const levels = grid.slice(row - height + 1, row + 1).map((cells) => cells.map(trimCell));
  const labels = joinLevels(levels);
  const targets = new Set(labels.map((label) => matchLabel(label)?.target).filter((target) => target !== undefined));
  return { row, height, labels, hits: targets.size };
}

/** One label per column. A column's own lowest text counts where it is known; else it is joined with its headings. */
function joinLevels(levels: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...levels.map((level) => level.length));
  const filled = levels.map((level, depth) =>
    depth === levels.length - 1 ? level : fillRight(level, levels[depth + 1] ?? []),
  );
  return Array.from({ length: width }, (_, column) => {
    const parts = filled
      .map((level) => level[column] ?? '')
      .filter((part, i, all) => part !== '' && part !== all[i - 1]);
    const known = parts.map((_, depth) => joinParts(parts.slice(-1 - depth))).find((text) => matchLabel(text) !== null);
    return known ?? parts.join(' ');
  });
}

/** 立案信息 above 日期 is 立案日期. */
function joinParts(parts: readonly string[]): string {
  return parts.map((part, i) => (i === parts.length - 1 ? part : part.replace(/(?:基本)?(?:信息|情况)$/, ''))).join('');
}

/** A merged heading has its text in its first cell only: it also stands above the labelled columns to its right. */
function fillRight(level: readonly string[], below: readonly string[]): string[] {
  let heading = '';
  return Array.from({ length: Math.max(level.length, below.length) }, (_, column) => {
    const own = level[column] ?? '';
    if (own !== '') heading = own;
    return own !== '' || (below[column] ?? '') !== '' ? heading : '';
  });
}
