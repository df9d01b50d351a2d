import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { loadDataset } from '../../src/cli/report-dataset.ts';
import type { DatasetSummary } from '../../src/ingest/export-file.ts';
import { compareFigures } from '../../src/panels/figure/evidence.ts';
import { figureAt, type Figure } from '../../src/panels/figure/figure.ts';
import type { CaseFilter, Period } from '../../src/query/metric-query.ts';
import { run } from '../support/measure.ts';

const OWN = '示例垦区人民法院';
const FOLDER = join(import.meta.dirname, '../../data/sample');
const BEFORE = { start: '2023-10-01', end: '2024-10-01' };
const AFTER = { start: '2024-10-01', end: '2025-10-01' };

let connector: NodeConnector;
let summary: DatasetSummary;

beforeAll(async () => {
  connector = await NodeConnector.open();
  const paths = readdirSync(FOLDER).map((name) => join(FOLDER, name));
  summary = await loadDataset(connector, paths, '2026-11-23');
}, 120_000);
afterAll(() => connector.close());

/** The figure as a card asks for it. */
async function figure(id: string, period: Period, filter: CaseFilter): Promise<Figure> {
  const table = await run(connector, [{ id }], { period, filter }, summary.presentColumns);
  const found = figureAt(table, { id }, 0);
  if (found === null) throw new Error(`no figure ${id}`);
  return found;
}

describe('what was put into the sample, seen by the queries of the screens', () => {
  const civilFirst = { court: [OWN], matter: ['民事'], level: ['一审'] };

  test('rows in = loaded + set aside: 59,536 = 59,529 + 7', () => {
    expect([summary.rows, summary.loaded, summary.setAside]).toEqual([59_536, 59_529, 7]);
  });

  test('调撤率 of the year after the method rises by about 15 points, beyond chance', async () => {
    const [now, before] = [
      await figure('settlement_rate', AFTER, civilFirst),
      await figure('settlement_rate', BEFORE, civilFirst),
    ];
    const evidence = compareFigures(now, before);
    expect(Math.abs((evidence?.difference ?? 0) - 0.15)).toBeLessThan(0.03);
    expect(evidence?.verdict).toBe('better');
  });

  test('mean days of civil first instance fall by about 10, beyond chance', async () => {
    const [now, before] = [await figure('mean_days', AFTER, civilFirst), await figure('mean_days', BEFORE, civilFirst)];
    const evidence = compareFigures(now, before);
    expect(Math.abs((evidence?.difference ?? 0) + 10)).toBeLessThan(3);
    expect(evidence?.verdict).toBe('better');
  });

  test('the other courts did not change in the same months', async () => {
    const others = {
      matter: ['民事'],
      level: ['一审'],
      court: ['示例甲垦区人民法院', '示例庚县人民法院', '示例戊市人民法院'],
    };
    const [now, before] = [
      await figure('settlement_rate', AFTER, others),
      await figure('settlement_rate', BEFORE, others),
    ];
    expect(compareFigures(now, before)?.verdict).toBe('none');
  });

  test('旧存 + 新收 − 已结 = 未结 in every court', async () => {
    const table = await run(
      connector,
      ['pending_start', 'incoming', 'resolved', 'pending'].map((id) => ({ id })),
      { period: { start: '2025-01-01', end: '2025-10-01' }, groupBy: ['court'] },
      summary.presentColumns,
    );
    expect(table.rowCount).toBeGreaterThan(13);
    for (let row = 0; row < table.rowCount; row += 1) {
      const of = (id: string) => figureAt(table, { id }, row)?.value ?? Number.NaN;
      expect(of('pending_start') + of('incoming') - of('resolved')).toBe(of('pending'));
    }
  });
});
