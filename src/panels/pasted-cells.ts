/**
 * The cells of a pasted line: separated by tabs where it has any (columns copied from a spreadsheet), else by one of
 * `separators` outside quotation marks. Null where a quotation mark is left open.
 */
export function toPastedCells(line: string, separators: string): readonly string[] | null {
  const marks = line.includes('\t') ? '\t' : separators;
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (const character of line) {
    if (character === '"' && (isQuoted || cell.trim() === '' || cell.endsWith('"'))) isQuoted = !isQuoted;
    if (isQuoted || !marks.includes(character)) cell += character;
    else {
      cells.push(toText(cell));
      cell = '';
    }
  }
  return isQuoted ? null : [...cells, toText(cell)];
}

function toText(cell: string): string {
  const quoted = /^"(.*)"$/.exec(cell.trim())?.[1];
  return (quoted?.replaceAll('""', '"') ?? cell).trim();
}
