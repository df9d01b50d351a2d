import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as courts from '../../data/generator/courts.ts';
import * as parameters from '../../data/generator/parameters.ts';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { withCompanions } from '../../src/query/companions.ts';
import { OVERVIEW_METRICS } from '../../src/state/overview-metrics.ts';
import { toCard, type OverviewAnswers } from '../../src/panels/overview/overview-view.ts';
import { toSignalStrip } from '../../src/panels/signals/signal-strip-view.ts';
import type { MetricQuery, Period } from '../../src/query/metric-query.ts';
import type { AnsweredQuery } from '../../src/state/metric-result.svelte.ts';
import { lastMonths, previousPeriod, samePeriodLastYear } from '../../src/state/period.ts';
import { run } from '../support/measure.ts';

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

afterEach(() => vi.resetModules());

/** Exports of the own court and of its court of appeal, made with another seed and without the method. */
async function writeNull(seed: number, folder: string): Promise<readonly string[]> {
  vi.resetModules();
  vi.doMock('../../data/generator/parameters.ts', () => ({
    ...parameters,
    SEED: seed,
    MEDIATION: { ...parameters.MEDIATION, from: '2100-01-01' },
  }));
  vi.doMock('../../data/generator/courts.ts', () => ({ ...courts, PEER_COURTS: [], COURTS: [courts.OWN_COURT] }));
  const { writeSample } = await import('../../data/generator/files.ts');
  const wanted = writeSample().filter(({ name }) => name.startsWith('bing9901') || name.startsWith('zhongyuan'));
  return wanted.map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

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
      const folder = mkdtempSync(join(tmpdir(), 'null-'));
      const db = await NodeConnector.open();
      const { presentColumns } = await loadDataset(db, await writeNull(seed, folder), '2026-11-23');
      for (const period of PERIODS)
        expect([period.start, await announcements(db, presentColumns, period)]).toEqual([
          period.start,
          { cards: [], signals: [] },
        ]);
      await db.close();
      rmSync(folder, { recursive: true });
    },
    240_000,
  );
});

test('the sample: what was put in, and what follows from it', async () => {
  const db = await NodeConnector.open();
  const names = ['bing9901-yishen.csv', 'bing9901-zhixing.csv', 'zhongyuan-ershen.xlsx'];
  const paths = names.map((name) => join(import.meta.dirname, '../../data/sample', name));
  const { presentColumns } = await loadDataset(db, paths, '2026-11-23');
  const events = [{ date: '2024-10-01', label: { zh: '推行调解工作法', en: 'Mediation method adopted' } }];
  const now = await announcements(db, presentColumns, { start: '2025-01-01', end: '2025-10-01' }, events);
  const before = await announcements(db, presentColumns, { start: '2024-01-01', end: '2025-01-01' }, []);
  // Settlement +15 points and its two parts; 10 days less. Fewer judgments leave fewer appeals and reversals: what
  // follows from that is said to, for of the judgments themselves the change is within chance (99.8 %).
  expect(now.cards.filter((card) => card.includes('同比'))).toEqual([
    'settlement_rate 同比 优于以往',
    'mean_days 同比 优于以往',
    `reversal_rate 同比 ${FEWER_JUDGMENTS}`,
    'mediation_rate 同比 优于以往',
    'withdrawal_rate 同比 高于以往',
    `appeal_rate 同比 ${FEWER_JUDGMENTS}`,
    `acceptance_rate 同比 ${FEWER_JUDGMENTS}`,
    `alteration_rate 同比 ${FEWER_JUDGMENTS}`,
  ]);
  expect(now.signals).toEqual(
    ['settlement_rate', 'mean_days', 'median_days', 'mediation_rate', 'withdrawal_rate'].map(
      (metric) => `${metric} reform`,
    ),
  );
  expect(before).toEqual({ cards: [], signals: [] });
  await db.close();
}, 240_000);
