import type { Grid } from './raw-table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
};
const MAX_SPAN = 1000;
/** A table that is longer stands in a cell for its place only. */
const MAX_WORDS = 500;

/** A tag with attributes in quotation marks, in which < and > are no markup. */
const QUOTING_TAG = /<[a-z][a-z0-9]*(?:\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?)+\s*\/?>/gi;

function withoutMarkup(tag: string): string {
  return `<${tag.slice(1, -1).replace(/[<>]/g, ' ')}>`;
}

/**
 * The tables of an HTML page as cells, the largest first. Tables of one width are one list, as where a system writes a
 * table per page or the header as a table of its own. Tolerant: missing end tags, cells of any case, tables within
 * tables, `colspan` and `rowspan`. A merged cell has its text in every row that it spans, in the first of its columns.
 * No DOM is needed, so it runs in a worker and in Node.
 */
export function readHtmlTables(html: string): readonly Grid[] {
  const body = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(QUOTING_TAG, withoutMarkup);
  const byWidth = new Map<number, string[][]>();
  for (const rows of contentsOfTables(body).map(readRows)) {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const list = byWidth.get(width);
    if (list === undefined) byWidth.set(width, rows);
    else for (const row of rows) list.push(row);
  }
  return [...byWidth.values()].sort((a, b) => cellCount(b) - cellCount(a));
}

/** What stands in each table, in the order in which they open; of a table within it, a table holds the words only. */
function contentsOfTables(html: string): readonly string[] {
  const contents: string[][] = [];
  const open: number[] = [];
  let from = 0;
  const take = (to: number) => {
    contents[open.at(-1) ?? -1]?.push(html.slice(from, to));
  };
  for (const tag of html.matchAll(/<(\/?)table\b[^>]*>/gi)) {
    take(tag.index);
    from = tag.index + tag[0].length;
    if (tag[1] === '') {
      open.push(contents.length);
      contents.push([]);
    } else {
      const words = (contents[open.pop() ?? -1] ?? []).join('').replace(/<[^>]*>/g, ' ');
      if (words.length <= MAX_WORDS) contents[open.at(-1) ?? -1]?.push(words);
    }
  }
  take(html.length);
  return contents.map((parts) => parts.join(''));
}

/** What an HTML page calls itself, at most 40 characters; '' where it does not say. */
export function readHtmlTitle(html: string): string {
  const title = /<title\b[^>]*>([\s\S]*?)<\/title/i.exec(html) ?? /<h1\b[^>]*>([\s\S]*?)<\/h1/i.exec(html);
  return toText(title?.[1] ?? '')
    .trim()
    .slice(0, 40);
}

/** True where a page opens its document and its table and closes neither: the rest of the rows did not arrive. */
export function isHtmlCutOff(html: string): boolean {
  const end = html.slice(-2000);
  return /<html\b/i.test(html.slice(0, 4096)) && !/<\/(?:table|html)\s*>/i.test(end);
}

function cellCount(grid: Grid): number {
  return grid.reduce((count, row) => count + row.length, 0);
}

function readRows(table: string): string[][] {
  const rows: string[][] = [];
  const pending = new Map<string, string>();
  const sources = table.split(/<tr\b[^>]*>/i).slice(1);
  sources.forEach((source, y) => {
    const row: string[] = [];
    const takePending = (cells: string[]) => {
      for (let text = pending.get(`${y},${cells.length}`); text !== undefined;)
        text = pending.get(`${y},${cells.push(text)}`);
    };
    for (const cell of source.matchAll(/<(t[dh])\b([^>]*)>([\s\S]*?)(?=<\/?t[dhr]\b|<\/tbody|<\/thead|$)/gi)) {
      takePending(row);
      const columns = spanOf(cell[2] ?? '', 'colspan');
      const lines = spanOf(cell[2] ?? '', 'rowspan');
      const text = toText(cell[3] ?? '');
      for (let dy = 1; dy < lines; dy++)
        for (let dx = 0; dx < columns; dx++) pending.set(`${y + dy},${row.length + dx}`, dx === 0 ? text : '');
      row.push(text, ...Array.from({ length: columns - 1 }, () => ''));
    }
    takePending(row);
    rows.push(row);
  });
  return rows;
}

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes);
  return Math.min(MAX_SPAN, Math.max(1, Number(found?.[1] ?? 1)));
}

function toText(html: string): string {
  const plain = html.replace(/<br\s*\/?>/gi, ' ').replace(/<[^>]*>/g, '');
  return plain
    .replace(
      /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
      (whole, decimal: string | undefined, hex: string | undefined, word: string | undefined) => {
        const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : null;
        if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
        return ENTITIES[(word ?? '').toLowerCase()] ?? whole;
      },
    )
    .replace(/\s+/g, ' ');
}
