import { expect, test } from 'vitest';
import { toControl } from '../../../src/panels/signals/control-chart.ts';
import type { Measure } from '../../../src/query/metric-query.ts';
import { toKey } from '../../../src/query/resolve.ts';
import { measure, resultTable } from '../../support/result-table.ts';

/** 19 quarters from 2021 on: of the appeals of the first two, 69 and 14 concern judgments from before the lists. */
const STARTS = Array.from(
  { length: 19 },
  (_, i) => `${2021 + Math.floor(i / 4)}-${['01', '04', '07', '10'][i % 4]}-01`,
);

function judgedFrom(ref: { id: string; variant: string }, firstClosing: string | null) {
  const later = [7, 6, 8, 7, 6, 7, 8, 6, 7, 7, 6, 8, 7, 6, 7, 8, 7];
  const counts = [69, 14, ...later].map((value) => ({ value, n: value }));
  const { measures, ...rest } = resultTable([measure(ref.id, ref.variant, counts)], { periodStart: STARTS });
  const table = { ...rest, measures: { [toKey(ref)]: Object.values(measures)[0] as Measure } };
  const query = {
    metrics: [ref],
    groupBy: [],
    filter: {},
    grain: 'quarter' as const,
    period: { start: '2021-01-01', end: '2025-10-01' },
  };
  const span = { start: '2020-03-02', end: '2025-10-01' };
  const control = toControl(ref, { query, table }, { asOf: '2025-09-30', span, events: [], firstClosing });
  return control?.kind === 'limits' ? (control.stretches[0]?.periods ?? []).map(({ start }) => start) : control;
}

test('what cannot be followed back before the lists begin is shown, and makes no limits of a year', () => {
  const ref = { id: 'unlinked_appeals', variant: 'a' };
  expect(judgedFrom(ref, '2021-01-01')).toEqual(STARTS.slice(4));
  expect(judgedFrom(ref, null)).toEqual(STARTS);
});

test('what does not depend on judgments in the data is judged from the first quarter on', () => {
  expect(judgedFrom({ id: 'unlinked_appeals', variant: 'b' }, '2021-01-01')).toEqual(STARTS);
  expect(judgedFrom({ id: 'appeals_resolved', variant: 'all' }, '2021-01-01')).toEqual(STARTS);
});
