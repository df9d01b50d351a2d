import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/lib/csv.ts';

describe('CSV for spreadsheet programs', () => {
  test('begins with a byte order mark and ends its lines with CRLF', () => {
    expect(toCsv([['甲', 1, null]])).toBe('\uFEFF甲,1,\r\n');
  });

  test('quotes commas, quotes, line breaks and outer spaces', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\nlines', ' padded ']])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines"," padded "\r\n',
    );
  });

  test.each(["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\tx', '=1'])('%s stays text', (formula) => {
    const cell = toCsv([[formula]])
      .slice(1)
      .trimEnd()
      .replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
  });

  test('negative numbers are numbers', () => {
    expect(toCsv([[-3.5]])).toBe('\uFEFF-3.5\r\n');
  });
});
