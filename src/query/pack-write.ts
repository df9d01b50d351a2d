import { sha256 } from '../lib/sha256.ts';
import type { Measure, MetricQuery, Period, ResultTable } from './metric-query.ts';
import {
  PACK_DIMENSIONS,
  PACK_FORMAT,
  PACK_VERSION,
  type BenchmarkPack,
  type DurationSketch,
  type PackCells,
  type PackCourt,
  type Stratum,
} from './pack.ts';
import { toCourseSketches, toDurationSketches } from './pack-durations.ts';
import { findPackMetric, PACK_METRICS, toPackDefinition } from './pack-metrics.ts';
import { toSpans, yearOf, type PackSpan } from './pack-spans.ts';
import { joinRows, restsOf, suppress, type PackRow } from './pack-suppress.ts';
import type { QueryColumns } from './result.ts';

/**
 * What is asked of the engine: every additive figure by court, month and kind of case. Of one court the statement costs nearly
 * as much as of twenty.
 */
export function packQuery(courts: readonly string[], period: Period, monthStartDay: number): MetricQuery {
  return {
    metrics: PACK_METRICS.map(({ ref }) => ref),
    groupBy: ['court', ...PACK_DIMENSIONS],
    grain: 'month',
    period,
    filter: { court: courts },
    monthStartDay,
  };
}

/** One court with its rows of the answers to `packQuery`, `compilePackDurations` and `compilePackCourses`. */
export interface PackSource {
  readonly name: string;
  /** First and last day of its data. */
  readonly from: string;
  readonly to: string;
  readonly table: ResultTable;
  readonly durations: QueryColumns;
  readonly courses: QueryColumns;
}

/** The court as it stands in a pack: sums of at least `leastCases` cases each, and figures that its data lack by name. */
export function toPackCourt({ name, from, to, table, durations, courses }: PackSource, leastCases: number): PackCourt {
  const months = [...new Set(table.periodStart ?? [])].sort();
  const strata = new Map<string, number>();
  const known: Stratum[] = [];
  const placeOf = (stratum: Stratum): number => {
    const key = JSON.stringify(stratum);
    const place = strata.get(key) ?? known.push(stratum) - 1;
    strata.set(key, place);
    return place;
  };
  const frame = toFrame(table, months);
  const lacking = new Set<string>();
  let meanRows: { all: readonly PackRow[]; shown: readonly PackRow[] } = { all: [], shown: [] };
  const cells: Record<string, PackCells> = {};
  const rests: Record<string, PackCells> = {};
  const years = [...new Set(months.map(yearOf))];
  const yearPlaces = months.map((month) => years.indexOf(yearOf(month)));
  for (const { key, variant } of PACK_METRICS) {
    const measure = table.measures[key];
    if (measure === undefined) continue;
    const reason = measure.missing[0] ?? '';
    if (reason.startsWith('missing-column:')) lacking.add(reason.slice('missing-column:'.length));
    if (measure.missing.some((missing) => missing?.includes(':') === true)) continue;
    const all = rowsOf(frame, measure);
    const rows = suppress(all, leastCases);
    const isMean = variant.formula.kind === 'duration';
    if (key === MEAN_KEY) meanRows = { all, shown: rows };
    cells[key] = toCells(rows, placeOf, isMean);
    const put = restsOf(all, rows).map((row) => ({ ...row, month: yearPlaces[row.month] ?? 0 }));
    rests[key] = toCells(suppress(joinRows(put), leastCases), placeOf, isMean);
  }
  const sketches = sketchesOf(durations, meanRows, months, leastCases);
  return {
    ...{ name, from, to, lacking: [...lacking], strata: known, months, cells, rests, years },
    durations: sketches,
    courses: toCourseSketches(courses, leastCases),
  };
}

/** The cases of the mean days are those of the medians: what its cells show decides what the days may show. */
function sketchesOf(
  durations: QueryColumns,
  { all, shown }: { readonly all: readonly PackRow[]; readonly shown: readonly PackRow[] },
  months: readonly string[],
  leastCases: number,
): readonly DurationSketch[] {
  const sizes = (rows: readonly PackRow[]): readonly number[] => {
    const found = months.map(() => 0);
    for (const { month, size } of rows) found[month] = (found[month] ?? 0) + size;
    return found;
  };
  const [total, seen] = [sizes(all), sizes(shown)];
  const spans = toSpans(
    months.map((start, i) => ({ start, n: total[i] ?? 0, shown: seen[i] ?? 0 })),
    leastCases,
  );
  const shownIn = ({ start, end }: PackSpan, matter: string | null, level: string | null): number =>
    shown.reduce((sum, { month, stratum, size }) => {
      const isIn = (months[month] ?? '') >= start && (months[month] ?? '') < end;
      return isIn && stratum[0] === matter && stratum[1] === level ? sum + size : sum;
    }, 0);
  return toDurationSketches(durations, spans, shownIn, leastCases);
}

/** The key of the figure whose cases the days are those of. */
const MEAN_KEY = findPackMetric({ id: 'mean_days' })?.key;

/** A pack of courts with the definitions in force and its checksum. */
export function toPack(
  courts: readonly PackCourt[],
  options: { readonly leastCases: number; readonly monthStartDay: number; readonly writtenAt: string },
): BenchmarkPack {
  const content = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    writtenAt: options.writtenAt,
    leastCases: options.leastCases,
    monthStartDay: options.monthStartDay,
    definitions: PACK_METRICS.map(toPackDefinition),
    courts,
  } as const;
  return { ...content, checksum: checksumOf(content) };
}

/** SHA-256 of the JSON text of everything but the checksum itself. */
export function checksumOf(content: Omit<BenchmarkPack, 'checksum'>): string {
  const { format, version, writtenAt, leastCases, monthStartDay, definitions, courts } = content;
  return sha256(JSON.stringify([format, version, writtenAt, leastCases, monthStartDay, definitions, courts]));
}

/** The rows of `measure` behind which there is a case; `frame` is what they share. */
function rowsOf(frame: TableFrame, measure: Measure): readonly PackRow[] {
  const rows: PackRow[] = [];
  frame.months.forEach((month, i) => {
    const n = measure.n[i] ?? 0;
    const isSum = measure.denominator[i] == null;
    const numerator = isSum ? (measure.value[i] ?? 0) : (measure.numerator[i] ?? 0);
    const denominator = isSum ? 0 : (measure.denominator[i] ?? 0);
    if (n === 0 && numerator === 0 && denominator === 0) return;
    const deviation = measure.deviation[i] ?? 0;
    const squares = n > 0 ? Math.round(deviation ** 2 * (n - 1) + numerator ** 2 / n) : 0;
    rows.push({ month, stratum: frame.strata[i] ?? [], numerator, denominator, squares, size: n });
  });
  return rows;
}

/** Month and kind of case of every row of a table. */
interface TableFrame {
  readonly months: readonly number[];
  readonly strata: readonly Stratum[];
}

function toFrame({ periodStart, groups }: ResultTable, months: readonly string[]): TableFrame {
  const places = new Map(months.map((month, i) => [month, i]));
  const starts = periodStart ?? [];
  return {
    months: starts.map((start) => places.get(start) ?? 0),
    strata: starts.map((_, i) => PACK_DIMENSIONS.map((dimension) => groups[dimension]?.[i] ?? null)),
  };
}

function toCells(rows: readonly PackRow[], placeOf: (stratum: Stratum) => number, isMean: boolean): PackCells {
  const sorted = rows
    .map((row) => ({ ...row, place: placeOf(row.stratum) }))
    .sort((a, b) => a.month - b.month || a.place - b.place);
  return {
    month: sorted.map(({ month }) => month),
    stratum: sorted.map(({ place }) => place),
    numerator: sorted.map(({ numerator }) => numerator),
    denominator: sorted.map(({ denominator }) => denominator),
    ...(isMean ? { squares: sorted.map(({ squares }) => squares) } : {}),
  };
}
