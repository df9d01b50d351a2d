import { scaleLinear, type ScaleLinear } from 'd3';
import type { PlacedTick, ValueAxis } from './value-axis.ts';

/** A scale with its ticks; `startsAt` is the text of the lowest tick where the axis does not hold zero, else null. */
export interface PlacedValueAxis {
  readonly scale: ScaleLinear<number, number>;
  readonly ticks: readonly PlacedTick[];
  readonly startsAt: string | null;
}

/** Ends fall on multiples of about a fifth of the range, however many ticks there is room for. */
const NICE_STEPS = 5;

/** Zero is worth its room where the smallest value is below this share of the largest. */
const ZERO_SHARE = 0.4;

/**
 * An axis that holds all `values` with a little room, from zero where that costs little, within its bounds, over
 * `range` pixels with about `tickCount` ticks.
 */
export function placeValueAxis(
  values: readonly number[],
  axis: ValueAxis,
  range: readonly [number, number],
  tickCount: number,
): PlacedValueAxis {
  const [low, high] = toDomain(values, axis);
  const nice = scaleLinear().domain([low, high]).nice(NICE_STEPS).domain();
  const bounds = axis.bounds ?? [-Infinity, Infinity];
  const domain = [Math.max(bounds[0], nice[0] ?? low), Math.min(bounds[1], nice[1] ?? high)];
  const scale = scaleLinear().domain(domain).range(range);
  const numbers = scale.ticks(tickCount).filter((tick) => axis.isWhole !== true || Number.isInteger(tick));
  const step = Math.abs((numbers[1] ?? 1) - (numbers[0] ?? 0));
  const ticks = numbers.map((value) => ({ value, position: scale(value), text: axis.formatTick(value, step) }));
  const start = domain[0] ?? 0;
  const startsAt = start > 0 ? axis.formatTick(start, isMultiple(start, step) ? step : step / 10) : null;
  return { scale, ticks, startsAt };
}

function toDomain(values: readonly number[], axis: ValueAxis): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || !Number.isFinite(low) || !Number.isFinite(high))
    return [0, Number.isFinite(axis.bounds?.[1] ?? Infinity) ? 1 : 10];
  if (axis.isFromZero === true || (low >= 0 && low < ZERO_SHARE * high)) return [Math.min(0, low), high > 0 ? high : 1];
  const room = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 1;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9;
}
