import type { CaseRow } from './stat-case.ts';

/** Columns that stay text even where every cell looks like a number. */
const TEXT_COLUMNS = new Set('unit group stratum category court state outcome case_id type filed closed'.split(' '));

/** The rows of a case's CSV: comma, double quotes, one record a line; empty cell = null. */
export function parseCaseCsv(text: string): readonly CaseRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const [header = [], ...records] = lines.map(splitLine);
  return records.map((cells) =>
    Object.fromEntries(cells.map((cell, i) => [header[i] ?? '', valueOf(header[i] ?? '', cell)])),
  );
}

function valueOf(name: string, cell: string): string | number | null {
  if (cell === '') return null;
  return TEXT_COLUMNS.has(name) || !Number.isFinite(Number(cell)) ? cell : Number(cell);
}

function splitLine(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  // The pattern also matches the empty text at the end of the line, which is a cell only after a comma.
  const kept = line.endsWith(',') ? cells : cells.slice(0, -1);
  return (kept.length === 0 ? [line] : kept).map((cell) => unquote(cell.replace(/,$/, '')));
}

function unquote(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
