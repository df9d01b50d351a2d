import { expect, test } from 'vitest';
import { placeWaterfall } from '../../../src/charts/waterfall/place-waterfall.ts';
import type { WaterfallStep, WaterfallView } from '../../../src/charts/waterfall/waterfall-view.ts';

const step = (id: string, kind: WaterfallStep['kind'], start: number, end: number): WaterfallStep => ({
  id,
  label: id,
  kind,
  start,
  end,
  text: '+1',
  detail: '',
});
const view: WaterfallView = {
  summary: '',
  axis: { unit: '天', formatTick: String },
  steps: [
    step('其余', 'peer', 60, 60),
    step('构成', 'mix', 60, 64),
    step('自身', 'rate', 64, 56),
    step('本院', 'own', 56, 56),
  ],
};

test('each step begins where the one above ended, and lengths are in proportion', () => {
  const { steps } = placeWaterfall(view, 600, 13);
  steps.slice(1).forEach(({ from }, i) => expect(from).toBeCloseTo(steps[i]?.to ?? NaN, 9));
  const lengthOf = (i: number) => (steps[i]?.to ?? NaN) - (steps[i]?.from ?? NaN);
  expect(lengthOf(2)).toBeCloseTo(-2 * lengthOf(1), 9);
});

test('all marks lie within the plot, and rows are no lower than a 24 pixel target', () => {
  const placed = placeWaterfall(view, 600, 8);
  for (const { from, to } of placed.steps) {
    expect(Math.min(from, to)).toBeGreaterThanOrEqual(placed.plotLeft);
    expect(Math.max(from, to)).toBeLessThanOrEqual(placed.textRight);
  }
  expect(placed.rowHeight).toBe(24);
});
