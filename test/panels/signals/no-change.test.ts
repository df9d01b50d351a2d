import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../src/lib/random.ts';
import { toControlChart } from '../../../src/panels/signals/control-chart.ts';
import type { ControlSeries } from '../../../src/panels/signals/control-series.ts';
import { findingOf } from '../../../src/panels/signals/finding.ts';
import { monthsOf, seriesOf } from './support.ts';

const CHARTS = 2000;
const MONTHS = 36;

function announcedShare(draw: () => ControlSeries): number {
  let announced = 0;
  for (let i = 0; i < CHARTS; i += 1) {
    const chart = toControlChart(draw(), []);
    if (chart.kind === 'limits' && findingOf(chart) !== null) announced += 1;
  }
  return announced / CHARTS;
}

function drawRates(random: Random): ControlSeries {
  const periods = monthsOf(Array.from({ length: MONTHS }, () => 0)).map((month) => {
    const n = 56 + random.below(49);
    const x = Array.from({ length: n }, () => (random.next() < 0.4 ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
    return { ...month, value: x / n, x, n };
  });
  return seriesOf('proportion', periods);
}

// 3.5–4 % is what statistics.md §1 expects; of 2,000 charts one standard error is √(0.0375 × 0.9625 / 2000) = 0.42 %,
// so that 2.2–5.3 % is what chance allows for it.
test('rates in which nothing changed are announced in about 4 of 100 charts at most', () => {
  const random = createRandom(20251, 'rates');
  const share = announcedShare(() => drawRates(random));
  expect(share).toBeGreaterThan(0.022);
  expect(share).toBeLessThan(0.053);
});

test('so are days in which nothing changed', () => {
  const random = createRandom(20251, 'days');
  const draw = () => seriesOf('individuals', monthsOf(Array.from({ length: MONTHS }, () => 50 + 5 * random.normal())));
  const share = announcedShare(draw);
  expect(share).toBeGreaterThan(0.022);
  expect(share).toBeLessThan(0.053);
});
