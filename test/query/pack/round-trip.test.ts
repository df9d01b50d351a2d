import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../../src/cli/node-connector.ts';
import { loadDataset } from '../../../src/cli/report-dataset.ts';
import { addDays } from '../../../src/lib/date.ts';
import { packQuantile, packRows } from '../../../src/query/pack-answer.ts';
import type { BenchmarkPack } from '../../../src/query/pack.ts';
import { PACK_METRICS } from '../../../src/query/pack-metrics.ts';
import { readPack, toPackText } from '../../../src/query/pack-read.ts';
import { measureOf, run } from '../../support/measure.ts';
import { LEAST, packOf } from './pack-of.ts';

const FOLDER = join(import.meta.dirname, '../../../data/sample');
const SPAN = { from: '2021-01-01', to: '2025-09-30', period: { start: '2021-01-01', end: '2025-10-01' } };
const COURTS = ['示例垦区人民法院', '示例丙垦区人民法院', '示例壬区人民法院'];
const REFS = PACK_METRICS.map(({ ref }) => ref);

let connector: NodeConnector;
let present: readonly string[];
let text: string;
let pack: BenchmarkPack;

beforeAll(async () => {
  connector = await NodeConnector.open();
  const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  present = (await loadDataset(connector, paths, SPAN.to)).presentColumns;
  text = toPackText(await packOf(connector, COURTS, SPAN, present));
  const reading = readPack(text);
  if (reading.kind === 'refused') throw new Error(reading.fault);
  pack = reading.pack;
}, 120_000);
afterAll(() => connector.close());

describe('a pack of three courts, written and read back', () => {
  test.each([
    ['the whole span', SPAN.period, {}],
    ['a year', { start: '2024-01-01', end: '2025-01-01' }, {}],
    ['civil cases of nine months', { start: '2025-01-01', end: '2025-10-01' }, { matter: ['民事'] }],
  ])('gives every additive figure of %s exactly', async (_, period, filter) => {
    const question = { metrics: REFS, groupBy: ['court'] as const, period, filter };
    const fromPack = packRows(pack, [], question);
    const fromCases = await run(connector, REFS, { ...question, filter: { ...filter, court: COURTS } }, present);
    for (const { key } of PACK_METRICS) {
      const [read, computed] = [measureOf(fromPack, key), measureOf(fromCases, key)];
      for (const [row, court] of (fromPack.groups.court ?? []).entries()) {
        const same = (fromCases.groups.court ?? []).indexOf(court);
        // Rare figures of one matter, and any of the small court, may have been put together: withheld, never wrong.
        if (read.missing[row] === 'suppressed') {
          expect(court === COURTS[1] || 'matter' in filter).toBe(true);
          continue;
        }
        const value = computed.value[same] ?? null;
        if (value === null || (computed.n[same] ?? 0) < LEAST) continue;
        const where = `${key} ${String(court)}`;
        if (court !== COURTS[1]) expect([where, read.value[row]]).toEqual([where, expect.closeTo(value, 9)]);
      }
    }
  });

  test('by month and by cause × procedure the sums of our court are those of its cases', async () => {
    const period = { start: '2025-01-01', end: '2025-07-01' };
    const refs = [{ id: 'settlement_rate' }, { id: 'mean_days' }];
    const months = packRows(pack, COURTS.slice(1), {
      metrics: refs,
      groupBy: ['court'],
      period,
      filter: {},
      grain: 'month',
    });
    const computed = await run(
      connector,
      refs,
      { period, filter: { court: [COURTS[0] ?? ''] }, grain: 'month' },
      present,
    );
    for (const id of ['settlement_rate', 'mean_days']) {
      expect(measureOf(months, id).numerator).toEqual(measureOf(computed, id).numerator);
      expect(measureOf(months, id).denominator).toEqual(measureOf(computed, id).denominator);
    }
    expect(measureOf(months, 'mean_days').deviation).toEqual(
      measureOf(computed, 'mean_days').deviation.map((deviation) => expect.closeTo(deviation ?? NaN, 3)),
    );
    const kinds = packRows(pack, COURTS.slice(1), {
      metrics: refs,
      groupBy: ['court', 'cause', 'procedure'],
      period,
      filter: {},
    });
    const total = (column: readonly (number | null)[]) => column.reduce<number>((sum, x) => sum + (x ?? 0), 0);
    const whole = await run(connector, refs, { period, filter: { court: [COURTS[0] ?? ''] } }, present);
    expect(total(measureOf(kinds, 'settlement_rate').denominator)).toBe(
      measureOf(whole, 'settlement_rate').denominator[0],
    );
    expect(total(measureOf(kinds, 'mean_days').numerator)).toBe(measureOf(whole, 'mean_days').numerator[0]);
  });

  test('the kinds of a year to date are known better than month by month, and add up all the same', async () => {
    const refs = [{ id: 'settlement_rate' }];
    const ask = (period: { start: string; end: string }) =>
      packRows(pack, COURTS.slice(1), { metrics: refs, groupBy: ['court', 'cause', 'procedure'], period, filter: {} });
    const year = ask({ start: '2025-01-01', end: '2025-10-01' });
    const denominators = measureOf(year, 'settlement_rate').denominator;
    const total = denominators.reduce<number>((sum, n) => sum + (n ?? 0), 0);
    expect(total).toBe(1448);
    const merged = (table: typeof year) => {
      const n = measureOf(table, 'settlement_rate').denominator;
      const causes = table.groups.cause ?? [];
      return causes.reduce<number>((sum, cause, i) => sum + (cause === '*' ? (n[i] ?? 0) : 0), 0);
    };
    // Of 1,448 cases few are without a cause over the year; month by month the share is larger.
    expect(merged(year) / total).toBeLessThan(0.05);
    const months = ask({ start: '2025-01-01', end: '2025-09-01' });
    expect(merged(months)).toBeGreaterThan(merged(year));
    for (const cells of Object.values(pack.courts[0]?.rests ?? {}))
      expect(cells.denominator.every((n, i) => Math.max(n, cells.numerator[i] ?? 0) >= LEAST)).toBe(true);
  });

  test('median and p90 lie within the bounds it states, and the bounds of our court are narrow', async () => {
    const period = { start: '2025-01-01', end: '2025-10-01' };
    for (const court of pack.courts) {
      const computed = await run(
        connector,
        [{ id: 'median_days' }, { id: 'p90_days' }],
        { period, filter: { court: [court.name] } },
        present,
      );
      for (const [id, p] of [
        ['median_days', 0.5],
        ['p90_days', 0.9],
      ] as const) {
        const bounds = packQuantile(court, p, { period, filter: {} });
        const value = measureOf(computed, id).value[0] ?? null;
        if (bounds === null || bounds.n !== measureOf(computed, id).n[0] || value === null) continue;
        expect(bounds.lower).toBeLessThanOrEqual(value);
        expect(bounds.upper).toBeGreaterThanOrEqual(value);
        if (court.name === COURTS[0] && id === 'median_days') expect(bounds.upper - bounds.lower).toBeLessThan(4);
      }
    }
  });

  test('a period that is not of whole months, or beyond the data, has no figure and says so', () => {
    const ask = (period: { start: string; end: string }) =>
      measureOf(
        packRows(pack, [], { metrics: [{ id: 'settlement_rate' }], groupBy: ['court'], period, filter: {} }),
        'settlement_rate',
      );
    expect(ask({ start: '2025-01-01', end: '2025-03-16' }).missing[0]).toBe('period-incomplete');
    expect(ask({ start: '2025-01-01', end: '2025-11-01' }).missing[0]).toBe('period-incomplete');
  });

  test('a figure that is defined otherwise there is not compared', () => {
    const other = {
      ...pack,
      definitions: pack.definitions.map((known) =>
        known.metric === 'settlement_rate' ? { ...known, fingerprint: '0123456789abcdef' } : known,
      ),
    };
    const rows = packRows(other, [], {
      metrics: [{ id: 'settlement_rate' }],
      groupBy: ['court'],
      period: SPAN.period,
      filter: {},
    });
    expect(measureOf(rows, 'settlement_rate').missing).toEqual(pack.courts.map(() => 'definition'));
  });
});

describe('what a pack gives away', () => {
  test('no name of a judge, no 案号, no day of a case; no cell of fewer than five cases', async () => {
    const { columns } = await connector.query(`SELECT DISTINCT judge FROM cases WHERE judge IS NOT NULL
      UNION ALL SELECT DISTINCT case_no FROM cases UNION ALL SELECT DISTINCT department FROM cases WHERE department IS NOT NULL`);
    expect((columns['judge'] ?? []).filter((name) => text.includes(String(name)))).toEqual([]);
    for (const court of pack.courts) {
      for (const { key, definition } of PACK_METRICS) {
        const cells = court.cells[key];
        if (cells === undefined || definition.unit === 'yuan') continue;
        const sizes = cells.month.map((_, i) => Math.max(cells.denominator[i] ?? 0, cells.numerator[i] ?? 0));
        if (definition.id !== 'recovery_rate') expect(Math.min(LEAST, ...sizes)).toBe(LEAST);
      }
      const days = text.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
      // Days are first days of months and quarters, the span, and the day of writing.
      expect(days.filter((day) => !day.endsWith('-01') && day !== SPAN.to && day !== '2025-10-08')).toEqual([]);
    }
  });

  test('it is small: below 200 kB per court and year', () => {
    const years = 4.75;
    expect(text.length / COURTS.length / years).toBeLessThan(200_000);
  });
});

describe('reading', () => {
  test('another file, an older version, a damaged text', () => {
    expect(readPack('{"a":1}')).toEqual({ kind: 'refused', fault: 'other-file' });
    expect(readPack('案号,立案日期')).toEqual({ kind: 'refused', fault: 'other-file' });
    expect(readPack(text.replace('"version":2', '"version":0'))).toEqual({ kind: 'refused', fault: 'other-version' });
    expect(readPack(text.slice(0, -1))).toEqual({ kind: 'refused', fault: 'damaged' });
    const [whole = '', digit = ''] = /"numerator":\[(\d)/.exec(text) ?? [];
    const forged = text.replace(whole, `"numerator":[${(Number(digit) + 1) % 10}`);
    expect(readPack(forged)).toEqual({ kind: 'refused', fault: 'damaged' });
  });

  test('courts asked about together are written as one by one', async () => {
    const single = await packOf(connector, COURTS, SPAN, present, 1);
    expect(single).toEqual(pack);
  });

  test('its last day is the last that is asked of it', () => {
    expect(addDays(SPAN.to, 1)).toBe(SPAN.period.end);
  });
});
