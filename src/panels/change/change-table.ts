import type { TableCell, TableRow, TableView } from '../../charts/table/table-view.ts';
import type { CategoryEffect } from '../../statistics/kitagawa.ts';
import { APP } from '../../text/app.ts';
import { CHANGE } from '../../text/change.ts';
import { formatPercent } from '../../text/format.ts';
import { opening } from '../duration/section-context.ts';
import { valueText } from '../figure/figure.ts';
import type { Change, KindChange } from './change.ts';
import { amountText, openedSide, rangeText, sideText, type ChangeInput } from './change-input.ts';

const COLUMNS = ['shareThen', 'shareNow', 'figureThen', 'figureNow', 'difference', 'mixEffect', 'rateEffect'] as const;

/** Every kind with its shares, its figures and its two effects, and the total that they add up to; `change` null: no rows. */
export function toChangeTable(change: Change | null, input: ChangeInput): TableView {
  const { locale } = input.context;
  return {
    caption: `${input.now.total.definition.label[locale]} · ${CHANGE.section[locale]} · ${input.dimensionLabel}`,
    columns: [
      { id: 'kind', label: input.dimensionLabel, align: 'start' },
      ...COLUMNS.map((id) => ({ id, label: CHANGE[id][locale], align: 'end' as const })),
    ],
    rows: change === null ? [] : [...change.result.categories.map(toRow(change, input)), totalRow(change, input)],
  };
}

function toRow({ kinds }: Change, input: ChangeInput): (effect: CategoryEffect) => TableRow {
  const byName = new Map(kinds.map((kind) => [kind.category, kind]));
  return (effect) => {
    const { x1, n1, x2, n2, evidence } = byName.get(effect.category) ?? NOTHING;
    return {
      id: effect.category,
      cells: [
        { text: effect.category === '' ? APP.unknown[input.context.locale] : effect.category },
        { text: formatPercent(effect.share1), value: effect.share1, ...casesOf(effect.category, 'before', input) },
        { text: formatPercent(effect.share2), value: effect.share2, ...casesOf(effect.category, 'now', input) },
        { text: sideText(x1, n1, input), value: effect.rate1, ...casesOf(effect.category, 'before', input) },
        { text: sideText(x2, n2, input), value: effect.rate2, ...casesOf(effect.category, 'now', input) },
        differenceCell(evidence, input),
        { text: amountText(effect.centredMix, input), value: effect.centredMix },
        { text: amountText(effect.rate, input), value: effect.rate },
      ],
    };
  };
}

/** The address of the cases of one kind in one of the two periods; of null: of all kinds. */
function casesOf(category: string | null, side: 'now' | 'before', input: ChangeInput): { readonly href?: string } {
  return opening(input.context, openedSide(category, side, input));
}

const NOTHING: Omit<KindChange, 'category'> = { x1: 0, n1: 0, x2: 0, n2: 0, evidence: null };

function differenceCell(evidence: KindChange['evidence'], input: ChangeInput): TableCell {
  if (evidence === null) return { text: '—', value: null };
  const range = rangeText(evidence, input);
  const text = amountText(evidence.difference, input);
  return { text: range === '' ? text : `${text}(${range})`, value: evidence.difference };
}

function totalRow({ result, remainder }: Change, input: ChangeInput): TableRow {
  const { now, before, context } = input;
  const { definition, variant, numerator, denominator, n } = now.total;
  const { mix = 0, rate = 0 } = result.effects ?? {};
  const published = (effect: string) => ({
    metric: `${definition.id}_${effect}_effect`,
    variant: variant.id,
    numerator,
    denominator,
    n,
    group: input.dimension,
  });
  const [then, current] = [before.total.value, now.total.value];
  return {
    id: 'total row',
    cells: [
      { text: CHANGE.total[context.locale] },
      { text: formatPercent(1), value: 1, ...casesOf(null, 'before', input) },
      { text: formatPercent(1), value: 1, ...casesOf(null, 'now', input) },
      { text: valueText(before.total, context.locale), value: then, ...casesOf(null, 'before', input) },
      { text: valueText(now.total, context.locale), value: current, ...casesOf(null, 'now', input) },
      { text: amountText((current ?? 0) - (then ?? 0), input), value: (current ?? 0) - (then ?? 0) },
      { text: amountText(mix, input), value: mix, published: published('mix'), ...casesOf(null, 'now', input) },
      {
        text: amountText(rate + remainder, input),
        value: rate + remainder,
        published: published('own'),
        ...casesOf(null, 'now', input),
      },
    ],
  };
}
