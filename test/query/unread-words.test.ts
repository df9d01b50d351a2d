import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import type { MetricQuery } from '../../src/query/metric-query.ts';
import { toResultTable } from '../../src/query/result.ts';
import { lackedShare } from '../../src/query/unread-words.ts';
import { withholdIncomplete } from '../../src/query/withhold-incomplete.ts';
import { findUnread } from '../../src/state/find-unread.ts';
import { toUnreadViews } from '../../src/panels/health/unread-view.ts';
import { importBytes, utf8 } from '../ingest/import-bytes.ts';
import { ALL_COLUMNS } from '../support/measure.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const LABELS = '案号,适用程序,立案日期,结案日期,结案方式';
/** `n` civil cases of a court closed in `year`; the first `settled` by mediation, the last `odd` by a word nobody knows. */
const cases = (court: string, year: number, n: number, settled: number, odd: number, procedure = '简易程序') =>
  Array.from({ length: n }, (_, i) => {
    const closing = i < settled ? '调解' : i >= n - odd ? '甲乙丙' : '判决';
    return `(${year})${court}民初${i + 1}号,${procedure},${year}-01-05,${year}-03-05,${closing}`;
  });

const PRESENT: readonly string[] = [...ALL_COLUMNS, 'closing_raw'];

/** What is loaded, without the figures that would be wrong. */
async function withheld(query: MetricQuery, present: readonly string[]) {
  const compiled = compileMetricQuery(query);
  const table = toResultTable(compiled, await connector.query(compiled.sql, compiled.params), present);
  const unread = await findUnread(connector);
  return withholdIncomplete(table, query, { slices: [], unread, presentColumns: PRESENT });
}

async function figures(
  lists: readonly (readonly string[])[],
  more: Partial<MetricQuery>,
  present: readonly string[] = ALL_COLUMNS,
) {
  await importBytes(connector, [{ name: 'list.csv', bytes: utf8([LABELS, ...lists.flat()].join('\n')) }]);
  const query: MetricQuery = {
    metrics: [{ id: 'settlement_rate' }, { id: 'summary_rate' }, { id: 'mean_days' }],
    groupBy: [],
    period: { start: '2024-01-01', end: '2026-01-01' },
    filter: {},
    ...more,
  };
  const kept = await withheld(query, present);
  const counts = await findUnread(connector);
  const told = query.metrics.map(({ id }) =>
    kept.measures[id]?.value.map((value, i) => value ?? kept.measures[id]?.missing[i]),
  );
  return { told, lines: toUnreadViews({ slices: [], unread: counts, presentColumns: PRESENT }, 'zh') };
}

describe('unknown words', () => {
  test('of a tenth of the cases withhold what they decide, and nothing else', async () => {
    // 100 cases, 30 mediated, 10 unknown: 30 % as it stands, up to 40 % in truth
    const { told, lines } = await figures([cases('兵0201', 2025, 100, 30, 10)], {});
    expect(told).toEqual([['unread:closing:10'], [1], [59]]);
    expect(lines.map(({ title }) => title)).toContain('民事一审案件:10.0% 的已结案件结案方式没有认出或空着');
    expect(lines[0]?.why).toMatch(/^不计算:调撤率、调解率、撤诉率/);
  });

  test('of fewer leave the figure, with the bound on the data page', async () => {
    const { told, lines } = await figures([cases('兵0201', 2025, 100, 30, 9)], {});
    expect(told[0]).toEqual([0.3]);
    expect(lines[0]?.why).toMatch(/^照常计算,但最多可能偏 9\.0 个百分点:调撤率/);
  });

  test('of one in a hundred are left to 数据体检', async () => {
    expect((await figures([cases('兵0201', 2025, 100, 30, 1)], {})).lines).toEqual([]);
  });

  test('are told by year and by court', async () => {
    // 2024: 50 of 100 unknown; 2025: none. 兵0202 has none at all, so 200 + 100 cases hold 50 unknown of 300: 17 %
    const lists = [
      cases('兵0201', 2024, 100, 30, 50),
      cases('兵0201', 2025, 100, 40, 0),
      cases('兵0202', 2024, 100, 20, 0),
    ];
    const byYear = await figures(lists, { grain: 'year' });
    expect(byYear.told[0]).toEqual(['unread:closing:25', 0.4]);
    const byCourt = await figures(lists, { groupBy: ['court'], period: { start: '2024-01-01', end: '2025-01-01' } });
    expect(byCourt.told[0]).toEqual(['unread:closing:50', 0.2]);
    expect((await figures(lists, {})).told[0]).toEqual(['unread:closing:17']);
  });

  test('of the procedure withhold the rates of procedures only', async () => {
    const { told } = await figures([cases('兵0201', 2025, 80, 30, 0), cases('兵0203', 2025, 20, 0, 0, '某某程序')], {});
    expect(told).toEqual([[0.3], ['unread:procedure:20'], [59]]);
  });

  test('of a column in which no word is known are told as that, not as a column that is lacking', async () => {
    const without = ALL_COLUMNS.filter((column) => column !== 'closing_bucket' && column !== 'closing');
    const { told } = await figures([cases('兵0201', 2025, 10, 0, 10)], {}, without);
    expect(told[0]).toEqual(['unread:closing:100']);
  });

  test('an empty closing of a closed case counts as unknown', async () => {
    const rows = cases('兵0201', 2025, 10, 3, 2).map((row) => row.replace('甲乙丙', ''));
    expect((await figures([rows], {})).told[0]).toEqual(['unread:closing:20']);
  });

  test('of 后续结案方式 count as those of appeals: the reversal rate is withheld, the settlement rate is not', async () => {
    // 100 first-instance cases, 20 appealed: 4 altered, 12 upheld, 4 by a word nobody knows (20 %), dated or not
    const rows = (isDated: boolean, odd: number) =>
      cases('兵0201', 2025, 100, 30, 0).map((row, i) => {
        if (i < 80) return `${row},,`;
        const word = i < 84 ? '改判' : i < 100 - odd ? '维持' : '甲乙丙';
        return `${row},${word},${isDated ? '2025-06-01' : ''}`;
      });
    const read = async (isDated: boolean, odd: number) => {
      const text = [`${LABELS},后续结案方式,后续结案日期`, ...rows(isDated, odd)].join('\n');
      await importBytes(connector, [{ name: 'list.csv', bytes: utf8(text) }]);
      const query: MetricQuery = {
        metrics: [{ id: 'reversal_rate' }, { id: 'reversal_rate', variant: 'd5' }, { id: 'settlement_rate' }],
        groupBy: [],
        period: { start: '2025-01-01', end: '2026-01-01' },
        filter: {},
      };
      const kept = await withheld(query, ALL_COLUMNS);
      return Object.values(kept.measures).map(({ value, missing }) => value[0] ?? missing[0]);
    };
    expect(await read(true, 4)).toEqual(['unread:closing:20', 'unread:closing:20', 0.3]);
    // without any day of an appeal the rates are withheld as before
    expect((await read(false, 4)).map((told) => typeof told)).toEqual(['string', 'string', 'number']);
    // one of 20 is unknown: 4 of 100 altered
    expect(await read(true, 1)).toEqual([0.04, 0.04, 0.3]);
  });
});

describe('a column that only some lists have', () => {
  const told = async (extra: readonly (string | null)[], by: readonly 'court'[]) => {
    // 兵0201: 40 ordinary cases, 10 by a single judge; 兵0202: 60, of which its list says nothing
    const row = (court: string, i: number, bench: string) =>
      `(2025)${court}民初${i + 1}号,普通程序,2025-01-05,2025-03-05,判决,${bench}`;
    const text = [
      `${LABELS},审判组织形式`,
      ...Array.from({ length: 40 }, (_, i) => row('兵0201', i, i < 10 ? '独任制' : '合议制')),
      ...extra.map((bench, i) => row('兵0202', i, bench ?? '')),
    ].join('\n');
    await importBytes(connector, [{ name: 'list.csv', bytes: utf8(text) }]);
    const query: MetricQuery = {
      metrics: [{ id: 'ordinary_single_judge_rate' }, { id: 'mean_days' }],
      groupBy: by,
      period: { start: '2025-01-01', end: '2026-01-01' },
      filter: {},
    };
    const kept = await withheld(query, PRESENT);
    return Object.values(kept.measures).map(({ value, missing }) => value.map((own, i) => own ?? missing[i]));
  };
  const nothing = (n: number) => Array.from({ length: n }, () => null);

  test('is lacking in the others: 0 % there would be an invention', async () => {
    expect(await told(nothing(60), ['court'])).toEqual([
      [0.25, 'missing-column:bench'],
      [59, 59],
    ]);
  });

  test('withholds the figure of all together from a tenth of the cases on', async () => {
    // 60 of 100; 4 of 44 are 9 %: 10 / 44 is at most 9 points too low
    expect(await told(nothing(60), [])).toEqual([['lacked:bench:60'], [59]]);
    expect(await told(nothing(4), [])).toEqual([[10 / 44], [59]]);
  });

  test('with one value of its own is there', async () => {
    expect((await told(['合议制', ...nothing(59)], ['court']))[0]).toEqual([0.25, 0]);
  });

  test('is lacking in the years whose list has none', async () => {
    const list = (year: number, labels: string, bench: string) =>
      utf8(
        [
          `${LABELS}${labels}`,
          ...Array.from(
            { length: 50 },
            (_, i) => `(${year})兵0201民初${i + 1}号,普通程序,${year}-01-05,${year}-03-05,判决${bench}`,
          ),
        ].join('\n'),
      );
    await importBytes(connector, [
      { name: '2024.csv', bytes: list(2024, '', '') },
      { name: '2025.csv', bytes: list(2025, ',审判组织形式', ',独任制') },
    ]);
    const query: MetricQuery = {
      metrics: [{ id: 'ordinary_single_judge_rate' }],
      groupBy: [],
      grain: 'year',
      period: { start: '2024-01-01', end: '2026-01-01' },
      filter: {},
    };
    const kept = await withheld(query, PRESENT);
    const { value, missing } = kept.measures['ordinary_single_judge_rate'] ?? { value: [], missing: [] };
    expect(value).toEqual([null, 1]);
    expect(missing[0]).toBe('missing-column:bench');
  });

  test('without the filing dates of a court its cases are not as old as time', async () => {
    // 兵0201 filed 20 in January 2025 and closed them in March; of the 20 of 兵0202 only the closing is known
    const rows = (court: string, filed: string) =>
      Array.from({ length: 20 }, (_, i) => `(2025)${court}民初${i + 1}号,${filed}2025-03-05,判决`);
    await importBytes(connector, [
      { name: '甲.csv', bytes: utf8(['案号,立案日期,结案日期,结案方式', ...rows('兵0201', '2025-01-05,')].join('\n')) },
      { name: '乙.csv', bytes: utf8(['案号,结案日期,结案方式', ...rows('兵0202', '')].join('\n')) },
    ]);
    const metrics = ['pending_start', 'incoming', 'resolved', 'pending', 'closing_rate', 'mean_days'];
    const query: MetricQuery = {
      metrics: metrics.map((id) => ({ id })),
      groupBy: ['court'],
      period: { start: '2025-02-01', end: '2026-01-01' },
      filter: {},
    };
    const kept = await withheld(query, PRESENT);
    const lacking = 'missing-column:filed_on';
    expect(
      metrics.map((id) => kept.measures[id]?.value.map((value, i) => value ?? kept.measures[id]?.missing[i])),
    ).toEqual([
      [20, lacking],
      [0, lacking],
      [20, 20],
      [0, lacking],
      [1, lacking],
      // by their definition days are those of cases with both dates
      [59, 'no-cases'],
    ]);
  });

  describe('of appeals', () => {
    /** 50 cases a year; of a list that tells of appeals the first `appealed` were, in April. */
    const list = (year: number, label: '' | '是否上诉' | '提起上诉日期', appealed: number) => {
      const told = (i: number) =>
        label === ''
          ? ''
          : label === '是否上诉'
            ? i < appealed
              ? ',是'
              : ',否'
            : i < appealed
              ? `,${year}-04-01`
              : ',';
      const rows = Array.from(
        { length: 50 },
        (_, i) => `(${year})兵0201民初${i + 1}号,${year}-01-05,${year}-03-05,判决${told(i)}`,
      );
      const labels = ['案号,立案日期,结案日期,结案方式', ...(label === '' ? [] : [label])].join(',');
      return { name: `${year}.csv`, bytes: utf8([labels, ...rows].join('\n')) };
    };
    /** 上诉率 by date of appeal and of the same cases, each for 2024 and 2025. */
    const rates = async (...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => {
      await importBytes(connector, [...files]);
      const query: MetricQuery = {
        metrics: [
          { id: 'appeal_rate', variant: 'a' },
          { id: 'appeal_rate', variant: 'd' },
        ],
        groupBy: [],
        grain: 'year',
        period: { start: '2024-01-01', end: '2026-01-01' },
        filter: {},
      };
      const kept = await withheld(query, PRESENT);
      return Object.values(kept.measures).map(({ value, missing }) => value.map((rate, i) => rate ?? missing[i]));
    };

    test('a year whose list has no such column has no rate of 0', async () => {
      expect(await rates(list(2024, '', 0), list(2025, '提起上诉日期', 5))).toEqual([
        ['missing-column:appealed_on', 0.1],
        ['missing-column:is_appealed', 0.1],
      ]);
    });

    test('one in whose list nobody appealed has', async () => {
      expect(await rates(list(2024, '提起上诉日期', 0), list(2025, '提起上诉日期', 5))).toEqual([
        [0, 0.1],
        [0, 0.1],
      ]);
    });

    test('where only whether is told, not when, the rate of the same cases is known and that by date is not', async () => {
      expect(await rates(list(2024, '是否上诉', 4), list(2025, '提起上诉日期', 5))).toEqual([
        ['missing-column:appealed_on', 0.1],
        [0.08, 0.1],
      ]);
    });

    test('where a list of appeals is loaded, no appeal of a year is none', async () => {
      const appeals = utf8(
        '案号,经办法院,原审案号,立案日期,结案日期,结案方式\n(2025)兵02民终1号,示例中院,(2025)兵0201民初9号,2025-04-01,2025-05-01,维持',
      );
      expect(await rates(list(2024, '', 0), list(2025, '', 0), { name: '二审.csv', bytes: appeals })).toEqual([
        [0, 0.02],
        [0, 0.02],
      ]);
    });
  });

  test('of 扣除 is told by the labels: nothing deducted is none, a list without the column is not', async () => {
    // 2024: 30 cases of a list without the column; 2025: 10 of one with it, in which nothing was deducted
    const list = (year: number, n: number, label: string) => {
      const end = label === '' ? '' : ',';
      const rows = Array.from(
        { length: n },
        (_, i) => `(${year})兵0201民初${i + 1}号,简易程序,${year}-01-05,${year}-03-05,判决${end}`,
      );
      return { name: `${year}.csv`, bytes: utf8([`${LABELS}${label}`, ...rows].join('\n')) };
    };
    await importBytes(connector, [list(2024, 30, ''), list(2025, 10, ',扣除天数')]);
    const counts = await findUnread(connector);
    const share = (start: string, end: string, filter = {}) =>
      lackedShare(counts, 'deduction_days', { period: { start, end }, filter });
    expect(share('2025-01-01', '2026-01-01')).toBe(0);
    expect(share('2024-01-01', '2026-01-01')).toBe(30 / 40);
    expect(share('2024-01-01', '2025-01-01')).toBe(1);
    expect(share('2024-01-01', '2026-01-01', { level: ['二审'] })).toBe(0);
  });
});
