import { findMetric } from '../metrics/index.ts';
import type { ReasonableRange } from '../metrics/reasonable-range.ts';
import type { Settings } from './settings.svelte.ts';

const SETTING = 'ranges';
const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The ranges that this browser keeps, in the order in which they were entered; what is no range is left out. */
export function keptRanges(settings: Settings): readonly ReasonableRange[] {
  return parseRanges(settings.everywhere(SETTING)).ranges;
}

/** Adds a range, in the place of one of the same figure, matter and first day; false where it makes no sense. */
export function keepRange(settings: Settings, value: unknown): boolean {
  const range = parseRange(value);
  if (range === null) return false;
  const others = keptRanges(settings).filter((other) => keyOf(other) !== keyOf(range));
  settings.keepEverywhere(SETTING, [...others, range]);
  return true;
}

export function forgetRange(settings: Settings, range: ReasonableRange): void {
  settings.keepEverywhere(
    SETTING,
    keptRanges(settings).filter((other) => keyOf(other) !== keyOf(range)),
  );
}

/** The ranges in `value`, and how many entries were none. */
export function parseRanges(value: unknown): { readonly ranges: readonly ReasonableRange[]; readonly refused: number } {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const ranges = entries.flatMap((entry) => parseRange(entry) ?? []);
  return { ranges, refused: entries.length - ranges.length };
}

function parseRange(value: unknown): ReasonableRange | null {
  if (typeof value !== 'object' || value === null) return null;
  const record: Record<string, unknown> = { ...value };
  const { metric, variant, matter, from, to, source } = record;
  const [low, high] = [numberOrNull(record['low']), numberOrNull(record['high'])];
  const definition = typeof metric === 'string' ? findMetric(metric) : undefined;
  if (definition === undefined || (low === null && high === null) || (low !== null && high !== null && low > high))
    return null;
  if (!isDay(from) || (to != null && !isDay(to))) return null;
  const known = variant == null ? definition.variants[0] : definition.variants.find(({ id }) => id === variant);
  if (known === undefined) return null;
  return {
    metric: definition.id,
    variant: known.id,
    matter: typeof matter === 'string' && matter !== '' ? matter : null,
    low,
    high,
    from,
    to: isDay(to) ? to : null,
    source: typeof source === 'string' ? source.trim().slice(0, 200) : '',
  };
}

function keyOf({ metric, variant, matter, from }: ReasonableRange): string {
  return [metric, variant ?? '', matter ?? '', from].join('\n');
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && ISO.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}
