import type { Column, ColumnView } from '../../charts/column/column-view.ts';
import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import { type AppealDelay, delayBounds } from '../../query/appeal-delay.ts';
import { APPEAL, delayClass, delayTitle, unusableSentence } from '../../text/appeal.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatNumber, formatPercent } from '../../text/format.ts';
import { captionWith, opening } from '../duration/section-context.ts';
import type { PageContext } from '../reversal/page-context.ts';

export interface DelayView {
  readonly figure: FigureView;
  readonly columns: ColumnView;
  /** Appeals left out; empty where there are none. */
  readonly note: string;
}

/** Fewer appeals than this are listed, not drawn. */
const FEWEST = 10;

/**
 * From the first-instance closing to the appeal.
 *
 * @param hasDates the data tell dates of appeal at all
 */
export function toDelayView(delay: AppealDelay, hasDates: boolean, context: PageContext): DelayView {
  const { locale } = context;
  const { n, median, p90, unusable } = delay;
  const isTold = n > 0 && median !== null && p90 !== null;
  return {
    figure: {
      title: (isTold ? delayTitle(n, median, p90) : APPEAL.delay)[locale],
      subtitle: APPEAL.delay[locale],
      caption: captionWith([APPEAL.delayNote[locale]], context),
      status: statusOf(delay, hasDates, context),
      table: toTable(delay, context),
    },
    columns: toColumns(delay, locale),
    note: unusable === 0 ? '' : unusableSentence(unusable, unusable + n)[locale],
  };
}

function statusOf({ n }: AppealDelay, hasDates: boolean, { isPending, locale }: PageContext): FigureStatus {
  if (!hasDates) return { kind: 'empty', reason: APPEAL.noDateColumn[locale] };
  if (n === 0) return { kind: 'empty', reason: APPEAL.noDelay[locale] };
  if (n < FEWEST) return { kind: 'too-small', reason: `${APPEAL.appealed[locale]}: ${formatCases(n, locale)}` };
  return { kind: isPending ? 'pending' : 'ready' };
}

function labelOf(i: number, locale: Locale): string {
  const { from, to } = delayBounds(i);
  return delayClass(from, to ?? Infinity)[locale];
}

function toColumns({ classes, n }: AppealDelay, locale: Locale): ColumnView {
  const columns = classes.map((count, i): Column => ({
    id: String(i),
    tick: labelOf(i, locale),
    label: labelOf(i, locale),
    values: [count],
    text: formatCases(count, locale),
    detail: n === 0 ? '' : formatPercent(count / n),
  }));
  return {
    summary: columns.map(({ label, text }) => `${label} ${text}`).join(locale === 'zh' ? ';' : '; '),
    axis: { unit: APPEAL.appealed[locale], formatTick: (value) => formatNumber(value, 0), bounds: [0, Infinity] },
    parts: [APPEAL.appealed[locale]],
    openLabel: null,
    columns,
    references: [],
  };
}

function toTable({ classes, n, median, p90, longest }: AppealDelay, context: PageContext): FigureView['table'] {
  const { locale } = context;
  const published = (group: string, value: number) => ({ metric: 'appeal_delay', variant: null, n: value, group });
  const days = (id: string, label: string, value: number | null) => ({
    id,
    cells: [{ text: label }, { text: value === null ? '—' : formatNumber(value, 1), value }, { text: '' }],
  });
  return {
    caption: APPEAL.delay[locale],
    columns: [
      { id: 'class', label: APPEAL.days[locale], align: 'start' },
      { id: 'count', label: APPEAL.appealed[locale], align: 'end' },
      { id: 'share', label: '%', align: 'end' },
    ],
    rows: [
      ...classes.map((count, i) => ({
        id: String(i),
        cells: [
          { text: labelOf(i, locale) },
          {
            text: formatCases(count, locale),
            value: count,
            published: published(String(i), count),
            ...opening(context, {
              metric: 'appeal_rate',
              variant: 'a',
              part: 'numerator',
              range: { kind: 'appeal_days', ...delayBounds(i) },
            }),
          },
          { text: n === 0 ? '—' : formatPercent(count / n) },
        ],
      })),
      days('median', locale === 'zh' ? '中位数(天)' : 'median (days)', median),
      days('p90', locale === 'zh' ? '九成在此天数内' : '90 % within (days)', p90),
      days('longest', locale === 'zh' ? '最长(天)' : 'longest (days)', longest),
    ],
  };
}
