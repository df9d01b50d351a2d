import type { Column, ColumnView } from '../../charts/column/column-view.ts';
import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import { addDays } from '../../lib/date.ts';
import type { ResultTable } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatMonth, formatPercent, formatShare, formatTick } from '../../text/format.ts';
import { cohortTitle, maturitySentence, REVERSAL } from '../../text/reversal.ts';
import { type Figure, figureAt, publishedOf, reasonOf } from '../figure/figure.ts';
import { exactText } from './exact-rate.ts';
import type { Maturity } from './maturity.ts';
import { captionWith, opening } from '../duration/section-context.ts';
import type { PageContext } from './page-context.ts';
import { endOfGrain, namedAfter } from '../trend/trend-query.ts';

export interface CohortMonth {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** First day of the month it is named after. */
  readonly name: string;
  readonly isMature: boolean;
  readonly closed: number;
  /** Null where the data do not tell appeals. */
  readonly appealed: number | null;
  readonly altered: number;
  readonly remanded: number;
}

export interface CohortView {
  readonly figure: FigureView;
  readonly columns: ColumnView;
  readonly months: readonly CohortMonth[];
  /** How maturity was told. */
  readonly how: string;
}

/** First-instance closings by month: how many were appealed, altered and remanded so far, and which are old enough. */
export function toCohortView(answer: AnsweredQuery, maturity: Maturity, context: PageContext): CohortView | null {
  const { locale } = context;
  const first = figureAt(answer.table, { id: 'reversal_rate', variant: 'd5' }, 0);
  if (first === null) return null;
  const months = toMonths(answer, maturity);
  const mature = months.filter(({ isMature }) => isMature);
  const sums = {
    numerator: sumOf(mature, ({ altered, remanded }) => altered + remanded),
    denominator: sumOf(mature, ({ closed }) => closed),
  };
  const last = mature.at(-1);
  const share = sums.denominator === 0 ? '' : formatPercent(sums.numerator / sums.denominator, 2);
  const how = maturitySentence(maturity.n, maturity.p95, maturity.months)[locale];
  const counts =
    sums.denominator === 0
      ? REVERSAL.noMature[locale]
      : `${formatShare(sums.numerator, sums.denominator, locale)} · ${REVERSAL.exact[locale]} ${exactText(sums, 2, locale)}`;
  return {
    figure: {
      title: cohortTitle(share, last === undefined ? '' : formatMonth(last.name, locale))[locale],
      subtitle: counts,
      caption: captionWith([first.variant.numerator[locale], REVERSAL.shareSoFar[locale]], context),
      status: statusOf(first, months, context),
      table: toTable(answer.table, months, context),
    },
    columns: toColumns(months, locale),
    months,
    how,
  };
}

function toMonths(answer: AnsweredQuery, maturity: Maturity): readonly CohortMonth[] {
  const { table, query } = answer;
  const startDay = query.monthStartDay ?? 1;
  return Array.from({ length: table.rowCount }, (_, row) => {
    const from = table.periodStart?.[row] ?? '';
    const whole = endOfGrain(from, 'month');
    const end = whole < query.period.end ? whole : query.period.end;
    const count = (id: string, variant: string, part: 'numerator' | 'denominator') =>
      figureAt(table, { id, variant }, row)?.[part] ?? null;
    return {
      from,
      to: addDays(end, -1),
      name: namedAfter(from, startDay),
      isMature: end <= maturity.end,
      closed: count('reversal_rate', 'd5', 'denominator') ?? 0,
      appealed: count('appeal_rate', 'd', 'numerator'),
      altered: count('alteration_rate', 'd5', 'numerator') ?? 0,
      remanded: count('remand_rate', 'd5', 'numerator') ?? 0,
    };
  });
}

function toColumns(months: readonly CohortMonth[], locale: Locale): ColumnView {
  const columns = months.map((month): Column => {
    const { closed, altered, remanded } = month;
    const share = closed === 0 ? 0 : (altered + remanded) / closed;
    return {
      id: month.from,
      tick: tickOf(month.name, locale),
      label: formatMonth(month.name, locale),
      values: closed === 0 ? [] : [altered / closed, remanded / closed],
      text: closed === 0 ? REVERSAL.noneOfKind[locale] : formatPercent(share, 2),
      detail: `${formatShare(altered + remanded, closed, locale)}${month.isMature ? '' : ` · ${REVERSAL.immature[locale]}`}`,
      isOpen: !month.isMature,
    };
  });
  return {
    summary: columns.map(({ label, text }) => `${label} ${text}`).join(locale === 'zh' ? ';' : '; '),
    axis: {
      unit: REVERSAL.shareSoFar[locale],
      formatTick: (value, step) => formatTick(value, 'ratio', step),
      bounds: [0, 1],
    },
    parts: [REVERSAL.altered[locale], REVERSAL.remanded[locale]],
    openLabel: months.every(({ isMature }) => isMature) ? null : REVERSAL.immature[locale],
    columns,
    references: [],
  };
}

/** January carries the year, every third month its number. */
function tickOf(iso: string, locale: Locale): string {
  const month = Number(iso.slice(5, 7));
  if (month === 1) return locale === 'zh' ? `${iso.slice(0, 4)}年` : iso.slice(0, 4);
  if (month % 3 !== 1) return '';
  return locale === 'zh' ? `${month}月` : formatMonth(iso, 'en').slice(0, 3);
}

function toTable(table: ResultTable, months: readonly CohortMonth[], context: PageContext): FigureView['table'] {
  const { locale } = context;
  const labels = ['closed', 'appealedSoFar', 'alteredSoFar', 'remandedSoFar', 'shareSoFar'] as const;
  return {
    caption: REVERSAL.cohort[locale],
    columns: [
      { id: 'month', label: REVERSAL.month[locale], align: 'start' },
      ...labels.map((id) => ({ id, label: REVERSAL[id][locale], align: 'end' as const })),
      { id: 'state', label: REVERSAL.state[locale], align: 'start' },
    ],
    rows: months.map((month, row) => {
      const figure = figureAt(table, { id: 'reversal_rate', variant: 'd5' }, row);
      const { from, to } = month;
      const opens = (metric: string, variant: string, part: 'numerator' | 'denominator') =>
        opening(context, { metric, variant, part, from, to });
      const count = (value: number | null) => ({ text: value === null ? '—' : formatCases(value, locale), value });
      return {
        id: month.from,
        cells: [
          { text: formatMonth(month.name, locale) },
          { ...count(month.closed), ...opens('reversal_rate', 'd5', 'denominator') },
          { ...count(month.appealed), ...(month.appealed === null ? {} : opens('appeal_rate', 'd', 'numerator')) },
          { ...count(month.altered), ...opens('alteration_rate', 'd5', 'numerator') },
          { ...count(month.remanded), ...opens('remand_rate', 'd5', 'numerator') },
          figure === null || figure.value === null
            ? { text: '—', value: null }
            : {
                text: formatPercent(figure.value, 2),
                value: figure.value,
                published: publishedOf(figure, month.name.slice(0, 7)),
                ...opens('reversal_rate', 'd5', 'numerator'),
              },
          { text: REVERSAL[month.isMature ? 'mature' : 'immature'][locale] },
        ],
      };
    }),
  };
}

function statusOf(first: Figure, months: readonly CohortMonth[], { isPending, locale }: PageContext): FigureStatus {
  const isNothing = months.every(({ closed }) => closed === 0);
  if (first.missing !== null && (isNothing || first.missing !== 'no-cases')) {
    return { kind: 'empty', reason: reasonOf(first)?.[locale] ?? REVERSAL.noGroups[locale] };
  }
  return { kind: isPending ? 'pending' : 'ready' };
}

function sumOf<T>(items: readonly T[], of: (one: T) => number): number {
  return items.reduce((sum, one) => sum + of(one), 0);
}
