import { expect, test } from 'vitest';
import { resolveEmphasis } from '../../../src/charts/mark/emphasis.ts';
import { toneStyle } from '../../../src/charts/mark/tone.ts';

test('vermilion belongs to our own court alone', () => {
  expect(toneStyle('own', 4).mark).toBe('var(--us)');
  for (const tone of ['peer', 'pooled', 'group'] as const) {
    expect(toneStyle(tone, 0).mark).not.toContain('--us');
  }
});

test('36 groups are all drawn differently', () => {
  const looks = Array.from({ length: 36 }, (_, i) => `${toneStyle('group', i).mark} ${toneStyle('group', i).dash}`);
  expect(new Set(looks).size).toBe(36);
});

test('what is looked at is active, the rest recedes, and nothing recedes where nothing is looked at', () => {
  expect([resolveEmphasis('a', 'a'), resolveEmphasis('a', 'b'), resolveEmphasis('a', null)]).toEqual([
    'active',
    'muted',
    'default',
  ]);
});
