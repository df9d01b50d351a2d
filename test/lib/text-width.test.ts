import { expect, test } from 'vitest';
import { fitText, textWidth } from '../../src/lib/text-width.ts';

test('a Chinese character is as wide as the font is high, a digit a little more than half', () => {
  expect(textWidth('调撤率', 12)).toBe(36);
  expect(textWidth('61', 10)).toBeCloseTo(11.4);
  expect(textWidth('', 10)).toBe(0);
});

test('characters beyond the basic plane count once', () => {
  expect(textWidth('𠮷', 10)).toBe(10);
});

test('fitText keeps what fits and ends in an ellipsis', () => {
  expect(fitText('人民法院', 40, 10)).toBe('人民法院');
  // Two characters and the ellipsis: 20 + 9 = 29 of 39; a third would need 39.
  expect(fitText('人民法院', 38, 10)).toBe('人民…');
  expect(fitText('人民法院', 5, 10)).toBe('');
});
