import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../src/lib/date.ts';
import { packQuantile } from '../../../src/query/pack-answer.ts';
import { toDurationSketches } from '../../../src/query/pack-durations.ts';
import { toSpans, type PackMonth, type PackSpan } from '../../../src/query/pack-spans.ts';
import { suppress, type PackRow } from '../../../src/query/pack-suppress.ts';
import type { PackCourt } from '../../../src/query/pack.ts';
import { toBins } from '../../../src/query/pack-sketch.ts';

const LEAST = 5;
const month = (start: string, n: number, shown = n): PackMonth => ({ start, n, shown });
const brief = (spans: readonly PackSpan[]) => spans.map(({ start, end, n }) => `${start} ${end} ${n}`);
const yearOfMonths = (year: number, n: number) =>
  Array.from({ length: 12 }, (_, i) => month(`${year}-${String(i + 1).padStart(2, '0')}-01`, n));

describe('the spans of the days of a court', () => {
  test('quarters where each of a year has 100 closings, else the year', () => {
    // 34 a month: 102 a quarter. 33: 99, and the year is one.
    expect(brief(toSpans([...yearOfMonths(2023, 34), ...yearOfMonths(2024, 33)], LEAST))).toEqual([
      '2023-01-01 2023-04-01 102',
      '2023-04-01 2023-07-01 102',
      '2023-07-01 2023-10-01 102',
      '2023-10-01 2024-01-01 102',
      '2024-01-01 2025-01-01 396',
    ]);
  });

  test('statistical years that begin on 21 December', () => {
    const months = [month('2023-11-21', 60), month('2023-12-21', 60), month('2024-01-21', 60)];
    expect(brief(toSpans(months, LEAST))).toEqual(['2023-11-21 2023-12-21 60', '2023-12-21 2024-02-21 120']);
  });

  test('a year of 3 cases joins the next, and so does one of which a month went to the next', () => {
    expect(
      brief(
        toSpans(
          [
            month('2019-05-01', 3, 0),
            ...yearOfMonths(2020, 10).map((one, i) => (i === 0 ? { ...one, shown: 13 } : one)),
          ],
          LEAST,
        ),
      ),
    ).toEqual(['2019-05-01 2021-01-01 123']);
    expect(toSpans([month('2019-05-01', 3)], LEAST)).toEqual([]);
  });

  test('few cases at the end join what is before', () => {
    expect(brief(toSpans([...yearOfMonths(2020, 10), month('2021-01-01', 2, 2)], LEAST))).toEqual([
      '2020-01-01 2021-02-01 122',
    ]);
  });
});

/** Closings by month, matter, level and day. */
interface Closing {
  readonly month: number;
  readonly matter: string;
  readonly level: string;
  readonly days: number;
  readonly n: number;
}
const startOf = (i: number): string => addMonths('2020-01-01', i);

function sketchesOf(closings: readonly Closing[]) {
  const found = new Map<string, PackRow>();
  for (const { month: at, matter, level, n } of closings) {
    const key = `${at} ${matter} ${level}`;
    const size = (found.get(key)?.size ?? 0) + n;
    const stratum = [matter, level, null, null];
    found.set(key, { month: at, stratum, numerator: size, denominator: size, squares: 0, size });
  }
  const rows = [...found.values()];
  const shown = suppress(rows, LEAST);
  const total = (list: readonly PackRow[], at: number): number =>
    list.reduce((sum, row) => (row.month === at ? sum + row.size : sum), 0);
  const places = [...new Set([...rows, ...shown].map((row) => row.month))].sort((a, b) => a - b);
  const spans = toSpans(
    places.map((at) => month(startOf(at), total(rows, at), total(shown, at))),
    LEAST,
  );
  const shownIn = ({ start, end }: PackSpan, matter: string | null, level: string | null): number =>
    shown.reduce((sum, row) => {
      const isIn = startOf(row.month) >= start && startOf(row.month) < end;
      return isIn && row.stratum[0] === matter && row.stratum[1] === level ? sum + row.size : sum;
    }, 0);
  const sorted = [...closings].sort((a, b) => a.month - b.month || a.days - b.days);
  const table = {
    rowCount: sorted.length,
    columns: {
      month: sorted.map((one) => startOf(one.month)),
      matter: sorted.map(({ matter }) => matter),
      level: sorted.map(({ level }) => level),
      days: sorted.map(({ days }) => days),
      n: sorted.map(({ n }) => n),
    },
  };
  return { sketches: toDurationSketches(table, spans, shownIn, LEAST), spans, shownIn, rows };
}

test('a matter of 3 cases in a year is in no difference: it goes with the other, although that is large', () => {
  const civil = Array.from({ length: 12 }, (_, at) => ({
    month: at,
    matter: '民事',
    level: '一审',
    days: 30 + at,
    n: 9,
  }));
  const { sketches } = sketchesOf([...civil, { month: 4, matter: '刑事', level: '一审', days: 20, n: 3 }]);
  expect(sketches.map(({ matter, count }) => [matter, count.reduce((sum, n) => sum + n, 0)])).toEqual([['*', 111]]);
});

test('whatever was closed: no bin below five, nothing twice, and no subtraction from the cells leaves one to four', () => {
  const closing = fc.record({
    month: fc.nat(40),
    matter: fc.constantFrom('民事', '刑事', '行政'),
    level: fc.constantFrom('一审', '二审'),
    days: fc.nat(300),
    n: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  });
  fc.assert(
    fc.property(fc.array(closing, { minLength: 1, maxLength: 80 }), (closings) => {
      const { sketches, spans, shownIn, rows } = sketchesOf(closings);
      const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);
      const all = sum(rows.map(({ size }) => size));
      for (const { count } of sketches) expect(Math.min(...count)).toBeGreaterThanOrEqual(LEAST);
      if (all >= LEAST) expect(sum(sketches.flatMap(({ count }) => count))).toBe(all);
      for (const span of spans) {
        const inside = sketches.filter(({ start }) => start === span.start);
        // Exactly one sketch per kind, and what it has beyond its visible cells is nothing or five cases at least.
        const kinds = inside.map(({ matter, level }) => `${String(matter)} ${String(level)}`);
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const { matter, level, count } of inside) {
          if (matter === '*') continue;
          const hidden = sum(count) - shownIn(span, matter, level);
          expect(hidden === 0 || hidden >= LEAST).toBe(true);
        }
        // Those put together: all of the span less the kinds that are told.
        const told = inside.filter(({ matter }) => matter !== '*');
        const pool = sum(inside.flatMap(({ count }) => count)) - sum(told.flatMap(({ count }) => count));
        expect(pool === 0 || pool >= LEAST).toBe(true);
      }
      spans.slice(1).forEach((span, i) => {
        expect((spans[i]?.end ?? '') <= span.start).toBe(true);
      });
    }),
    { seed: 20261128, numRuns: 500 },
  );
});

test('a pack of version 1, by quarter, answers as before', () => {
  const bins = toBins(
    [
      { days: 10, count: 5 },
      { days: 11, count: 5 },
      { days: 12, count: 5 },
    ],
    LEAST,
  );
  const columns = {
    from: bins.map(({ from }) => from),
    to: bins.map(({ to }) => to),
    count: bins.map(({ count }) => count),
  };
  const cells = { month: [0], stratum: [0], numerator: [165], denominator: [15], squares: [1825] };
  const court: PackCourt = {
    name: '东院',
    from: '2024-01-01',
    to: '2024-12-31',
    lacking: [],
    strata: [['民事', '一审', null, null]],
    months: ['2024-02-01'],
    cells: { 'mean_days.a': cells, mean_days: cells },
    rests: {},
    years: [2024],
    durations: [{ quarter: '2024-01-01', matter: '民事', level: '一审', ...columns }],
    courses: [],
  };
  const asked = (start: string, end: string) => packQuantile(court, 0.5, { period: { start, end }, filter: {} });
  expect(asked('2024-01-01', '2024-04-01')).toEqual({ lower: 11, upper: 11, n: 15 });
  expect(asked('2024-01-01', '2025-01-01')).toEqual({ lower: 11, upper: 11, n: 15 });
  // The quarter lies in this period in part: of none of its cases it is known whether it was closed in it.
  expect(asked('2024-02-01', '2024-05-01')).toBeNull();
});
