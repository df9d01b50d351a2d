import { describe, expect, test } from 'vitest';
import { addedDays, toAgeView } from '../../src/panels/duration/age-view.ts';
import { toDistributionView } from '../../src/panels/duration/distribution-view.ts';
import { toDurationPopulation } from '../../src/panels/duration/duration-population.ts';
import { toOpenShareView } from '../../src/panels/duration/open-share-view.ts';
import type { SectionContext } from '../../src/panels/duration/section-context.ts';
import type { DurationAge } from '../../src/query/duration-age.ts';
import type { DurationRisk } from '../../src/query/duration-risk.ts';

const context: SectionContext = {
  locale: 'zh',
  asOf: '2025-09-30',
  isSynthetic: false,
  isPending: false,
  hasProcedures: true,
  isOwn: true,
};
const scope = {
  period: { start: '2025-01-01', end: '2025-10-01' },
  filter: { matter: ['民事'], level: ['一审'] },
};

describe('population', () => {
  test('is 民事一审 where nothing is chosen, dimension by dimension', () => {
    expect(toDurationPopulation({ matter: ['刑事'] }, ['matter', 'level']).filter).toEqual({
      matter: ['刑事'],
      level: ['一审'],
    });
    expect(toDurationPopulation({}, ['matter']).defaults).toEqual(['matter']);
    expect(toDurationPopulation({}, []).isUnspecific).toBe(true);
  });
});

describe('distribution', () => {
  const summary = { procedure: '简易程序', count: 20, median: 40, p99: 100, longest: 300 };
  const bins = [
    { bin: 2, count: 18 },
    { bin: 7, count: 1 },
    { bin: 20, count: 1 },
  ];

  test('the axis ends after the 99th percentile and names the rest; the limit is a line', () => {
    const { histograms, figure } = toDistributionView({ scope, value: [{ ...summary, bins }] }, context);
    const [plot] = histograms;
    // 100 lies in the bin 90–104, so the axis ends at 105; the case of bin 7 (105–119) and that of 300 days lie beyond.
    expect(plot?.end).toBe(105);
    expect(plot?.bins.map(({ count }) => count)).toEqual([0, 0, 18, 0, 0, 0, 0]);
    expect(plot?.beyond).toBe('另有 2 件超过 104 天未画出,最长 300 天');
    expect(plot?.marks.map(({ label }) => label)).toEqual(['中位数 40 天', '审限 3 个月']);
    expect(figure.title).toContain('简易程序 40 天');
  });

  test('says why nothing is drawn', () => {
    expect(toDistributionView({ scope, value: [] }, context).figure.status.kind).toBe('empty');
    const few = toDistributionView({ scope, value: [{ ...summary, count: 9, bins }] }, context);
    expect(few.figure.status.kind).toBe('too-small');
    expect(few.histograms).toEqual([]);
  });
});

describe('share still open', () => {
  const view = (rows: DurationRisk['rows'], closedMedian: number | null = null) =>
    toOpenShareView({ scope, value: [{ procedure: null, isTotal: true, rows }] }, closedMedian, context);

  test('the median counts pending cases, in words', () => {
    // 40 cases: 10 close at 30 days (S = .75), 10 at 60 (S = .5 - flat until 90, so the median is the middle, 75),
    // 8 are censored at 70, 2 of the remaining 12 close at 90 (S = .5 * 10 / 12), 10 are pending at 120.
    const { sentences, figure } = view(
      [
        { time: 30, atRisk: 40, events: 10, leaving: 10 },
        { time: 60, atRisk: 30, events: 10, leaving: 10 },
        { time: 70, atRisk: 20, events: 0, leaving: 8 },
        { time: 90, atRisk: 12, events: 2, leaving: 2 },
        { time: 120, atRisk: 10, events: 0, leaving: 10 },
      ],
      50,
    );
    expect(sentences[0]).toBe('已把 18 件未结案件计入(按“至今仍未结”处理)。');
    expect(sentences[1]).toContain('估计一半案件在 75 天内审结');
    expect(sentences[2]).toBe('若只算期间内已结案件,中位数为 50.0 天,偏短 25.0 天。');
    expect(figure.table.rows[0]?.cells[4]?.value).toBeCloseTo((0.5 * 10) / 12, 12);
    expect(figure.table.rows[0]?.cells[5]?.value).toBeNull();
  });

  test('all pending: no median, said in words', () => {
    const { sentences, figure } = view([{ time: 40, atRisk: 12, events: 0, leaving: 12 }]);
    expect(sentences).toEqual(['已把 12 件未结案件计入(按“至今仍未结”处理)。', '未结比例过半,中位数尚无法估计。']);
    expect(figure.status.kind).toBe('ready');
  });

  test('nothing, and fewer than 10', () => {
    expect(toOpenShareView({ scope, value: [] }, null, context).figure.status.kind).toBe('empty');
    const few = view([{ time: 40, atRisk: 9, events: 9, leaving: 9 }]).figure;
    expect(few.status.kind).toBe('too-small');
    // nor does the title claim that most are open
    expect(few.title).toBe('仍未结的比例,按立案后天数');
  });
});

describe('the weight of old cases', () => {
  const base: DurationAge = {
    closed: 1000,
    closedDays: 60_000,
    closedOld: 10,
    closedOldDays: 5_000,
    open: 200,
    openOld: 4,
    openMedianAge: 40,
  };
  // 100 old closings of 500 days beside 900 young of 50: the mean is 95, without them 50; before 60 and 55 000 / 990.
  const clearing = { ...base, closedDays: 95_000, closedOld: 100, closedOldDays: 50_000 };

  test('nothing changed, nothing announced', () => {
    expect(toAgeView(base, base, null, 'zh').warnings).toEqual([]);
  });

  test('more old closings raise the mean', () => {
    expect(addedDays(clearing, base)).toBeCloseTo(95 - 50 - (60 - 55_000 / 990), 9);
    expect(toAgeView(clearing, base, null, 'zh').warnings[0]).toContain('多 40.6 天');
  });

  test('more old pending cases keep it low', () => {
    expect(toAgeView({ ...base, openOld: 40 }, base, null, 'zh').warnings).toHaveLength(1);
  });

  test('without last year, or with few cases, nothing is judged', () => {
    expect(toAgeView(clearing, null, null, 'zh').warnings).toEqual([]);
    expect(toAgeView({ ...clearing, open: 9 }, base, null, 'zh').warnings).toEqual([]);
  });
  test('of pending cases that the data lack nothing is said but why', () => {
    const view = toAgeView({ ...base, openOld: 40 }, base, '只有已结案件', 'zh');
    expect(view.warnings).toEqual([]);
    expect(view.facts).toContain('只有已结案件');
    expect(view.facts).not.toContain('期末未结');
    expect(toAgeView({ ...clearing, open: 0 }, { ...base, open: 0 }, '只有已结案件', 'zh').warnings).toHaveLength(1);
  });
});
