import type { Batch } from '../../query/batch-list.ts';
import type { CaseFilter } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatDay, formatDayRange } from '../../text/format.ts';
import { BATCHES, batchSentence } from '../../text/settlement.ts';
import { labelWithVariant } from '../definition/definition-view.ts';
import { countText, figureAt, publishedOf, valueText, type Figure } from '../figure/figure.ts';
import { RATE_A, VARIANTS } from './settlement-metrics.ts';

/** One batch as a line of the list. */
export interface BatchLine {
  readonly id: string;
  readonly kind: string;
  readonly days: string;
  readonly court: string;
  readonly cause: string;
  readonly closing: string;
  readonly size: number;
  readonly sizeText: string;
  readonly numbers: string;
  /** What opens exactly its cases; null where no figure is that narrow (a row of numbers over several days). */
  readonly cases: { readonly group: CaseFilter; readonly from: string; readonly to: string } | null;
}

/** One variant with and without batches. */
export interface BatchEffect {
  readonly label: string;
  readonly with: Figure;
  readonly without: Figure;
  readonly withText: string;
  readonly withoutText: string;
}

export interface BatchView {
  readonly sentence: string;
  readonly effects: readonly BatchEffect[];
  readonly lines: readonly BatchLine[];
  /** Said where not every batch is listed. */
  readonly more: string;
  /** Several courts are listed. */
  readonly hasCourts: boolean;
}

const MOST_LINES = 20;

/** The batches of the period and what they do to both variants; null while an answer is on its way. */
export function toBatchView(
  batches: readonly Batch[],
  all: AnsweredQuery,
  less: AnsweredQuery,
  least: number,
  locale: Locale,
): BatchView {
  const effects = VARIANTS.flatMap((ref): BatchEffect[] => {
    const [whole, rest] = [figureAt(all.table, ref, 0), figureAt(less.table, ref, 0)];
    if (whole === null || rest === null) return [];
    return [
      {
        label: labelWithVariant(whole.definition, whole.variant)[locale],
        with: whole,
        without: rest,
        withText: textOf(whole, locale),
        withoutText: textOf(rest, locale),
      },
    ];
  });
  const [whole, rest] = [figureAt(all.table, RATE_A, 0), figureAt(less.table, RATE_A, 0)];
  const settled = (whole?.numerator ?? 0) - (rest?.numerator ?? 0);
  const cases = batches.reduce((sum, { count }) => sum + count, 0);
  return {
    sentence:
      batches.length === 0
        ? BATCHES.none(least)[locale]
        : batchSentence(batches.length, cases, settled, whole?.denominator ?? 0)[locale],
    effects: batches.length === 0 ? [] : effects,
    lines: batches.slice(0, MOST_LINES).map((batch, i) => toLine(batch, i, locale)),
    more: batches.length > MOST_LINES ? BATCHES.more(MOST_LINES, batches.length)[locale] : '',
    hasCourts: new Set(batches.map(({ court }) => court)).size > 1,
  };
}

/** What a machine reads off a figure with or without batches. */
export function publishedWith(figure: Figure, hasBatches: boolean) {
  return publishedOf(figure, hasBatches ? BATCHES.including.zh : BATCHES.excluding.zh);
}

function textOf(figure: Figure, locale: Locale): string {
  const count = countText(figure, locale);
  return count === '' ? valueText(figure, locale) : `${valueText(figure, locale)}(${count})`;
}

function toLine(batch: Batch, index: number, locale: Locale): BatchLine {
  const { kind, court, cause, closing, count, from, to } = batch;
  return {
    id: String(index),
    kind: BATCHES[kind][locale],
    days: from === to ? formatDay(from, locale) : formatDayRange(from, to, locale),
    court: court ?? '—',
    cause,
    closing,
    size: count,
    sizeText: formatCount(count),
    numbers: numbersText(batch, locale),
    cases: kind === 'day' ? { group: { court: [court], cause: [cause], closing: [closing] }, from, to } : null,
  };
}

/** `(2025)兵9901民初301号—(2025)兵9901民初330号,连续`. */
function numbersText({ firstNo, lastNo, span, count }: Batch, locale: Locale): string {
  if (firstNo === null || lastNo === null) return '—';
  const range = firstNo === lastNo ? firstNo : `${firstNo}—${lastNo}`;
  return span === count ? `${range}${locale === 'zh' ? ',' : ', '}${BATCHES.unbroken[locale]}` : range;
}
