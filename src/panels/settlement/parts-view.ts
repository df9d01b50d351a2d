import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Published } from '../../charts/mark/published.ts';
import type { Row, RowView } from '../../charts/row/row-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { newcombeInterval } from '../../statistics/interval.ts';
import { formatChange, formatCount, formatPercent, formatShare, formatSigned, formatTick } from '../../text/format.ts';
import { SETTLEMENT } from '../../text/settlement.ts';
import { captionWith, opening, periodText, type SectionContext } from '../duration/section-context.ts';
import { FEW_CASES, figureAt } from '../figure/figure.ts';
import { RATE_A } from './settlement-metrics.ts';

export interface PartsView {
  readonly figure: FigureView;
  readonly rows: RowView;
}

/** Settlement first, then judgment; whatever else there is follows by size, and what is not known stands last. */
const ORDER = ['调解', '准予撤诉', '按撤诉处理', '撤诉', '判决'];

/** The catalogue figures that three of the parts are. */
const FIGURE_OF: Readonly<Record<string, Pick<Published, 'metric' | 'variant'>>> = {
  调解: { metric: 'mediation_rate', variant: 'a' },
  准予撤诉: { metric: 'withdrawal_rate', variant: 'granted' },
  按撤诉处理: { metric: 'withdrawal_rate', variant: 'deemed' },
};

/**
 * All civil first-instance cases resolved by their closing, as parts of one whole.
 *
 * @param lastYear null: not comparable
 */
export function toPartsView(
  now: AnsweredQuery,
  lastYear: AnsweredQuery | null,
  hasBatches: boolean,
  context: SectionContext,
): PartsView {
  const { locale } = context;
  const counts = countsOf(now);
  const before = lastYear === null ? null : countsOf(lastYear);
  const total = sumOf(counts);
  const closings = [...counts.keys()].sort(
    (a, b) => rankOf(a) - rankOf(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  );
  const rows = closings.map((closing) => toRow(closing, counts.get(closing) ?? 0, total, locale));
  const status = statusOf(total, rows, context);
  return {
    figure: {
      title: SETTLEMENT.parts[locale],
      subtitle:
        context.lack == null || total > 0
          ? `${periodText(now.query.period, locale)} · ${formatCount(total)} ${locale === 'zh' ? '件民事一审结案' : 'civil first-instance cases resolved'}`
          : periodText(now.query.period, locale),
      caption: captionWith(
        [SETTLEMENT.partsNote[locale], hasBatches ? '' : SETTLEMENT.withoutBatches[locale]],
        context,
      ),
      status,
      table: {
        caption: SETTLEMENT.parts[locale],
        columns: [
          { id: 'closing', label: SETTLEMENT.closing[locale], align: 'start' },
          ...(['cases', 'share', 'shareThen', 'difference'] as const).map((id) => ({
            id,
            label: SETTLEMENT[id][locale],
            align: 'end' as const,
          })),
        ],
        rows: closings.map((closing) => toTableRow(closing, counts, before, context)),
      },
    },
    rows: {
      summary: rows.map((row) => `${row.label} ${row.text}`).join(locale === 'zh' ? ';' : '; '),
      axis: { unit: '', formatTick: (value, step) => formatTick(value, 'ratio', step), isFromZero: true },
      rows,
      reference: null,
      countHeading: SETTLEMENT.cases[locale],
    },
  };
}

function countsOf({ table }: AnsweredQuery): ReadonlyMap<string, number> {
  const names = table.groups.closing ?? [];
  return new Map(
    names
      .map((name, row) => [name ?? '', figureAt(table, RATE_A, row)?.denominator ?? 0] as const)
      .filter(([, n]) => n > 0),
  );
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function rankOf(closing: string): number {
  const rank = ORDER.indexOf(closing);
  if (closing === '') return ORDER.length + 1;
  return rank === -1 ? ORDER.length : rank;
}

function statusOf(total: number, rows: readonly Row[], { locale, isPending, lack }: SectionContext): FigureStatus {
  if (total === 0) return { kind: 'empty', reason: lack ?? SETTLEMENT.nothing[locale] };
  if (total < FEW_CASES) {
    const counts = rows.map(({ label, count }) => `${label} ${count}`).join(locale === 'zh' ? '、' : ', ');
    return { kind: 'too-small', reason: `${SETTLEMENT.few[locale]}${locale === 'zh' ? ':' : ': '}${counts}` };
  }
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

function labelOf(closing: string, locale: 'zh' | 'en'): string {
  return closing === '' ? SETTLEMENT.unstated[locale] : closing;
}

function toRow(closing: string, count: number, total: number, locale: 'zh' | 'en'): Row {
  return {
    id: closing,
    label: labelOf(closing, locale),
    value: count / total,
    text: formatPercent(count / total),
    interval: null,
    count: formatCount(count),
    detail: formatShare(count, total, locale),
    isOwn: false,
  };
}

function toTableRow(
  closing: string,
  counts: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number> | null,
  context: SectionContext,
): TableRow {
  const { locale } = context;
  const opened = { metric: RATE_A.id, variant: 'a', group: { closing: [closing === '' ? null : closing] } };
  const [x, n] = [counts.get(closing) ?? 0, sumOf(counts)];
  const [then, totalThen] = before === null ? [0, 0] : [before.get(closing) ?? 0, sumOf(before)];
  const isComparable = n >= FEW_CASES && totalThen >= FEW_CASES;
  const { metric, variant } = FIGURE_OF[closing] ?? { metric: 'closing_share', variant: null };
  return {
    id: `closing ${closing}`,
    cells: [
      { text: labelOf(closing, locale) },
      { text: formatShare(x, n, locale), value: x, ...opening(context, opened) },
      {
        text: formatPercent(x / n),
        value: x / n,
        published: { metric, variant, numerator: x, denominator: n, n, group: FIGURE_OF[closing] ? null : closing },
        ...opening(context, FIGURE_OF[closing] ? { metric, variant, part: 'numerator' } : opened),
      },
      isComparable
        ? {
            text: `${formatPercent(then / totalThen)}(${formatShare(then, totalThen, locale)})`,
            value: then / totalThen,
          }
        : { text: '—', value: null },
      isComparable
        ? { text: differenceText({ x, n }, { x: then, n: totalThen }, locale), value: x / n - then / totalThen }
        : { text: '—', value: null },
    ],
  };
}

function differenceText(now: { x: number; n: number }, before: { x: number; n: number }, locale: 'zh' | 'en'): string {
  const text = formatChange(now.x / now.n - before.x / before.n, 'ratio', 1, locale).text;
  const interval = newcombeInterval(now, before);
  if (interval === null) return text;
  const bound = (value: number) => formatSigned(value, 1, 2);
  return `${text}(${bound(interval.lower)} ${locale === 'zh' ? '至' : 'to'} ${bound(interval.upper)})`;
}
