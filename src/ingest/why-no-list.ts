import { matchLabel } from './aliases.ts';
import { trimCell } from './cell-text.ts';
import type { Grid } from './raw-table.ts';
import type { IngestErrorId } from '../text/ingest-errors.ts';

const ROWS = 400;
const LEAST_LABELS = 4;
/** Share of the filled cells. */
const MANY = 0.2;

/** Why a grid has no header: its characters were lost, or its labels stand below each other instead of side by side. */
export function whyNoList(grid: Grid): Extract<IngestErrorId, 'lost_characters' | 'sideways' | 'unrelated'> {
  const rows = grid.slice(0, ROWS).map((row) => row.map(trimCell));
  const cells = rows.flat().filter((cell) => cell !== '');
  const lost = cells.filter((cell) => /^[?_\ufffd()\d\s-]*[?_\ufffd]{2}[?_\ufffd()\d\s-]*$/.test(cell)).length;
  if (lost >= LEAST_LABELS && lost > cells.length * MANY) return 'lost_characters';
  const firsts = rows.flatMap((row) => {
    const first = row.find((cell) => cell !== '') ?? '';
    return matchLabel(/^([^::]{2,14})[::]/.exec(first)?.[1] ?? first)?.target ?? [];
  });
  return new Set(firsts).size >= LEAST_LABELS ? 'sideways' : 'unrelated';
}
