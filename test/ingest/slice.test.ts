import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { compileMetricQuery } from '../../src/query/compile.ts';
import type { MetricQuery } from '../../src/query/metric-query.ts';
import { toResultTable } from '../../src/query/result.ts';
import { withholdSliced } from '../../src/query/slice-figures.ts';
import { findSlices } from '../../src/state/find-slices.ts';
import { ALL_COLUMNS } from '../support/measure.ts';
import { importBytes, utf8 } from './import-bytes.ts';
import { exportSince, simulateCourt, toListText, type SimulatedCase } from './simulated-court.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

const UNTIL = '2025-09-30';
const court = (seed: number, perYear: number, more: { opened?: string; until?: string; meanDays?: number } = {}) =>
  simulateCourt(seed, '兵0201', { opened: '2017-01-01', until: UNTIL, perYear, meanDays: 80, ...more });

async function slicesOf(...lists: readonly string[]) {
  await importBytes(
    connector,
    lists.map((text, i) => ({ name: `list${i + 1}.csv`, bytes: utf8(text) })),
  );
  return findSlices(connector);
}
const kindsOf = async (...lists: readonly string[]) => (await slicesOf(...lists)).map(({ kind }) => kind);

/** `metric: value or reason` over the days given. */
async function figures(ids: readonly string[], start: string, end: string, more: Partial<MetricQuery> = {}) {
  const query: MetricQuery = {
    metrics: ids.map((id) => ({ id })),
    groupBy: [],
    period: { start, end },
    filter: {},
    ...more,
  };
  const compiled = compileMetricQuery(query);
  const table = toResultTable(compiled, await connector.query(compiled.sql, compiled.params), ALL_COLUMNS);
  const kept = withholdSliced(table, query, await findSlices(connector));
  return ids.map((id) => kept.measures[id]?.value.map((value, i) => value ?? kept.measures[id]?.missing[i]));
}

const isClosed = ({ resolvedOn }: SimulatedCase) => resolvedOn !== null;
const isPending = ({ resolvedOn }: SimulatedCase) => resolvedOn === null;
const between = (day: string | null, from: string, to: string) => day !== null && day >= from && day <= to;

describe('a full export is no slice', () => {
  test.each([20, 200, 20_000])(
    'of %i rows, since 2021, with its old stock',
    async (rows) => {
      // 4.75 years and the stock of 80 days hold about perYear × 4.97 rows
      for (const seed of rows > 1000 ? [1] : Array.from({ length: 25 }, (_, i) => i + 1)) {
        const list = exportSince(court(seed, rows / 4.97), '2021-01-01');
        expect(Math.abs(list.length - rows)).toBeLessThan(rows * 0.25 + 5);
        expect(await kindsOf(toListText(list))).toEqual([]);
      }
    },
    120_000,
  );

  test('where hardly anything is left pending: 3 of about 3,000', async () => {
    const list = exportSince(court(7, 600), '2021-01-01');
    const open = list.filter(isPending);
    expect(open.length).toBeGreaterThan(50);
    const cleared = list.map((one) =>
      isPending(one) && !open.slice(0, 3).includes(one) ? { ...one, resolvedOn: UNTIL } : one,
    );
    expect(await kindsOf(toListText(cleared))).toEqual([]);
  });

  test('of a court that closed down: its filings end long before its last closing', async () => {
    const list = court(8, 300).filter(({ filedOn }) => between(filedOn, '2021-01-01', '2024-06-30'));
    const old = court(8, 300).filter(
      ({ filedOn, resolvedOn }) => filedOn < '2021-01-01' && between(resolvedOn, '2021-01-01', UNTIL),
    );
    expect(await kindsOf(toListText([...old, ...list].filter(isClosed)))).toEqual([]);
  });

  test('of a court that opened in the middle of a year, and of one that is two months old', async () => {
    expect(await kindsOf(toListText(court(9, 2000, { opened: '2025-03-17' })))).toEqual([]);
    expect(await kindsOf(toListText(court(9, 2000, { opened: '2025-01-01', until: '2025-03-05' })))).toEqual([]);
  });

  test('of all filings of several years, however it was cut', async () => {
    const list = court(10, 500).filter(({ filedOn }) => filedOn >= '2022-01-01');
    expect(await kindsOf(toListText(list))).toEqual([]);
  });

  test('of what was handled in a year: old stock, filings and closings', async () => {
    expect(await kindsOf(toListText(exportSince(court(11, 500), '2025-01-01')))).toEqual([]);
  });
});

describe('a list of closed cases only', () => {
  const all = court(20, 500);
  const closed = exportSince(all, '2021-01-01').filter(isClosed);

  test('is named, and figures that need pending cases give way to the reason', async () => {
    const [slice, ...others] = await slicesOf(toListText(closed));
    expect(others).toEqual([]);
    expect(slice).toMatchObject({ kind: 'closed-only', courts: ['示例市人民法院'], rows: closed.length, to: UNTIL });
    const reason = ['slice:closed-only'];
    const ids = [
      'pending',
      'closing_rate',
      'clearance_rate',
      'disposition_time',
      'incoming',
      'long_pending',
      'overdue_pending',
      'case_piece_ratio',
    ];
    expect(await figures(ids, '2025-01-01', '2025-10-01')).toEqual(ids.map(() => reason));
    const n = closed.filter(({ resolvedOn }) => between(resolvedOn, '2025-01-01', UNTIL)).length;
    expect(await figures(['resolved'], '2025-01-01', '2025-10-01')).toEqual([[n]]);
    expect((await figures(['mean_days', 'settlement_rate'], '2025-01-01', '2025-10-01')).flat()).toEqual([
      expect.any(Number),
      0,
    ]);
  });

  test('still tells what was filed and pending long ago', async () => {
    const filed = all.filter(({ filedOn }) => between(filedOn, '2022-01-01', '2022-12-31')).length;
    const old = all.filter(
      ({ filedOn, resolvedOn }) => filedOn < '2022-01-01' && (resolvedOn ?? '9') >= '2022-01-01',
    ).length;
    // the stock at the end is that of 2023-01-01, more than a year and more than the slowest 1 % before the last day
    expect(await figures(['incoming', 'pending_start'], '2022-01-01', '2023-01-01')).toEqual([[filed], [old]]);
    const years = await figures(['incoming'], '2022-01-01', '2025-10-01', { grain: 'year' });
    expect(years[0]?.map((value) => typeof value)).toEqual(['number', 'number', 'string', 'string']);
  });

  test('is none together with the list of pending cases', async () => {
    const pending = all.filter(isPending);
    expect(await kindsOf(toListText(closed), toListText(pending))).toEqual([]);
  });

  test('of one year', async () => {
    const list = closed.filter(({ resolvedOn }) => between(resolvedOn, '2024-01-01', '2024-12-31'));
    const [slice] = await slicesOf(toListText(list));
    expect(slice).toMatchObject({ kind: 'closed-in-year', from: '2024-01-01', to: '2024-12-31', settledUntil: null });
    const reason = ['slice:closed-in-year'];
    expect(await figures(['pending_start', 'incoming', 'closing_rate'], '2024-01-01', '2025-01-01')).toEqual([
      reason,
      reason,
      reason,
    ]);
    expect(await figures(['resolved'], '2024-01-01', '2025-01-01')).toEqual([[list.length]]);
    expect(await figures(['resolved'], '2024-04-01', '2024-07-01')).toEqual([[expect.any(Number)]]);
    expect(await figures(['resolved'], '2023-01-01', '2024-01-01')).toEqual([reason]);
  });

  test('with a date that cannot be read is still one', async () => {
    const text = toListText(closed).replace(`,${closed[100]?.resolvedOn},判决`, ',待补录,');
    expect(text).toContain('待补录');
    expect(await kindsOf(text)).toEqual(['closed-only']);
  });

  test('of a peer does not switch off the figures of another court', async () => {
    const ours = exportSince(
      simulateCourt(21, '新2824', { opened: '2017-01-01', until: UNTIL, perYear: 300, meanDays: 90 }),
      '2021-01-01',
    );
    const slices = await slicesOf(toListText(closed), toListText(ours, '若羌县人民法院'));
    expect(slices.map(({ kind, courts }) => [kind, courts])).toEqual([['closed-only', ['示例市人民法院']]]);
    const reason = 'slice:closed-only';
    const pending = ours.filter(isPending).length;
    expect(await figures(['pending'], '2025-01-01', '2025-10-01', { groupBy: ['court'] })).toEqual([[reason, pending]]);
    expect(await figures(['pending'], '2025-01-01', '2025-10-01')).toEqual([[reason]]);
    expect(await figures(['pending'], '2025-01-01', '2025-10-01', { filter: { court: ['若羌县人民法院'] } })).toEqual([
      [pending],
    ]);
  });

  test('of one kind of proceeding leaves the others alone', async () => {
    const enforcement = toListText(exportSince(all, '2021-01-01'))
      .replaceAll('民初', '执')
      .replaceAll('判决', '执行完毕');
    const [slice, ...others] = await slicesOf(toListText(closed), enforcement);
    expect(others).toEqual([]);
    expect(slice).toMatchObject({ kind: 'closed-only', kinds: [{ matter: '民事', level: '一审' }] });
    const open = all.filter(isPending).length;
    expect(await figures(['pending'], '2025-01-01', '2025-10-01', { groupBy: ['matter'] })).toEqual([
      [open, 'slice:closed-only'],
    ]);
    // 超审限未结 counts trial cases only; 首次执行 stays
    expect(await figures(['overdue_pending'], '2025-01-01', '2025-10-01', { filter: { matter: ['执行'] } })).toEqual([
      [0],
    ]);
  });
});

describe('the filings of one year only', () => {
  test('lack the old stock, and closings of earlier cases', async () => {
    const list = court(30, 600).filter(({ filedOn }) => filedOn >= '2025-01-01');
    const [slice] = await slicesOf(toListText(list));
    expect(slice).toMatchObject({ kind: 'filed-in-year', from: '2025-01-01', to: '2025-12-31', isCertain: false });
    const ids = ['pending_start', 'pending', 'closing_rate', 'clearance_rate', 'resolved', 'disposition_time'];
    expect(await figures(ids, '2025-01-01', '2025-10-01')).toEqual(ids.map(() => ['slice:filed-in-year']));
    expect(await figures(['incoming'], '2025-01-01', '2025-10-01')).toEqual([[list.length]]);
    expect(await figures(['incoming'], '2024-01-01', '2025-01-01')).toEqual([['slice:filed-in-year']]);
  });

  test('of a past year bias the durations too', async () => {
    const list = court(31, 600).filter(({ filedOn }) => between(filedOn, '2024-01-01', '2024-12-31'));
    const [slice] = await slicesOf(toListText(list));
    expect(slice).toMatchObject({ kind: 'filed-in-year', from: '2024-01-01', to: '2024-12-31', isCertain: true });
    expect(await figures(['mean_days'], '2024-01-01', '2025-01-01')).toEqual([['slice:filed-in-year']]);
    expect(await figures(['incoming'], '2024-01-01', '2025-01-01')).toEqual([[list.length]]);
  });

  test('are found in the year from 21 December', async () => {
    const list = court(32, 600).filter(({ filedOn }) => between(filedOn, '2023-12-21', '2024-12-20'));
    const [slice] = await slicesOf(toListText(list));
    expect(slice).toMatchObject({ kind: 'filed-in-year', from: '2023-12-21', to: '2024-12-20' });
  });
});

describe('cases without any closing date', () => {
  const all = court(40, 500);

  test('a list of pending cases tells the stock of its last day, nothing else', async () => {
    const list = all.filter(isPending);
    expect(await kindsOf(toListText(list))).toEqual(['pending-only']);
    expect(await figures(['pending', 'incoming', 'resolved'], '2025-01-01', '2025-10-01')).toEqual([
      [list.length],
      ['slice:pending-only'],
      ['slice:pending-only'],
    ]);
    expect(await figures(['pending'], '2025-01-01', '2025-07-01')).toEqual([['slice:pending-only']]);
  });

  test('a list of filings tells what came in, nothing else', async () => {
    const list = all.filter(({ filedOn }) => filedOn >= '2024-01-01');
    const text = toListText(list)
      .split('\n')
      .map((line) => line.split(',').slice(0, 3).join(','))
      .join('\n');
    expect(await kindsOf(text)).toEqual(['filed-only']);
    expect(await figures(['incoming', 'pending'], '2024-01-01', '2025-10-01')).toEqual([
      [list.length],
      ['slice:filed-only'],
    ]);
  });
});

test('small courts of one list are judged together', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `第${i + 1}法院`);
  const lists = names.map((name, i) => {
    const cases = exportSince(
      simulateCourt(50 + i, `川${1601 + i}`, { opened: '2018-01-01', until: UNTIL, perYear: 10, meanDays: 90 }),
      '2021-01-01',
    );
    return toListText(cases.filter(isClosed), name).split('\n').slice(1).join('\n');
  });
  const slices = await slicesOf(`案号,经办法院,立案日期,结案日期,结案方式\n${lists.join('')}`);
  expect(slices.map(({ kind, courts }) => [kind, courts.length])).toEqual([['closed-only', 40]]);
});

test('courts of which each has too few cases to tell are told by their list', async () => {
  // 50 closings a year of 70 days each: about 10 of a court should be open, and of twelve courts 115
  const lists = Array.from({ length: 12 }, (_, i) => {
    const cases = simulateCourt(90 + i, `川${1601 + i}`, {
      opened: '2021-01-01',
      until: UNTIL,
      perYear: 50,
      meanDays: 70,
    });
    return { name: `第${i + 1}法院`, cases };
  });
  const textOf = (keep: (i: number) => (one: SimulatedCase) => boolean) =>
    `案号,经办法院,立案日期,结案日期,结案方式\n${lists
      .map(({ name, cases }, i) =>
        toListText(cases.filter(keep(i)), name)
          .split('\n')
          .slice(1)
          .join('\n'),
      )
      .join('')}`;
  const alone = await slicesOf(textOf((i) => (one) => i === 0 && isClosed(one)));
  expect(alone).toEqual([]);
  const together = await slicesOf(textOf(() => isClosed));
  expect(together.map(({ kind, courts }) => [kind, courts.length])).toEqual([['closed-only', 12]]);
  expect(await slicesOf(textOf(() => () => true))).toEqual([]);
});

test('a list of several courts without any closing date is one list of filings, whatever single courts look like', async () => {
  // of 40 courts with 60 filings each some have most of them late by chance, as a stock of pending cases has
  const lists = Array.from({ length: 40 }, (_, i) =>
    simulateCourt(i + 1, `兵${String(i + 1).padStart(4, '0')}`, {
      opened: '2024-01-01',
      until: UNTIL,
      perYear: 34,
      meanDays: 80,
    }).map(({ caseNo, filedOn }) => `${caseNo},法院${i},${filedOn},`),
  );
  const slices = await slicesOf(['案号,经办法院,立案日期,结案日期', ...lists.flat()].join('\n'));
  expect(slices.map(({ kind, courts }) => [kind, courts.length])).toEqual([['filed-only', 40]]);
});
