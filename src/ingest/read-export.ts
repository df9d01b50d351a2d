import { findBinaryKind } from './binary-kind.ts';
import { decodeText, detectEncoding } from './decode.ts';
import { detectContainer } from './detect.ts';
import type { Encoding, ExportFile } from './export-file.ts';
import { toHeaderRules, type HeaderPlace, type HeaderRules } from './header-rules.ts';
import { isHtmlCutOff, readHtmlTables, readHtmlTitle } from './html-table.ts';
import { isMhtml, readMhtmlPage } from './mhtml.ts';
import type { ReadingRules } from './profile.ts';
import type { Grid, RawTable, ReadOutcome } from './raw-table.ts';
import { toRawTable } from './read-grid.ts';
import { looksLikeJson, readJsonGrid } from './read-json.ts';
import { readText } from './read-text.ts';
import { readArchive } from './read-archive.ts';
import { readParquet } from './read-parquet.ts';
import { readWorkbook } from './read-workbook.ts';

export interface ReadOptions {
  /** Called with a fraction from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** False = read text cell by cell though it looks clean. */
  readonly isCleanPathAllowed?: boolean;
  /** What was decided for files of known shapes, and the court's own labels. */
  readonly rules?: ReadingRules;
  /** Where a header stands that a person pointed at. */
  readonly place?: HeaderPlace;
  /** True = a table whose labels are all unknown is read too, to be mapped by a person. */
  readonly isAnyTable?: boolean;
}

/**
 * The lists of cases in a file, told apart by its bytes. Pure and synchronous; it runs in a worker or in Node and never
 * throws: a file that cannot be read is refused with a reason.
 */
export function readExport(file: ExportFile, options: ReadOptions = {}): ReadOutcome {
  options.onProgress?.(0);
  const outcome = readContainer(file, options, 0);
  options.onProgress?.(1);
  return outcome;
}

/** `depth` 0 = the file itself, else how many archives it is in. */
function readContainer({ name, bytes }: ExportFile, options: ReadOptions, depth: number): ReadOutcome {
  const rules = rulesFor(name, options, depth);
  switch (detectContainer(bytes)) {
    case 'empty':
      return { kind: 'refused', error: 'empty' };
    case 'binary':
      return { kind: 'refused', error: 'binary', detail: findBinaryKind(bytes) ?? 'other' };
    case 'parquet':
      return readParquet(bytes, rules);
    case 'duckdb':
      return { kind: 'refused', error: 'duckdb' };
    case 'biff':
      return readWorkbook(bytes, 'xls', rules);
    case 'zip':
      return readArchive(bytes, depth, (file, inner) => readContainer(file, options, inner), rules);
    case 'markup':
      return readMarkup(bytes, rules);
    case 'text':
      return (
        readSpecialText(bytes, rules) ??
        readText(bytes, { isCleanPathAllowed: options.isCleanPathAllowed ?? true, rules })
      );
  }
}

/** JSON, or a page saved with its headers before it; null where the text is neither. */
function readSpecialText(bytes: Uint8Array, rules: HeaderRules): ReadOutcome | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^(?:\u00ef\u00bb\u00bf)+/, '');
  if (isMhtml(head)) {
    const page = readMhtmlPage(new TextDecoder('latin1').decode(bytes));
    return page === null ? null : readMarkup(page, rules);
  }
  if (!looksLikeJson(head)) return null;
  const { text, encoding } = decodeText(bytes, detectEncoding(bytes));
  const grid = readJsonGrid(text);
  if (grid === null) return null;
  return toOutcome(toRawTable(grid, { format: 'json', encoding, sheet: null, is1904: false }, rules));
}

function toOutcome(table: ReturnType<typeof toRawTable>): ReadOutcome {
  return 'error' in table ? { kind: 'refused', error: table.error } : { kind: 'tables', tables: [table] };
}

/** A header that was pointed at is that of one file: in an archive, of the member of that name. */
function rulesFor(name: string, { rules, place, isAnyTable }: ReadOptions, depth: number): HeaderRules {
  const member = place?.member ?? null;
  const isMeant = member === null ? depth === 0 : member === name || member.endsWith(` › ${name}`);
  return toHeaderRules(rules, isMeant ? place : null, isAnyTable);
}

function readMarkup(bytes: Uint8Array, rules: HeaderRules): ReadOutcome {
  const declared = new TextDecoder('latin1').decode(bytes.subarray(0, 2048).filter((byte) => byte !== 0));
  const isSpreadsheet = /urn:schemas-microsoft-com:office:spreadsheet|<(?:ss:)?Workbook|<office:document\b/i.test(
    declared,
  );
  const { text, encoding } = decodeText(bytes, detectEncoding(bytes));
  if (isSpreadsheet && !/<html/i.test(declared)) return readSpreadsheetMl(bytes, text, rules);
  return readHtml(text, encoding, rules);
}

/** The largest list of a page, and the others that it holds. */
function readHtml(text: string, encoding: Encoding, rules: HeaderRules): ReadOutcome {
  const grids = readHtmlTables(text).filter(isList);
  const [largest] = grids;
  if (largest === undefined && !/<(?:html|body|table)\b/i.test(text)) return { kind: 'refused', error: 'unrelated' };
  if (largest === undefined) return { kind: 'refused', error: 'web_page', detail: readHtmlTitle(text) };
  if (isHtmlCutOff(text)) return { kind: 'refused', error: 'damaged' };
  const results = grids.map((grid, i) =>
    toRawTable(grid, { format: 'html', encoding, sheet: i === 0 ? null : `表${i + 1}`, is1904: false }, rules),
  );
  const tables = results.filter((result): result is RawTable => !('error' in result));
  const [first] = results;
  if (tables.length > 0) return { kind: 'tables', tables };
  return { kind: 'refused', error: first !== undefined && 'error' in first ? first.error : 'unrelated' };
}

/** SpreadsheetML, or a flat .fods. The reader of workbooks takes a text that ends in the middle as it stands. */
function readSpreadsheetMl(bytes: Uint8Array, text: string, rules: HeaderRules): ReadOutcome {
  if (!/<\/(?:\w+:)?(?:Workbook|document)\s*>\s*$/i.test(text.slice(-1000)))
    return { kind: 'refused', error: 'damaged' };
  return readWorkbook(bytes, 'spreadsheetml', rules);
}

/** Two rows of two cells at least: a page that says something also has tables, to place its words. */
function isList(grid: Grid): boolean {
  return grid.filter((row) => row.filter((cell) => cell.trim() !== '').length > 1).length > 1;
}
