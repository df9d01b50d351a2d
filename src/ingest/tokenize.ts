export interface Tokens {
  readonly rows: string[][];
  /** 0-based indexes of rows in which a quotation mark was opened and not closed; it was taken as a character. */
  readonly unclosed: readonly number[];
}

/** A cell of a case list does not span more lines than this; a quotation mark that would is a stray one. */
const MAX_LINES_IN_CELL = 100;

/** Delimited text as rows of cells. Tolerant: a stray quotation mark is a character like any other. */
export function tokenize(text: string, delimiter: string): Tokens {
  const rows: string[][] = [];
  const unclosed: number[] = [];
  const separator = delimiter.charCodeAt(0);
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    const quoted =
      text.charCodeAt(position) === 0x22
        ? readQuoted(text, position, separator, rows[rows.length - 1]?.length ?? 0)
        : null;
    if (quoted === null && text.charCodeAt(position) === 0x22) unclosed.push(rows.length);
    let end: number;
    if (quoted === null) {
      end = endOfPlain(text, position, separator);
      row.push(text.slice(position, end));
    } else {
      end = quoted.end;
      row.push(quoted.cell);
    }
    const code = text.charCodeAt(end);
    if (code === separator) {
      position = end + 1;
      if (position >= text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    position = code === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return { rows, unclosed: [...new Set(unclosed)] };
}

function endOfPlain(text: string, start: number, separator: number): number {
  let i = start;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === separator || code === 0x0a || code === 0x0d) break;
  }
  return i;
}

/** A list of fewer columns has lines of text that look like its rows. */
const MIN_WIDTH = 3;

/**
 * The cell that starts with the quotation mark at `start`; null where the mark has no partner, or the partner is another
 * row's: the text between them spans lines and is followed by more text, or has a line that is a row of its own, of
 * `width` cells as the row before.
 */
function readQuoted(
  text: string,
  start: number,
  separator: number,
  width: number,
): { cell: string; end: number } | null {
  let cell = '';
  let from = start + 1;
  let lines = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLineEnd = code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a);
    if (isLineEnd && ++lines > MAX_LINES_IN_CELL) return null;
    if (code !== 0x22) continue;
    if (text.charCodeAt(i + 1) === 0x22) {
      cell += text.slice(from, i + 1);
      from = i + 2;
      i++;
      continue;
    }
    cell += text.slice(from, i);
    const end = endOfPlain(text, i + 1, separator);
    if (lines > 0 && (end > i + 1 || hasRowInside(text.slice(start, i), separator, width))) return null;
    return { cell: cell + text.slice(i + 1, end), end };
  }
  return null;
}

/** True where one of the whole lines inside a cell has as many separators as a row. */
function hasRowInside(cell: string, separator: number, width: number): boolean {
  if (width < MIN_WIDTH) return false;
  const mark = String.fromCharCode(separator);
  const inner = cell.split(/\r\n?|\n/).slice(1, -1);
  return inner.some((line) => line.split(mark).length >= width);
}
