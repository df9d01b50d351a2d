import { utils, write, type CellObject } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { SampleCell } from './columns.ts';

/** Excel's serial number of 1970-01-01 in the 1900 system. */
const EPOCH_SERIAL = 25_569;

/** Bytes of a workbook of one sheet; days are real date cells. The same table gives the same bytes. */
export function writeXlsx(sheetName: string, rows: readonly (readonly SampleCell[])[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(toCell)));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  return repack(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true })));
}

/** A third of the size: the library that writes the sheet packs poorly. A fixed local time, because zip stores local time. */
function repack(zip: Uint8Array): Uint8Array {
  return zipSync(unzipSync(zip), { level: 9, mtime: new Date(2025, 9, 1) });
}

function toCell(cell: SampleCell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'string') return { t: 's', v: cell };
  return { t: 'n', v: cell.day + EPOCH_SERIAL, z: 'yyyy-mm-dd' };
}
