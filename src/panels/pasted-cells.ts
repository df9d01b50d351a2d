/**
 * The cells of a pasted line: separated by tabs where it has any (columns copied from a spreadsheet), else by one of
 * `separators` outside quotation marks.
 */
export function toPastedCells(line: string, separators: string): readonly string[] {
  const outsideQuotes = new RegExp(`[${separators}](?=(?:[^"]*"[^"]*")*[^"]*$)`);
  return line.split(line.includes('\t') ? '\t' : outsideQuotes).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}
