import { describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import type { ReasonableRange } from '../../../src/metrics/reasonable-range.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { adjustedOutcome } from '../../../src/panels/benchmark/outcome.ts';
import { peersWithValue, spreadOf } from '../../../src/panels/benchmark/peer-spread.ts';
import { toSpinePanelView, type SpineInput } from '../../../src/panels/benchmark/spine-view.ts';
import { toStripPairView } from '../../../src/panels/benchmark/strip-pair-view.ts';
import { measure, resultTable, type Numbers } from '../../support/result-table.ts';

function definitionOf(id: string) {
  const found = findMetric(id);
  if (found === undefined) throw new Error(id);
  return found;
}

type Row = readonly [court: string, x: number, n: number];

/** Courts of one kind of case, so that observed / expected is the rate over the pooled rate. */
function unitsOf(id: string, rows: readonly Row[]): readonly CourtUnit[] {
  const numbers = rows.map(([, x, n]): Numbers => {
    if (n === 0) return { value: null, numerator: 0, denominator: 0, missing: 'no-cases' };
    return { value: x / n, numerator: x, denominator: n };
  });
  const courts = rows.map(([court]) => court);
  const table = resultTable([measure(id, null, numbers)], { groups: { court: courts } });
  const strata = resultTable([measure(id, null, numbers)], {
    groups: { court: courts, cause: courts.map(() => '甲') },
  });
  return toCourtUnits({ id }, courts, table, toCourtStrata(courts, strata, ['cause']));
}

/** Ten peers with 30, 31 … 39 of 100, and one that has three cases. */
const PEERS: readonly Row[] = [...Array.from({ length: 10 }, (_, i): Row => [`院${i}`, 30 + i, 100]), ['小院', 3, 3]];

function viewOf(own: Row, rest: Partial<SpineInput> = {}, id = 'settlement_rate') {
  const courts = unitsOf(id, [own, ...PEERS]);
  const input: SpineInput = {
    columns: [{ ref: { id }, definition: definitionOf(id), courts, outcome: adjustedOutcome(courts) }],
    ownCourt: own[0],
    ranges: [],
    matter: null,
    range: { from: '2025-01-01', to: '2025-09-30' },
    asOf: '2025-09-30',
    isSynthetic: false,
    isPending: false,
    locale: 'zh',
    hrefOf: ({ metric, part, group }) => `#${metric}/${part}/${JSON.stringify(group)}`,
    ...rest,
  };
  return toSpinePanelView(input);
}

describe('the spread of the peers', () => {
  test('quartiles by hand: .30 … .39 without our own court and the one with three cases', () => {
    const peers = peersWithValue(unitsOf('settlement_rate', [['本院', 90, 100], ...PEERS]), '本院');
    expect(peers.map(({ name }) => name)).not.toContain('小院');
    const spread = spreadOf(peers.flatMap(({ figure }) => figure?.value ?? []));
    // Type 7 at (10 − 1)·p: median .345, quartiles .3225 and .3675.
    expect(spread?.low).toBeCloseTo(0.3, 12);
    expect(spread?.lowerQuartile).toBeCloseTo(0.3225, 12);
    expect(spread?.median).toBeCloseTo(0.345, 12);
    expect(spread?.upperQuartile).toBeCloseTo(0.3675, 12);
    expect(spread?.high).toBeCloseTo(0.39, 12);
  });

  test('four peers have no spread, five have', () => {
    expect(spreadOf([1, 2, 3, 4])).toBeNull();
    expect(spreadOf([1, 2, 3, 4, 5])?.median).toBe(3);
  });
});

describe('a row of the spine', () => {
  test('far beyond the limits: better, with n/N, observed / expected and the way to our cases', () => {
    const { spine } = viewOf(['本院', 95, 100]);
    const [row] = spine.rows;
    expect(row).toMatchObject({ own: 0.95, ownCount: '95 / 100 件', standing: 'better', words: '优于' });
    expect(row?.leftText).toBe('最低 30.00%');
    expect(row?.rightText).toBe('最高 39.00%');
    // Pooled: 95 + 345 + 3 of 1,103 = .40163; expected 40.163 of ours; 95 / 40.163 = 2.365.
    expect(row?.details[0]).toBe('实际 ÷ 预计 2.37 · 同类\u00a010\u00a0院');
    expect(row?.href).toBe('#settlement_rate/numerator/{"court":["本院"]}');
  });

  test('like the peers: hollow, no evidence', () => {
    expect(viewOf(['本院', 345, 1000]).spine.rows[0]).toMatchObject({ standing: 'none', words: '不能认定有差异' });
  });

  test('of a figure that should be low the ends change sides', () => {
    const [row] = viewOf(['本院', 345, 1000], {}, 'appeal_rate').spine.rows;
    expect(row?.direction).toBe('down');
    expect(row?.leftText).toContain('最高 39.0');
    expect(row?.rightText).toContain('最低 30.0');
  });

  test('three cases of ours: counts instead of a rate, no mark, no judgement', () => {
    const [row] = viewOf(['本院', 3, 3]).spine.rows;
    expect(row).toMatchObject({ own: null, standing: null, ownText: '3 件中 3 件', words: '件数少,不作判断' });
  });

  test('no case at all: said, and nothing to open', () => {
    const [row] = viewOf(['本院', 0, 0]).spine.rows;
    expect(row).toMatchObject({ own: null, standing: null, words: '无此类案件' });
    expect(row).not.toHaveProperty('href');
  });

  test('a reasonable range that was entered is told with the distance to it', () => {
    const range: ReasonableRange = {
      metric: 'settlement_rate',
      variant: 'a',
      matter: null,
      low: 0.4,
      high: 0.6,
      from: '2025-01-01',
      to: null,
      source: '',
    };
    // .345 is 5.5 points below 40 %.
    const short = viewOf(['本院', 345, 1000], { ranges: [range] }).spine.rows[0]?.details[1];
    expect(short).toContain('未达');
    expect(short).toContain('−5.5 个百分点');
    expect(viewOf(['本院', 500, 1000], { ranges: [range] }).spine.rows[0]?.details[1]).toContain('区间内');
  });
});

describe('the strip', () => {
  const courts = unitsOf('settlement_rate', [['本院', 800, 1000], ...PEERS]);
  const input = {
    ref: { id: 'settlement_rate' },
    definition: definitionOf('settlement_rate'),
    courts,
    stratification: { dimensions: ['cause'], label: { zh: '案由', en: 'cause' } },
    labels: new Map(courts.map(({ name }, i) => [name, name === '本院' ? name : `法院 ${i}`])),
    ownCourt: '本院',
    range: { from: '2025-01-01', to: '2025-09-30' },
    asOf: null,
    isSynthetic: false,
    isPending: false,
    areNamed: false,
    locale: 'zh',
  } as const;

  test('every court with ten cases is a dot under its number; the small one is named below', () => {
    const { crude, adjusted, figure } = toStripPairView(input);
    expect(crude.dots).toHaveLength(11);
    expect(crude.dots.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(['80.00%']);
    expect(crude.dots.map(({ label }) => label)).toContain('法院 1');
    expect(figure.caption).toContain('不足 10 件未画:法院 11');
    expect(crude.middle?.median).toBeCloseTo(0.345, 12);
    // Observed / expected of a court with .345 would be .345 / .57314.
    expect(adjusted?.middle?.median).toBeCloseTo(0.345 / (1148 / 2003), 9);
    expect(figure.caption).not.toContain('未按案件构成调整');
  });

  test('where nothing can be expected of a court, it says that nothing was adjusted', () => {
    const bare = courts.map((court) => ({ ...court, indirect: null }));
    const { adjusted, figure } = toStripPairView({ ...input, courts: bare });
    expect(adjusted).toBeNull();
    expect(figure.caption).toContain('未按案件构成调整');
    expect(figure.caption.join()).not.toContain('已按');
  });
});
