import { addDays } from '../lib/date.ts';
import type { CaseFilter } from './metric-query.ts';
import type { CourseSketch, PackCourt } from './pack.ts';

/** How the cases that the courts of packs filed in one year went on, as closely as their sketches tell. */
export interface PackCourse {
  readonly year: number;
  readonly courts: readonly string[];
  /** Cases filed. */
  readonly n: number;
  /** Up to this age every case is known to be closed or still open. */
  readonly cut: number;
  /** The share still open after `days` lies between `lower` and `upper` for certain. Ascending, up to `cut`. */
  readonly steps: readonly { readonly days: number; readonly lower: number; readonly upper: number }[];
  /** Half the widest distance of the two. */
  readonly accuracy: number;
}

/** A year is followed for so long after its last day before its course is told. */
const FOLLOWED_DAYS = 180;

/**
 * The course of the latest year up to `lastYear` that some court has and has followed for half a year; pooled over the
 * courts that have. Null where none has, or the filter asks for more than matter and level.
 */
export function packCourse(courts: readonly PackCourt[], lastYear: number, filter: CaseFilter): PackCourse | null {
  if (Object.keys(filter).some((dimension) => !['court', 'matter', 'level'].includes(dimension))) return null;
  const sketches = courts.flatMap((court) =>
    court.courses
      .filter((sketch) => sketch.year <= lastYear && isFollowed(court, sketch.year) && isAsked(sketch, filter))
      .map((sketch) => ({ name: court.name, sketch })),
  );
  const year = Math.max(...sketches.map(({ sketch }) => sketch.year));
  const known = sketches.filter(({ sketch }) => sketch.year === year);
  if (known.length === 0) return null;
  const course = toCourse(known.map(({ sketch }) => sketch));
  return course === null ? null : { year, courts: [...new Set(known.map(({ name }) => name))], ...course };
}

function isFollowed({ from, to }: PackCourt, year: number): boolean {
  return from <= `${year}-01-01` && to >= addDays(`${year}-12-31`, FOLLOWED_DAYS);
}

function isAsked(sketch: CourseSketch, filter: CaseFilter): boolean {
  return (['matter', 'level'] as const).every((dimension) => filter[dimension]?.includes(sketch[dimension]) ?? true);
}

/** Of a bin it is known that its cases were closed no earlier than `from` and no later than `to`. */
function toCourse(sketches: readonly CourseSketch[]): Pick<PackCourse, 'n' | 'cut' | 'steps' | 'accuracy'> | null {
  const bins = sketches.flatMap(({ from, to, closed, open }) =>
    from.map((first, i) => ({ from: first, to: to[i] ?? first, closed: closed[i] ?? 0, open: open[i] ?? 0 })),
  );
  const n = bins.reduce((sum, { closed, open }) => sum + closed + open, 0);
  if (n === 0) return null;
  const firstOpen = Math.min(...bins.filter(({ open }) => open > 0).map(({ from }) => from));
  const cut = Math.min(firstOpen - 1, Math.max(...bins.map(({ to }) => to)));
  const days = [...new Set(bins.flatMap(({ from, to }) => [from, to]))]
    .filter((day) => day <= cut)
    .sort((a, b) => a - b);
  const shareBy = (day: number, edge: 'from' | 'to'): number =>
    1 - bins.reduce((sum, bin) => sum + (bin[edge] <= day ? bin.closed : 0), 0) / n;
  const steps = days.map((day) => ({ days: day, lower: shareBy(day, 'from'), upper: shareBy(day, 'to') }));
  return { n, cut, steps, accuracy: Math.max(0, ...steps.map(({ lower, upper }) => (upper - lower) / 2)) };
}
