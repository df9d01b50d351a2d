import type { DimensionId, MetricRef, Period } from '../../query/metric-query.ts';
import { formatCases, formatChange, formatFigure } from '../../text/format.ts';
import { toRange } from '../../state/period.ts';
import type { OpenedCases, SectionContext } from '../duration/section-context.ts';
import type { Evidence } from '../figure/evidence.ts';
import type { ChangeSide } from './change.ts';

/** What a section of the page has to know beside its own answer. */
export type ChangeContext = Pick<
  SectionContext,
  'locale' | 'asOf' | 'isSynthetic' | 'isPending' | 'isOwn' | 'isNet' | 'hrefOf'
>;

export interface ChangeInput {
  readonly ref: MetricRef;
  readonly dimension: DimensionId;
  /** `案由`. */
  readonly dimensionLabel: string;
  readonly now: ChangeSide;
  readonly before: ChangeSide;
  readonly periods: { readonly now: Period; readonly before: Period };
  /** The data reach back to the earlier period. */
  readonly isComparable: boolean;
  /** The data tell the dimension at all. */
  readonly hasDimension: boolean;
  /** The earlier period was moved with 春节. */
  readonly isAligned: boolean;
  readonly context: ChangeContext;
}

/** The cases of one kind in one of the two periods; of null: of all kinds. */
export function openedSide(category: string | null, side: 'now' | 'before', input: ChangeInput): OpenedCases {
  const { definition, variant } = input.now.total;
  return {
    metric: definition.id,
    variant: variant.id,
    part: 'denominator',
    group: category === null ? {} : { [input.dimension]: [category === '' ? null : category] },
    range: input.context.isNet === true ? { kind: 'net_days', from: null, to: null } : null,
    ...toRange(input.periods[side]),
  };
}

/** A change in the unit of the metric: `+1.4 个百分点`. */
export function amountText(change: number, { now, context }: ChangeInput): string {
  const { unit, digits } = now.total.definition;
  return formatChange(change, unit === 'ratio' || unit === 'days' ? unit : 'index', digits, context.locale).text;
}

/** `+11.0 至 +18.1 个百分点`; empty where no interval is known. */
export function rangeText(evidence: Evidence | null, input: ChangeInput): string {
  if (evidence === null || evidence.interval === null) return '';
  const { lower, upper } = evidence.interval;
  const first = amountText(lower, input).replace(/ .*$/, '');
  return `${first} ${input.context.locale === 'zh' ? '至' : 'to'} ${amountText(upper, input)}`;
}

/** `55.3%(190 件)` of one kind in one period. */
export function sideText(x: number, n: number, { now, context: { locale } }: ChangeInput): string {
  const { unit, digits } = now.total.definition;
  const value = n > 0 ? formatFigure(x / n, unit, digits, locale) : '—';
  return locale === 'zh' ? `${value}(${formatCases(n, locale)})` : `${value} (${formatCases(n, locale)})`;
}
