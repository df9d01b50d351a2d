import { describe, expect, test } from 'vitest';
import { makeCaseCsv } from '../../src/cli/bench-input.ts';

function toText(rows: number, seed: number): string {
  const decoder = new TextDecoder();
  return [...makeCaseCsv(rows, seed)].map((chunk) => decoder.decode(chunk)).join('');
}

describe('makeCaseCsv', () => {
  test('one header and the rows asked for, across the border of a chunk', () => {
    const lines = toText(10_001, 7).trimEnd().split('\r\n');
    expect(lines).toHaveLength(10_002);
    expect(lines[0]?.split(',')[0]).toBe('案号');
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([11]));
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(10_002);
  });

  test('about 140 bytes a row', () => {
    const bytes = [...makeCaseCsv(20_000, 7)].reduce((sum, chunk) => sum + chunk.length, 0);
    expect(bytes / 20_000).toBeGreaterThan(130);
    expect(bytes / 20_000).toBeLessThan(150);
  });

  test('the seed decides the bytes', () => {
    expect(toText(500, 7)).toBe(toText(500, 7));
    expect(toText(500, 7)).not.toBe(toText(500, 8));
  });

  test('no rows: the header alone', () => {
    expect(toText(0, 7).split('\r\n')).toHaveLength(2);
  });

  test('a case is resolved after it is filed, or pending without a closing', () => {
    for (const line of toText(2000, 7).trimEnd().split('\r\n').slice(1)) {
      const [filed = '', resolved = '', closing = ''] = line.split(',').slice(7, 10);
      expect(resolved === '' ? closing === '' : resolved > filed && resolved <= '2025-09-30' && closing !== '').toBe(
        true,
      );
    }
  });
});
