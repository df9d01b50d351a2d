import { addDays, addMonths } from '../lib/date.ts';
import { sha256 } from '../lib/sha256.ts';
import type { Measure, MetricQuery, Period, ResultTable } from './metric-query.ts';
import {
  PACK_DIMENSIONS,
  PACK_FORMAT,
  PACK_VERSION,
  type BenchmarkPack,
  type CourseSketch,
  type DurationSketch,
  type PackCells,
  type PackCourt,
  type Stratum,
} from './pack.ts';
import { PACK_METRICS, toPackDefinition } from './pack-metrics.ts';
import { joinRows, restsOf, suppress, type PackRow } from './pack-suppress.ts';

/** What is asked of the engine for one court: every additive figure by month and kind of case. */
export function packQuery(court: string, period: Period, monthStartDay: number): MetricQuery {
  return {
    metrics: PACK_METRICS.map(({ ref }) => ref),
    groupBy: PACK_DIMENSIONS,
    grain: 'month',
    period,
    filter: { court: [court] },
    monthStartDay,
  };
}

/** One court with the answers to `packQuery`, `compilePackDurations` and `compilePackCourses`. */
export interface PackSource {
  readonly name: string;
  /** First and last day of its data. */
  readonly from: string;
  readonly to: string;
  readonly table: ResultTable;
  readonly durations: readonly DurationSketch[];
  readonly courses: readonly CourseSketch[];
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
    cells[key] = toCells(rows, placeOf, isMean);
    const put = restsOf(all, rows).map((row) => ({ ...row, month: yearPlaces[row.month] ?? 0 }));
    rests[key] = toCells(suppress(joinRows(put), leastCases), placeOf, isMean);
  }
  return { name, from, to, lacking: [...lacking], strata: known, months, cells, rests, years, durations, courses };
}

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

/** The year in which a statistical month ends. */
function yearOf(month: string): number {
  return Number(addDays(addMonths(month, 1), -1).slice(0, 4));
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
