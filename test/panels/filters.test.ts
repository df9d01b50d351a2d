import { describe, expect, test } from 'vitest';
import { presetsFor } from '../../src/panels/filters/period-presets.ts';
import { chosenText, toggled } from '../../src/panels/filters/value-filter.ts';

describe('filters', () => {
  test('the button names one value, and how many more', () => {
    expect(chosenText(null, '全部', '(未填)')).toBe('全部');
    expect(chosenText(['民事'], '全部', '(未填)')).toBe('民事');
    expect(chosenText([null, '民事', '刑事'], '全部', '(未填)')).toBe('(未填) +2');
  });

  test('a click adds or takes away; nothing left means no restriction', () => {
    expect(toggled(null, '民事')).toEqual(['民事']);
    expect(toggled(['民事'], '刑事')).toEqual(['民事', '刑事']);
    expect(toggled(['民事', null], null)).toEqual(['民事']);
    expect(toggled(['民事'], '民事')).toBeNull();
  });

  test('presets follow the as-of date and the statistical calendar', () => {
    const span = { from: '2021-01-01', to: '2025-09-30' };
    const natural = Object.fromEntries(presetsFor(span, '2025-09-30', 1).map(({ id, range }) => [id, range]));
    expect(natural['yearToDate']).toEqual({ from: '2025-01-01', to: '2025-09-30' });
    expect(natural['lastYear']).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(natural['twelveMonths']).toEqual({ from: '2024-10-01', to: '2025-09-30' });
    const december = Object.fromEntries(presetsFor(span, '2025-09-30', 21).map(({ id, range }) => [id, range]));
    expect(december['yearToDate']).toEqual({ from: '2024-12-21', to: '2025-09-30' });
    expect(december['lastYear']).toEqual({ from: '2023-12-21', to: '2024-12-20' });
  });
});
