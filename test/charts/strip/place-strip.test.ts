import { expect, test } from 'vitest';
import { placeStrip } from '../../../src/charts/strip/place-strip.ts';

const peer = (id: string, value: number | null) => ({ id, label: id, value, text: String(value) });
const base = { summary: '', lowLabel: '', highLabel: '' };

test('runs from the lowest to the highest of all, ours included', () => {
  // 8 pixels are free at each end: 10 at 8, 30 at 108, 20 in the middle.
  const placed = placeStrip({ ...base, peers: [peer('a', 20), peer('b', 30)], own: { value: 10, text: '10' } }, 116);
  expect(placed.peers.map(({ x }) => x)).toEqual([58, 108]);
  expect(placed.ownX).toBe(8);
});

test('peers without a value are left out, not drawn at zero', () => {
  const placed = placeStrip({ ...base, peers: [peer('a', null), peer('b', 5)], own: { value: null, text: '' } }, 116);
  expect(placed.peers).toEqual([{ id: 'b', x: 58, title: 'b 5' }]);
  expect(placed.ownX).toBeNull();
});
