import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guessColumns } from '../../../src/panels/peers/pasted-columns.ts';
import { toPastedFigures } from '../../../src/panels/peers/pasted-figures.ts';
import { toPastedTable } from '../../../src/panels/peers/pasted-table.ts';
import { withPeers } from '../../../src/state/peer-answer.ts';
import type { Peers } from '../../../src/state/peers.svelte.ts';
import { quantile } from '../../../src/statistics/quantile.ts';
import { resultTable } from '../../support/result-table.ts';

const FILE = join(import.meta.dirname, '../../../../shared/data/nj_municipal/municipal-courts-2024-06.csv');
const CONTEXT = {
  metric: 'clearance_rate',
  variant: null,
  from: '2023-07-01',
  to: '2024-06-30',
  source: 'NJ Courts, June 2024',
  isRate: true,
  isShare: false,
};

/** Fields of a line of CSV with quotes. */
const cells = (line: string) => [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,)/g)].map((m) => m[1] ?? m[2] ?? '');
const count = (text: string | undefined) => (text ?? '').replace(/,/g, '');

describe.skipIf(!existsSync(FILE))(
  'published totals of 563 municipal courts, pasted as peers (skipped without ../shared)',
  () => {
    const [head = '', ...lines] = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split(/\r?\n/) : [''];
    const at = (name: string) => cells(head).indexOf(name);
    const rows = lines.map(cells).map((row) => ({
      court: `${row[0]} ${row[1]}`,
      filings: count(row[at('Filings_Current_GrandTotal')]),
      resolutions: count(row[at('Resolutions_Current_GrandTotal')]),
      percent: row[at('ClearancePct_Current_GrandTotal')] ?? '',
    }));
    // The file as it is, headings and all 200 columns.
    const table = toPastedTable(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '');
    const columns = guessColumns(table, CONTEXT.metric);
    const pasted = toPastedFigures(table, columns, CONTEXT);

    test('its columns are recognised: county and municipality, resolutions and filings of all kinds of this year', () => {
      const named = (column: number | null) => table.header?.[column ?? -1];
      expect(columns.names.map(named)).toEqual(['County', 'Municipality']);
      expect(named(columns.numerator)).toBe('Resolutions_Current_GrandTotal');
      expect(named(columns.denominator)).toBe('Filings_Current_GrandTotal');
    });

    test('every line is a figure or refused in a sentence, and the figures are the counts of the file', () => {
      expect(pasted.figures.length + pasted.refused.length).toBe(rows.length);
      // Four courts without a filing in the year.
      expect(pasted.refused.map(({ line, reason }) => [line.split(',')[1], reason.zh.slice(-7)])).toEqual(
        ['PINE VALLEY', 'GREENWICH TWP', 'SHILOH TOWNSHIP COURT', 'HARDWICK TWP'].map((name) => [name, ':分母为 0。']),
      );
      const counts = new Map(
        rows.map(({ court, resolutions, filings }) => [court, [Number(resolutions), Number(filings)]]),
      );
      for (const { court, numerator, denominator } of pasted.figures)
        expect([court, numerator, denominator]).toEqual([court, ...(counts.get(court) ?? [])]);
    });

    test('statewide it is the published 93.3 %', () => {
      const sum = (of: 'numerator' | 'denominator') => pasted.figures.reduce((all, one) => all + (one[of] ?? 0), 0);
      expect(Math.round((sum('numerator') / sum('denominator')) * 1000) / 10).toBe(93.3);
    });

    test('every court becomes a figure whose percentage is the published one', () => {
      const published = new Map(rows.map(({ court, percent }) => [court, percent]));
      const municipal = pasted.figures.filter(({ court }) => /^\d+%$/.test(published.get(court) ?? ''));
      expect(municipal.length).toBeGreaterThan(550);
      for (const { court, value } of municipal)
        expect([court, `${Math.round(value * 100)}%`]).toEqual([court, published.get(court)]);
    });

    test('they stand beside the loaded courts with the quantiles of the README: 76, 89, 96, 101, 118 %', () => {
      const query = {
        metrics: [{ id: 'clearance_rate' }],
        groupBy: ['court'] as const,
        period: { start: '2023-07-01', end: '2024-07-01' },
        filter: {},
      };
      const table = resultTable([{ ...emptyMeasure(), id: 'clearance_rate' }], { groups: { court: [] } });
      const peers = { packs: [], typed: pasted.figures } satisfies Pick<Peers, 'packs' | 'typed'>;
      const joined = withPeers({ query, table }, peers, []).table;
      const values = (joined.measures['clearance_rate']?.value ?? [])
        .filter((value) => value !== null)
        .sort((a, b) => a - b);
      expect(joined.rowCount).toBe(new Set(pasted.figures.map(({ court }) => court)).size);
      const percent = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => Math.round((quantile(values, p) ?? NaN) * 100));
      expect(percent).toEqual([76, 89, 96, 101, 118]);
    });
  },
);

function emptyMeasure() {
  return { id: '', variant: null, value: [], numerator: [], denominator: [], n: [], deviation: [], missing: [] };
}
