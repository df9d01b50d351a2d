import { expect, test } from 'vitest';
import { listOfCourts } from '../../src/text/benchmark-charts.ts';

test('of many courts the first twelve are named and all are counted', () => {
  const names = Array.from({ length: 86 }, (_, i) => `院${i + 1}`);
  expect(listOfCourts(['甲', '乙']).zh).toBe('甲、乙');
  expect(listOfCourts(names).zh).toBe(`${names.slice(0, 12).join('、')}等 86 个法院`);
  expect(listOfCourts(names.slice(0, 12)).en).toBe(names.slice(0, 12).join(', '));
});
