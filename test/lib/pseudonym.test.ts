import { describe, expect, test } from 'vitest';
import { extendRoster, parseToken, toCode, toToken } from '../../src/lib/pseudonym.ts';
import { createRandom } from '../../src/lib/random.ts';

/** Draws the numbers given, in turn. */
function drawing(...numbers: readonly number[]): () => number {
  let i = 0;
  return () => numbers[i++] ?? 0;
}

describe('roster', () => {
  test('new names come in the order drawn, whatever order they were met in', () => {
    expect(extendRoster([], ['甲某', '乙某', '丙某'], drawing(0.7, 0.2, 0.5))).toEqual(['乙某', '丙某', '甲某']);
  });

  test('a name keeps its place when others join, and is listed once', () => {
    const first = extendRoster([], ['甲某', '乙某'], drawing(0.9, 0.1));
    const second = extendRoster(first, ['丙某', '甲某', '丁某', '丙某'], drawing(0.8, 0.3));
    expect(second).toEqual(['乙某', '甲某', '丁某', '丙某']);
    expect(extendRoster(second, ['乙某'], drawing())).toBe(second);
  });

  test('two draws over the same names give different orders', () => {
    const names = Array.from({ length: 20 }, (_, i) => `法官${i}`);
    const [a, b] = [1, 2].map((seed) => extendRoster([], names, createRandom(seed).next));
    expect(a).not.toEqual(b);
    expect([...(a ?? [])].sort()).toEqual([...(b ?? [])].sort());
  });
});

describe('code of a place', () => {
  test('99 places to a letter, no I and no O, two letters after the last', () => {
    // H is the 8th letter (block 7), J the next (block 8): 8 × 99 = 792.
    expect([0, 98, 99, 792, 24 * 99 - 1, 24 * 99].map(toCode)).toEqual(['A01', 'A99', 'B01', 'J01', 'Z99', 'AA01']);
  });

  test('a token leads back to its place', () => {
    for (let place = 0; place < 24 * 99 * 3; place += 1) expect(parseToken(toToken(place))).toBe(place);
  });

  test('a name is no token', () => {
    expect(['张三', 'A01', '~A00', '~I01', '~A1', '~'].map(parseToken)).toEqual([null, null, null, null, null, null]);
  });
});
