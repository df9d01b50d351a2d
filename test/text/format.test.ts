import { describe, expect, test } from 'vitest';
import * as format from '../../src/text/format.ts';

describe('values', () => {
  test('percent of a fraction, halves up', () => {
    expect(format.formatPercent(0.612, 1)).toBe('61.2%');
    expect(format.formatPercent(1204 / 1967, 1)).toBe('61.2%'); // 0.61209…
    expect(format.formatPercent(0.01005, 2)).toBe('1.01%');
    expect(format.formatPercent(1, 1)).toBe('100.0%');
    expect(format.formatPercent(-0.006, 1)).toBe('−0.6%');
  });

  test('counts, days and shares carry their unit in both languages', () => {
    expect(format.formatCases(1967, 'zh')).toBe('1,967 件');
    expect(format.formatCases(1, 'en')).toBe('1 case');
    expect(format.formatDays(56.65, 1, 'zh')).toBe('56.7 天');
    expect(format.formatDays(43, 0, 'en')).toBe('43 days');
    expect(format.formatShare(1204, 1967, 'zh')).toBe('1,204 / 1,967 件');
    expect(format.formatShare(1204, 1967, 'en')).toBe('1,204 / 1,967 cases');
    expect(format.formatNumber(-1234.5, 1)).toBe('−1,234.5');
  });

  test('a figure as one text and in parts', () => {
    expect(format.formatFigure(0.0109, 'ratio', 2, 'zh')).toBe('1.09%');
    expect(format.formatFigure(56.7, 'days', 1, 'zh')).toBe('56.7 天');
    expect(format.formatFigure(0.914, 'index', 2, 'zh')).toBe('0.91');
    expect(format.formatFigureParts(0.612, 'ratio', 1, 'zh')).toEqual({ number: '61.2', unit: '%' });
    expect(format.formatFigureParts(412, 'cases', 0, 'zh')).toEqual({ number: '412', unit: '件' });
  });

  test('intervals name the unit once, and negative bounds are not joined by a dash', () => {
    expect(format.formatInterval(0.59, 0.633, 'ratio', 1, 'zh')).toBe('59.0%–63.3%');
    expect(format.formatInterval(52.1, 61.3, 'days', 1, 'zh')).toBe('52.1–61.3 天');
    expect(format.formatInterval(-14.1, -6.3, 'days', 1, 'zh')).toBe('−14.1 至 −6.3 天');
    expect(format.formatInterval(-0.004, 0.058, 'ratio', 1, 'en')).toBe('−0.4% to 5.8%');
  });

  test('ticks have the digits of their step', () => {
    expect(format.formatTick(0.4, 'ratio', 0.1)).toBe('40%');
    expect(format.formatTick(0.015, 'ratio', 0.005)).toBe('1.5%');
    expect(format.formatTick(60, 'days', 20)).toBe('60');
    expect(format.formatTick(2000, 'cases', 500)).toBe('2,000');
  });
});

describe('differences', () => {
  test('rates differ by percentage points', () => {
    // 61.2 − 58.1 = 3.1
    expect(format.formatDifference(0.612, 0.581, 'ratio', 1, 'zh')).toEqual({
      amount: '+3.1',
      unit: '个百分点',
      direction: 'up',
      text: '+3.1 个百分点',
    });
    expect(format.formatDifference(0.581, 0.612, 'ratio', 1, 'en').text).toBe('−3.1 pp');
  });

  test('durations differ by days', () => {
    // 56.7 − 66.9 = −10.2
    expect(format.formatDifference(56.7, 66.9, 'days', 1, 'zh').text).toBe('−10.2 天');
    expect(format.formatDifference(56.7, 66.9, 'days', 1, 'en').text).toBe('−10.2 days');
  });

  test('counts differ by percent of the earlier one', () => {
    // 1991 / 1833 − 1 = 0.08619…
    expect(format.formatDifference(1991, 1833, 'cases', 1, 'zh').text).toBe('+8.6%');
    // 30 / 40 − 1 = −0.25
    expect(format.formatDifference(30, 40, 'cases', 1, 'zh').text).toBe('−25.0%');
  });

  test('nothing is compared with zero', () => {
    expect(format.formatDifference(5, 0, 'cases', 1, 'zh')).toEqual({
      amount: '上期为 0',
      unit: '',
      direction: null,
      text: '上期为 0',
    });
    expect(format.formatDifference(0, 0, 'cases', 1, 'zh').text).toBe('持平');
    expect(format.formatDifference(Number.NaN, 1, 'days', 1, 'zh').direction).toBeNull();
  });

  test('a rounded zero is 持平, without a sign', () => {
    expect(format.formatDifference(0.6124, 0.6121, 'ratio', 1, 'zh')).toEqual({
      amount: '持平',
      unit: '',
      direction: 'flat',
      text: '持平',
    });
    expect(format.formatDifference(1000.2, 1000.1, 'days', 0, 'en').text).toBe('unchanged');
  });

  test('half a tenth goes away from zero in both directions', () => {
    expect(format.formatDifference(0.6005, 0.6, 'ratio', 1, 'zh').amount).toBe('+0.1');
    expect(format.formatDifference(0.6, 0.6005, 'ratio', 1, 'zh').amount).toBe('−0.1');
  });

  test('a change that is already known, and a bare signed number', () => {
    expect(format.formatChange(0.031, 'ratio', 1, 'zh').text).toBe('+3.1 个百分点');
    expect(format.formatSigned(0.058, 1, 2)).toBe('+5.8');
    expect(format.formatSigned(-6.3, 1)).toBe('−6.3');
    expect(format.formatSigned(0.0004, 1, 2)).toBe('0.0');
  });
});

describe('dates', () => {
  test('days, ranges, months, quarters and years in both languages', () => {
    expect(format.formatDay('2025-09-30', 'zh')).toBe('2025年9月30日');
    expect(format.formatDay('2025-09-30', 'en')).toBe('30 Sep 2025');
    expect(format.formatMonth('2025-09-01', 'zh')).toBe('2025年9月');
    expect(format.formatMonth('2025-09-01', 'en')).toBe('Sep 2025');
    expect(format.formatYear('2025-01-01', 'zh')).toBe('2025年');
  });

  test('a range repeats the year only where it changes', () => {
    expect(format.formatDayRange('2025-01-01', '2025-09-30', 'zh')).toBe('2025年1月1日—9月30日');
    expect(format.formatDayRange('2024-12-21', '2025-12-20', 'zh')).toBe('2024年12月21日—2025年12月20日');
    expect(format.formatDayRange('2025-01-01', '2025-09-30', 'en')).toBe('1 Jan – 30 Sep 2025');
    expect(format.formatDayRange('2025-01-01', '2025-01-01', 'zh')).toBe('2025年1月1日');
  });

  test('a quarter holds its three months', () => {
    expect(
      ['2025-01-01', '2025-03-31', '2025-04-01', '2025-09-30', '2025-12-31'].map((iso) =>
        format.formatQuarter(iso, 'zh'),
      ),
    ).toEqual(['2025年一季度', '2025年一季度', '2025年二季度', '2025年三季度', '2025年四季度']);
    expect(format.formatPeriod('2025-07-01', 'quarter', 'en')).toBe('Q3 2025');
    expect(format.formatPeriodTick('2025-07-01', 'quarter', 'zh')).toBe('三季度');
    expect(format.formatPeriodTick('2025-07-01', 'month', 'en')).toBe('Jul');
  });
});
