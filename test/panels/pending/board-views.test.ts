import { describe, expect, test } from 'vitest';
import { toAgesView } from '../../../src/panels/pending/ages-view.ts';
import { toBoardView } from '../../../src/panels/pending/board-view.ts';
import { toFlowMonths } from '../../../src/panels/pending/ahead-view.ts';
import { wholeMonths } from '../../../src/panels/pending/pending-results.svelte.ts';
import { parseTarget, readTarget } from '../../../src/panels/pending/target.ts';
import { toUnitsView } from '../../../src/panels/pending/units-view.ts';
import type { PendingAge } from '../../../src/query/pending-ages.ts';
import type { Measure } from '../../../src/query/metric-query.ts';
import { rangeText } from '../../../src/text/cases.ts';

const age = (
  group: string | null,
  overMonths: number | null,
  count: number,
  more: Partial<PendingAge> = {},
): PendingAge => ({
  group,
  overMonths,
  count,
  overdue: 0,
  near: 0,
  unlimited: 0,
  ...more,
});
const plain = (_: string, name: string | null) => name;
const measure = (
  id: string,
  variant: string | null,
  value: readonly (number | null)[],
  missing: Measure['missing'][number] = null,
): Measure => ({
  id,
  variant,
  value,
  numerator: value.map(() => null),
  denominator: value.map(() => null),
  n: value,
  deviation: value.map(() => null),
  missing: value.map((one) => (one === null ? missing : null)),
});

describe('ages', () => {
  const ages = [age('甲', 0, 40), age('甲', 12, 2), age('乙', 6, 8), age(null, null, 1)];

  test('every band stands there, the oldest first; columns add up', () => {
    const view = toAgesView(ages, 'procedure', plain, 'zh');
    expect(view?.title).toBe('未结诉讼案件 51 件,立案超过 12 个月的 2 件,占 3.9%');
    expect(view?.columns.map(({ label, text }) => [label, text])).toEqual([
      ['合计', '51'],
      ['甲', '42'],
      ['乙', '8'],
      ['(未填)', '1'],
    ]);
    expect(view?.rows.map(({ label }) => label)).toEqual([
      '超 36 个月',
      '超 24 至 36 个月',
      '超 18 至 24 个月',
      '超 12 至 18 个月',
      '超 6 至 12 个月',
      '超 3 至 6 个月',
      '3 个月以内',
      '立案日不明',
    ]);
    // The longest bar is 40, the axis ends at 50.
    expect(view?.end).toBe(50);
    expect(view?.rows[6]?.cells[0]).toMatchObject({ count: 40, length: 0.8 });
    expect(view?.rows[3]?.cells[1]?.opens).toEqual({
      metric: 'pending',
      group: { procedure: ['甲'] },
      range: { kind: 'age_months', from: 12, to: 18 },
    });
  });

  test('more than six groups: the five largest and the others; judges are masked; nothing pending is no chart', () => {
    const many = Array.from({ length: 8 }, (_, i) => age(`法官${i}`, 0, 10 - i));
    const view = toAgesView(many, 'judge', (_, name) => (name === null ? null : `化名${name.slice(-1)}`), 'zh');
    expect(view?.columns.map(({ label }) => label)).toEqual([
      '合计',
      '化名0',
      '化名1',
      '化名2',
      '化名3',
      '化名4',
      '其他',
    ]);
    // 10 − 5, 10 − 6 and 10 − 7.
    expect(view?.columns.at(-1)?.text).toBe('12');
    expect(view?.rows[6]?.cells.at(-1)?.opens.group).toEqual({ judge: ['法官5', '法官6', '法官7'] });
    expect(toAgesView([], 'level', plain, 'zh')).toBeNull();
  });
});

describe('board', () => {
  const stocks = {
    query: { metrics: [], groupBy: [], period: { start: '2025-01-01', end: '2025-10-01' }, filter: {} },
    table: {
      rowCount: 1,
      periodStart: null,
      groups: {},
      measures: {
        pending: measure('pending', null, [60]),
        overdue_pending: measure('overdue_pending', null, [null], 'missing-column:due_on'),
        'long_pending.12': measure('long_pending', '12', [2]),
        'long_pending.18': measure('long_pending', '18', [0]),
        'long_pending.24': measure('long_pending', '24', [0]),
        'long_pending.36': measure('long_pending', '36', [0]),
      },
    },
  };

  test('shares, other kinds of case, and the reason where there are no due dates', () => {
    const ages = [age(null, 0, 48), age(null, 12, 2)];
    const view = toBoardView({ ages, stocks, lastYear: stocks, nearDays: 15, hasDueDates: false, locale: 'zh' });
    const tile = (id: string) => view.tiles.find((one) => one.id === id);
    expect(view.others).toBe(10);
    expect(tile('long_pending 12')?.note).toBe('占未结 4.0% · 上年同日 2');
    expect(tile('overdue_pending')).toMatchObject({ value: null, text: '—' });
    expect(tile('pending_near_limit')?.note).toContain('没有审限届满日');
  });

  test('units stand in the order of their names, those not stated last', () => {
    const ages = [age(null, 0, 9), age('张三', 0, 1), age('李四', 24, 5, { overdue: 2, near: 1 })];
    const view = toUnitsView(ages, 'judge', 15, plain, 'zh');
    expect(view.rows.map(({ label }) => label)).toEqual(['李四', '张三', '(未填)']);
    // 未结, over 12, 18, 24, 36 months, beyond, near.
    expect(view.rows[0]?.cells.map(({ value }) => value)).toEqual([5, 5, 5, 5, 0, 2, 1]);
    expect(view.rows[2]?.cells[0]?.opens.group).toEqual({ judge: [null] });
  });
});

describe('months of the look ahead', () => {
  test('whole statistical months within the data, at most 60', () => {
    const span = { start: '2023-04-01', end: '2025-10-01' };
    expect(wholeMonths('2025-10-01', span, 1)).toEqual({ start: '2023-04-01', end: '2025-10-01' });
    // The 15th: September is not whole. Data from the 2nd: April 2023 is not whole.
    expect(wholeMonths('2025-09-16', { ...span, start: '2023-04-02' }, 1)).toEqual({
      start: '2023-05-01',
      end: '2025-09-01',
    });
    expect(wholeMonths('2025-10-01', span, 21)).toEqual({ start: '2023-04-21', end: '2025-09-21' });
    expect(wholeMonths('2025-10-01', { ...span, start: '2010-01-01' }, 1)?.start).toBe('2020-10-01');
    expect(wholeMonths('2023-04-20', span, 1)).toBeNull();
  });

  test('begin with the first month that has filings and closings; a slice gives its reason', () => {
    const table = (pending: Measure) => ({
      rowCount: 3,
      periodStart: ['2025-01-01', '2025-02-01', '2025-03-01'],
      groups: {},
      measures: {
        incoming: measure('incoming', null, [5, 6, 7]),
        resolved: measure('resolved', null, [0, 3, 0]),
        pending,
      },
    });
    const query = { metrics: [], groupBy: [], period: { start: '2025-01-01', end: '2025-04-01' }, filter: {} };
    const whole = toFlowMonths({ query, table: table(measure('pending', null, [5, 8, 15])) });
    expect(whole.months.map(({ start }) => start)).toEqual(['2025-02-01', '2025-03-01']);
    const sliced = toFlowMonths({
      query,
      table: table(measure('pending', null, [null, null, null], 'slice:closed-only')),
    });
    expect(sliced).toEqual({ months: [], missing: 'slice:closed-only' });
  });
});

test('targets: percent and cases; anything else is wrong, and what was kept is checked', () => {
  expect(readTarget('closing_rate', '92.5')).toEqual({ kind: 'closing_rate', value: 0.925 });
  expect(readTarget('pending', '300')).toEqual({ kind: 'pending', value: 300 });
  expect(readTarget('pending', ' ')).toBeNull();
  expect(readTarget('closing_rate', '101')).toBe('wrong');
  expect(readTarget('pending', '-1')).toBe('wrong');
  expect(parseTarget({ kind: 'closing_rate', value: 0.9 })).toEqual({ kind: 'closing_rate', value: 0.9 });
  for (const kept of [undefined, null, 7, {}, { kind: 'other', value: 1 }, { kind: 'pending', value: 'many' }])
    expect(parseTarget(kept)).toBeNull();
});

test('ranges in words', () => {
  expect(rangeText({ kind: 'age_months', from: 12, to: 18 }, true).zh).toBe(
    '诉讼案件,立案至今超过 12 个月、不超过 18 个月',
  );
  expect(rangeText({ kind: 'days', from: 30, to: 44 }, false).zh).toBe('诉讼案件,审理天数 30–44 天');
  expect(rangeText({ kind: 'days_left', from: 1, to: 15 }, true).zh).toBe('诉讼案件,距审限届满 1–15 天');
  expect(rangeText({ kind: 'any', from: null, to: null }, true).zh).toBe('诉讼案件');
});
