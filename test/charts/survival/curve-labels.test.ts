import { expect, test } from 'vitest';
import { placeCurveLabels, type FallingCurve } from '../../../src/charts/survival/place-curve-labels.ts';
import { textWidth } from '../../../src/lib/text-width.ts';

const SIZE = { width: 1530, height: 425 };

/** A curve that falls from the top in steps of 2 pixels, half of it by `middle`, the slower the larger `spread`. */
function falling(id: string, label: string, middle: number, spread: number, end: number): FallingCurve {
  const points = Array.from({ length: end / 2 }, (_, i) => ({
    x: i * 2,
    y: SIZE.height * (1 - 1 / (1 + Math.exp((i * 2 - middle) / spread))),
  }));
  return { id, label, points };
}

/** 审理周期 of the sample as a projector shows it: two curves nearly alike, one steeper, one far behind. */
const CURVES = [
  falling('all', '全部案件 42 天', 250, 60, 1480),
  falling('simple', '简易程序 42 天', 245, 45, 560),
  falling('small', '小额诉讼程序 27 天', 160, 30, 290),
  falling('ordinary', '普通程序 95 天', 560, 110, 1440),
];

test.each([13, 19, 24])(
  'in type of %i pixels no curve runs through a name, and no name lies on another',
  (fontSize) => {
    const boxes = placeCurveLabels(CURVES, SIZE, fontSize).map(({ id, x, y, anchor }) => {
      const width = textWidth(CURVES.find((curve) => curve.id === id)?.label ?? '', fontSize);
      const left = anchor === 'start' ? x : x - width;
      return { id, left, right: left + width, top: y - fontSize / 2, bottom: y + fontSize / 2 };
    });
    expect(boxes.map(({ id }) => id)).toEqual(['all', 'simple', 'small', 'ordinary']);
    for (const box of boxes) {
      for (const { id, points } of CURVES) {
        const within = points.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
        expect(within, `${id} through ${box.id}`).toEqual([]);
      }
      for (const other of boxes)
        if (other !== box)
          expect(
            other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top,
            `${other.id} on ${box.id}`,
          ).toBe(false);
    }
  },
);
