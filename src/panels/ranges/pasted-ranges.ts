import { MATTERS } from '../../court/matter.ts';
import { CATALOG } from '../../metrics/index.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { ReasonableRange } from '../../metrics/reasonable-range.ts';
import { parseRanges } from '../../state/ranges.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { PASTED_RANGES as WORDS } from '../../text/ranges.ts';
import { toPastedCells } from '../pasted-cells.ts';

/** The lines that are ranges, and one sentence for each that is none. */
export interface PastedRanges {
  readonly ranges: readonly ReasonableRange[];
  readonly refused: readonly { readonly line: string; readonly reason: Bilingual }[];
}

/**
 * Reads `metric, variant, matter, low, high, from, to, source` per line, separated by tabs where a line has any, else by
 * commas. Rates are percentages. A first line of headings and blank lines are nothing.
 */
export function parsePastedRanges(text: string): PastedRanges {
  const ranges: ReasonableRange[] = [];
  const refused: { line: string; reason: Bilingual }[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const cells = toPastedCells(line, ',，') ?? [line];
    if (line.trim() === '' || (i === 0 && /^(metric|指标)/i.test(cells[0] ?? ''))) return;
    const read = toRange(cells);
    if ('metric' in read) ranges.push(read);
    else refused.push({ line, reason: WORDS.line(i + 1, read) });
  });
  return { ranges, refused };
}

function toRange(cells: readonly string[]): ReasonableRange | Bilingual {
  const [metric = '', variant = '', matter = '', low = '', high = '', from = '', to = '', ...source] = cells;
  const definition = CATALOG.find(({ id, label }) => [id, label.zh, label.en].includes(metric));
  if (definition === undefined) return WORDS.metric(metric);
  const ids = definition.variants.flatMap(({ id }) => id ?? []);
  if (ids.length === 0 ? variant !== '' : !ids.includes(variant)) return WORDS.variant(ids.join(' / '));
  if (matter !== '' && !MATTERS.some((name) => name === matter)) return WORDS.matter(matter);
  const bounds = { low: toBound(low, definition), high: toBound(high, definition) };
  if (bounds.low === undefined || bounds.high === undefined) return WORDS[isRate(definition) ? 'percent' : 'number'];
  const entry = { metric: definition.id, variant: variant || null, matter, ...bounds, from, to: to || null };
  const [range] = parseRanges([{ ...entry, source: source.join(',') }]).ranges;
  return range ?? WORDS.senseless;
}

function isRate({ unit }: MetricDefinition): boolean {
  return unit === 'ratio';
}

/** Null where the cell is empty, undefined where it is no number; a rate of 0.4 may be 40 % or 0.4 %, and is none. */
function toBound(cell: string, definition: MetricDefinition): number | null | undefined {
  if (cell === '') return null;
  const bare = cell.replace(/[%％]$/, '');
  if (!/^\d+(\.\d+)?$/.test(bare)) return undefined;
  const value = Number(bare);
  if (!isRate(definition)) return bare === cell ? value : undefined;
  return bare === cell && value > 0 && value < 1 ? undefined : value / 100;
}
