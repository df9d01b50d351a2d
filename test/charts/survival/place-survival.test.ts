import { expect, test } from 'vitest';
import {
  nearestReading,
  placeSurvival,
  readSurvival,
  stepCurve,
  stepTime,
  survivalFrame,
} from '../../../src/charts/survival/place-survival.ts';
import type { SurvivalView } from '../../../src/charts/survival/survival-view.ts';

const point = (time: number, share: number) => ({
  time,
  share,
  lower: null,
  upper: null,
  text: `${share}`,
  detail: '',
});
const view: SurvivalView = {
  summary: '',
  curves: [
    { id: 'a', label: '甲', tone: 'own', hasBand: true, points: [point(0, 1), point(50, 0.5), point(100, 0.25)] },
    { id: 'b', label: '乙', tone: 'group', hasBand: false, points: [point(0, 1), point(40, 0.5)] },
  ],
  guides: [
    { time: 90, label: '90 天' },
    { time: 365, label: '365 天' },
  ],
  end: 200,
  step: 30,
  formatTime: String,
  axisNote: '',
};
const frame = survivalFrame(600, 300, 13);
const placed = placeSurvival(view, frame, 13);

test('a curve keeps its height until its next step', () => {
  const at = (share: number) => Number((frame.innerHeight * (1 - share)).toFixed(1));
  const x = (time: number) => Number(((time / 200) * frame.innerWidth).toFixed(1));
  expect(placed.curves[0]?.path).toBe(`M0,0L${x(50)},0L${x(50)},${at(0.5)}L${x(100)},${at(0.5)}L${x(100)},${at(0.25)}`);
});

test('guides beyond the axis are left out', () => {
  expect(placed.guides.map(({ time }) => time)).toEqual([90]);
});

test('a time is read off every curve that reaches it', () => {
  const read = (time: number) => readSurvival(placed, time).map(({ curve, point: at }) => [curve.id, at.share]);
  expect(read(0)).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
  expect(read(45)).toEqual([['a', 1]]);
  expect(read(99)).toEqual([['a', 0.5]]);
  expect(read(101)).toEqual([]);
});

test('the pointer looks at the curve nearest to it, arrows up and down lead from curve to curve', () => {
  // At 40 days 甲 still stands at 1, 乙 at 0.5.
  const readings = readSurvival(placed, 40);
  const nearest = (share: number) => nearestReading(readings, (1 - share) * 100, 100)?.curve.id;
  expect([nearest(0.9), nearest(0.6), nearest(0)]).toEqual(['a', 'b', 'b']);
  expect(nearestReading([], 0, 100)).toBeNull();
  expect([stepCurve(readings, 'a', 'ArrowDown'), stepCurve(readings, 'b', 'ArrowDown')]).toEqual(['b', 'b']);
  expect([stepCurve(readings, 'b', 'ArrowUp'), stepCurve(readings, null, 'ArrowUp')]).toEqual(['a', 'a']);
  expect(stepCurve(readings, 'a', 'ArrowLeft')).toBeNull();
});

test('names stand beside their curves and not on each other', () => {
  const [a, b] = placed.curves.map(({ label }) => label);
  expect(a).not.toBeNull();
  expect(b).not.toBeNull();
  const isApart = Math.abs((a?.y ?? 0) - (b?.y ?? 0)) > 13 || Math.abs((a?.x ?? 0) - (b?.x ?? 0)) > 13;
  expect(isApart).toBe(true);
});

test('keys walk along the axis and stay on it', () => {
  expect([stepTime(view, null, 'ArrowRight'), stepTime(view, 200, 'ArrowRight'), stepTime(view, 5, 'Tab')]).toEqual([
    105,
    200,
    null,
  ]);
});
