import { isRecord } from '../lib/record.ts';
import { PACK_DIMENSIONS, PACK_FORMAT, PACK_VERSIONS_READ, type BenchmarkPack } from './pack.ts';
import { checksumOf } from './pack-write.ts';

/** Why a file is no pack that can be read. */
export type PackFault = 'other-file' | 'other-version' | 'damaged';

export type PackReading =
  { readonly kind: 'pack'; readonly pack: BenchmarkPack } | { readonly kind: 'refused'; readonly fault: PackFault };

/** A text that begins like a pack, whatever the name of its file. */
export function looksLikePack(text: string): boolean {
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${PACK_FORMAT}"`).test(text);
}

/** Reads the text of a pack and checks all of it: version, checksum, shape, and that its cells keep their own promise. */
export function readPack(text: string): PackReading {
  const value = parse(text);
  if (!isRecord(value) || value['format'] !== PACK_FORMAT)
    return { kind: 'refused', fault: looksLikePack(text) ? 'damaged' : 'other-file' };
  if (!PACK_VERSIONS_READ.includes(value['version'])) return { kind: 'refused', fault: 'other-version' };
  if (!isPack(value) || checksumOf(value) !== value.checksum || !keepsPromise(value))
    return { kind: 'refused', fault: 'damaged' };
  return { kind: 'pack', pack: value };
}

/** The text of a pack as it is written. */
export function toPackText(pack: BenchmarkPack): string {
  const { format, version, writtenAt, leastCases, monthStartDay, definitions, courts, checksum } = pack;
  return JSON.stringify({ format, version, writtenAt, leastCases, monthStartDay, definitions, courts, checksum });
}

/** No sketch has a bin of fewer cases than the pack says. */
function keepsPromise({ courts, leastCases }: BenchmarkPack): boolean {
  return courts.every(
    ({ durations, courses }) =>
      durations.every(({ count }) => count.every((cases) => cases >= leastCases)) &&
      courses.every(({ closed, open }) => closed.every((cases, i) => cases + (open[i] ?? 0) >= leastCases)),
  );
}

function isPack(value: Record<string, unknown>): value is Record<string, unknown> & BenchmarkPack {
  return (
    isText(value['writtenAt']) &&
    isNumber(value['leastCases']) &&
    isNumber(value['monthStartDay']) &&
    isText(value['checksum']) &&
    isListOf(value['definitions'], isDefinition) &&
    isListOf(value['courts'], isCourt)
  );
}

function isDefinition(value: unknown): boolean {
  return isRecord(value) && isText(value['metric']) && isText(value['fingerprint']) && isRecord(value['label']);
}

function isCourt(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { strata, months, cells, rests, years } = value;
  if (!isListOf(strata, isStratum) || !isListOf(months, isDay) || !isListOf(years, isNumber)) return false;
  if (!isRecord(cells) || !isRecord(rests)) return false;
  return (
    isText(value['name']) &&
    isDay(value['from']) &&
    isDay(value['to']) &&
    isListOf(value['lacking'], isText) &&
    Object.values(cells).every((entry) => isCells(entry, months.length, strata.length)) &&
    Object.values(rests).every((entry) => isCells(entry, years.length, strata.length)) &&
    isListOf(value['durations'], isDurationSketch) &&
    isListOf(value['courses'], (sketch) => isSketch(sketch, 'year', ['closed', 'open']))
  );
}

function isStratum(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === PACK_DIMENSIONS.length &&
    value.every((part) => part === null || isText(part))
  );
}

function isCells(value: unknown, months: number, strata: number): boolean {
  if (!isRecord(value)) return false;
  const { month, stratum, numerator, denominator, squares } = value;
  const isPlace = (limit: number) => (place: unknown) =>
    isNumber(place) && Number.isInteger(place) && place >= 0 && place < limit;
  return (
    isListOf(month, isPlace(months)) &&
    isListOf(stratum, isPlace(strata)) &&
    [numerator, denominator, squares ?? numerator].every(
      (column) => isListOf(column, isNumber) && column.length === month.length,
    ) &&
    stratum.length === month.length
  );
}

function isDurationSketch(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { start, end, quarter } = value;
  return (quarter === undefined ? isDay(start) && isDay(end) : isDay(quarter)) && isSketch(value, 'from', ['count']);
}

function isSketch(value: unknown, key: string, counts: readonly string[]): boolean {
  if (!isRecord(value) || value[key] === undefined) return false;
  const { from, to } = value;
  if (!isListOf(from, isNumber) || !isListOf(to, isNumber) || from.length !== to.length) return false;
  return counts.every((name) => {
    const column = value[name];
    return isListOf(column, (n) => isNumber(n) && n >= 0) && column.length === from.length;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isDay(value: unknown): boolean {
  return isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isListOf(value: unknown, is: (entry: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(is);
}
