import type { TooltipRow } from '../tooltip/tooltip-row.ts';
import type { PlacedRow } from './place-rows.ts';

/** The row that a key leads to; null: not our key. Without a row any of them starts at the own one, or the first. */
export function stepRow(rows: readonly PlacedRow[], from: string | null, key: string): string | null {
  if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null;
  const at = rows.findIndex((row) => row.id === from);
  if (at === -1) return startRow(rows);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key] ?? at;
  return rows[Math.max(0, Math.min(rows.length - 1, to))]?.id ?? null;
}

/** The own row, or the first. */
export function startRow(rows: readonly PlacedRow[]): string | null {
  return (rows.find((row) => row.row.isOwn) ?? rows[0])?.id ?? null;
}

/** The focused row as one sentence for a screen reader. */
export function announceRow({ row }: PlacedRow): string {
  return [row.label, row.text, row.interval?.text ?? '', row.detail].filter((part) => part !== '').join(',');
}

/** What the tooltip of a row adds to the row itself: the interval in figures and n/N. */
export function rowTooltip({ id, row }: PlacedRow): TooltipRow {
  const detail = [row.interval?.text ?? '', row.detail].filter((part) => part !== '').join(' · ');
  return { id, label: '', text: row.text, detail, colour: '', isActive: false };
}
