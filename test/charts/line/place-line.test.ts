import { describe, expect, test } from 'vitest';
import { toFrame } from '../../../src/charts/frame/frame.ts';
import { findPoint, stepPoint } from '../../../src/charts/line/find-point.ts';
import { lineFrame } from '../../../src/charts/line/line-frame.ts';
import { announcePoint, focusedPoint, lineTooltipRows } from '../../../src/charts/line/line-tooltip.ts';
import type { LinePoint, LineView } from '../../../src/charts/line/line-view.ts';
import { placeLine } from '../../../src/charts/line/place-line.ts';
import { courtsView, trendView } from '../fixtures.ts';

const point = (month: number, value: number | null, isPartial = false): LinePoint => ({
  date: `2025-0${month}-01`,
  value,
  text: value === null ? '没有案件' : `${value} 天`,
  detail: '9 件',
  period: `2025年${month}月`,
  isPartial,
});

const view: LineView = {
  summary: '天数',
  grain: 'month',
  axis: { unit: '天', formatTick: String, isFromZero: true },
  series: [
    {
      id: 'own',
      label: '本院',
      tone: 'own',
      points: [point(1, 10), point(2, 20), point(3, null), point(4, 40), point(5, 30, true)],
    },
    {
      id: 'peer',
      label: '全部',
      tone: 'peer',
      points: [point(1, 15), point(2, 15), point(3, 15), point(4, 15), point(5, 15)],
    },
  ],
};

// A plot of 160 × 100: from January to May 2025 are 31 + 28 + 31 + 30 = 120 days; values run from 0 to 40.
const frame = toFrame(280, 120, { top: 10, right: 120, bottom: 10, left: 0 });
const placed = placeLine(view, frame, 12, 'zh');
const own = placed.lines[0];

describe('placeLine', () => {
  test('periods stand at their calendar distance', () => {
    // 160 / 120 pixels a day: February after 31 days, March after 59, April after 90.
    expect(placed.periods.map(({ x }) => x)).toEqual(
      [0, 31, 59, 90, 120].map((days) => expect.closeTo((days * 160) / 120, 6)),
    );
  });

  test('values are proportional heights from the axis at the bottom', () => {
    // 10, 20 and 40 of 40 in 100 pixels, counted from the top.
    expect(own?.points.map(({ y }) => y)).toEqual([75, 50, null, 0, 25]);
  });

  test('a gap breaks the line and is never zero', () => {
    expect(own?.path).toBe('M0,75L41.3,50M120,0Z');
    expect(own?.path).not.toContain('100');
  });

  test('the incomplete period is not part of the full line but has a path of its own', () => {
    expect(own?.partialPath).toBe('M120,0L160,25');
    expect(placed.hasPartial).toBe(true);
  });

  test('our own label leaves out a value that is not complete', () => {
    expect(own?.label?.text).toBe('本院');
    const complete = {
      ...view,
      series: view.series.map((series) => ({ ...series, points: series.points.slice(0, 4) })),
    };
    expect(placeLine(complete, frame, 12, 'zh').lines.map((line) => line.label?.text)).toEqual(['本院 40 天', '全部']);
  });

  test('own points are dots; a peer has one only where it has no neighbour', () => {
    expect(own?.points.map(({ hasDot }) => hasDot)).toEqual([true, true, false, true, true]);
    expect(placed.lines[1]?.points.some(({ hasDot }) => hasDot)).toBe(false);
    const lonely = {
      ...view,
      series: [{ id: 'p', label: 'p', tone: 'peer' as const, points: [point(1, null), point(2, 5), point(3, null)] }],
    };
    expect(placeLine(lonely, frame, 12, 'zh').lines[0]?.points.map(({ hasDot }) => hasDot)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('a day is drawn half a period left of the point of its period', () => {
    const noted = placeLine({ ...view, annotations: [{ date: '2025-02-01', label: '改革' }] }, frame, 12, 'zh');
    // February stands at 31 days, half a month is 31 / 2 days: 15.5 days.
    expect(noted.annotations.map(({ x }) => x)).toEqual([expect.closeTo((15.5 * 160) / 120, 6)]);
    expect(
      placeLine({ ...view, annotations: [{ date: '2026-02-01', label: '以后' }] }, frame, 12, 'zh').annotations,
    ).toEqual([]);
  });

  test('limits reach from half a period before to half a period after', () => {
    const limited = placeLine(
      { ...view, bands: [{ from: '2025-02-01', to: '2025-02-01', low: 10, high: 20, centre: 15 }] },
      frame,
      12,
      'zh',
    );
    expect(limited.bands[0]).toMatchObject({ y: 50, height: 25, centreY: 62.5 });
    expect(limited.bands[0]?.width).toBeCloseTo((31 * 160) / 120, 6);
  });

  test('one period and no period are drawn too', () => {
    const single = { ...view, series: [{ id: 'own', label: '本院', tone: 'own' as const, points: [point(1, 10)] }] };
    expect(placeLine(single, frame, 12, 'zh').periods).toEqual([{ date: '2025-01-01', x: 80 }]);
    expect(placeLine({ ...view, series: [] }, frame, 12, 'zh').lines).toEqual([]);
  });
});

describe('looking at points', () => {
  test('the pointer finds the nearest period, then the nearest line', () => {
    expect(findPoint(placed, 40, 52)).toEqual({ seriesId: 'own', date: '2025-02-01' });
    expect(findPoint(placed, 40, 60)).toEqual({ seriesId: 'peer', date: '2025-02-01' });
    expect(findPoint(placed, 74, 0)).toEqual({ seriesId: 'peer', date: '2025-03-01' });
  });

  test('arrows walk periods and lines and stop at the ends', () => {
    const february = { seriesId: 'own', date: '2025-02-01' };
    expect(stepPoint(placed, february, 'ArrowRight')).toEqual({ seriesId: 'own', date: '2025-03-01' });
    expect(stepPoint(placed, february, 'Home')).toEqual({ seriesId: 'own', date: '2025-01-01' });
    expect(stepPoint(placed, february, 'End')).toEqual({ seriesId: 'own', date: '2025-05-01' });
    expect(stepPoint(placed, { seriesId: 'own', date: '2025-01-01' }, 'ArrowLeft')).toEqual({
      seriesId: 'own',
      date: '2025-01-01',
    });
    // In February 本院 (20) stands above 全部 (15).
    expect(stepPoint(placed, february, 'ArrowDown')).toEqual({ seriesId: 'peer', date: '2025-02-01' });
    expect(stepPoint(placed, february, 'ArrowUp')).toEqual(february);
    expect(stepPoint(placed, null, 'ArrowLeft')).toEqual({ seriesId: 'own', date: '2025-05-01' });
    expect(stepPoint(placed, february, 'x')).toBeNull();
  });

  test('the tooltip lists all lines from top to bottom and the voice says the one looked at', () => {
    const focused = focusedPoint(placed, { seriesId: 'own', date: '2025-05-01' });
    expect(focused).not.toBeNull();
    if (focused === null) return;
    expect(lineTooltipRows(placed, focused).map(({ label, text, isActive }) => [label, text, isActive])).toEqual([
      ['本院', '30 天', true],
      ['全部', '15 天', false],
    ]);
    expect(announcePoint(focused, '期间未满')).toBe('2025年5月,期间未满,本院,30 天,9 件');
  });

  test('thirteen lines are not all listed', () => {
    const many = placeLine(courtsView, lineFrame(courtsView, 800, 260, 13), 13, 'zh');
    const focused = focusedPoint(many, { seriesId: 'court-3', date: '2022-01-01' });
    expect(focused === null ? [] : lineTooltipRows(many, focused).map(({ id }) => id)).toEqual(['court-3']);
  });
});

test('the frame leaves room for the labels, but never more than a third of a narrow chart', () => {
  const wide = lineFrame(trendView, 1000, 260, 13);
  // 全部法院合计 is 6 × 13 = 78 wide, and 18 stand between it and the line.
  expect(wide.margin.right).toBe(96);
  expect(lineFrame(trendView, 200, 260, 13).margin.right).toBe(68);
});
