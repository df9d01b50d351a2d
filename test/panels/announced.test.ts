import { describe, expect, test } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { withCompanions } from '../../src/query/companions.ts';
import { OVERVIEW_METRICS } from '../../src/state/overview-metrics.ts';
import { toCard, type OverviewAnswers } from '../../src/panels/overview/overview-view.ts';
import { toSignalStrip } from '../../src/panels/signals/signal-strip-view.ts';
import type { MetricQuery, Period } from '../../src/query/metric-query.ts';
import type { AnsweredQuery } from '../../src/state/metric-result.svelte.ts';
import { lastMonths, previousPeriod, samePeriodLastYear } from '../../src/state/period.ts';
import { run } from '../support/measure.ts';
import { loadNullCourt, loadOwnCourt } from '../support/null-court.ts';

const OWN = '示例垦区人民法院';
const SPAN: Period = { start: '2021-01-01', end: '2025-10-01' };
const AS_OF = '2025-09-30';
const PERIODS: readonly Period[] = [
  { start: '2025-01-01', end: '2025-10-01' },
  { start: '2025-07-01', end: '2025-10-01' },
  { start: '2024-01-01', end: '2025-01-01' },
];
const REFS = OVERVIEW_METRICS.map((id) => ({ id }));
const FEWER_JUDGMENTS = '多因判决减少,按判决计不能认定有变化';
/** Words of a card that announce nothing. */
const SILENT = new Set(['', '不能认定有变化']);

/** What the cards and the strip of the overview of the own court announce of a period. */
async function announcements(
  db: Connector,
  present: readonly string[],
  period: Period,
  events: readonly { date: string; label: { zh: string; en: string } }[] = [],
) {
  const ask = async (query: Partial<MetricQuery> & { period: Period }): Promise<AnsweredQuery> => {
    const full = { metrics: withCompanions(REFS), groupBy: [], filter: { court: [OWN] }, ...query };
    return { query: full, table: await run(db, withCompanions(REFS), full, present) } as AnsweredQuery;
  };
  const year = samePeriodLastYear(period);
  const answers: OverviewAnswers = {
    now: await ask({ period }),
    lastYear: year === null ? null : await ask({ period: year }),
    previous: await ask({ period: previousPeriod(period) }),
    span: SPAN,
  };
  const cards = REFS.flatMap((ref) =>
    (toCard(ref, answers, 'zh')?.changes ?? [])
      .filter(({ words, verdict }) => !SILENT.has(words) || verdict !== 'none')
      .map(({ term, words }) => `${ref.id} ${term} ${words}`),
  );
  const months = await ask({ period: lastMonths(period, 37, 1), grain: 'month', monthStartDay: 1 });
  const strip = toSignalStrip(REFS, months, { asOf: AS_OF, span: SPAN, events }, 'zh');
  return { cards, signals: strip.items.map(({ metric, page }) => `${metric} ${page}`) };
}

/**
 * Three pages of some 25 cards with two comparisons each, and 21 charts. Of eight seeds (24 pages) the cards' 95 %
 * intervals excluded 0 in 38 places and the four rules of the charts marked 29 latest months; at the level at which
 * changes are announced, and against the same months of the year before, it is none.
 */
describe('data in which nothing changed', () => {
  test.each([1, 4])(
    'seed %i: nothing is announced',
    async (seed) => {
      const { db, present } = await loadNullCourt(seed);
      for (const period of PERIODS)
        expect([period.start, await announcements(db, present, period)]).toEqual([
          period.start,
          { cards: [], signals: [] },
        ]);
      db.close();
    },
    240_000,
  );
});

test('the sample: what was put in, and what follows from it', async () => {
  const { db, present } = await loadOwnCourt();
  const events = [{ date: '2024-10-01', label: { zh: '推行调解工作法', en: 'Mediation method adopted' } }];
  const now = await announcements(db, present, { start: '2025-01-01', end: '2025-10-01' }, events);
  const before = await announcements(db, present, { start: '2024-01-01', end: '2025-01-01' }, []);
  // Settlement +15 points and its two parts; 10 days less. Fewer judgments leave fewer reversals: what
  // follows from that is said to, for of the judgments themselves the change is within chance (99.8 %).
  expect(now.cards.filter((card) => card.includes('同比'))).toEqual([
    'settlement_rate 同比 优于以往',
    'mean_days 同比 优于以往',
    `reversal_rate 同比 ${FEWER_JUDGMENTS}`,
    'mediation_rate 同比 优于以往',
    'withdrawal_rate 同比 高于以往',
    `alteration_rate 同比 ${FEWER_JUDGMENTS}`,
  ]);
  expect(now.signals).toEqual(
    ['settlement_rate', 'mean_days', 'median_days', 'mediation_rate', 'withdrawal_rate'].map(
      (metric) => `${metric} reform`,
    ),
  );
  expect(before).toEqual({ cards: [], signals: [] });
  db.close();
}, 240_000);
