import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { toControl } from '../../../src/panels/signals/control-chart.ts';
import { toTrendView } from '../../../src/panels/trend/trend-view.ts';
import type { MetricRef } from '../../../src/query/metric-query.ts';
import { hasRealLists, JEC, loadRealList, readR, type RealList } from '../../support/real-lists.ts';

const PERIOD = { start: '2017-01-01', end: '2020-01-01' };
const SPAN = { start: '2007-01-01', end: '2022-06-12' };

/** Limits of 36 months as the page 趋势 draws and lists them, beside those of R. */
describe.skipIf(!hasRealLists)('趋势, tjsp_jec 2017 to 2019', () => {
  let list: RealList;
  beforeAll(async () => {
    list = await loadRealList(JEC, 'tjsp-cases');
  }, 120_000);
  afterAll(() => list.close());

  const trend = async (ref: MetricRef) => {
    const definition = findMetric(ref.id);
    if (definition === undefined) throw new Error(ref.id);
    const answer = await list.ask([ref], { period: PERIOD, grain: 'month', monthStartDay: 1 });
    const control = toControl(ref, answer, { asOf: '2022-06-11', span: SPAN, events: [] });
    const fixed = { previous: null, beside: null, asOf: '2022-06-11', events: [] };
    const shown = { isOwn: false, isSynthetic: false, isPending: false, locale: 'zh' as const };
    const { table } = toTrendView({ ref, definition, answer, control, ...fixed, ...shown }).figure;
    const column = (id: string) => {
      const at = table?.columns.findIndex((one) => one.id === id) ?? -1;
      return table?.rows.map(({ cells }) => cells[at]?.value ?? NaN) ?? [];
    };
    return { control, answer, column };
  };
  const expectClose = (found: readonly number[], expected: readonly number[]) => {
    expect(found).toHaveLength(expected.length);
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 8));
  };

  test('p′-chart of the share appealed: cases, σ, centre and every limit', async () => {
    const r = readR();
    const ref = { id: 'appeal_rate', variant: 'd' };
    const { control, answer, column } = await trend(ref);
    const measure = answer.table.measures['appeal_rate.d'];
    expect(measure?.numerator).toEqual(r('jec appeals x'));
    expect(measure?.denominator).toEqual(r('jec appeals n'));
    const [centre = NaN, spread = NaN] = r('jec appeals p');
    const method = control?.kind === 'limits' ? control.stretches[0]?.method : undefined;
    expect(method?.kind).toBe('p_prime');
    expect(method?.kind === 'p_prime' ? method.spread : NaN).toBeCloseTo(spread, 8);
    expectClose(
      column('centre'),
      Array.from({ length: 36 }, () => centre),
    );
    expectClose(column('lower'), r('jec appeals lower'));
    expectClose(column('upper'), r('jec appeals upper'));
  });

  test.each(['mean_days', 'median_days', 'resolved', 'incoming'])('XmR of %s: centre and limits', async (id) => {
    const { column } = await trend({ id });
    const [centre, lower, upper] = readR()(`jec ${id} xmr`);
    expectClose([column('centre')[0], column('lower')[0], column('upper')[35]].map(Number), [
      centre ?? NaN,
      lower ?? NaN,
      upper ?? NaN,
    ]);
  });
});
