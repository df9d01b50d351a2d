import type { ZipEntry } from './zip-directory.ts';

/** Larger files are not read at all: the engine of a browser has 4 GB for everything. */
export const MAX_FILE_BYTES = 2 ** 30;
/** What an archive or a workbook may be when unpacked. */
export const MAX_UNPACKED_BYTES = 2 ** 30;
/** One part of a workbook becomes one text, and a text of a browser has at most 2²⁹ characters. */
export const MAX_PART_BYTES = 400 * 2 ** 20;
/** Rows of a Parquet or DuckDB file that are read as text. */
export const MAX_TYPED_ROWS = 5_000_000;

/** Lists of cases pack to a tenth or a thirtieth, sheets of empty cells to a two-hundredth; deflate ends at 1 : 1032. */
const MAX_RATIO = 400;
/** Below this size a ratio says nothing. */
const RATIO_FLOOR = 32 * 2 ** 20;

/** True where unpacking `entries` of an archive of `archiveBytes` bytes would fill the memory: a ZIP bomb. */
export function isBomb(entries: readonly ZipEntry[], archiveBytes: number): boolean {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = entries.reduce((sum, { packedSize }) => sum + packedSize, 0);
  // entries that overlap: the same packed bytes are unpacked many times
  if (packed > archiveBytes) return true;
  return unpacked > MAX_UNPACKED_BYTES || (unpacked > RATIO_FLOOR && unpacked > packed * MAX_RATIO);
}

/** Bytes as a person says them: 2.1 GB, 350 MB, 12 KB. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
