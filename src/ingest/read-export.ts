import { decodeText, detectEncoding } from './decode.ts';
import { detectContainer } from './detect.ts';
import type { ExportFile } from './export-file.ts';
import { readHtmlTable } from './html-table.ts';
import type { ReadOutcome } from './raw-table.ts';
import { toRawTable } from './read-grid.ts';
import { readText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

export interface ReadOptions {
  /** Called with a fraction from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** False = read text cell by cell though it looks clean. */
  readonly isCleanPathAllowed?: boolean;
}

/**
 * The lists of cases in a file, told apart by its bytes. Pure and synchronous; it runs in a worker or in Node and never
 * throws: a file that cannot be read is refused with a reason.
 */
export function readExport(file: ExportFile, options: ReadOptions = {}): ReadOutcome {
  options.onProgress?.(0);
  const outcome = readContainer(file, options.isCleanPathAllowed ?? true);
  options.onProgress?.(1);
  return outcome;
}

function readContainer({ bytes }: ExportFile, isCleanPathAllowed: boolean): ReadOutcome {
  const container = detectContainer(bytes);
  switch (container) {
    case 'empty':
      return { kind: 'refused', error: 'empty' };
    case 'binary':
      return { kind: 'refused', error: 'binary' };
    case 'parquet':
      return { kind: 'refused', error: 'parquet' };
    case 'biff':
      return readWorkbook(bytes, 'xls');
    case 'zip':
      return readZip(bytes);
    case 'markup':
      return readMarkup(bytes);
    case 'text':
      return readText(bytes, { isCleanPathAllowed });
  }
}

/** A ZIP is a workbook when it has the parts of one; their names stand in it uncompressed. */
function readZip(bytes: Uint8Array): ReadOutcome {
  const names =
    new TextDecoder('latin1').decode(bytes.subarray(-65_536)) +
    new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  if (/xl\/|workbook|content\.xml|\[Content_Types\]/.test(names)) return readWorkbook(bytes, 'xlsx');
  return {
    kind: 'refused',
    error: bytes.subarray(-65_536).length < 22 || !names.includes('PK\u0005\u0006') ? 'damaged' : 'zip',
  };
}

function readMarkup(bytes: Uint8Array): ReadOutcome {
  const declared = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (/urn:schemas-microsoft-com:office:spreadsheet|<(?:ss:)?Workbook/i.test(declared) && !/<html/i.test(declared)) {
    return readWorkbook(bytes, 'spreadsheetml');
  }
  const { text, encoding } = decodeText(bytes, detectEncoding(bytes));
  const table = toRawTable(readHtmlTable(text), { format: 'html', encoding, sheet: null, is1904: false });
  return 'error' in table ? { kind: 'refused', error: table.error } : { kind: 'tables', tables: [table] };
}
