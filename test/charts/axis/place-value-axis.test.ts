import { expect, test } from 'vitest';
import { placeValueAxis } from '../../../src/charts/axis/place-value-axis.ts';
import { formatTick } from '../../../src/text/format.ts';

const percent = {
  unit: '',
  formatTick: (value: number, step: number) => formatTick(value, 'ratio', step),
  bounds: [0, 1] as const,
};
const days = { unit: '天', formatTick: (value: number, step: number) => formatTick(value, 'days', step) };

test('an axis that leaves zero out says where it starts', () => {
  // 0.40 is no less than 0.4 × 0.64; with 8 % room 0.3808…0.6592, made round to 0.35…0.7.
  const axis = placeValueAxis([0.4, 0.64], percent, [200, 0], 5);
  expect(axis.scale.domain()).toEqual([0.35, 0.7]);
  expect(axis.startsAt).toBe('35%');
});

test('zero is kept where it costs little room', () => {
  // 3 < 0.4 × 10.
  const axis = placeValueAxis([3, 10], days, [100, 0], 5);
  expect(axis.scale.domain()[0]).toBe(0);
  expect(axis.startsAt).toBeNull();
});

test('an axis of counts has no tick between two counts', () => {
  const texts = (isWhole: boolean) =>
    placeValueAxis([0, 1], { ...days, isWhole }, [100, 0], 5).ticks.map(({ text }) => text);
  expect(texts(true)).toEqual(['0', '1']);
  expect(texts(false)).toHaveLength(6);
});

test('a rate never goes beyond 100 %', () => {
  expect(placeValueAxis([0.9, 0.99], percent, [100, 0], 5).scale.domain()[1]).toBe(1);
});

test('bars start at zero whatever they show', () => {
  expect(placeValueAxis([95, 99], { ...days, isFromZero: true }, [0, 100], 5).scale(0)).toBe(0);
});

test('one value, equal values and no values still make an axis', () => {
  for (const values of [[5], [7, 7, 7], [0], []]) {
    const [low = NaN, high = NaN] = placeValueAxis(values, days, [100, 0], 5).scale.domain();
    expect(low).toBeLessThan(high);
  }
});

test('ticks are written with the digits of their step', () => {
  expect(placeValueAxis([0.004, 0.021], percent, [100, 0], 5).ticks.map((tick) => tick.text)).toEqual([
    '0.0%',
    '0.5%',
    '1.0%',
    '1.5%',
    '2.0%',
    '2.5%',
  ]);
});
