import type { NamedAtom } from './atom.ts';
import { type DayCount, quantileOfDays } from './day-quantile.ts';
import type { QueryColumns } from './result.ts';
import type { CountedRow } from './row-algebra.ts';
import type { SpanOfSegments } from './segments.ts';

/** A scan of the statement, as whoever reads its rows has to know it. */
export interface ReadScan {
  /** `counts`: one atom per column `c0`, `c1`, …; `days`: cases by number of days, for every atom. */
  readonly kind: 'counts' | 'days';
  readonly atoms: readonly NamedAtom[];
}

/** What was counted for an atom, by key of the segment: 0 before the first, 1, 2, … */
type AtomCounts =
  | { readonly kind: 'whole'; readonly isStatistic: boolean; readonly upTo: readonly UpTo[] }
  | { readonly kind: 'sum'; readonly isStatistic: boolean; readonly byKey: readonly (number | null)[] }
  | { readonly kind: 'days'; readonly share: number; readonly byKey: readonly (readonly DayCount[])[] };

/** What was counted at all keys before one, and at how many of them. */
interface UpTo {
  readonly sum: number;
  readonly known: number;
}

/** What a statement counted, by name of the atom. */
export type SegmentCounts = ReadonlyMap<string, AtomCounts>;

/** The counts in the answer to a statement of `toCountSelects`. */
export function readSegmentCounts(scans: readonly ReadScan[], { columns }: QueryColumns): SegmentCounts {
  const keys = columns['k'] ?? [];
  const numberAt = (column: number, row: number) => toNumber(columns[`c${column}`]?.[row]);
  const entries = scans.flatMap(({ kind, atoms }, scan) => {
    const rows = (columns['scan'] ?? []).flatMap((cell, row) => (cell === scan ? [row] : []));
    const place = (row: number) => Number(keys[row]);
    if (kind === 'days') {
      const byKey: DayCount[][] = [];
      for (const row of rows) (byKey[place(row)] ??= []).push(...toDayCounts(columns['days']?.[row]));
      return atoms.map(({ name, atom }): [string, AtomCounts] => {
        const share = atom.kind === 'statistic' && atom.statistic === 'median' ? 0.5 : 0.9;
        return [name, { kind: 'days', share, byKey }];
      });
    }
    return atoms.map(({ name, atom }, column): [string, AtomCounts] => {
      const byKey: (number | null)[] = [];
      for (const row of rows) byKey[place(row)] = plus(byKey[place(row)], numberAt(column, row));
      const isStatistic = atom.kind === 'statistic';
      // Holes are segments without a row.
      const isWhole = byKey.every((value) => value === null || Number.isSafeInteger(value));
      return [
        name,
        isWhole ? { kind: 'whole', isStatistic, upTo: accumulate(byKey) } : { kind: 'sum', isStatistic, byKey },
      ];
    });
  });
  return new Map(entries);
}

/** What was counted in one row of a question. */
export function toCountedRow(counts: SegmentCounts, row: SpanOfSegments): CountedRow {
  const between = (first: number, last: number): CountedRow => ({
    days: row.days,
    valueOf: (name) => valueOf(counts.get(name), first, last),
    before: (at) => between(0, at === 'open_at_start' ? row.first : row.last + 1),
  });
  return between(row.first + 1, row.last + 1);
}

/** Over the keys from `first` to `last`. Counts of nothing are 0; a statistic of nothing is missing. */
function valueOf(counts: AtomCounts | undefined, first: number, last: number): number | null {
  if (counts?.kind === 'days') return quantileOfDays(counts.byKey.slice(first, last + 1).flat(), counts.share);
  if (counts === undefined) return 0;
  if (counts.kind === 'sum') {
    const known = counts.byKey.slice(first, last + 1).filter((value) => typeof value === 'number');
    return known.length === 0 && counts.isStatistic ? null : known.reduce((sum, value) => sum + value, 0);
  }
  const { upTo, isStatistic } = counts;
  const [from, to] = [upTo[Math.min(first, upTo.length - 1)], upTo[Math.min(last + 1, upTo.length - 1)]];
  const isNothing = from === undefined || to === undefined || to.known === from.known;
  return isNothing ? (isStatistic ? null : 0) : to.sum - from.sum;
}

/** Counts and sums of days are whole numbers, so that a difference of two sums is the sum in between exactly. */
function accumulate(byKey: readonly (number | null)[]): readonly UpTo[] {
  const upTo: UpTo[] = [{ sum: 0, known: 0 }];
  for (let key = 0; key < byKey.length; key++) {
    const before = upTo[key] ?? { sum: 0, known: 0 };
    const value = byKey[key];
    upTo.push(typeof value === 'number' ? { sum: before.sum + value, known: before.known + 1 } : before);
  }
  return upTo;
}

/** `12 3,40 1`: three cases of 12 days, one of 40. */
function toDayCounts(cell: string | number | boolean | null | undefined): readonly DayCount[] {
  if (typeof cell !== 'string') return [];
  return cell.split(',').map((pair) => {
    const [days, n] = pair.split(' ');
    return { days: Number(days), n: Number(n) };
  });
}

/** A key may come in several rows, one per value that was counted apart; a missing part adds nothing. */
function plus(sum: number | null | undefined, part: number | null): number | null {
  return part === null ? (sum ?? null) : (sum ?? 0) + part;
}

function toNumber(cell: string | number | boolean | null | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
