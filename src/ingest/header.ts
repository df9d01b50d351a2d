import { matchLabel } from './aliases.ts';
import { trimCell } from './cell-text.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import { likelyMatch } from './label-words.ts';
import type { OwnLabels } from './own-aliases.ts';
import { findProfile } from './profile.ts';
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
export const MAX_HEADER_HEIGHT = 3;

/**
 * The header of a list: where a person said it stands; else labels for which a profile was saved; else the row with the
 * most columns that the dictionary knows, or such a row with the one or two above it where it is one of several levels.
 * Null where no row names at least two known columns, unless any table will do.
 */
export function findHeader(grid: Grid, rules: HeaderRules = PLAIN_HEADER_RULES): Header | null {
  if (rules.place !== null) return headerAt(grid, rules);
  let best: Header | null = null;
  for (let row = 0; row < Math.min(grid.length, HEADER_SEARCH_ROWS); row++) {
    for (let height = 1; height <= Math.min(MAX_HEADER_HEIGHT, row + 1); height++) {
      const candidate = readHeader(grid, row, height, rules.own);
      if (findProfile(rules.profiles, candidate.labels) !== null) return candidate;
      if (candidate.hits > (best?.hits ?? 1) || saysMore(candidate, best)) best = candidate;
    }
  }
  if (best !== null) return withUnits(grid, best, rules.own);
  return rules.isAnyTable ? likeliestHeader(grid, rules.own) : null;
}

/** Whether the headings above the same labels also tell the unit of an amount. */
function saysMore(candidate: Header, best: Header | null): boolean {
  if (best === null || candidate.row !== best.row || candidate.hits !== best.hits) return false;
  return candidate.labels.some((label, i) => HAS_UNIT.test(label) && !HAS_UNIT.test(best.labels[i] ?? ''));
}

const HAS_UNIT = /[((](?:单位[::])?(?:亿元|万元|亿|万)[))]$/;
const UNIT_CELL = /^[((]?(?:亿元|万元|元|件|天|日|年[-/.]?月[-/.]?日|yyyy[-/.]?mm[-/.]?dd)[))]?$/i;

/** The header with the row below it where that holds nothing but units: (元), (年-月-日). */
function withUnits(grid: Grid, header: Header, own: OwnLabels): Header {
  const below = (grid[header.row + 1] ?? []).map(trimCell).filter((cell) => cell !== '');
  if (below.length === 0 || !below.every((cell) => UNIT_CELL.test(cell))) return header;
  return readHeader(grid, header.row + 1, header.height + 1, own);
}

function headerAt(grid: Grid, { place, own }: HeaderRules): Header | null {
  if (place === null || place.row < 1 || place.row > grid.length) return null;
  const height = Math.max(1, Math.min(place.height, MAX_HEADER_HEIGHT, place.row));
  return readHeader(grid, place.row - 1, height, own);
}

/** The first of the rows with the most different texts that are no numbers. */
function likeliestHeader(grid: Grid, own: OwnLabels): Header | null {
  const rows = grid.slice(0, HEADER_SEARCH_ROWS);
  const counts = rows.map(
    (cells) => new Set(cells.map(trimCell).filter((cell) => cell !== '' && !/^[-+.,\d]+$/.test(cell))).size,
  );
  const most = Math.max(0, ...counts);
  return most < 2 ? null : readHeader(grid, counts.indexOf(most), 1, own);
}

function readHeader(grid: Grid, row: number, height: number, own: OwnLabels): Header {
  const levels = grid.slice(row - height + 1, row + 1).map((cells) => cells.map(trimCell));
  const labels = joinLevels(levels, own);
  const targets = new Set(
    labels.map((label) => likelyMatch(label, own)?.target).filter((target) => target !== undefined),
  );
  return { row, height, labels, hits: targets.size };
}

/** One label per column. A column's own lowest text counts where it is known; else it is joined with its headings. */
function joinLevels(levels: readonly (readonly string[])[], own: OwnLabels): string[] {
  const width = Math.max(0, ...levels.map((level) => level.length));
  const filled = levels.map((level, depth) =>
    depth === levels.length - 1 ? level : fillRight(level, levels[depth + 1] ?? []),
  );
  const seen = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const parts = filled
      .map((level) => level[column] ?? '')
      .filter((part, i, all) => part !== '' && part !== all[i - 1]);
    const spellings = parts.map((_, depth) => joinParts(parts.slice(-1 - depth)));
    const known = spellings.filter((text) => likelyMatch(text, own) !== null);
    // 一审 and 二审 side by side: the second 结案方式 is not that of the case
    const label = known.find((text) => !seen.has(text)) ?? known[0];
    if (label === undefined) return parts.join(' ');
    seen.add(label);
    return withUnit(label, parts, own);
  });
}

/** An amount with the unit that a heading above or a cell below it names. */
function withUnit(label: string, parts: readonly string[], own: OwnLabels): string {
  if (parts.length < 2 || matchLabel(label, own)?.target.startsWith('amount') !== true || /元/.test(label))
    return label;
  const unit = parts.map((part) => HAS_UNIT.exec(part)?.[0] ?? (/^(?:亿元|万元)$/.test(part) ? `(${part})` : null));
  return `${label}${unit.find((text) => text !== null) ?? ''}`;
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
