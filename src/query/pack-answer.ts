import { addDays, addMonths } from '../lib/date.ts';
import type {
  CaseFilter,
  DimensionId,
  Measure,
  MetricQuery,
  MetricRef,
  MissingReason,
  Period,
  ResultTable,
} from './metric-query.ts';
import {
  MERGED,
  PACK_DIMENSIONS,
  type BenchmarkPack,
  type PackCells,
  type PackCourt,
  type PackDimension,
} from './pack.ts';
import { findPackMetric, fingerprintOf, type PackMetric } from './pack-metrics.ts';
import { quantileBounds, type QuantileBounds } from './pack-sketch.ts';
import { toKey } from './resolve.ts';

/** What a pack can be asked: a query by court, or by court and kinds of case, over whole statistical months. */
export type PackQuestion = Pick<MetricQuery, 'metrics' | 'groupBy' | 'period' | 'filter' | 'grain' | 'monthStartDay'>;

/**
 * The rows that the courts of `pack` add to an answer by court (and kinds of case, and month). Sums are those of the cells;
 * medians are the middle of where they lie for certain. A figure is missing as 'definition' where it is defined otherwise
 * there, 'period-incomplete' where the pack does not cover the period or the period is not made of its months, and
 * 'suppressed' where too few cases were put together for the question.
 */
export function packRows(pack: BenchmarkPack, courtsLeftOut: readonly string[], question: PackQuestion): ResultTable {
  const courts = pack.courts.filter(({ name }) => !courtsLeftOut.includes(name));
  const spine = spineOf(question, pack);
  const rows = courts.flatMap((court) =>
    groupsOf(court, question).flatMap((group) => spine.map((period) => ({ court, group, period }))),
  );
  const measures = question.metrics.map((ref) => {
    const figures = rows.map(({ court, group, period }) => figureOf(pack, court, ref, group, period, question));
    return [toKey(ref), toMeasure(ref, figures)] as const;
  });
  const dimensions = question.groupBy.map((dimension) => [
    dimension,
    rows.map(({ court, group }) => (dimension === 'court' ? court.name : (group[dimension] ?? null))),
  ]);
  return {
    rowCount: rows.length,
    periodStart: question.grain === undefined ? null : rows.map(({ period }) => period.start),
    groups: Object.fromEntries(dimensions),
    measures: Object.fromEntries(measures),
  };
}

/** Days that are known less closely than to this part of them are not shown: half the width of the bounds by their middle. */
const LEAST_ACCURACY = 0.15;

function isAccurate({ lower, upper }: QuantileBounds): boolean {
  return upper - lower <= LEAST_ACCURACY * (upper + lower);
}

/** Where the median or p90 of days lies for certain; null where the pack cannot tell for this period or filter. */
export function packQuantile(
  court: PackCourt,
  p: number,
  { period, filter }: Pick<PackQuestion, 'period' | 'filter'>,
): (QuantileBounds & { readonly n: number }) | null {
  const others = Object.keys(filter).filter((dimension) => !['court', 'matter', 'level'].includes(dimension));
  if (others.length > 0) return null;
  // The last span may reach beyond the data.
  const end = period.end > court.to ? '9999-12-31' : period.end;
  const within = court.durations.map(spanOf).filter((span) => span.start >= period.start && span.end <= end);
  const asked = within.filter(
    ({ sketch: { matter, level } }) => accepts(filter, 'matter', matter) && accepts(filter, 'level', level),
  );
  const bins = asked.flatMap(({ sketch: { from, to, count } }) =>
    from.map((days, i) => ({ from: days, to: to[i] ?? days, count: count[i] ?? 0 })),
  );
  const told = bins.reduce((sum, { count }) => sum + count, 0);
  // Of a span that lies in the period in part, and of kinds put together, no bin tells. How many cases there are is known
  // from the cells of the mean, which is of the same cases.
  const n = casesOfMean(court, period, filter);
  const bounds = n === null || n < told ? null : quantileBounds(bins, p, n - told);
  return bounds === null || n === null || !isAccurate(bounds) ? null : { ...bounds, n };
}

type Sketch = PackCourt['durations'][number];

function spanOf(sketch: Sketch): { readonly start: string; readonly end: string; readonly sketch: Sketch } {
  if (!('quarter' in sketch)) return { start: sketch.start, end: sketch.end, sketch };
  return { start: sketch.quarter, end: addMonths(sketch.quarter, 3), sketch };
}

/** Cases behind the mean days of the period; null where too few were put together for the question. */
function casesOfMean(court: PackCourt, period: Period, filter: CaseFilter): number | null {
  const metric = findPackMetric({ id: 'mean_days' });
  const cells = metric === null ? undefined : court.cells[metric.key];
  if (metric === null || cells === undefined) return null;
  return sumOf(court, byMonth(court, cells), metric, {}, period, filter).n;
}

type Group = Readonly<Partial<Record<DimensionId, string | null>>>;

interface PackFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly deviation: number | null;
  readonly missing: MissingReason | null;
}

function figureOf(
  pack: BenchmarkPack,
  court: PackCourt,
  ref: MetricRef,
  group: Group,
  period: Period,
  question: PackQuestion,
): PackFigure {
  const metric = findPackMetric(ref);
  if (metric === null) return quantileFigure(court, ref, group, period, question);
  const definition = pack.definitions.find(
    (known) => known.metric === metric.definition.id && known.variant === metric.variant.id,
  );
  if (definition?.fingerprint !== fingerprintOf(metric.variant)) return nothing('definition');
  const cells = court.cells[metric.key];
  if (cells === undefined) {
    const column = metric.variant.requires.find((name) => court.lacking.includes(name));
    return nothing(column === undefined ? 'suppressed' : `missing-column:${column}`);
  }
  if (!covers(court, pack, period, question.monthStartDay ?? 1)) return nothing('period-incomplete');
  const asked = question.groupBy.some((dimension) => dimension !== 'court') && isWholeYears(court, period);
  const parts = asked ? byYear(court, cells, metric.key) : byMonth(court, cells);
  return sumOf(court, parts, metric, group, period, question.filter);
}

/** The cells of a metric with the first day of their month or year. */
interface PackParts {
  readonly cells: PackCells;
  readonly startOf: (i: number) => string;
  readonly isIn: (i: number) => boolean;
}

function byMonth(court: PackCourt, cells: PackCells): readonly PackParts[] {
  return [{ cells, startOf: (i) => court.months[cells.month[i] ?? -1] ?? '', isIn: () => true }];
}

/** Of a whole year: the cells that show their own kind of case, and the rests of the year. */
function byYear(court: PackCourt, cells: PackCells, key: string): readonly PackParts[] {
  const rests = court.rests[key];
  const isOwn = (i: number) => !(court.strata[cells.stratum[i] ?? -1] ?? []).includes(MERGED);
  const months = byMonth(court, cells);
  if (rests === undefined) return months;
  const own = months.map((part) => ({ ...part, isIn: isOwn }));
  return [
    ...own,
    { cells: rests, startOf: (i) => `${court.years[rests.month[i] ?? -1] ?? ''}-01-01`, isIn: () => true },
  ];
}

/** Calendar years, the last of which may end with the data. */
function isWholeYears(court: PackCourt, { start, end }: Period): boolean {
  return start.endsWith('-01-01') && (end.endsWith('-01-01') || end === addDays(court.to, 1));
}

/** The sums over the cells that meet group, period and filter; unknown where a cell may or may not meet them. */
function sumOf(
  court: PackCourt,
  parts: readonly PackParts[],
  { definition, variant }: PackMetric,
  group: Group,
  period: Period,
  filter: CaseFilter,
): PackFigure {
  const fixed: readonly string[] = variant.fixes;
  const effective = Object.fromEntries(Object.entries(filter).filter(([dimension]) => !fixed.includes(dimension)));
  if (Object.keys(effective).some((dimension) => dimension !== 'court' && !isPackDimension(dimension)))
    return nothing('suppressed');
  const sums = { numerator: 0, denominator: 0, squares: 0, isKnown: true };
  for (const { cells, startOf, isIn } of parts) {
    cells.month.forEach((_, i) => {
      const start = startOf(i);
      if (!isIn(i) || start < period.start || start >= period.end) return;
      const meets = meetsOf(court, cells.stratum[i] ?? -1, group, effective);
      if (meets === 'no') return;
      if (meets === 'unknown') sums.isKnown = false;
      sums.numerator += cells.numerator[i] ?? 0;
      sums.denominator += cells.denominator[i] ?? 0;
      sums.squares += cells.squares?.[i] ?? 0;
    });
  }
  if (!sums.isKnown) return nothing('suppressed');
  const { numerator, denominator } = sums;
  if (variant.formula.kind === 'sum')
    return { value: numerator, numerator: null, denominator: null, n: numerator, deviation: null, missing: null };
  if (denominator === 0) {
    const missing = numerator === 0 ? 'no-cases' : 'zero-denominator';
    return { value: null, numerator, denominator, n: 0, deviation: null, missing };
  }
  const spread = Math.max(0, sums.squares - numerator ** 2 / denominator);
  const deviation = definition.unit === 'days' && denominator > 1 ? Math.sqrt(spread / (denominator - 1)) : null;
  return { value: numerator / denominator, numerator, denominator, n: denominator, deviation, missing: null };
}

function meetsOf(court: PackCourt, place: number, group: Group, filter: CaseFilter): 'yes' | 'no' | 'unknown' {
  const stratum = court.strata[place] ?? [];
  let isUnknown = false;
  for (const [i, dimension] of PACK_DIMENSIONS.entries()) {
    const value = stratum[i] ?? null;
    const wanted = group[dimension];
    if (wanted !== undefined && wanted !== value) return 'no';
    if (filter[dimension] === undefined || wanted !== undefined) continue;
    if (value === MERGED) isUnknown = true;
    else if (!accepts(filter, dimension, value)) return 'no';
  }
  return isUnknown ? 'unknown' : 'yes';
}

function quantileFigure(
  court: PackCourt,
  ref: MetricRef,
  group: Group,
  period: Period,
  question: PackQuestion,
): PackFigure {
  const p = ref.id === 'median_days' ? 0.5 : ref.id === 'p90_days' ? 0.9 : null;
  if (p === null || Object.keys(group).some((dimension) => dimension !== 'court')) return nothing('suppressed');
  const bounds = packQuantile(court, p, { period, filter: question.filter });
  if (bounds === null)
    return nothing(isQuarter(period.start) && isQuarter(period.end) ? 'suppressed' : 'period-incomplete');
  const value = (bounds.lower + bounds.upper) / 2;
  return { value, numerator: null, denominator: null, n: bounds.n, deviation: null, missing: null };
}

function nothing(missing: MissingReason): PackFigure {
  return { value: null, numerator: null, denominator: null, n: null, deviation: null, missing };
}

function toMeasure(ref: MetricRef, figures: readonly PackFigure[]): Measure {
  return {
    id: ref.id,
    variant: ref.variant ?? null,
    value: figures.map(({ value }) => value),
    numerator: figures.map(({ numerator }) => numerator),
    denominator: figures.map(({ denominator }) => denominator),
    n: figures.map(({ n }) => n),
    deviation: figures.map(({ deviation }) => deviation),
    missing: figures.map(({ missing }) => missing),
  };
}

/** Kinds of case of the court that the question asks apart; one nameless where it asks by court alone. */
function groupsOf(court: PackCourt, { groupBy, filter }: PackQuestion): readonly Group[] {
  const asked = groupBy.filter(isPackDimension);
  if (asked.length < groupBy.filter((dimension) => dimension !== 'court').length) return [];
  const found = new Map<string, Group>();
  for (const stratum of court.strata) {
    const group = Object.fromEntries(
      asked.map((dimension) => [dimension, stratum[PACK_DIMENSIONS.indexOf(dimension)] ?? null]),
    );
    const isWanted = asked.every((dimension) => {
      const value = group[dimension] ?? null;
      return value === MERGED || accepts(filter, dimension, value);
    });
    if (isWanted) found.set(JSON.stringify(group), group);
  }
  return asked.length === 0 ? [{}] : [...found.values()];
}

function spineOf({ period, grain }: PackQuestion, pack: BenchmarkPack): readonly Period[] {
  if (grain === undefined) return [period];
  const months = { month: 1, quarter: 3, year: 12 }[grain];
  const periods: Period[] = [];
  for (let start = period.start; start < period.end; start = addMonths(start, months)) {
    const end = addMonths(start, months);
    periods.push({ start, end: end < period.end ? end : period.end });
  }
  return pack.courts.length === 0 ? [] : periods;
}

/** The court's data reach over the period, which is made of statistical months as the pack has them. */
function covers(court: PackCourt, pack: BenchmarkPack, period: Period, monthStartDay: number): boolean {
  const isWhole = [period.start, period.end].every((day) => Number(day.slice(8, 10)) === pack.monthStartDay);
  return (
    isWhole && pack.monthStartDay === monthStartDay && court.from <= period.start && court.to >= addDays(period.end, -1)
  );
}

function isQuarter(day: string): boolean {
  return ['01-01', '04-01', '07-01', '10-01'].includes(day.slice(5));
}

function accepts(filter: CaseFilter, dimension: DimensionId, value: string | null): boolean {
  return filter[dimension]?.includes(value) ?? true;
}

function isPackDimension(dimension: string): dimension is PackDimension {
  return PACK_DIMENSIONS.some((known) => known === dimension);
}
