import type { Published } from '../../charts/mark/published.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import { wilsonInterval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatDifference, formatFigureParts, formatInterval, formatSigned } from '../../text/format.ts';
import { FIGURES, youngSentence } from '../../text/figures.ts';
import { compareFigures, rateInterval, wordsFor, type Evidence, type Verdict } from './evidence.ts';
import { countText, isFew, publishedOf, reasonOf, valueText, type Figure } from './figure.ts';

/** One line under a figure: how it differs from another period, and whether that may be chance. */
export interface ChangeLine {
  readonly term: string;
  /** `+3.1 个百分点`; or why there is no comparison. */
  readonly text: string;
  /** Words for the evidence; empty for counts and medians. */
  readonly words: string;
  /** `(+0.4 至 +5.8)`, the 95 % interval of the difference; empty where there is none. */
  readonly range: string;
  readonly verdict: Verdict;
}

/** Everything a card prints of one figure. */
export interface FigureCardView {
  readonly definition: MetricDefinition;
  readonly label: string;
  readonly number: string;
  readonly unit: string;
  /** The reason, where there is no value; then `number` is empty. */
  readonly reason: string | null;
  readonly count: string;
  readonly interval: string;
  readonly changes: readonly ChangeLine[];
  readonly value: number | null;
  readonly published: Published;
}

export interface CardInput {
  readonly now: Figure;
  /** Null = not asked (the period is longer than a year). */
  readonly lastYear: Figure | null;
  readonly previous: Figure | null;
  readonly locale: Locale;
  /** Whether the data reach back far enough for each comparison to be fair. */
  readonly hasLastYear: boolean;
  readonly hasPrevious: boolean;
  /** The period is too young to be compared (`isYoung`). */
  readonly isYoung?: boolean;
}

export function toFigureCardView(input: CardInput): FigureCardView {
  const { now, locale } = input;
  const { definition } = now;
  const few = isFew(now) && now.value !== null;
  const parts =
    now.value === null || few
      ? { number: now.value === null ? '' : valueText(now, locale), unit: '' }
      : formatFigureParts(now.value, definition.unit, definition.digits, locale);
  return {
    definition,
    label: definition.label[locale],
    number: parts.number,
    unit: parts.unit,
    reason: reasonOf(now)?.[locale] ?? null,
    count: few ? FIGURES.fewCases[locale] : countText(now, locale),
    interval: few ? '' : intervalText(now, locale),
    changes: changeLines(input),
    value: now.value,
    published: publishedOf(now),
  };
}

/** `区间 59.0%–63.3%` (95 %; Wilson, of two counts of different cases exact); empty for what is no rate. */
function intervalText(figure: Figure, locale: Locale): string {
  const interval = rateInterval(figure, wilsonInterval);
  if (interval === null) return '';
  return `${FIGURES.interval[locale]} ${formatInterval(interval.lower, interval.upper, 'ratio', figure.definition.digits, locale)}`;
}

function changeLines(input: CardInput): readonly ChangeLine[] {
  const { now, lastYear, previous, locale, hasLastYear, hasPrevious } = input;
  if (now.value === null) return [];
  const yearTerm = FIGURES.yearOnYear[locale];
  const note = (term: string, text: string): ChangeLine => ({ term, text, words: '', range: '', verdict: 'none' });
  if (input.isYoung === true) return [note(yearTerm, youngSentence(now.variant.completeAfterMonths ?? 0)[locale])];
  const lines = [
    lastYear === null
      ? note(yearTerm, FIGURES.overYear[locale])
      : hasLastYear
        ? changeLine(yearTerm, now, lastYear, locale)
        : note(yearTerm, FIGURES.noEarlier[locale]),
  ];
  const previousTerm = FIGURES.periodOnPeriod[locale];
  if (previous !== null && lastYear !== null) {
    lines.push(
      hasPrevious ? changeLine(previousTerm, now, previous, locale) : note(previousTerm, FIGURES.noPrevious[locale]),
    );
  }
  return lines;
}

function changeLine(term: string, now: Figure, before: Figure, locale: Locale): ChangeLine {
  const reason = reasonOf(before);
  if (now.value === null || before.value === null)
    return { term, text: reason?.[locale] ?? '—', words: '', range: '', verdict: 'none' };
  if (isFew(now) || isFew(before))
    return { term, text: FIGURES.fewCases[locale], words: '', range: '', verdict: 'none' };
  const { unit, digits } = now.definition;
  const evidence = compareFigures(now, before);
  const text = formatDifference(
    now.value,
    before.value,
    unit,
    unit === 'cases' || unit === 'yuan' ? 1 : digits,
    locale,
  ).text;
  const words = evidence?.interval == null ? '' : wordsFor(evidence)[locale];
  return { term, text, words, range: rangeText(evidence, now, locale), verdict: evidence?.verdict ?? 'none' };
}

function rangeText(evidence: Evidence | null, { definition }: Figure, locale: Locale): string {
  if (evidence === null || evidence.interval === null) return '';
  const shift = definition.unit === 'ratio' ? 2 : 0;
  const bound = (value: number) => formatSigned(value, definition.digits, shift);
  return `(${bound(evidence.interval.lower)} ${locale === 'zh' ? '至' : 'to'} ${bound(evidence.interval.upper)})`;
}
