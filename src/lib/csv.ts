/**
 * CSV text for spreadsheet programs: UTF-8 BOM, CRLF, every cell quoted where needed. A cell that a spreadsheet would
 * take for a formula (it begins with = + - @, a tab or a carriage return) gets a leading apostrophe, so that text from
 * a file stays text; numbers pass as they are.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

function toCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
