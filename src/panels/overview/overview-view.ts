import { addDays } from '../../lib/date.ts';
import type { MetricRef, Period } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatDayRange } from '../../text/format.ts';
import { FIGURES } from '../../text/figures.ts';
import { figureAt, type Figure } from '../figure/figure.ts';
import { isYoung } from '../figure/young.ts';
import { toFigureCardView, type FigureCardView } from '../figure/figure-card-view.ts';

export interface OverviewAnswers {
  readonly now: AnsweredQuery;
  readonly lastYear: AnsweredQuery | null;
  readonly previous: AnsweredQuery | null;
  /** First and last day of the data, half-open. */
  readonly span: Period | null;
}

/** The card of one metric; null where the answer does not hold it. */
export function toCard(ref: MetricRef, answers: OverviewAnswers, locale: Locale): FigureCardView | null {
  const now = figureAt(answers.now.table, ref, 0);
  if (now === null) return null;
  return toFigureCardView({
    now,
    lastYear: figureOf(ref, answers.lastYear),
    previous: figureOf(ref, answers.previous),
    locale,
    hasLastYear: reachesBack(answers.lastYear, answers.span),
    hasPrevious: reachesBack(answers.previous, answers.span),
    isYoung: isYoungIn(now, answers),
  });
}

/** The figure is of a period too young to be compared. */
export function isYoungIn({ variant }: Figure, { now, span }: OverviewAnswers): boolean {
  return isYoung(variant, now.query.period.end, span === null ? null : addDays(span.end, -1));
}

function figureOf(ref: MetricRef, answer: AnsweredQuery | null) {
  return answer === null ? null : figureAt(answer.table, ref, 0);
}

/** The data begin no later than the compared period, so that it is not compared with a time that was not recorded. */
export function reachesBack(answer: AnsweredQuery | null, span: Period | null): boolean {
  return answer !== null && span !== null && span.start.slice(0, 7) <= answer.query.period.start.slice(0, 7);
}

/** Which periods 同比 and 环比 compare with, so that nobody has to guess. */
export function comparedText(answers: OverviewAnswers, text: (pair: Bilingual) => string): string {
  const zhOrEn = (answer: AnsweredQuery): Bilingual => {
    const { from, to } = toRange(answer.query.period);
    return { zh: formatDayRange(from, to, 'zh'), en: formatDayRange(from, to, 'en') };
  };
  const parts: string[] = [];
  if (answers.lastYear !== null) parts.push(`${text(FIGURES.yearOnYear)} ${text(zhOrEn(answers.lastYear))}`);
  if (answers.lastYear !== null && answers.previous !== null)
    parts.push(`${text(FIGURES.periodOnPeriod)} ${text(zhOrEn(answers.previous))}`);
  if (parts.length === 0) return '';
  return `${text(FIGURES.comparedWith)}: ${[...parts, text(FIGURES.announcedRule)].join(' · ')}`;
}
