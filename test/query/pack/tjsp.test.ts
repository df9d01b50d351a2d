import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import { readProfiles } from '../../../src/cli/report-profiles.ts';
import { packQuantile, packRows } from '../../../src/query/pack-answer.ts';
import type { BenchmarkPack } from '../../../src/query/pack.ts';
import { PACK_METRICS } from '../../../src/query/pack-metrics.ts';
import { readPack, toPackText } from '../../../src/query/pack-read.ts';
import { measureOf, run } from '../../support/measure.ts';
import { packOf } from './pack-of.ts';

const DATA = '../shared/data/tjsp_jec/cases.csv';
const isHere = existsSync(DATA);
if (!isHere) console.warn(`${DATA} is not there: packs are not checked on it`);
/** From the first case filed to the month of the last event. */
const SPAN = { from: '2007-01-01', to: '2022-06-30', period: { start: '2007-01-01', end: '2022-07-01' } };

describe.skipIf(!isHere)('a pack of courts of São Paulo over fifteen years', () => {
  let connector: NodeConnector;
  let present: readonly string[];
  let text: string;
  let pack: BenchmarkPack;
  let courts: readonly string[];

  beforeAll(async () => {
    connector = await NodeConnector.open();
    const rules = await readProfiles(['test/fixtures/profiles/tjsp-cases.json']);
    present = (await loadDataset(connector, [DATA], '2026-11-24', rules)).presentColumns;
    const { columns } = await connector.query(
      'SELECT court FROM cases WHERE court IS NOT NULL GROUP BY court ORDER BY count(*) DESC, court',
    );
    const all = (columns['court'] ?? []).map(String);
    // Every fifth court, large and small; all 330 take some minutes: WHOLE_PACK=1.
    courts = process.env['WHOLE_PACK'] === '1' ? all : all.filter((_, place) => place % 5 === 0);
    text = toPackText(await packOf(connector, courts, SPAN, present));
    const reading = readPack(text);
    if (reading.kind === 'refused') throw new Error(reading.fault);
    pack = reading.pack;
  }, 600_000);
  afterAll(() => connector.close());

  test('gives every additive figure exactly, or withholds it where there are too few cases', async () => {
    const refs = PACK_METRICS.map(({ ref }) => ref);
    const question = { metrics: refs, groupBy: ['court'] as const, period: SPAN.period, filter: {} };
    const read = packRows(pack, [], question);
    const computed = await run(connector, refs, { ...question, filter: { court: courts } }, present);
    let compared = 0;
    const withheld: string[] = [];
    for (const { key } of PACK_METRICS) {
      const [ours, theirs] = [measureOf(computed, key), measureOf(read, key)];
      (read.groups.court ?? []).forEach((court, row) => {
        const same = (computed.groups.court ?? []).indexOf(court);
        const [value, n] = [ours.value[same] ?? null, ours.n[same] ?? 0];
        if (value === null || n < pack.leastCases) return;
        if (theirs.missing[row] !== null) withheld.push(`${key} ${court}`);
        if (theirs.missing[row] !== null) return;
        compared += 1;
        expect([key, court, theirs.value[row]]).toEqual([key, court, expect.closeTo(value, 9)]);
      });
    }
    expect(withheld).toEqual([]);
    expect(compared).toBeGreaterThan(800);
  });

  test('medians lie within the bounds that it states, closely for large courts', async () => {
    const medians = await run(
      connector,
      [{ id: 'median_days' }],
      { period: SPAN.period, groupBy: ['court'], filter: { court: courts } },
      present,
    );
    const widths: number[] = [];
    let checked = 0;
    for (const court of pack.courts) {
      const bounds = packQuantile(court, 0.5, { period: SPAN.period, filter: {} });
      const row = (medians.groups.court ?? []).indexOf(court.name);
      const { value, n } = measureOf(medians, 'median_days');
      // Quarters of fewer than five cases have no bin; where that leaves the median open, nothing is said.
      if (bounds === null) continue;
      expect([court.name, bounds.n]).toEqual([court.name, n[row]]);
      checked += 1;
      expect(bounds.lower).toBeLessThanOrEqual(value[row] ?? NaN);
      expect(bounds.upper).toBeGreaterThanOrEqual(value[row] ?? NaN);
      widths.push(bounds.upper - bounds.lower);
    }
    // By quarter it was 3 of these 67 courts: most close some 50 cases a quarter. Of the others the median is not known to
    // 15 %, and is not shown.
    expect(checked).toBeGreaterThan(24);
    expect(widths[0]).toBeLessThan(5);
  });

  test('of a calendar year medians and p90 lie within their bounds; medians are known of most courts with sixty closings', async () => {
    const period = { start: '2019-01-01', end: '2020-01-01' };
    const ids = [
      ['median_days', 0.5],
      ['p90_days', 0.9],
    ] as const;
    const refs = ids.map(([id]) => ({ id }));
    const computed = await run(connector, refs, { period, groupBy: ['court'], filter: { court: courts } }, present);
    const known = { median_days: 0, p90_days: 0 };
    let large = 0;
    for (const court of pack.courts) {
      const row = (computed.groups.court ?? []).indexOf(court.name);
      const n = measureOf(computed, 'median_days').n[row] ?? 0;
      if (n >= 60) large += 1;
      for (const [id, p] of ids) {
        const bounds = packQuantile(court, p, { period, filter: {} });
        if (bounds === null) continue;
        const value = measureOf(computed, id).value[row] ?? NaN;
        expect([court.name, id, bounds.n, bounds.lower <= value, value <= bounds.upper]).toEqual([
          court.name,
          id,
          n,
          true,
          true,
        ]);
        expect((bounds.upper - bounds.lower) / (bounds.upper + bounds.lower)).toBeLessThanOrEqual(0.15);
        if (n >= 60) known[id] += 1;
      }
    }
    expect(large).toBeGreaterThan(1);
    expect(known.median_days).toBeGreaterThan(large / 2);
    expect(known.p90_days).toBeGreaterThan(0);
  });

  test('is below 200 kB per court and year, and holds no number of a case and no judge', async () => {
    expect(text.length / courts.length / 15.5).toBeLessThan(200_000);
    expect(text).not.toMatch(/SP\d{6}|J\d{4}/);
  });
});
