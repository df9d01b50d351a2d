import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Row, RowView } from '../../charts/row/row-view.ts';
import type { DimensionId, MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount, formatDayRange, formatShare, formatTick } from '../../text/format.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { TREND } from '../../text/figures.ts';
import { groupTitle, REVERSAL } from '../../text/reversal.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { type Figure, figureAt, publishedOf, reasonOf, valueText } from '../figure/figure.ts';
import { exactInterval, exactText } from './exact-rate.ts';
import { captionWith, opening } from '../duration/section-context.ts';
import type { PageContext } from './page-context.ts';

/** Below this many cases in the denominator a group has no rate (domain.md 2.5 (7)). */
export const FEWEST_IN_GROUP = 30;
/** Groups drawn; the table has all. */
const MOST_ROWS = 14;

export interface GroupView {
  readonly figure: FigureView;
  readonly rows: RowView;
  /** The value of the dimension behind the id of a row. */
  readonly valueOf: (id: string) => string | null | undefined;
}

interface Group {
  readonly id: string;
  readonly value: string | null;
  readonly label: string;
  readonly figure: Figure;
}

/** A rate by groups with exact intervals, in an order that says nothing of the rate. */
export function toGroupView(
  ref: MetricRef,
  dimension: DimensionId,
  answer: AnsweredQuery,
  pooled: AnsweredQuery | null,
  context: PageContext,
): GroupView | null {
  const { locale } = context;
  const total = pooled === null ? null : figureAt(pooled.table, ref, 0);
  const groups = toGroups(ref, dimension, answer, context);
  const first = groups[0]?.figure ?? total;
  if (first === null || first === undefined) return null;
  const metric = labelWithVariant(first.definition, variantInForce(first.definition, ref.variant))[locale];
  const name = COLUMN_LABELS[dimension]?.[locale] ?? dimension;
  const range = toRange(answer.query.period);
  const totalText = total?.value == null ? '' : valueText(total, locale);
  const drawn = groups.slice(0, MOST_ROWS).map((group) => toRow(group, locale));
  return {
    figure: {
      title: groupTitle(metric, name, totalText)[locale],
      subtitle: `${formatDayRange(range.from, range.to, locale)} · ${(dimension === 'judge' ? REVERSAL.byName : REVERSAL.byCount)[locale]}${groups.length > MOST_ROWS ? ` · ${TREND.others(MOST_ROWS, groups.length)[locale]}` : ''}`,
      caption: captionWith([captionOf(first.variant)[locale], REVERSAL.groupNote[locale]], context),
      status: statusOf(groups, context),
      table: toTable(groups, name, metric, { ref, dimension, answer, context }),
    },
    rows: {
      summary: drawn.map(({ label, text }) => `${label} ${text}`).join(locale === 'zh' ? ';' : '; '),
      axis: { unit: '', formatTick: (value, step) => formatTick(value, 'ratio', step), bounds: [0, 1] },
      rows: drawn,
      reference:
        total?.value == null ? null : { value: total.value, label: `${REVERSAL.allTogether[locale]} ${totalText}` },
      countHeading: 'n',
    },
    valueOf: (id) => groups.find((group) => group.id === id)?.value,
  };
}

function toGroups(
  ref: MetricRef,
  dimension: DimensionId,
  answer: AnsweredQuery,
  context: PageContext,
): readonly Group[] {
  const values = answer.table.groups[dimension] ?? [];
  const groups = values.flatMap((value, row) => {
    const figure = figureAt(answer.table, ref, row);
    const isNothing = figure?.missing === 'no-cases';
    if (figure === null || isNothing) return [];
    const label = context.maskName(dimension, value) ?? APP.unknown[context.locale];
    return [{ id: value === null ? '∅' : `=${value}`, value, label, figure }];
  });
  const byName = (a: Group, b: Group) => a.label.localeCompare(b.label, 'zh-CN');
  const byCount = (a: Group, b: Group) => (b.figure.denominator ?? 0) - (a.figure.denominator ?? 0) || byName(a, b);
  return groups.sort(dimension === 'judge' ? byName : byCount);
}

function isFewIn({ denominator }: Figure): boolean {
  return (denominator ?? 0) < FEWEST_IN_GROUP;
}

function toRow({ id, label, figure }: Group, locale: Locale): Row {
  const few = isFewIn(figure);
  const interval = few ? null : exactInterval(figure);
  const share = shareText(figure, locale);
  return {
    id,
    label,
    value: few ? null : figure.value,
    text: few ? share : valueText(figure, locale),
    interval:
      interval === null
        ? null
        : {
            low: interval.lower,
            high: interval.upper,
            text: exactText(figure, figure.definition.digits, locale),
          },
    count: formatCount(figure.denominator ?? 0),
    detail: few ? REVERSAL.fewInGroup[locale] : share,
    isOwn: false,
  };
}

function shareText({ numerator, denominator }: Figure, locale: Locale): string {
  return formatShare(numerator ?? 0, denominator ?? 0, locale);
}

interface TableInput {
  readonly ref: MetricRef;
  readonly dimension: DimensionId;
  readonly answer: AnsweredQuery;
  readonly context: PageContext;
}

function toTable(
  groups: readonly Group[],
  name: string,
  metric: string,
  { ref, dimension, answer, context }: TableInput,
): FigureView['table'] {
  const { locale } = context;
  const range = toRange(answer.query.period);
  const opens = (value: string | null, part: 'numerator' | 'denominator') =>
    opening(context, {
      metric: ref.id,
      variant: ref.variant ?? null,
      part,
      group: { [dimension]: [value] },
      ...range,
    });
  return {
    caption: metric,
    columns: [
      { id: 'group', label: name, align: 'start' },
      { id: 'value', label: metric, align: 'end' },
      { id: 'interval', label: REVERSAL.exact[locale], align: 'end' },
      { id: 'count', label: 'n / N', align: 'end' },
    ],
    rows: groups.map(({ id, label, value, figure }) => {
      const few = isFewIn(figure);
      return {
        id,
        cells: [
          { text: label },
          few
            ? { text: REVERSAL.fewInGroup[locale], value: null }
            : {
                text: valueText(figure, locale),
                value: figure.value,
                published: publishedOf(figure, label),
                ...opens(value, 'numerator'),
              },
          { text: few ? '—' : exactText(figure, figure.definition.digits, locale) },
          { text: shareText(figure, locale), value: figure.denominator, ...opens(value, 'denominator') },
        ],
      };
    }),
  };
}

function statusOf(groups: readonly Group[], { isPending, locale }: PageContext): FigureStatus {
  const [first] = groups;
  if (groups.every(({ figure }) => figure.value === null)) {
    const reason = first === undefined ? null : reasonOf(first.figure);
    return { kind: 'empty', reason: reason?.[locale] ?? REVERSAL.noGroups[locale] };
  }
  if (groups.every(({ figure }) => isFewIn(figure))) return { kind: 'too-small', reason: REVERSAL.allFew[locale] };
  return { kind: isPending ? 'pending' : 'ready' };
}
