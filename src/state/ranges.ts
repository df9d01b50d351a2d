import { findMetric } from '../metrics/index.ts';
import { MATTERS } from '../court/matter.ts';
import type { ReasonableRange } from '../metrics/reasonable-range.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { RANGE_ENTRIES as WORDS } from '../text/ranges.ts';
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
  if (!('source' in range)) return false;
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

/** An entry of a list that is no range: its place from 1, and the sentence why. */
export interface RefusedRange {
  readonly place: number;
  readonly reason: Bilingual;
}

/** The ranges in `value`, and the entries that are none. */
export function parseRanges(value: unknown): {
  readonly ranges: readonly ReasonableRange[];
  readonly refused: readonly RefusedRange[];
} {
  const ranges: ReasonableRange[] = [];
  const refused: RefusedRange[] = [];
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  entries.forEach((entry, i) => {
    const read = parseRange(entry);
    if ('source' in read) ranges.push(read);
    else refused.push({ place: i + 1, reason: read });
  });
  return { ranges, refused };
}

/** Rates are fractions here. A bound above this is a percentage by mistake: 40 for 0.4. */
const MOST_OF_A_RATE = 5;

/** The range, or the sentence why it is none. */
function parseRange(value: unknown): ReasonableRange | Bilingual {
  if (typeof value !== 'object' || value === null) return WORDS.noEntry;
  const record: Record<string, unknown> = { ...value };
  const { metric, variant, matter, low, high, from, to, source } = record;
  const definition = typeof metric === 'string' ? findMetric(metric) : undefined;
  if (definition === undefined) return WORDS.metric(wordOf(metric));
  const known = variant == null ? definition.variants[0] : definition.variants.find(({ id }) => id === variant);
  if (known === undefined)
    return WORDS.variant(wordOf(variant), definition.variants.flatMap(({ id }) => id ?? []).join(' / '));
  const isForAll = matter == null || matter === '';
  if (!isForAll && !MATTERS.some((name) => name === matter)) return WORDS.matter(wordOf(matter));
  if (!isBound(low) || !isBound(high)) return WORDS.bound(wordOf(isBound(low) ? high : low));
  if (low == null && high == null) return WORDS.noBound;
  if (definition.unit === 'ratio' && Math.max(low ?? 0, high ?? 0) > MOST_OF_A_RATE) return WORDS.fraction;
  if (low != null && high != null && low > high) return WORDS.order(low, high);
  if (!isDay(from)) return WORDS.from(wordOf(from));
  if (to != null && !isDay(to)) return WORDS.to(wordOf(to));
  if (to != null && to < from) return WORDS.days(from, to);
  return {
    metric: definition.id,
    variant: known.id,
    matter: isForAll ? null : String(matter),
    low: low ?? null,
    high: high ?? null,
    from,
    to: to ?? null,
    source: typeof source === 'string' ? source.trim().slice(0, 200) : '',
  };
}

/** A value as it stands in the file, for the sentence; nothing where it is not there. */
function wordOf(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function keyOf({ metric, variant, matter, from }: ReasonableRange): string {
  return [metric, variant ?? '', matter ?? '', from].join('\n');
}

function isBound(value: unknown): value is number | null | undefined {
  return value == null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && ISO.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}
