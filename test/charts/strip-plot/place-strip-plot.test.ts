import { expect, test } from 'vitest';
import { placeStripPlot } from '../../../src/charts/strip-plot/place-strip-plot.ts';
import type { StripDot, StripPlotView } from '../../../src/charts/strip-plot/strip-plot-view.ts';

const dot = (id: string, value: number, isOwn = false): StripDot => ({
  id,
  label: id,
  value,
  text: `${value}`,
  detail: '',
  isOwn,
});
const view = (dots: readonly StripDot[], rest: Partial<StripPlotView> = {}): StripPlotView => ({
  summary: '',
  axis: { unit: '', formatTick: String, isFromZero: true },
  dots,
  middle: null,
  areNamed: false,
  ...rest,
});

test('positions are in proportion; the axis runs from one font size within either edge', () => {
  // From 0 to 10 over 520 − 2·10 = 500 pixels from x = 10: 4 stands at 10 + 200.
  const placed = placeStripPlot(view([dot('甲', 4), dot('乙', 10)]), 520, 10);
  expect(placed.dots.map(({ id, x }) => [id, Math.round(x)])).toEqual([
    ['甲', 210],
    ['乙', 510],
  ]);
});

test('dots that would cover each other are stacked, none is hidden', () => {
  const dots = Array.from({ length: 9 }, (_, i) => dot(`院${i}`, 5));
  const { dots: placed, height } = placeStripPlot(view([...dots, dot('远', 10)]), 520, 10);
  const stacked = placed.filter(({ x }) => Math.abs(x - 260) < 0.01);
  // Nine levels of .8 font sizes: 8 pixels apart.
  const ys = stacked.map(({ y }) => y).sort((a, b) => a - b);
  expect(ys).toHaveLength(9);
  ys.slice(1).forEach((y, i) => expect(y - (ys[i] ?? NaN)).toBeCloseTo(8, 9));
  expect(Math.min(...ys)).toBeGreaterThan(0);
  expect(height).toBeGreaterThan(9 * 8);
});

test('of stacks that would be too high the dots get smaller before they overlap', () => {
  const dots = Array.from({ length: 25 }, (_, i) => dot(`院${i}`, 5));
  const placed = placeStripPlot(view([...dots, dot('远', 10)]), 520, 10);
  // 25 levels in 120 pixels: 8 and 6 pixels each are too many, 4.5 are 112.5.
  const ys = placed.dots.map(({ y }) => y);
  expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(24 * 4.5, 6);
  expect(2 * placed.radius).toBeLessThan(4.5);
  expect(placed.isPressed).toBe(false);
});

test('a tower of 200 equal values is pressed to twelve font sizes', () => {
  const dots = Array.from({ length: 200 }, (_, i) => dot(`院${i}`, 5));
  const placed = placeStripPlot(view([...dots, dot('远', 10)]), 520, 10);
  const ys = placed.dots.map(({ y }) => y);
  // 200 levels in 120 pixels: .6 pixels each, 199 of them between the first and the last.
  expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(199 * 0.6, 6);
  expect(placed.height).toBeLessThan(200);
  expect(placed.isPressed).toBe(true);
});

test('only our court is named, unless names are switched on; labels never overlap', () => {
  const dots = [dot('本院', 5, true), dot('东院', 5.1), dot('西院', 5.2), dot('南院', 9)];
  expect(placeStripPlot(view(dots), 520, 10).labels.map(({ text }) => text)).toEqual(['本院 5']);
  const { labels } = placeStripPlot(view(dots, { areNamed: true }), 520, 10);
  expect(labels.map(({ id }) => id)).toEqual(['本院', '东院', '西院', '南院']);
  // 本院, 东院 and 西院 are within 15 pixels of each other: three lines, 15 pixels apart.
  expect(new Set(labels.slice(0, 3).map(({ y }) => y)).size).toBe(3);
});

test('the middle half has its own ends', () => {
  // 500 pixels for 0–10: from 4 to 6 are 100 pixels from 210; the median 5 at 260.
  const { middle } = placeStripPlot(
    view([dot('甲', 10)], { middle: { low: 4, high: 6, median: 5, text: '' } }),
    520,
    10,
  );
  expect(middle?.x).toBeCloseTo(210, 6);
  expect(middle?.width).toBeCloseTo(100, 6);
  expect(middle?.medianX).toBeCloseTo(260, 6);
});

test('330 courts in 600 pixels find room', () => {
  const dots = Array.from({ length: 330 }, (_, i) => dot(`院${i}`, (i * 37) % 330, i === 7));
  const placed = placeStripPlot(view(dots, { areNamed: true }), 600, 13);
  expect(placed.dots).toHaveLength(330);
  expect(placed.labels[0]?.isOwn).toBe(true);
  expect(placed.height).toBeLessThan(300);
});
