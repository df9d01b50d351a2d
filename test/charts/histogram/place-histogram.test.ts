import { expect, test } from 'vitest';
import { textWidth } from '../../../src/lib/text-width.ts';
import type { HistogramView } from '../../../src/charts/histogram/histogram-view.ts';
import { findBin, histogramFrame, placeHistogram, stepBin } from '../../../src/charts/histogram/place-histogram.ts';

const view: HistogramView = {
  heading: '简易程序',
  summary: '',
  tone: 'pooled',
  bins: [4, 10, 0, 1].map((count, i) => ({ from: i * 15, to: (i + 1) * 15, count, text: '', detail: '' })),
  marks: [
    { id: 'median', value: 20, label: '中位数 20 天', isGiven: false },
    { id: 'limit', value: 45, label: '审限', isGiven: true },
    { id: 'far', value: 90, label: '之外', isGiven: true },
  ],
  end: 60,
  step: 15,
  formatTick: String,
  formatCount: String,
  beyond: '',
};
const frame = histogramFrame(view, 640, 200, 13);
const placed = placeHistogram(view, frame, 13);

test('heights are counts on an axis from zero; an empty bin has none', () => {
  const heights = placed.bins.map(({ height }) => height / frame.innerHeight);
  expect(heights.map((height) => Number(height.toFixed(6)))).toEqual([0.4, 1, 0, 0.1]);
});

test('marks within the axis, the leftmost with the highest label', () => {
  expect(placed.marks.map(({ mark, level }) => [mark.id, level])).toEqual([
    ['limit', 0],
    ['median', 1],
  ]);
  expect(placed.marks[1]?.x).toBeCloseTo((20 / 60) * frame.innerWidth, 9);
});

test('pointer and keys find a bin', () => {
  expect(findBin(placed, frame.innerWidth * 0.3)).toBe(1);
  expect(findBin(placed, -5)).toBeNull();
  expect([stepBin(placed, null, 'ArrowRight'), stepBin(placed, 3, 'ArrowRight'), stepBin(placed, 1, 'x')]).toEqual([
    0,
    3,
    null,
  ]);
});

test('the axis has room for its own texts, which may be longer than that of the highest bin', () => {
  const high = {
    ...view,
    bins: view.bins.map((bin) => ({ ...bin, count: 938 })),
    formatCount: (n: number) => (n > 999 ? '1,000' : `${n}`),
  };
  const wide = histogramFrame(high, 640, 200, 40);
  const ticks = placeHistogram(high, wide, 40).yTicks.map(({ text }) => textWidth(text, 40));
  expect(Math.max(...ticks)).toBeLessThan(wide.margin.left);
});
