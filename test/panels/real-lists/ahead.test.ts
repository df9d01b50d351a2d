import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toAheadView, toFlowMonths } from '../../../src/panels/pending/ahead-view.ts';
import { closingsNeeded, toLookAhead, type LookAhead } from '../../../src/panels/pending/look-ahead.ts';
import { wholeMonths } from '../../../src/panels/pending/pending-results.svelte.ts';
import { hasRealLists, JEC, loadRealList, readR, type RealList } from '../../support/real-lists.ts';

/**
 * Filings, closings and stock of 60 months by plain SQL. The stock is counted anew at the end of each: what was filed less
 * what was closed, where one of the 246 cases closed before they were filed is -1 in between.
 */
const PLAIN = `SELECT m::DATE::VARCHAR AS start,
    (SELECT count(*) FROM list WHERE date_trunc('month', filing_date::DATE) = m)::DOUBLE AS incoming,
    (SELECT count(*) FROM list WHERE date_trunc('month', disposition_date::DATE) = m)::DOUBLE AS resolved,
    (SELECT count(*) FILTER (filing_date::DATE < m + INTERVAL 1 MONTH) - count(*) FILTER (disposition_date::DATE < m + INTERVAL 1 MONTH)
      FROM list)::DOUBLE AS pending
  FROM generate_series(TIMESTAMP '2014-10-01', TIMESTAMP '2019-09-01', INTERVAL 1 MONTH) AS t(m) ORDER BY m`;

describe.skipIf(!hasRealLists)('未结, a look ahead from the end of September 2019, tjsp_jec', () => {
  let list: RealList;
  let ahead: LookAhead;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
    const period = wholeMonths('2019-10-01', { start: '2007-01-01', end: '2022-06-12' }, 1);
    if (period === null) throw new Error('no whole month');
    const metrics = ['incoming', 'resolved', 'pending'].map((id) => ({ id }));
    const found = toLookAhead(toFlowMonths(await list.ask(metrics, { period, grain: 'month' })).months, 1);
    if (found === null) throw new Error('nothing lies ahead');
    ahead = found;
  }, 120_000);
  afterAll(() => list.close());

  test('60 whole months as by plain SQL and as in R', async () => {
    expect(ahead.months).toEqual(await list.rows(PLAIN));
    const r = readR();
    expect(ahead.months.map(({ incoming }) => incoming)).toEqual(r('jec ahead incoming'));
    expect(ahead.months.map(({ resolved }) => resolved)).toEqual(r('jec ahead resolved'));
    expect([ahead.from, ahead.yearEnd, ahead.ahead, ahead.method]).toEqual(['2019-10-01', '2020-01-01', 3, 'seasonal']);
    expect([ahead.pending, ahead.pendingAtStart]).toEqual(r('jec ahead pending'));
  });

  test('the stock expected at the end of October, November and December with 80 % and 95 % limits, as in R', () => {
    const r = readR();
    expect(ahead.stocks).toHaveLength(3);
    ahead.stocks.forEach(({ mean, lower80, upper80, lower95, upper95 }, i) => {
      const expected = r(`jec ahead stock ${i + 1}`);
      [mean, lower80, upper80, lower95, upper95].forEach((value, j) =>
        expect(value).toBeCloseTo(expected[j] ?? NaN, 6),
      );
    });
    const view = toAheadView(ahead, { locale: 'zh', monthStartDay: 1, caption: [], isPending: false });
    expect(view.figure.table?.rows.at(-1)?.cells.map(({ text }) => text)).toEqual([
      '2019年12月(推算)',
      '2,096',
      '1,564–2,628',
      '1,282–2,910',
    ]);
  });

  test.each([
    ['closing_rate', 0.95],
    ['pending', 3000],
  ] as const)('closings needed per month for a %s of %d, with the limits of what comes in, as in R', (kind, value) => {
    const needed = closingsNeeded(ahead, { kind, value });
    const expected = readR()(`jec ahead needed for ${value}`).map((one) => Math.max(0, one));
    [needed?.perMonth, needed?.lower, needed?.upper].forEach((found, i) =>
      expect(found).toBeCloseTo(expected[i] ?? NaN, 6),
    );
  });
});
