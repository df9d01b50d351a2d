import { describe, expect, test } from 'vitest';
import { compareFigures, isOfSameCases, rateInterval, wordsFor } from '../../src/panels/figure/evidence.ts';
import { toFigureCardView } from '../../src/panels/figure/figure-card-view.ts';
import { countText, figureAt, publishedOf, reasonOf, valueText, type Figure } from '../../src/panels/figure/figure.ts';
import { findMetric } from '../../src/metrics/index.ts';
import { wilsonInterval } from '../../src/statistics/interval.ts';
import { isYoung } from '../../src/panels/figure/young.ts';
import { measure, resultTable, type Numbers } from '../support/result-table.ts';

function figure(id: string, numbers: Numbers): Figure {
  const found = figureAt(resultTable([measure(id, null, [numbers])]), { id }, 0);
  if (found === null) throw new Error(`no metric ${id}`);
  return found;
}

const rate = (x: number, n: number, id = 'settlement_rate') =>
  figure(id, { value: x / n, numerator: x, denominator: n });

describe('one figure', () => {
  test('a rate prints its value, n/N and attributes', () => {
    const settlement = rate(1204, 1967);
    expect(valueText(settlement, 'zh')).toBe('61.21%'); // 1204 / 1967 = 0.612099…
    expect(countText(settlement, 'zh')).toBe('1,204 / 1,967 件');
    expect(publishedOf(settlement, '甲法院')).toEqual({
      metric: 'settlement_rate',
      variant: 'a',
      numerator: 1204,
      denominator: 1967,
      n: 1967,
      group: '甲法院',
    });
  });

  test('below ten cases only the counts are printed', () => {
    expect(valueText(rate(4, 7), 'zh')).toBe('7 件中 4 件');
    expect(valueText(rate(4, 7), 'en')).toBe('4 of 7 cases');
    expect(valueText(rate(4, 10), 'zh')).toBe('40.00%');
  });

  test('a missing value says why, with the label of the column that lacks', () => {
    const missing = figure('settlement_rate', { missing: 'missing-column:closing' });
    expect(reasonOf(missing)?.zh).toBe('导入的文件没有“结案方式”一栏,或这一栏全是空白;补上后即可计算');
    expect(reasonOf(figure('settlement_rate', { missing: 'no-cases' }))?.zh).toBe('所选范围和期间内没有计入的案件');
  });

  test('a zero is a value', () => {
    expect(valueText(rate(0, 60), 'zh')).toBe('0.00%');
    expect(reasonOf(rate(0, 60))).toBeNull();
  });
});

describe('a rate whose events are those of other cases', () => {
  test('上诉率 A and 发改率 D1 are; 调撤率, D3 and the rates of one cohort are not', () => {
    const isShared = (id: string, variant: string): boolean | undefined => {
      const found = findMetric(id)?.variants.find((one) => one.id === variant);
      return found === undefined ? undefined : isOfSameCases(found);
    };
    expect(isShared('appeal_rate', 'a')).toBe(false);
    expect(isShared('acceptance_rate', 'a')).toBe(false);
    expect(isShared('reversal_rate', 'd1')).toBe(false);
    expect(isShared('reversal_rate', 'd2')).toBe(false);
    expect(isShared('settlement_rate', 'a')).toBe(true);
    expect(isShared('reversal_rate', 'd3')).toBe(true);
    expect(isShared('reversal_rate', 'd5')).toBe(true);
    expect(isShared('appeal_rate', 'd')).toBe(true);
  });

  test('24 appeals over 200 closings: R, poisson.test(c(24, 200)); of the complement the same, turned round', () => {
    const appeals = rateInterval(rate(24, 200, 'appeal_rate'), wilsonInterval);
    expect(appeals?.lower).toBeCloseTo(0.075112871449312, 10);
    expect(appeals?.upper).toBeCloseTo(0.18373616706285, 10);
    const accepted = rateInterval(rate(176, 200, 'acceptance_rate'), wilsonInterval);
    expect(accepted?.lower).toBeCloseTo(1 - 0.18373616706285, 10);
    expect(accepted?.upper).toBeCloseTo(1 - 0.075112871449312, 10);
    // Of a share Wilson's: prop.test(24, 200, correct = FALSE).
    const share = rateInterval(rate(24, 200), wilsonInterval);
    expect(share?.lower).toBeCloseTo(0.0819, 3);
    expect(share?.upper).toBeCloseTo(0.1723, 3);
  });

  test('more appeals than closings have an interval, and a difference has one', () => {
    expect(rateInterval(rate(230, 200, 'appeal_rate'), wilsonInterval)?.upper).toBeCloseTo(1.3969825441218, 10);
    const change = compareFigures(rate(24, 200, 'appeal_rate'), rate(15, 250, 'appeal_rate'));
    expect(change?.interval?.lower).toBeCloseTo(-0.000717481517306301, 10);
    expect(change?.interval?.upper).toBeCloseTo(0.129187004913169, 10);
    const rest = compareFigures(rate(176, 200, 'acceptance_rate'), rate(235, 250, 'acceptance_rate'));
    expect(rest?.interval?.lower).toBeCloseTo(-0.129187004913169, 10);
  });
});

describe('evidence for a difference', () => {
  test('a rate is better only where the interval of the difference excludes 0', () => {
    // 60 % of 500 against 50 % of 500: difference 0.10, Newcombe about 0.038 to 0.160
    const change = compareFigures(rate(300, 500), rate(250, 500));
    expect(change?.difference).toBeCloseTo(0.1, 12);
    expect(change?.interval?.lower).toBeGreaterThan(0.03);
    expect(change?.verdict).toBe('better');
    // 6 of 10 against 5 of 10 may be chance
    expect(compareFigures(rate(6, 10), rate(5, 10))?.verdict).toBe('none');
  });

  test('for an appeal rate up is worse; a reversal rate is called higher or lower: zero is no goal', () => {
    expect(compareFigures(rate(90, 1000, 'appeal_rate'), rate(40, 1000, 'appeal_rate'))?.verdict).toBe('worse');
    expect(compareFigures(rate(40, 1000, 'appeal_rate'), rate(90, 1000, 'appeal_rate'))?.verdict).toBe('better');
    for (const id of ['reversal_rate', 'alteration_rate', 'remand_rate']) {
      const change = compareFigures(rate(20, 1000, id), rate(60, 1000, id));
      expect([change?.verdict, change === null ? '' : wordsFor(change).zh]).toEqual(['none', '低于以往']);
    }
  });

  test('shown is the 95 % interval; a change is named where that of 99.8 % excludes 0 too', () => {
    // 56 % of 500 against 49 %: 0.07, standard error 0.0315, z = 2.2: beyond 1.96, not beyond 3.09
    const change = compareFigures(rate(280, 500), rate(245, 500));
    expect(change?.interval?.lower).toBeGreaterThan(0);
    expect(change?.isBeyondChance).toBe(false);
    expect(change === null ? '' : wordsFor(change).zh).toBe('不能认定有变化');
  });

  test('a metric without a favourable direction is called higher, never better', () => {
    const change = compareFigures(rate(300, 500, 'withdrawal_rate'), rate(200, 500, 'withdrawal_rate'));
    expect(change?.verdict).toBe('none');
    expect(change === null ? '' : wordsFor(change).zh).toBe('高于以往');
  });

  test('means of days use Welch: 100 cases each, 50 against 60 days, deviation 20', () => {
    // standard error sqrt(400/100 + 400/100) = 2.828, t(198) = 1.972: −10 ± 5.58
    const days = (value: number) => figure('mean_days', { value, n: 100, deviation: 20 });
    const change = compareFigures(days(50), days(60));
    expect(change?.interval?.lower).toBeCloseTo(-15.58, 2);
    expect(change?.interval?.upper).toBeCloseTo(-4.42, 2);
    expect(change?.verdict).toBe('better');
  });

  test('counts, medians and 结收比 carry no verdict', () => {
    expect(
      compareFigures(figure('incoming', { value: 200, n: 200 }), figure('incoming', { value: 100, n: 100 }))?.verdict,
    ).toBe('none');
    expect(
      compareFigures(figure('median_days', { value: 20, n: 50 }), figure('median_days', { value: 90, n: 50 }))?.verdict,
    ).toBe('none');
    expect(compareFigures(rate(900, 1000, 'clearance_rate'), rate(100, 1000, 'clearance_rate'))?.verdict).toBe('none');
  });
});

describe('card', () => {
  const input = { lastYear: null, previous: null, locale: 'zh', hasLastYear: true, hasPrevious: true } as const;

  test('rates differ in 百分点, days in 天, counts in %', () => {
    const lines = (now: Figure, before: Figure) =>
      toFigureCardView({ ...input, now, lastYear: before, previous: before }).changes;
    expect(lines(rate(300, 500), rate(250, 500))[0]?.text).toBe('+10.00 个百分点');
    const days = (value: number) => figure('mean_days', { value, n: 100, deviation: 20 });
    expect(lines(days(50), days(60))[1]?.text).toBe('−10.00 天');
    expect(lines(figure('incoming', { value: 110, n: 110 }), figure('incoming', { value: 100, n: 100 }))[0]?.text).toBe(
      '+10.0%',
    );
  });

  test('a period longer than a year and data that do not reach back are said, not computed', () => {
    expect(toFigureCardView({ ...input, now: rate(300, 500) }).changes.map((line) => line.text)).toEqual([
      '期间超过一年,不作同比',
    ]);
    const view = toFigureCardView({
      ...input,
      now: rate(300, 500),
      lastYear: rate(1, 500),
      previous: rate(1, 500),
      hasLastYear: false,
    });
    expect(view.changes[0]?.text).toBe('数据里没有可比的上年同期');
  });

  test('a cohort whose appeals may still come is compared with none, and says so', () => {
    const young = { variant: findMetric('appeal_rate')?.variants.find(({ id }) => id === 'd') };
    if (young.variant === undefined) throw new Error('no variant');
    // Three months for appeals: the cases of September are told by the end of December.
    expect(isYoung(young.variant, '2025-10-01', '2025-12-30')).toBe(true);
    expect(isYoung(young.variant, '2025-10-01', '2025-12-31')).toBe(false);
    const now = { ...rate(60, 1000, 'appeal_rate'), variant: young.variant };
    const before = { ...rate(200, 1000, 'appeal_rate'), variant: young.variant };
    const card = {
      now,
      lastYear: before,
      previous: null,
      locale: 'zh',
      hasLastYear: true,
      hasPrevious: false,
    } as const;
    expect(toFigureCardView(card).changes[0]?.verdict).toBe('better');
    expect(toFigureCardView({ ...card, isYoung: true }).changes).toEqual([
      {
        term: '同比',
        text: '期末距数据截止不足 3 个月,后续的上诉、二审结果还没有到齐,不作比较',
        words: '',
        range: '',
        verdict: 'none',
      },
    ]);
  });

  test('few cases: counts instead of a rate, no interval, no comparison', () => {
    const view = toFigureCardView({ ...input, now: rate(4, 7), lastYear: rate(100, 200) });
    expect(view).toMatchObject({ number: '7 件中 4 件', unit: '', count: '件数少,不列比率', interval: '' });
    expect(view.changes[0]).toMatchObject({ text: '件数少,不列比率', verdict: 'none' });
  });
});
