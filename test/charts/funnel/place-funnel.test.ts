import { describe, expect, test } from 'vitest';
import type { FunnelPoint, FunnelView } from '../../../src/charts/funnel/funnel-view.ts';
import { findFunnelPoint, funnelFrame, placeFunnel, stepFunnelPoint } from '../../../src/charts/funnel/place-funnel.ts';
import { formatTick } from '../../../src/text/format.ts';

const point = (id: string, size: number, value: number, isOwn = false): FunnelPoint => ({
  id,
  label: id,
  isLabelled: true,
  size,
  value,
  text: '',
  detail: '',
  standing: 'none',
  isOwn,
});

const view: FunnelView = {
  summary: '',
  axis: { unit: '', formatTick: (value, step) => formatTick(value, 'ratio', step), bounds: [0, 1] },
  sizeLabel: '件数',
  formatSize: String,
  points: [point('大', 400, 0.4), point('小', 100, 0.5), point('本院', 100, 0.505, true)],
  target: { value: 0.4, label: '' },
  limits: [50, 100, 400].map((size) => {
    const band = { lower: 0.4 - 2 / Math.sqrt(size), upper: 0.4 + 2 / Math.sqrt(size) };
    return { size, deciding: band, chance998: band, chance95: band };
  }),
  key: { deciding: '', chance998: '', chance95: '' },
};
const frame = funnelFrame(500, 300, 13);
const placed = placeFunnel(view, frame, 13);
const at = (id: string) => placed.points.find((spot) => spot.id === id);

describe('funnel', () => {
  test('sizes stand on a square-root scale: a quarter of the cases is half the way', () => {
    expect(at('大')?.x).toBeCloseTo(frame.innerWidth, 9);
    expect(at('小')?.x).toBeCloseTo(frame.innerWidth / 2, 9);
  });

  test('the target is where its value is, and every point lies within the plot', () => {
    expect(placed.targetY).toBeCloseTo(at('大')?.y ?? NaN, 9);
    for (const { y } of placed.points) expect(y >= 0 && y <= frame.innerHeight).toBe(true);
  });

  test('our own label is always there; another that it would cover is left out', () => {
    expect(at('本院')?.label).not.toBeNull();
    expect(at('小')?.label).toBeNull();
    expect(at('大')?.label?.anchor).toBe('end');
  });

  test('the pointer finds the nearest point within reach only', () => {
    const own = at('本院');
    expect(findFunnelPoint(placed, (own?.x ?? 0) + 2, (own?.y ?? 0) - 3, 20)?.id).toBe('本院');
    expect(findFunnelPoint(placed, 5, 5, 20)).toBeNull();
  });

  test('keys start at our own point and walk by size', () => {
    expect(stepFunnelPoint(placed, null, 'ArrowRight')).toBe('本院');
    expect(stepFunnelPoint(placed, '本院', 'ArrowRight')).toBe('大');
    expect(stepFunnelPoint(placed, '大', 'ArrowRight')).toBe('大');
    expect(stepFunnelPoint(placed, '大', 'Tab')).toBeNull();
  });
});
