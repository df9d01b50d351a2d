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
/** Four years in which most cases were disposed of. */
const SPAN = { from: '2016-01-01', to: '2019-12-31', period: { start: '2016-01-01', end: '2020-01-01' } };

describe.skipIf(!isHere)('a pack of courts of São Paulo', () => {
  let connector: NodeConnector;
  let present: readonly string[];
  let text: string;
  let pack: BenchmarkPack;
  let courts: readonly string[];

  beforeAll(async () => {
    connector = await NodeConnector.open();
    const rules = await readProfiles(['test/fixtures/profiles/tjsp-cases.json']);
    present = (await loadDataset(connector, [DATA], '2026-11-24', rules)).presentColumns;
    // The twelve largest, twelve of the middle and six of the smallest.
    const { columns } = await connector.query('SELECT court FROM cases GROUP BY court ORDER BY count(*) DESC, court');
    const all = (columns['court'] ?? []).map(String);
    courts = [...all.slice(0, 12), ...all.slice(150, 162), ...all.slice(-6)];
    text = toPackText(await packOf(connector, courts, SPAN, present));
    const reading = readPack(text);
    if (reading.kind === 'refused') throw new Error(reading.fault);
    pack = reading.pack;
  }, 180_000);
  afterAll(() => connector.close());

  test('gives every additive figure exactly, or withholds it where there are too few cases', async () => {
    const refs = PACK_METRICS.map(({ ref }) => ref);
    const question = { metrics: refs, groupBy: ['court'] as const, period: SPAN.period, filter: {} };
    const read = packRows(pack, [], question);
    const computed = await run(connector, refs, { ...question, filter: { court: courts } }, present);
    let compared = 0;
    for (const { key } of PACK_METRICS) {
      const [ours, theirs] = [measureOf(computed, key), measureOf(read, key)];
      (read.groups.court ?? []).forEach((court, row) => {
        const same = (computed.groups.court ?? []).indexOf(court);
        const [value, n] = [ours.value[same] ?? null, ours.n[same] ?? 0];
        if (value === null || theirs.missing[row] !== null || n < pack.leastCases) return;
        compared += 1;
        expect([key, court, theirs.value[row]]).toEqual([key, court, expect.closeTo(value, 9)]);
      });
    }
    expect(compared).toBeGreaterThan(200);
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
      // What is smaller than one bin in a quarter is left out of the sketch: then it is of fewer cases and says so.
      if (bounds === null || bounds.n !== n[row]) continue;
      checked += 1;
      expect(bounds.lower).toBeLessThanOrEqual(value[row] ?? NaN);
      expect(bounds.upper).toBeGreaterThanOrEqual(value[row] ?? NaN);
      widths.push(bounds.upper - bounds.lower);
    }
    // The three largest courts have some 60 dispositions a quarter, twelve bins.
    expect(Math.max(...widths.slice(0, 3))).toBeLessThan(20);
    expect(checked).toBeGreaterThan(8);
  });

  test('is below 200 kB per court and year, and holds no number of a case and no judge', async () => {
    expect(text.length / courts.length / 4).toBeLessThan(200_000);
    expect(text).not.toMatch(/SP\d{6}|J\d{4}/);
  });
});
