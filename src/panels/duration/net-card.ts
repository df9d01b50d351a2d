import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
import type { FigureCardView } from '../figure/figure-card-view.ts';
import { toNetVariant } from './net-variant.ts';

/** The card of a figure in days less 扣除: named so, published as the variant `net`, with its definition in words. */
export function toNetCard(view: FigureCardView, locale: Locale): FigureCardView {
  const [first, ...others] = view.definition.variants;
  return {
    ...view,
    label: `${view.label}${DURATION.netLabel[locale]}`,
    published: { ...view.published, variant: 'net' },
    definition: {
      ...view.definition,
      variants: [toNetVariant(first), ...others],
    },
  };
}
