import type { MetricRef } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatDayRange, formatFigure } from '../../text/format.ts';
import { REVERSAL } from '../../text/reversal.ts';
import { labelWithVariant } from '../definition/definition-view.ts';
import { type Figure, figureAt, publishedOf, valueText } from '../figure/figure.ts';
import { exactText, exactTextOf } from './exact-rate.ts';
import { type LinkedCell, type LinkedTableView, numbers, words } from './linked-table.ts';

export interface VariantTableInput {
  readonly refs: readonly MetricRef[];
  /** Key of the definition that the page speaks of. */
  readonly inForce: string;
  readonly now: AnsweredQuery;
  readonly lastYear: AnsweredQuery | null;
  readonly pooled: AnsweredQuery | null;
  /** Cases that the switches add to the numerator of a definition; null: no switch is on, no column. */
  readonly shiftOf: ((figure: Figure) => number) | null;
  readonly locale: Locale;
}

/** Every definition of a rate beside the others, each with its two sums, its exact interval and what it was before. */
export function toVariantTable(input: VariantTableInput): LinkedTableView {
  const { refs, now, lastYear, pooled, shiftOf, locale, inForce } = input;
  const range = pooled === null ? null : toRange(pooled.query.period);
  const rows = refs.flatMap((ref) => {
    const figure = figureAt(now.table, ref, 0);
    return figure === null ? [] : [{ ref, figure }];
  });
  return {
    caption: REVERSAL.sideBySide[locale],
    columns: [
      words('definition', REVERSAL.definition[locale]),
      numbers('value', REVERSAL.value[locale]),
      numbers('numerator', REVERSAL.numerator[locale]),
      numbers('denominator', REVERSAL.denominator[locale]),
      numbers('exact', REVERSAL.exact[locale]),
      ...(shiftOf === null ? [] : [numbers('adjusted', REVERSAL.adjusted[locale])]),
      numbers('before', REVERSAL.lastYear[locale]),
      numbers(
        'pooled',
        range === null
          ? REVERSAL.pooled[locale]
          : `${REVERSAL.pooled[locale]} (${formatDayRange(range.from, range.to, locale)})`,
      ),
    ],
    rows: rows.map(({ ref, figure }) => ({
      id: toKey(ref),
      isInForce: toKey(ref) === inForce,
      cells: [
        { text: labelWithVariant(figure.definition, figure.variant)[locale] },
        rateCell(figure, ref, null, locale),
        partCell(figure, ref, 'numerator'),
        partCell(figure, ref, 'denominator'),
        { text: exactTextOf(figure, locale) },
        ...(shiftOf === null ? [] : [adjustedCell(figure, shiftOf(figure), locale)]),
        withCounts(ref, lastYear, locale),
        withCounts(ref, pooled, locale),
      ],
    })),
  };
}

/** A rate that opens its numerator; `answer` gives the period where it is not the chosen one. */
function rateCell(figure: Figure, ref: MetricRef, answer: AnsweredQuery | null, locale: Locale): LinkedCell {
  return {
    text: valueText(figure, locale),
    value: figure.value,
    published: publishedOf(figure),
    opens: opensOf(figure, ref, figure.numerator === 0 ? 'denominator' : 'numerator', answer),
  };
}

function partCell(figure: Figure, ref: MetricRef, part: 'numerator' | 'denominator'): LinkedCell {
  const count = figure[part];
  const isDeducted =
    part === 'numerator' && figure.variant.formula.kind === 'ratio' && figure.variant.formula.isComplement;
  return count === null
    ? { text: '—' }
    : {
        text: formatCount(count),
        value: count,
        // The numerator of a complement is what is left: its cases have no definition, those taken off have.
        ...(isDeducted === true ? {} : { opens: opensOf(figure, ref, part, null) }),
      };
}

/** `1.40% (24 / 1,712)`, or the reason why there is none. */
function withCounts(ref: MetricRef, answer: AnsweredQuery | null, locale: Locale): LinkedCell {
  const figure = answer === null ? null : figureAt(answer.table, ref, 0);
  if (figure === null) return { text: '—' };
  const { numerator, denominator, value } = figure;
  if (value === null || numerator === null || denominator === null) return { text: '—' };
  const rate = formatFigure(value, figure.definition.unit, figure.definition.digits, locale);
  const text = `${rate} (${countsText(numerator, denominator)})`;
  return { text, value, opens: opensOf(figure, ref, numerator === 0 ? 'denominator' : 'numerator', answer) };
}

/** Counts that stay on one line where a column is narrow. */
function countsText(numerator: number, denominator: number): string {
  return `${formatCount(numerator)}\u00a0/\u00a0${formatCount(denominator)}`;
}

function adjustedCell({ numerator, denominator, definition }: Figure, shift: number, locale: Locale): LinkedCell {
  if (numerator === null || denominator === null || denominator === 0) return { text: '—' };
  const counts = { numerator: numerator + shift, denominator };
  const rate = formatFigure(counts.numerator / denominator, 'ratio', definition.digits, locale);
  return {
    text: `${rate} (${countsText(counts.numerator, denominator)};${exactText(counts, definition.digits, locale)})`,
  };
}

function opensOf(figure: Figure, ref: MetricRef, part: 'numerator' | 'denominator', answer: AnsweredQuery | null) {
  const range = answer === null ? { from: null, to: null } : toRange(answer.query.period);
  return { metric: figure.definition.id, variant: ref.variant ?? null, part, ...range };
}
