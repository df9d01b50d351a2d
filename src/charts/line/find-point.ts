import { bisectCenter } from 'd3';
import type { PlacedLines } from './place-line.ts';

/** One point of one line, by its identities. */
export interface PointRef {
  readonly seriesId: string;
  readonly date: string;
}

/** The point nearest to a position in the plot: the nearest period first, then the nearest line that has a value there. */
export function findPoint(placed: PlacedLines, x: number, y: number): PointRef | null {
  const period =
    placed.periods[
      bisectCenter(
        placed.periods.map((entry) => entry.x),
        x,
      )
    ];
  if (period === undefined) return null;
  let best: PointRef | null = null;
  let distance = Infinity;
  for (const line of placed.lines) {
    const point = line.points.find((candidate) => candidate.date === period.date);
    if (point === undefined) continue;
    const away = point.y === null ? 1e6 : Math.abs(point.y - y);
    if (away < distance) {
      best = { seriesId: line.id, date: period.date };
      distance = away;
    }
  }
  return best;
}

/**
 * Where a key leads: left and right along the periods, up and down through the lines at one period, Home and End to
 * the first and last. Without a point, any of them starts at the newest period of the first line. Null: not our key.
 */
export function stepPoint(placed: PlacedLines, from: PointRef | null, key: string): PointRef | null {
  if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return null;
  if (from === null) return startPoint(placed);
  if (key === 'ArrowUp' || key === 'ArrowDown') return stepLine(placed, from, key === 'ArrowUp' ? -1 : 1);
  const points = placed.lines.find((line) => line.id === from.seriesId)?.points ?? [];
  const at = points.findIndex((point) => point.date === from.date);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: points.length - 1 }[key] ?? at;
  const point = points[Math.max(0, Math.min(points.length - 1, to))];
  return point === undefined ? from : { seriesId: from.seriesId, date: point.date };
}

/** The newest period of the first line. */
export function startPoint(placed: PlacedLines): PointRef | null {
  const first = placed.lines[0];
  const last = first?.points.at(-1);
  return first === undefined || last === undefined ? null : { seriesId: first.id, date: last.date };
}

/** The next line above or below at the same period; stays where there is none. */
function stepLine(placed: PlacedLines, from: PointRef, direction: -1 | 1): PointRef {
  const column = placed.lines
    .flatMap((line) => {
      const y = line.points.find((point) => point.date === from.date)?.y;
      return y === null || y === undefined ? [] : [{ id: line.id, y }];
    })
    .sort((a, b) => a.y - b.y);
  const at = column.findIndex((entry) => entry.id === from.seriesId);
  const next = at === -1 ? column[0] : column[at + direction];
  return next === undefined ? from : { seriesId: next.id, date: from.date };
}
