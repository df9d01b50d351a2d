import { describe, expect, test } from 'vitest';
import { DEFAULT_OPENED, type OpenedFigure } from '../../src/state/opened-figure.ts';
import { DEFAULT_VIEW, fromHash, toHash, type View } from '../../src/state/url.ts';

const FULL: View = {
  page: 'trend',
  locale: 'en',
  isProjector: true,
  isMasked: true,
  from: '2025-01-01',
  to: '2025-09-30',
  filter: { court: ['甲法院', '乙&丙=法院'], judge: [null, '张三'], matter: ['民事'] },
  monthStartDay: 21,
  metric: 'mean_days',
  variants: { settlement_rate: 'b', reversal_rate: 'd3' },
  beside: 'b',
  grain: 'quarter',
  splitBy: 'department',
  hasPreviousYear: false,
  ownCourt: '甲法院',
  arePeersNamed: true,
  against: '乙&丙=法院',
  peerGroup: '近邻',
  isRanked: true,
  gapBy: 'procedure',
  changeBy: 'department',
  disputed: ['ordered', 'evidence'],
  reform: '2024-10-01',
  transition: 3,
  control: '丙法院',
  isNet: true,
  nearDays: 30,
  agesBy: 'procedure',
  isFestivalAligned: true,
  unitsBy: 'judge',
  hasBatches: false,
  leastBatch: 20,
  opened: null,
};

describe('view in the URL', () => {
  test('whatever was chosen survives a reload', () => {
    expect(fromHash(toHash(FULL))).toEqual(FULL);
  });

  test('the default view has a bare address', () => {
    expect(toHash(DEFAULT_VIEW)).toBe('#/start');
    expect(fromHash('')).toEqual(DEFAULT_VIEW);
  });

  test('the opened figure survives with its group, its period and its order', () => {
    const opened: OpenedFigure = {
      reason: { text: '事实不清' },
      metric: 'reversal_rate',
      variant: 'd3',
      part: 'numerator',
      group: { court: ['乙&丙=法院'], judge: [null] },
      hasAllCourts: true,
      from: '2025-03-01',
      to: '2025-03-31',
      range: { kind: 'days_left', from: -30, to: null },
      sortBy: 'days_left',
      isDescending: true,
      back: 'trend',
    };
    const cases: View = { ...FULL, page: 'cases', opened };
    expect(fromHash(toHash(cases))).toEqual(cases);
    const plain: View = { ...cases, opened: { ...DEFAULT_OPENED, metric: 'pending' } };
    expect(fromHash(toHash(plain))).toEqual(plain);
    expect(toHash({ ...DEFAULT_VIEW, page: 'cases', opened: plain.opened })).toBe('#/cases?of=pending');
  });

  test('the opened figure leaves the address with its page; a column that is none is no order', () => {
    const left = toHash({ ...FULL, opened: { ...DEFAULT_OPENED, metric: 'pending' } });
    expect(left).toBe(toHash(FULL));
    expect(fromHash('#/cases?of=pending&of.sort=-drop').opened).toEqual({ ...DEFAULT_OPENED, metric: 'pending' });
    expect(fromHash('#/cases').opened).toBeNull();
    expect(fromHash('#/cases?of=pending&of.range=age:1..2').opened?.range).toBeNull();
    expect(fromHash('#/cases?of=pending&of.range=age_months:..12').opened?.range).toEqual({
      kind: 'age_months',
      from: null,
      to: 12,
    });
  });

  test('an empty choice of courts is kept apart from no choice', () => {
    const all = { ...DEFAULT_VIEW, filter: { court: [] } };
    expect(fromHash(toHash(all)).filter).toEqual({ court: [] });
    expect(fromHash('#/overview').filter).toEqual({});
  });

  test('what makes no sense falls back to the default', () => {
    expect(fromHash('#/nowhere?grain=week&from=2025-02-31x&split=case_no&month-start=7')).toEqual(DEFAULT_VIEW);
    expect(fromHash('#/trend?from=2025-13-01').from).toBeNull();
  });

  test('markup in an address is text', () => {
    const view = fromHash('#/trend?court=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    expect(view.filter.court).toEqual(['<img src=x onerror=alert(1)>']);
    expect(toHash(view)).not.toContain('<');
  });
});
