import { describe, expect, test } from 'vitest';
import { toFestivalNote } from '../../../src/panels/change/festival-note.ts';
import { toBatchView } from '../../../src/panels/settlement/batch-view.ts';
import { toPrefilingTables } from '../../../src/panels/settlement/prefiling-view.ts';
import type { Batch } from '../../../src/query/batch-list.ts';
import type { MetricQuery, ResultTable } from '../../../src/query/metric-query.ts';

const query: MetricQuery = {
  metrics: [],
  groupBy: [],
  period: { start: '2025-01-01', end: '2025-10-01' },
  filter: {},
};

/** Both variants with x of n cases. */
function answer(x: number, n: number) {
  const measure = (variant: string) => ({
    id: 'settlement_rate',
    variant,
    value: [x / n],
    numerator: [x],
    denominator: [n],
    n: [n],
    deviation: [null],
    missing: [null],
  });
  const measures = { 'settlement_rate.a': measure('a'), 'settlement_rate.b': measure('b') };
  const table: ResultTable = { rowCount: 1, periodStart: null, groups: {}, measures };
  return { query, table };
}

const DAY: Batch = {
  kind: 'day',
  court: '甲法院',
  cause: '物业服务合同纠纷',
  closing: '准予撤诉',
  count: 30,
  from: '2025-06-12',
  to: '2025-06-12',
  firstNo: '(2025)兵0101民初120号',
  lastNo: '(2025)兵0101民初149号',
  span: 30,
};
const RUN: Batch = { ...DAY, kind: 'run', count: 10, to: '2025-06-20', span: 12 };

describe('batches in words', () => {
  test('how many, what part of the closings, and both figures', () => {
    // 140 of 400 with the 40, 100 of 360 without: all 40 were settled, 40 / 400 = 10.0 %.
    const view = toBatchView([DAY, RUN], answer(140, 400), answer(100, 360), 10, 'zh');
    expect(view.sentence).toBe('本期有 2 批、共 40 件批量案件,占民事一审结案的 10.0%,其中调撤 40 件。');
    expect(view.effects[0]?.withText).toBe('35.00%(140 / 400 件)');
    expect(view.effects[0]?.withoutText).toBe('27.78%(100 / 360 件)');
  });

  test('a day opens exactly its cases; a row of numbers over several days opens none', () => {
    const { lines } = toBatchView([DAY, RUN], answer(140, 400), answer(100, 360), 10, 'zh');
    expect(lines[0]?.cases).toEqual({
      group: { court: ['甲法院'], cause: ['物业服务合同纠纷'], closing: ['准予撤诉'] },
      from: '2025-06-12',
      to: '2025-06-12',
    });
    expect(lines[0]?.numbers).toBe('(2025)兵0101民初120号—(2025)兵0101民初149号,连续');
    expect(lines[1]?.cases).toBeNull();
    expect(lines[1]?.numbers).not.toMatch(/连续/);
  });

  test('none: one sentence, no table', () => {
    const view = toBatchView([], answer(140, 400), answer(140, 400), 10, 'zh');
    expect(view.sentence).toMatch(/没有达到 10 件/);
    expect([view.effects, view.lines]).toEqual([[], []]);
  });
});

describe('pre-filing mediation', () => {
  test('2024 and 2025 never stand in one table', () => {
    const year = (of: number) => ({ year: of, filed: 60, resolved: 50, agreed: 20, untold: 0 });
    const tables = toPrefilingTables([year(2023), year(2024), year(2025)], '2025-09-30', 'zh');
    expect(tables.map(({ rows }) => rows.map(({ id }) => id))).toEqual([['2023', '2024'], ['2025']]);
    expect(tables[1]?.rows[0]?.cells[0]?.text).toBe('2025年(未满一年)');
    // 20 of 50
    expect(tables[1]?.rows[0]?.cells[4]?.value).toBe(0.4);
  });

  test('a year of few closings gives counts, no rate', () => {
    const [table] = toPrefilingTables(
      [{ year: 2024, filed: 3, resolved: 3, agreed: 3, untold: 0 }],
      '2025-09-30',
      'zh',
    );
    expect(table?.rows[0]?.cells[4]).toEqual({ text: '3 / 3 件', value: null });
    expect(toPrefilingTables([], null, 'zh')).toEqual([]);
  });
});

describe('春节 beside 同比', () => {
  test('said where it lies in one of the two periods, with a switch where it makes a difference', () => {
    const january = { start: '2024-01-01', end: '2024-02-01' };
    expect(toFestivalNote(january, false, 'zh')).toMatchObject({ canAlign: true });
    expect(toFestivalNote(january, false, 'zh')?.text).toMatch(/本期含 0 天,上年同期含 17 天/);
    expect(toFestivalNote(january, true, 'zh')?.text).toMatch(/2022年12月13日—2023年1月12日/);
    expect(toFestivalNote({ start: '2025-01-01', end: '2025-04-01' }, true, 'zh')?.canAlign).toBe(false);
    expect(toFestivalNote({ start: '2025-07-01', end: '2025-08-01' }, true, 'zh')).toBeNull();
  });
});
