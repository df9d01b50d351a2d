import type { MetricRef, Period } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { figureAt } from '../figure/figure.ts';
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
  });
}

function figureOf(ref: MetricRef, answer: AnsweredQuery | null) {
  return answer === null ? null : figureAt(answer.table, ref, 0);
}

/** The data begin no later than the compared period, so that it is not compared with a time that was not recorded. */
export function reachesBack(answer: AnsweredQuery | null, span: Period | null): boolean {
  return answer !== null && span !== null && span.start.slice(0, 7) <= answer.query.period.start.slice(0, 7);
}
