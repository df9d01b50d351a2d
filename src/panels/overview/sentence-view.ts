import type { MetricRef } from '../../query/metric-query.ts';
import type { PageId } from '../../state/url.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatDayRange, formatDifference } from '../../text/format.ts';
import { FIGURES } from '../../text/figures.ts';
import { compareFigures, wordsFor } from '../figure/evidence.ts';
import { figureAt, isFew, valueText, type Figure } from '../figure/figure.ts';
import { toRange } from '../../state/period.ts';
import { isYoungIn, type OverviewAnswers } from './overview-view.ts';

/** A piece of the sentence; where it names evidence, a link to it. */
export interface Phrase {
  readonly text: string;
  readonly link: { readonly page: PageId; readonly metric: string } | null;
  /** The figure that it states; it opens its cases. */
  readonly figure: Figure | null;
}

/**
 * The period in court prose: how many cases were resolved, the three headline figures, what has changed and what may
 * be chance, and the pending stock. Figures without a value are left out.
 */
export function toSentence(
  refs: readonly MetricRef[],
  answers: OverviewAnswers,
  hasLastYear: boolean,
  locale: Locale,
): readonly Phrase[] {
  const { table, query } = answers.now;
  const range = toRange(query.period);
  const resolved = figureAt(table, { id: 'resolved' }, 0);
  const pending = figureAt(table, { id: 'pending' }, 0);
  const plain = (text: string): Phrase => ({ text, link: null, figure: null });
  const stated = (figure: Figure, text: string): Phrase => ({ text, link: null, figure });
  const phrases: Phrase[] = [plain(formatDayRange(range.from, range.to, locale))];
  if (resolved?.value != null)
    phrases.push(
      plain(locale === 'zh' ? ',结案 ' : ': '),
      stated(resolved, formatCases(resolved.value, locale)),
      plain(locale === 'zh' ? '' : ' resolved'),
    );
  for (const ref of refs) {
    const figure = figureAt(table, ref, 0);
    if (figure === null || figure.value === null) continue;
    const label = figure.definition.label[locale];
    const chip =
      figure.variant.id === null
        ? ''
        : locale === 'zh'
          ? `(${figure.variant.label.zh})`
          : ` (${figure.variant.label.en})`;
    phrases.push(
      plain(locale === 'zh' ? `;${label}${chip} ` : `; ${label}${chip} `),
      stated(figure, valueText(figure, locale)),
    );
    const before = hasLastYear && answers.lastYear !== null ? figureAt(answers.lastYear.table, ref, 0) : null;
    if (isYoungIn(figure, answers)) continue;
    if (before === null || before.value === null || isFew(before) || isFew(figure)) continue;
    const evidence = compareFigures(figure, before);
    const difference = formatDifference(
      figure.value,
      before.value,
      figure.definition.unit,
      figure.definition.digits,
      locale,
    ).text;
    phrases.push(plain(locale === 'zh' ? `,同比 ${difference},` : `, ${difference} year on year, `));
    const words = evidence === null ? FIGURES.noEvidence : wordsFor(evidence);
    phrases.push({ text: words[locale], link: { page: 'trend', metric: ref.id }, figure: null });
  }
  if (pending?.value != null)
    phrases.push(
      plain(locale === 'zh' ? ';未结 ' : '; '),
      stated(pending, formatCases(pending.value, locale)),
      plain(locale === 'zh' ? '' : ' pending'),
    );
  phrases.push(plain(locale === 'zh' ? '。' : '.'));
  return phrases;
}
