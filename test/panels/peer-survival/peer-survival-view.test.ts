import { describe, expect, test } from 'vitest';
import { toCourtLabels } from '../../../src/panels/benchmark/court-names.ts';
import { crudePace, pacePerProcedure } from '../../../src/panels/peer-survival/pace.ts';
import {
  testSentence,
  toPeerSurvivalView,
  type PeerSurvivalInput,
} from '../../../src/panels/peer-survival/peer-survival-view.ts';
import type { PackCourse } from '../../../src/query/pack-courses.ts';
import type { DurationRisk, DurationRiskRow } from '../../../src/query/duration-risk.ts';

/** The risk table of cases that all were seen from their filing and all closed, one time per case. */
function closedAt(times: readonly number[]): readonly DurationRiskRow[] {
  const distinct = [...new Set(times)].sort((a, b) => a - b);
  return distinct.map((time) => {
    const events = times.filter((other) => other === time).length;
    return { time, atRisk: times.filter((other) => other >= time).length, events, leaving: events };
  });
}

const total = (rows: readonly DurationRiskRow[]): DurationRisk => ({ procedure: null, isTotal: true, rows });
const kind = (procedure: string, rows: readonly DurationRiskRow[]): DurationRisk => ({
  procedure,
  isTotal: false,
  rows,
});
const repeat = (time: number, count: number) => Array.from({ length: count }, () => time);

describe('pace', () => {
  test('two cases against two, by hand', () => {
    // Ours close on days 1 and 2, theirs on 3 and 4. Day 1: E = 2/4, V = 2·2/16 = 1/4; day 2: E = 1/3, V = 2/9; then none of
    // ours is at risk. O − E = 2 − 5/6 = 7/6; V = 17/36; χ² = (49/36) / (17/36) = 49/17.
    const { result, isFaster } = crudePace([total(closedAt([1, 2]))], [total(closedAt([3, 4]))]);
    expect(result.chiSquare).toBeCloseTo(49 / 17, 12);
    expect(isFaster).toBe(true);
    expect(crudePace([total(closedAt([3, 4]))], [total(closedAt([1, 2]))]).isFaster).toBe(false);
  });

  test('more simple cases make a court look fast; within procedures it is not', () => {
    const quick = closedAt(repeat(10, 5).concat(repeat(20, 5)));
    const twice = closedAt(repeat(10, 10).concat(repeat(20, 10)));
    const slow = closedAt(repeat(100, 5).concat(repeat(200, 5)));
    const twiceSlow = closedAt(repeat(100, 10).concat(repeat(200, 10)));
    const own = [
      total(closedAt([...repeat(10, 10), ...repeat(20, 10), ...repeat(100, 5), ...repeat(200, 5)])),
      kind('简易', twice),
      kind('普通', slow),
    ];
    const others = [
      total(closedAt([...repeat(10, 5), ...repeat(20, 5), ...repeat(100, 10), ...repeat(200, 10)])),
      kind('简易', quick),
      kind('普通', twiceSlow),
    ];
    expect(crudePace(own, others)).toMatchObject({ isFaster: true });
    expect(crudePace(own, others).result.p ?? 1).toBeLessThan(0.05);
    // In either procedure both close half on one day and half on the other: observed = expected.
    expect(pacePerProcedure(own, others).result.chiSquare).toBeCloseTo(0, 12);
  });

  test('words: beyond chance, or perhaps chance, or no test', () => {
    const fast = crudePace([total(closedAt(repeat(10, 50)))], [total(closedAt(repeat(90, 50)))]);
    expect(testSentence(fast, '直接', 'zh')).toContain('本院结案快于同类法院合计,超出偶然');
    const alike = crudePace([total(closedAt([10, 30]))], [total(closedAt([20, 40]))]);
    expect(testSentence(alike, '直接', 'zh')).toContain('可能只是偶然');
    expect(testSentence(crudePace([total(closedAt([10]))], []), '直接', 'zh')).toContain('不能检验');
  });
});

const input: PeerSurvivalInput = {
  period: { start: '2025-01-01', end: '2025-10-01' },
  own: [total(closedAt([...repeat(30, 10), ...repeat(60, 10)]))],
  others: [total(closedAt([...repeat(40, 20), ...repeat(80, 20)]))],
  ownCourt: '本院',
  peers: ['东院', '西院'],
  packs: ['南院'],
  packCourse: null,
  typed: ['北院'],
  labels: toCourtLabels(['东院', '西院', '本院', '南院', '北院'], '本院', true, 'zh'),
  hasProcedures: false,
  population: '民事',
  asOf: '2025-09-30',
  isSynthetic: false,
  isPending: false,
  lack: null,
  locale: 'zh',
};

describe('the view', () => {
  test('without the pending cases there is a reason in its place, and no word of who is faster', () => {
    const { figure, sentences } = toPeerSurvivalView({ ...input, lack: '只有已结案件' });
    expect(figure.status).toEqual({ kind: 'empty', reason: '只有已结案件' });
    expect(figure.title).not.toMatch(/\d/);
    expect(sentences).toEqual([]);
  });

  test('half of ours are closed after 30 days, of theirs after 40; who is left out is named with the reason', () => {
    const { figure, chart, sentences } = toPeerSurvivalView(input);
    // 10 of 20 close on day 30: exactly one half is left until day 60; R takes the middle, 45. Likewise 60.
    expect(figure.title).toBe('一半案件结案所需天数:本院 45 天,同类法院合计 60 天');
    expect(chart.curves.map(({ id, tone }) => [id, tone])).toEqual([
      ['own', 'own'],
      ['others', 'pooled'],
    ]);
    expect(figure.caption.join()).toContain('未计入:南院');
    expect(figure.caption.join()).toContain('未计入:北院');
    expect(sentences.join()).toContain('不能按程序调整');
  });

  test('courts whose names are switched off are named in no part of it', () => {
    const labels = toCourtLabels(['东院', '西院', '本院', '南院', '北院'], '本院', false, 'zh');
    const course: PackCourse = { year: 2024, courts: ['南院'], n: 25, cut: 199, steps: [], accuracy: 0.02 };
    for (const packCourse of [null, course]) {
      const text = JSON.stringify(toPeerSurvivalView({ ...input, packCourse, labels }));
      expect(text).not.toMatch(/[东西南北]院/);
      expect(text).toContain('法院 3');
      expect(text).toContain('法院 4');
    }
  });

  test('the courts of packs are a curve of their own, with its accuracy, and make a picture without peers as cases', () => {
    const course: PackCourse = {
      year: 2024,
      courts: ['南院'],
      n: 25,
      cut: 199,
      steps: [
        { days: 40, lower: 0.6, upper: 0.64 },
        { days: 90, lower: 0.2, upper: 0.2 },
      ],
      accuracy: 0.02,
    };
    const view = toPeerSurvivalView({ ...input, packCourse: course, others: [], peers: [] });
    expect(view.figure.status.kind).toBe('ready');
    const packs = view.chart.curves.find(({ id }) => id === 'packs');
    // The middle of 60 % and 64 %, and the band between them.
    expect(packs?.points[1]).toMatchObject({ time: 40, share: 0.62, lower: 0.6, upper: 0.64 });
    expect(view.figure.caption.join()).toContain('误差不超过 ±2.0 个百分点');
    expect(view.figure.caption.join()).not.toContain('未计入:南院');
    // Half closed: for certain on day 90, perhaps not before. After 180 days 20.0 %; 365 is beyond what is known.
    const row = view.figure.table.rows.find(({ id }) => id === 'packs');
    expect(row?.cells.map(({ text }) => text)).toEqual([
      '对标包法院(2024 年立案)',
      '25',
      '—',
      '90 天',
      '20.0%–20.0%',
      '20.0%–20.0%',
      '—',
    ]);
  });

  test('a curve ends where fewer than ten are left', () => {
    const own = [total(closedAt([...repeat(30, 15), ...repeat(60, 5)]))];
    const [curve] = toPeerSurvivalView({ ...input, own }).chart.curves;
    expect(curve?.points.at(-1)?.time).toBe(30);
  });

  test('curves that cross are named as such', () => {
    // Ours: 10 of 20 at day 10, the rest at 90. Theirs: all 40 at days 40 and 80: below ours only from day 80 on.
    const own = [total(closedAt([...repeat(10, 10), ...repeat(90, 10)]))];
    expect(toPeerSurvivalView({ ...input, own }).sentences.join()).toContain('两条曲线相交');
    expect(toPeerSurvivalView(input).sentences.join()).not.toContain('相交');
  });

  test('nine cases are too few; no peer as cases, no picture', () => {
    expect(toPeerSurvivalView({ ...input, own: [total(closedAt(repeat(30, 9)))] }).figure.status.kind).toBe(
      'too-small',
    );
    expect(toPeerSurvivalView({ ...input, own: [] }).figure.status.kind).toBe('empty');
    const alone = toPeerSurvivalView({ ...input, others: [], peers: [] });
    expect(alone.figure.status).toEqual({
      kind: 'empty',
      reason: '没有以案件清单或对标包加入的同类法院,不能合计审理进程',
    });
    expect(alone.sentences).toEqual([]);
  });
});
