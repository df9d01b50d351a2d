import type { MetricRef } from '../../query/metric-query.ts';
import type { Locale } from '../../text/bilingual.ts';
import { REVERSAL } from '../../text/reversal.ts';
import { figureAt } from '../figure/figure.ts';
import type { FigureCardView } from '../figure/figure-card-view.ts';
import { toCard, type OverviewAnswers } from '../overview/overview-view.ts';
import { exactTextOf } from './exact-rate.ts';

/** The card of a rate of few cases: its interval is the exact one, as everywhere on the page. */
export function withExactInterval(ref: MetricRef, answers: OverviewAnswers, locale: Locale): FigureCardView | null {
  const [card, figure] = [toCard(ref, answers, locale), figureAt(answers.now.table, ref, 0)];
  if (card === null || figure === null || figure.value === null) return card;
  const text = exactTextOf(figure, locale);
  return text === '—' ? { ...card, interval: '' } : { ...card, interval: `${REVERSAL.exact[locale]} ${text}` };
}

/** The data do not hold what the figure needs: then nothing that follows from it can be shown either, least of all 0. */
export function isUntold(ref: MetricRef, answers: OverviewAnswers): boolean {
  const missing = figureAt(answers.now.table, ref, 0)?.missing ?? null;
  return missing === 'courts-incomplete' || missing?.startsWith('missing-column:') === true;
}
