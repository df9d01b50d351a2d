import { describe, expect, test } from 'vitest';
import { findMetric } from '../../../src/metrics/index.ts';
import { toCourtLabels } from '../../../src/panels/benchmark/court-names.ts';
import { toCourtStrata, toCourtUnits, type CourtUnit } from '../../../src/panels/benchmark/court-unit.ts';
import { findingOf } from '../../../src/panels/benchmark/finding.ts';
import { adjustedOutcome, crudeOutcome, standingOf } from '../../../src/panels/benchmark/outcome.ts';
import { ownChange } from '../../../src/panels/benchmark/own-change.ts';
import { isYoungColumn } from '../../../src/panels/benchmark/rug-columns.ts';
import { hasCases, isComputed, isWithheld, toRugView } from '../../../src/panels/benchmark/rug-view.ts';
import type { ResultTable } from '../../../src/query/metric-query.ts';
import { definitionOf } from '../signals/monthly-answer.ts';

const SETTLEMENT = findMetric('settlement_rate');
if (SETTLEMENT === undefined) throw new Error('no settlement rate');
const definition = SETTLEMENT;
const ref = { id: 'settlement_rate' };

type Row = readonly [court: string, x: number, n: number, cause?: string];

function tableOf(rows: readonly Row[]): ResultTable {
  const nothing = rows.map(() => null);
  return {
    rowCount: rows.length,
    periodStart: null,
    groups: { court: rows.map(([court]) => court), cause: rows.map((row) => row[3] ?? '甲') },
    measures: {
      settlement_rate: {
        id: 'settlement_rate',
        variant: null,
        value: rows.map(([, x, n]) => (n > 0 ? x / n : null)),
        numerator: rows.map(([, x]) => x),
        denominator: rows.map(([, , n]) => n),
        n: nothing,
        deviation: nothing,
        missing: rows.map(([, , n]) => (n > 0 ? null : 'no-cases')),
      },
    },
  };
}

const NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const even: readonly Row[] = NAMES.map((name) => [name, 40, 100]);

function unitsOf(rows: readonly Row[], strata: readonly Row[] = rows): readonly CourtUnit[] {
  const order = [...new Set(rows.map(([court]) => court))];
  return toCourtUnits(ref, order, tableOf(rows), toCourtStrata(order, tableOf(strata), ['cause']));
}

describe('who is judged', () => {
  test('nine courts are too few for a funnel, ten are enough', () => {
    expect(crudeOutcome(unitsOf(even.slice(1)))).toBeNull();
    expect(crudeOutcome(unitsOf(even))?.units.size).toBe(10);
  });

  test('a court with 3 cases, all settled, and one with none are never best or worst', () => {
    const units = unitsOf([...even, ['小', 3, 3], ['空', 0, 0]]);
    const outcome = adjustedOutcome(units);
    expect(outcome?.units.size).toBe(10);
    const wordsOf = (name: string) => {
      const court = units.find((unit) => unit.name === name);
      return court && findingOf(court, outcome, definition);
    };
    expect(wordsOf('小')).toMatchObject({ standing: null, words: { zh: '件数少,不作判断' } });
    expect(wordsOf('空')).toMatchObject({ standing: null, words: { zh: '无此类案件' } });
  });

  test('a court of the list without any row is shown as having no such cases', () => {
    const units = toCourtUnits(ref, ['一', '无'], tableOf(even), null);
    expect(units[1]).toMatchObject({ name: '无', figure: null, n: 0, unjudged: 'no-cases' });
  });

  test('only 99.8 % is said to be better or worse, and only where there is a direction', () => {
    expect(standingOf('high998', 'up')).toBe('better');
    expect(standingOf('low998', 'up')).toBe('worse');
    expect(standingOf('high998', 'down')).toBe('worse');
    expect(standingOf('low998', 'neither')).toBe('apart');
    expect(standingOf('high95', 'up')).toBe('none');
  });
});

describe('case mix', () => {
  // Every court settles 60 of 100 甲 and 20 of 100 乙. Nine have 100 of each; the tenth 20 甲 and 380 乙:
  // 12 + 76 = 88 of 400 = 22 %, against 80 of 200 = 40 %. Expected 20 × .6 + 380 × .2 = 88 = observed.
  const strata: readonly Row[] = NAMES.flatMap((name): Row[] =>
    name === '十'
      ? [
          [name, 12, 20, '甲'],
          [name, 76, 380, '乙'],
        ]
      : [
          [name, 60, 100, '甲'],
          [name, 20, 100, '乙'],
        ],
  );
  const crude: readonly Row[] = NAMES.map((name) => (name === '十' ? [name, 88, 400] : [name, 80, 200]));
  const units = unitsOf(crude, strata);

  test('a court that differs by its mix alone is beyond the crude limits and exactly as expected', () => {
    expect(crudeOutcome(units)?.units.get('十')?.flag).toBe('low998');
    expect(units[9]?.indirect?.expected).toBeCloseTo(88, 10);
    expect(adjustedOutcome(units)?.units.get('十')).toMatchObject({ flag: 'in' });
    expect(adjustedOutcome(units)?.units.get('十')?.value).toBeCloseTo(1, 12);
  });

  test('in the health check it shows 22 % and no evidence of a difference', () => {
    const view = toRugView({
      order: NAMES,
      labels: toCourtLabels(NAMES, '三', true, 'zh'),
      columns: [{ ref, definition, courts: units, outcome: adjustedOutcome(units), lastYear: null }],
      ownCourt: '三',
      areJudged: true,
      isFinal: true,
      locale: 'zh',
    });
    expect(view.rows[10]?.cells[0]).toMatchObject({
      text: '22.00%',
      count: '400',
      standing: 'none',
      words: '不能认定有差异',
      published: { metric: 'settlement_rate', numerator: 88, denominator: 400, group: '十' },
    });
    // All courts: 9 × 80 + 88 = 808 of 9 × 200 + 400 = 2200.
    expect(view.rows[0]?.cells[0]).toMatchObject({ value: 808 / 2200, standing: null });
    // Our own court first, where it is found among hundreds; then the neutral order, which says nothing of the values.
    const others = NAMES.filter((name) => name !== '三');
    expect(view.rows.map(({ label }) => label)).toEqual(['可比法院合计', '三', ...others]);
  });

  test('a figure withheld of every court is no column; of one court, a short word with its sentence', () => {
    const withheld = (unit: CourtUnit): CourtUnit =>
      unit.figure === null
        ? unit
        : { ...unit, unjudged: 'no-figure', figure: { ...unit.figure, value: null, missing: 'slice:closed-only' } };
    const all = { courts: units.map(withheld) };
    expect([isComputed(all), hasCases(all), isWithheld(all)]).toEqual([true, false, true]);
    const one = { courts: units.map((unit, i) => (i === 0 ? withheld(unit) : unit)) };
    expect([isComputed(one), hasCases(one), isWithheld(one)]).toEqual([true, true, false]);
    const view = toRugView({
      order: NAMES,
      labels: toCourtLabels(NAMES, null, true, 'zh'),
      columns: [{ ref, definition, courts: one.courts, outcome: adjustedOutcome(units), lastYear: null }],
      ownCourt: null,
      areJudged: true,
      isFinal: true,
      locale: 'zh',
    });
    expect(view.rows[1]?.cells[0]?.text).toBe('清单不全');
    expect(view.rows[1]?.cells[0]?.words).toContain('导入的是已结案件清单');
  });

  test('the curves of a picture are the limits that decide, at the size of each court', () => {
    const outcome = crudeOutcome(units);
    const last = outcome?.toLimits().at(-1);
    expect(last?.size).toBeCloseTo(400, 9);
    expect(last?.deciding.lower).toBeCloseTo(outcome?.units.get('十')?.limits.lower998 ?? NaN, 10);
  });
});

describe('the own change of a court', () => {
  test.each([
    // Complete 12 months after its end at the latest: 2024 is with the data of 2025, January to September 2025 is not.
    ['reversal_rate', 'd5', '2025-01-01', false],
    ['reversal_rate', 'd5', '2025-10-01', true],
    // Appeals of a cohort are complete after three months.
    ['appeal_rate', 'd', '2025-07-01', false],
    ['appeal_rate', 'd', '2025-11-01', true],
    // What is dated by the appeal itself is complete at once.
    ['reversal_rate', 'd1', '2025-10-01', false],
  ])('%s %s of a period until %s is too young: %s', (id, variant, end, isYoung) => {
    const column = { ref: { id, variant }, definition: definitionOf(id), courts: [], outcome: null };
    expect(isYoungColumn(column, end, '2025-12-31')).toBe(isYoung);
  });

  const figureOf = (x: number, n: number) => {
    const figure = toCourtUnits(ref, ['一'], tableOf([['一', x, n]]), null)[0]?.figure;
    if (figure === null || figure === undefined) throw new Error('no figure');
    return figure;
  };

  test('needs an interval without zero at 99.8 %, not only at 95 %', () => {
    // 40 → 54 of 100: difference .14, standard error √(.4·.6/100 + .54·.46/100) = .070, z = 2.0: beyond 95 %, not 99.8 %.
    expect(ownChange(figureOf(54, 100), figureOf(40, 100))).toBeNull();
    // 400 → 540 of 1000: z = 6.3.
    expect(ownChange(figureOf(540, 1000), figureOf(400, 1000))).toBe('up');
    expect(ownChange(figureOf(400, 1000), figureOf(540, 1000))).toBe('down');
  });

  test('is not told of fewer than ten cases', () => {
    expect(ownChange(figureOf(9, 9), figureOf(0, 1000))).toBeNull();
  });
});
