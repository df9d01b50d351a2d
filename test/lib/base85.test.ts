import { describe, expect, test } from 'vitest';
import { decodeBase85, encodeBase85 } from '../../src/lib/base85.ts';

describe('Base85', () => {
  test('four bytes are one number in base 85, highest digit first', () => {
    // 0x00000055 = 85 = 1 x 85 + 0; 0xffffffff = 82·85^4 + 23·85^3 + 54·85^2 + 12·85 + 0
    expect(encodeBase85(Uint8Array.of(0, 0, 0, 85))).toBe('00010');
    expect(encodeBase85(Uint8Array.of(255, 255, 255, 255))).toBe('|NsC0');
    expect(decodeBase85('|NsC0')).toEqual(Uint8Array.of(255, 255, 255, 255));
  });

  test('gives back bytes of every length and value', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 197 + length * 31) % 256);
      const text = encodeBase85(bytes);
      expect(text).toHaveLength(Math.floor(length / 4) * 5 + (length % 4 === 0 ? 0 : (length % 4) + 1));
      expect(decodeBase85(`\n${text}\n`)).toEqual(bytes);
    }
  });

  test('holds nothing that HTML or a quoted attribute would read otherwise', () => {
    const all = encodeBase85(Uint8Array.from({ length: 65_536 }, (_, i) => (i * i + (i >> 3)) % 256));
    expect(all).not.toMatch(/[<>&"'`\\\s$%]/);
  });
});
