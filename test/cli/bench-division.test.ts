import { describe, expect, test } from 'vitest';
import { makeDivisionCsv } from '../../src/cli/bench-division.ts';

function linesOf(rows: number, courts: number, seed: number): readonly string[] {
  const decoder = new TextDecoder();
  const text = [...makeDivisionCsv(rows, courts, seed)].map((chunk) => decoder.decode(chunk)).join('');
  return text.trimEnd().split('\r\n');
}

describe('makeDivisionCsv', () => {
  const [head = '', ...lines] = linesOf(4000, 20, 7);
  const cells = lines.map((line) => line.split(','));

  test('every line has the cells of the header, every 案号 once', () => {
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([head.split(',').length]));
    expect(new Set(cells.map(([number]) => number)).size).toBe(lines.length);
  });

  test('all courts, first instance, enforcement and appeals against judgments of the list', () => {
    expect(new Set(cells.map((row) => row[1])).size).toBe(21);
    const numbers = new Set(cells.map(([number]) => number));
    const appeals = cells.filter((row) => row[2] === '二审');
    expect(appeals.length).toBeGreaterThan(50);
    expect(appeals.every((row) => numbers.has(row[9] ?? ''))).toBe(true);
    expect(lines.length).toBe(4000 + appeals.length);
  });

  test('the seed decides the bytes', () => {
    expect(linesOf(50, 5, 7)).toEqual(linesOf(50, 5, 7));
    expect(linesOf(50, 5, 7)).not.toEqual(linesOf(50, 5, 8));
  });
});
