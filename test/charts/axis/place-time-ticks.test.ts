import { expect, test } from 'vitest';
import { placeTimeTicks } from '../../../src/charts/axis/place-time-ticks.ts';
import { addMonths } from '../../../src/lib/date.ts';

const dates = (start: string, count: number, step = 1) =>
  Array.from({ length: count }, (_, i) => addMonths(start, i * step));
const evenly = (list: readonly string[], gap: number) => (date: string) => list.indexOf(date) * gap;

test('every month where there is room, with the year at the first and at January', () => {
  const list = dates('2024-11-01', 4);
  expect(placeTimeTicks(list, 'month', evenly(list, 60), 12, 'zh').map(({ text, year }) => [text, year])).toEqual([
    ['11月', '2024年'],
    ['12月', ''],
    ['1月', '2025年'],
    ['2月', ''],
  ]);
});

test('fewer where there is not, and January always among them', () => {
  const list = dates('2023-04-01', 30);
  // The widest, 12月, needs 12 × (0.57 + 0.57 + 1) = 25.7 and 10 between: 35.7; months are 12.5 apart, so every third (37.5).
  expect(placeTimeTicks(list, 'month', evenly(list, 12.5), 12, 'zh').map(({ date }) => date)).toEqual([
    '2023-04-01',
    '2023-07-01',
    '2023-10-01',
    '2024-01-01',
    '2024-04-01',
    '2024-07-01',
    '2024-10-01',
    '2025-01-01',
    '2025-04-01',
    '2025-07-01',
  ]);
});

test('the first year is left out where it would touch the next', () => {
  const list = dates('2024-12-01', 3);
  // 2024年 is 12 × (4 × 0.57 + 1) = 39.4 wide; the ticks are 36 apart.
  expect(placeTimeTicks(list, 'month', evenly(list, 36), 12, 'zh').map(({ year }) => year)).toEqual(['', '2025年', '']);
});

test('years have no second line', () => {
  const list = dates('2021-01-01', 5, 12);
  expect(placeTimeTicks(list, 'year', evenly(list, 100), 12, 'zh').map(({ text, year }) => text + year)).toEqual([
    '2021年',
    '2022年',
    '2023年',
    '2024年',
    '2025年',
  ]);
});

test('a single period has its tick, and none has none', () => {
  expect(placeTimeTicks(['2025-05-01'], 'month', () => 50, 12, 'zh').map(({ text, year }) => text + year)).toEqual([
    '5月2025年',
  ]);
  expect(placeTimeTicks([], 'month', () => 0, 12, 'zh')).toEqual([]);
});
