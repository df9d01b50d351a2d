import type { Random } from '../../src/lib/random.ts';

/** A right-skewed sum of money in 元 with two leading digits, as people lend and owe. */
export function drawAmount(random: Random, median: number): number {
  const value = median * Math.exp(1.1 * random.normal());
  const unit = 10 ** Math.max(2, Math.floor(Math.log10(value)) - 1);
  return Math.max(unit, Math.round(value / unit) * unit);
}
