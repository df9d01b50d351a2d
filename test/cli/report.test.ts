import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReport } from '../../src/cli/report.ts';
import { CLEAN_CSV } from '../ingest/clean-list.ts';

const TODAY = '2025-12-31';
let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-test-'));
  path = join(folder, 'clean.csv');
  writeFileSync(path, CLEAN_CSV);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = async (...args: string[]) => {
  const { code, out, err } = await runReport(args, TODAY);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('the report as JSON', () => {
  test('says what was read', async () => {
    const { dataset, period } = await report('--metric', 'resolved', path);
    expect(dataset).toEqual({
      files: [
        {
          name: 'clean.csv',
          format: 'csv',
          encoding: 'utf-8',
          sheet: null,
          header_row: 1,
          rows: 7,
          loaded: 7,
          set_aside: 0,
        },
      ],
      rows: 7,
      loaded: 7,
      set_aside: 0,
      issues: [],
      refused: [],
    });
    expect(period).toEqual({ from: '2025-01-06', to: '2025-09-28' });
  });

  test('counts flow within the days asked for, both included', async () => {
    const { results, period } = await report(
      '--metric',
      'incoming,resolved,pending',
      '--from',
      '2025-02-01',
      '--to',
      '2025-05-20',
      path,
    );
    expect(period).toEqual({ from: '2025-02-01', to: '2025-05-20' });
    // filed 02-03, 03-05, 03-31, 04-01; resolved 02-10, 02-11, 04-15, 05-20; open at the end: 民初3号 and 执11号
    expect(results.map((row: { metric: string; value: number }) => [row.metric, row.value])).toEqual([
      ['incoming', 4],
      ['resolved', 4],
      ['pending', 2],
    ]);
  });

  test('gives rates with both sums, and a population of its own keeps it', async () => {
    const { results } = await report('--metric', 'settlement_rate', '--variant', 'a', '--matter', '刑事', path);
    // 民事一审 resolved: 民初1 (调解), 民初2 (判决), 民初4 (准予撤诉)
    expect(results).toEqual([
      {
        metric: 'settlement_rate',
        variant: 'a',
        group: null,
        value: 2 / 3,
        numerator: 2,
        denominator: 3,
        n: 3,
        unit: 'ratio',
        missing: null,
      },
    ]);
  });

  test('groups by dimension and by month', async () => {
    const { results } = await report('--metric', 'resolved', '--by', 'court', path);
    expect(results.map((row: { group: unknown; value: number }) => [row.group, row.value])).toEqual([
      [null, 6],
      [{ court: '示例市人民法院' }, 5],
      [{ court: '第二师中级人民法院' }, 1],
    ]);
    const byMonth = (await report('--metric', 'resolved', '--by', 'month', path)).results;
    expect(byMonth.find((row: { group: { month: string } | null }) => row.group?.month === '2025-02').value).toBe(2);
  });

  test('--matter and --level narrow', async () => {
    const { results } = await report('--metric', 'resolved', '--matter', '民事', '--level', '二审', path);
    expect(results[0].value).toBe(1);
  });
});

test('the other formats hold the same figures', async () => {
  const csv = (await runReport(['--format', 'csv', '--metric', 'resolved', path], TODAY)).out;
  expect(csv).toBe('\ufeffmetric,variant,value,numerator,denominator,n,unit,missing\r\nresolved,,6,,,6,cases,\r\n');
  const text = (await runReport(['--format', 'table', '--metric', 'resolved', path], TODAY)).out;
  expect(text).toContain('clean.csv: 7 = 7 + 0');
  expect(text).toMatch(/已结\s+合计\s+6 件/);
});

describe('where nothing can be read it ends with 2 and one sentence', () => {
  const faults: Record<string, string[]> = {
    'no file': [],
    'a file that is not there': ['/nowhere/x.csv'],
    'an unknown option': ['--colour', 'red', 'x.csv'],
    'an unknown metric': ['--metric', 'happiness', 'x.csv'],
    'an unknown matter': ['--matter', '民事的', 'x.csv'],
    'an unknown level': ['--level', '初审的', 'x.csv'],
    'an unknown variant': ['--metric', 'settlement_rate', '--variant', 'z', 'x.csv'],
    'an unknown grouping': ['--by', 'weather', 'x.csv'],
    'a date that is none': ['--from', '2025-02-30', 'x.csv'],
    'a period the wrong way round': ['--from', '2025-02-03', '--to', '2025-02-01', 'x.csv'],
    'an unknown format': ['--format', 'xml', 'x.csv'],
  };
  for (const [name, args] of Object.entries(faults)) {
    test(name, async () => {
      const { code, out, err } = await runReport(args, TODAY);
      expect([code, out]).toEqual([2, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toMatch(/。/);
    });
  }
});

describe('a folder', () => {
  test('stands for the files in it, under their paths, without what systems leave there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-folder-'));
    mkdirSync(join(folder, '九月'));
    writeFileSync(join(folder, '九月', '一审.csv'), '案号,立案日期\n(2025)兵0201民初1号,2025-01-02\n');
    writeFileSync(join(folder, '九月', '~$一审.csv'), 'x');
    writeFileSync(join(folder, '.DS_Store'), 'x');
    const { dataset } = await report('--metric', 'incoming', join(folder, '九月'));
    expect(dataset.files.map(({ name }: { name: string }) => name)).toEqual(['九月/一审.csv']);
    rmSync(join(folder, '九月', '一审.csv'));
    const { code, err } = await runReport([join(folder, '九月')], TODAY);
    expect(code).toBe(2);
    expect(err).toContain('里没有文件');
    rmSync(folder, { recursive: true, force: true });
  });
});

const WENSHU = new URL('../../../shared/data/wenshu/', import.meta.url).pathname;

/** Figures of ../shared/data/wenshu/README.md; 18 of its 365 first-instance durations belong to repeated rows. */
describe.skipIf(!existsSync(WENSHU))('980 real judgments (skipped where ../shared is absent)', () => {
  test('give the same figures in UTF-8 and in GB18030', async () => {
    const args = ['--by', 'matter,level', '--metric', 'resolved,median_days'];
    const [one, other] = await Promise.all(
      ['cases_utf8bom.csv', 'cases_gbk.csv'].map((name) => report(...args, join(WENSHU, name))),
    );
    expect(one.results).toEqual(other.results);
    expect(one.dataset.files[0]).toMatchObject({ encoding: 'utf-8', rows: 980, loaded: 942, set_aside: 38 });
    expect(other.dataset.files[0]).toMatchObject({ encoding: 'gb18030', rows: 980, loaded: 942, set_aside: 38 });
    const median = (level: string) =>
      one.results.find(
        (row: { metric: string; group: { matter: string; level: string } | null }) =>
          row.metric === 'median_days' && row.group?.matter === '民事' && row.group.level === level,
      );
    expect(median('一审')).toMatchObject({ value: 148, n: 347 });
    expect(median('二审')).toMatchObject({ value: 67, n: 145 });
  });

  test('show every trap as an issue', async () => {
    const { dataset } = await report('--metric', 'resolved', join(WENSHU, 'cases_utf8bom.csv'));
    const count = (id: string) =>
      dataset.issues.filter((issue: { reason_id: string }) => issue.reason_id.startsWith(id)).length;
    expect(count('resolved_before_filed')).toBe(3);
    expect(count('case_no_missing')).toBe(3);
    expect(count('case_no_unparsable')).toBe(32);
    expect(dataset.issues).toContainEqual(
      expect.objectContaining({ column: '裁判日期', raw: 'undefined', reason_id: 'placeholder' }),
    );
    expect(dataset.issues).toContainEqual(
      expect.objectContaining({ raw: '内黄县人民法院', reason_id: 'court_name_unified:河南省内黄县人民法院' }),
    );
    expect(dataset.issues).toContainEqual(expect.objectContaining({ row: 106, reason_id: 'duplicate_identical' }));
  });
});
