import { toFixList } from '../panels/health/health-view.ts';
import type { Locale } from '../text/bilingual.ts';
import { HEALTH } from '../text/health.ts';
import { MOST_ROWS, toXlsx } from './to-xlsx.ts';

/** In the order of the columns of `toFixList`: fault, file, sheet, row, column, what stands there, count, what to do, what was done. */
const WIDTHS = [26, 24, 12, 8, 14, 30, 8, 40, 24];

/** The fix list as a workbook: every row at fault with its file, sheet and row, so that the clerk can correct the source. */
export function toFixListWorkbook(rows: Parameters<typeof toFixList>[0], locale: Locale): Promise<Blob> {
  const [header = [], ...body] = toFixList(rows, locale);
  const heads = header.map((cell) => String(cell ?? ''));
  const name = HEALTH.fixList[locale];
  // A sheet ends after 1,048,576 rows; a list as long as that goes on in a second one.
  const parts = Array.from({ length: Math.max(1, Math.ceil(body.length / MOST_ROWS)) }, (_, i) =>
    body.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS),
  );
  return toXlsx(
    parts.map((part, i) => ({ name: i === 0 ? name : `${name} ${i + 1}`, widths: WIDTHS, header: heads, rows: part })),
  );
}
