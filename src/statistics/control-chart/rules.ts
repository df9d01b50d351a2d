/** One point against its own limits. Missing points (value or limits null) neither count nor break a run. */
export interface ChartPoint {
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
}

export type SignalLabel =
  | 'above_limit'
  | 'below_limit'
  | 'trend_up'
  | 'trend_down'
  | 'two_of_three_above'
  | 'two_of_three_below'
  | 'shift_above'
  | 'shift_below'
  | 'common';

/** What the rules say of one point. `label` is the first rule that holds. */
export interface PointSignals {
  /** Beyond a limit. */
  readonly isBeyond: boolean;
  /** One of at least 7 consecutive points on one side of the centre. */
  readonly isShift: boolean;
  /** One of 7 consecutive points that rise or fall strictly. */
  readonly isTrend: boolean;
  /** Close to a limit, one of two such in three consecutive points on the same side. */
  readonly isTwoOfThree: boolean;
  readonly label: SignalLabel;
}

const RUN_LENGTH = 7;

interface Point {
  readonly value: number;
  readonly side: -1 | 0 | 1;
  readonly isBeyond: boolean;
  readonly isClose: boolean;
  /** Differences smaller than this are rounding noise. */
  readonly guard: number;
}

/**
 * The four rules of NHS England's "Making Data Count" (as coded in NHSRplotthedots 0.2.2), over the whole series.
 * Null for points without value or limits. Linear in the number of points.
 */
export function signalsOf(series: readonly ChartPoint[]): readonly (PointSignals | null)[] {
  const points = series.map(toPoint);
  const used = points.filter((point) => point !== null);
  const shift = markShifts(used);
  const trend = markTrends(used);
  const twoOfThree = markTwoOfThree(used);
  let j = -1;
  return points.map((point) => {
    if (point === null) return null;
    j++;
    const marks = {
      isBeyond: point.isBeyond,
      isShift: shift[j] ?? false,
      isTrend: trend[j] ?? false,
      isTwoOfThree: twoOfThree[j] ?? false,
    };
    return { ...marks, label: labelOf(marks, point.side, () => isRising(used, trend, j)) };
  });
}

function toPoint({ value, centre, lower, upper, nearLower, nearUpper }: ChartPoint): Point | null {
  if (value === null || centre === null || lower === null || upper === null) return null;
  if (nearLower === null || nearUpper === null) return null;
  const guard = 1e-9 * Math.max(1, Math.abs(centre));
  const isBeyond = value > upper + guard || value < lower - guard;
  return {
    value,
    side: Math.abs(value - centre) <= guard ? 0 : value > centre ? 1 : -1,
    isBeyond,
    isClose: !isBeyond && (value < nearLower - guard || value > nearUpper + guard),
    guard,
  };
}

/** Marks every point of each stretch of at least `RUN_LENGTH` points in which `continues(i)` links i to i − 1. */
function markStretches(count: number, continues: (i: number) => boolean): boolean[] {
  const marks = new Array<boolean>(count).fill(false);
  let start = 0;
  for (let i = 0; i <= count; i++) {
    if (i < count && i > start && continues(i)) continue;
    if (i - start >= RUN_LENGTH) marks.fill(true, start, i);
    start = i;
  }
  return marks;
}

function markShifts(points: readonly Point[]): boolean[] {
  return markStretches(points.length, (i) => points[i]?.side !== 0 && points[i]?.side === points[i - 1]?.side);
}

function markTrends(points: readonly Point[]): boolean[] {
  const marks = new Array<boolean>(points.length).fill(false);
  for (const direction of [1, -1]) {
    let start = 0;
    for (let i = 1; i <= points.length; i++) {
      if (i < points.length && stepOf(points, i) === direction) continue;
      if (i - start >= RUN_LENGTH) marks.fill(true, start, i);
      start = i;
    }
  }
  return marks;
}

/** Direction of the step from i − 1 to i; 0 where it is rounding noise. */
function stepOf(points: readonly Point[], i: number): number {
  const left = points[i - 1];
  const right = points[i];
  if (left === undefined || right === undefined) return 0;
  const step = right.value - left.value;
  return Math.abs(step) <= right.guard ? 0 : Math.sign(step);
}

function markTwoOfThree(points: readonly Point[]): boolean[] {
  const marks = new Array<boolean>(points.length).fill(false);
  for (let i = 2; i < points.length; i++) {
    const three = points.slice(i - 2, i + 1);
    const side = three[0]?.side;
    if (side === 0 || !three.every((point) => point.side === side)) continue;
    if (three.filter((point) => point.isClose).length < 2) continue;
    three.forEach((point, k) => {
      if (point.isClose) marks[i - 2 + k] = true;
    });
  }
  return marks;
}

/** Direction of the step to the right if the next point is also in a trend, else of the step from the left. */
function isRising(points: readonly Point[], trend: readonly boolean[], i: number): boolean {
  const to = trend[i + 1] === true ? i + 1 : i;
  return (points[to]?.value ?? NaN) > (points[to - 1]?.value ?? NaN);
}

function labelOf(marks: Omit<PointSignals, 'label'>, side: number, isUp: () => boolean): SignalLabel {
  if (marks.isBeyond) return side > 0 ? 'above_limit' : 'below_limit';
  if (marks.isTrend) return isUp() ? 'trend_up' : 'trend_down';
  if (marks.isTwoOfThree) return side > 0 ? 'two_of_three_above' : 'two_of_three_below';
  if (marks.isShift) return side > 0 ? 'shift_above' : 'shift_below';
  return 'common';
}
