import { textWidth } from '../../lib/text-width.ts';

/** A falling curve as pixels; it holds its height until the next point. */
export interface FallingCurve {
  readonly id: string;
  readonly label: string;
  /** Left to right, y growing downwards. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface CurveLabel {
  readonly id: string;
  readonly x: number;
  /** Middle of the line of text. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Heights at which a name may stand beside its curve, as shares of the plot from its bottom; earlier ones are preferred. */
const LEVELS = [0.5, 0.62, 0.4, 0.74, 0.3, 0.86, 0.2, 0.1, 0.06];
/** Between a curve and its name, in pixels. */
const GAP = 8;
const SAMPLES = 24;
/** Half the height of a name in units of the font size. */
const HALF_LINE = 0.65;
/** How bad it is that a curve runs through a name or between it and its curve at one of the samples, that two names overlap, that one leaves the plot. */
const COST = { curve: 1, label: 40, outside: 80 };

/**
 * A place for every name right beside its own curve, right or left of it, where it meets fewest other curves and no
 * other name. Greedy in the order given, so that the first curves get the best places.
 */
export function placeCurveLabels(
  curves: readonly FallingCurve[],
  size: { readonly width: number; readonly height: number },
  fontSize: number,
): readonly CurveLabel[] {
  const taken: Box[] = [];
  return curves.flatMap((curve) => {
    const width = textWidth(curve.label, fontSize);
    const candidates = LEVELS.flatMap((level) => {
      const y = size.height * (1 - level);
      const [top, bottom] = [y - fontSize * HALF_LINE, y + fontSize * HALF_LINE];
      return (['start', 'end'] as const).flatMap((anchor) => {
        // A falling curve comes nearest to a name on its right at the bottom of the name, to one on its left at the top.
        const x = xAt(curve, anchor === 'start' ? bottom : top);
        if (x === null) return [];
        const left = anchor === 'start' ? x + GAP : x - GAP - width;
        const box = { left, right: left + width, top, bottom };
        const reach = anchor === 'start' ? { ...box, left: x } : { ...box, right: x };
        return [{ label: { id: curve.id, x: anchor === 'start' ? left : left + width, y, anchor }, box, reach }];
      });
    });
    const others = curves.filter(({ id }) => id !== curve.id);
    const costs = candidates.map(
      ({ box, reach }) =>
        COST.curve * (crossings(box, [curve]) + crossings(reach, others)) + costOf(box, taken, size.width),
    );
    const best = candidates[costs.indexOf(Math.min(...costs))];
    if (best === undefined) return [];
    taken.push(best.box);
    return [best.label];
  });
}

/** Where the curve comes down to height `y`; null where it ends above. */
function xAt({ points }: FallingCurve, y: number): number | null {
  return points.find((point) => point.y >= y)?.x ?? null;
}

function heightAt({ points }: FallingCurve, x: number): number | null {
  const last = points.at(-1);
  if (last === undefined || x > last.x) return null;
  return points.filter((point) => point.x <= x).at(-1)?.y ?? null;
}

/** How often a curve runs through a box, looked for at places that are close together. */
function crossings(box: Box, curves: readonly FallingCurve[]): number {
  const step = (box.right - box.left) / SAMPLES;
  const places = Array.from({ length: SAMPLES }, (_, i) => box.left + i * step);
  return curves.reduce((count, curve) => {
    const isHit = (x: number) => {
      const [from, to] = [heightAt(curve, x), heightAt(curve, x + step) ?? curve.points.at(-1)?.y ?? null];
      return from !== null && to !== null && to > box.top && from < box.bottom;
    };
    return count + places.filter(isHit).length;
  }, 0);
}

function costOf(box: Box, taken: readonly Box[], width: number): number {
  const overlaps = taken.filter(
    (other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top,
  );
  const isOutside = box.left < 0 || box.right > width;
  return overlaps.length * COST.label + (isOutside ? COST.outside : 0);
}
