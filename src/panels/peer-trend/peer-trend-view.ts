import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { ControlBand, LinePoint, LineView } from '../../charts/line/line-view.ts';
import type { Published } from '../../charts/mark/published.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import { listOfCourts, PEER_TREND } from '../../text/benchmark-charts.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import {
  formatCases,
  formatDayRange,
  formatFigure,
  formatInterval,
  formatPeriod,
  formatShare,
  formatTick,
} from '../../text/format.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { FEW_CASES } from '../figure/figure.ts';
import { endOfGrain, namedAfter } from '../trend/trend-query.ts';
import { isAfter } from '../trend/trend-series.ts';
import { grainFor, toPeerPeriods, type PeerPeriod, type Sums } from './peer-periods.ts';

export interface PeerTrendInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  /** By court, month by month. */
  readonly answer: AnsweredQuery;
  readonly ownCourt: string;
  /** Courts with monthly figures, and what those are called that have totals only. */
  readonly peers: readonly string[];
  readonly withoutMonths: readonly string[];
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
}

export interface PeerTrendView {
  readonly figure: FigureView;
  readonly line: LineView;
}

/** What all parts of the view are made from. */
interface Course {
  readonly grain: 'month' | 'quarter';
  readonly periods: readonly (PeerPeriod & { readonly date: string; readonly isPartial: boolean })[];
}

/** Our court's course over the months, with the median and the middle half of its peers. */
export function toPeerTrendView(input: PeerTrendInput): PeerTrendView {
  const { ref, answer, ownCourt, peers, definition, locale, asOf } = input;
  const startDay = answer.query.monthStartDay ?? 1;
  const isRate = definition.unit === 'ratio';
  const grain = grainFor(ref, answer.table, ownCourt, isRate && definition.id !== 'clearance_rate');
  const periods = toPeerPeriods(ref, answer.table, { own: ownCourt, peers }, grain, startDay).map((period) => {
    const end = endOfGrain(period.start, grain);
    const isPartial = end > answer.query.period.end || isAfter(end, asOf);
    return { ...period, date: namedAfter(period.start, startDay), isPartial };
  });
  const course = { grain, periods };
  return {
    figure: toFigureView(course, input),
    line: {
      summary: `${definition.label[locale]} · ${titleOf(course, input)}`,
      grain,
      axis: {
        unit: isRate ? '' : DEFINITIONS.units[definition.unit][locale],
        formatTick: (value, step) => formatTick(value, definition.unit, step),
        bounds: isRate && definition.id !== 'clearance_rate' ? [0, 1] : [0, Infinity],
      },
      series: [
        { id: 'own', label: ownCourt, tone: 'own', points: periods.map((period) => ownPoint(period, course, input)) },
        {
          id: 'peers',
          label: PEER_TREND.median[locale],
          tone: 'pooled',
          points: periods.map((period) => peerPoint(period, course, input)),
        },
      ],
      bands: periods.flatMap(toBand),
    },
  };
}

function toBand({ date, peers }: Course['periods'][number]): readonly ControlBand[] {
  return peers === null
    ? []
    : [{ from: date, to: date, low: peers.lowerQuartile, high: peers.upperQuartile, centre: null }];
}

function valueOf(own: Sums | null): number | null {
  return own === null || own.n < FEW_CASES ? null : own.x / own.n;
}

function ownPoint(
  { date, own, isPartial }: Course['periods'][number],
  { grain }: Course,
  input: PeerTrendInput,
): LinePoint {
  const { locale } = input;
  const value = valueOf(own);
  return {
    date,
    value,
    text: value === null ? fewText(own, input) : textOf(value, input),
    detail: value === null ? '' : countsOf(own, input),
    period: formatPeriod(date, grain, locale),
    isPartial,
  };
}

function peerPoint(
  { date, peers, peerCount, isPartial }: Course['periods'][number],
  { grain }: Course,
  input: PeerTrendInput,
): LinePoint {
  const { locale } = input;
  const count = `${PEER_TREND.peers[locale]} ${peerCount}`;
  return {
    date,
    value: peers?.median ?? null,
    text: peers === null ? '—' : textOf(peers.median, input),
    detail: peers === null ? count : `${PEER_TREND.middleHalf[locale]} ${middleText(peers, input)} · ${count}`,
    period: formatPeriod(date, grain, locale),
    isPartial,
  };
}

function textOf(value: number, { definition, locale }: PeerTrendInput): string {
  return formatFigure(value, definition.unit, definition.digits, locale);
}

function middleText(
  { lowerQuartile, upperQuartile }: { readonly lowerQuartile: number; readonly upperQuartile: number },
  { definition, locale }: PeerTrendInput,
): string {
  return formatInterval(lowerQuartile, upperQuartile, definition.unit, definition.digits, locale);
}

function countsOf(own: Sums | null, { definition, locale }: PeerTrendInput): string {
  if (own === null) return '';
  return definition.unit === 'ratio' ? formatShare(own.x, own.n, locale) : formatCases(own.n, locale);
}

function fewText(own: Sums | null, input: PeerTrendInput): string {
  return own === null ? '—' : countsOf(own, input);
}

/** Periods in which both our court and five peers have a value, by where our court lies to the middle half. */
function sidesOf({ periods }: Course): { readonly inside: number; readonly above: number; readonly below: number } {
  const sides = { inside: 0, above: 0, below: 0 };
  for (const { own, peers, isPartial } of periods) {
    const value = valueOf(own);
    if (value === null || peers === null || isPartial) continue;
    if (value > peers.upperQuartile) sides.above += 1;
    else if (value < peers.lowerQuartile) sides.below += 1;
    else sides.inside += 1;
  }
  return sides;
}

function titleOf(course: Course, { locale, definition }: PeerTrendInput): string {
  const { inside, above, below } = sidesOf(course);
  const all = inside + above + below;
  if (all === 0) return definition.label[locale];
  const rest = above + below === 0 ? '' : PEER_TREND.aside(above, below)[locale];
  return `${definition.label[locale]}${locale === 'zh' ? ':' : ': '}${PEER_TREND.inside(inside, all)[locale]}${rest}`;
}

function toFigureView(course: Course, input: PeerTrendInput): FigureView {
  const { definition, ref, answer, locale, withoutMonths, asOf, isSynthetic } = input;
  const variant = variantInForce(definition, ref.variant);
  const { from, to } = toRange(answer.query.period);
  return {
    title: titleOf(course, input),
    subtitle: `${labelWithVariant(definition, variant)[locale]} · ${formatDayRange(from, to, locale)}`,
    caption: [
      PEER_TREND.band[locale],
      PEER_TREND.few[locale],
      ...(course.grain === 'quarter' ? [PEER_TREND.byQuarter[locale]] : []),
      PEER_TREND.chance[locale],
      PEER_TREND.crude[locale],
      ...(withoutMonths.length === 0 ? [] : [PEER_TREND.typed(listOfCourts(withoutMonths)[locale])[locale]]),
      captionOf(variant)[locale],
      ...(asOf === null ? [] : [`${TREND.asOf[locale]} ${asOf}`]),
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(course, input),
    table: {
      caption: `${definition.label[locale]} · ${PEER_TREND.section[locale]}`,
      columns: [
        { id: 'period', label: PEER_TREND.period[locale], align: 'start' },
        { id: 'own', label: PEER_TREND.own[locale], align: 'end' },
        { id: 'count', label: 'n', align: 'end' },
        { id: 'median', label: PEER_TREND.median[locale], align: 'end' },
        { id: 'middle', label: PEER_TREND.middleHalf[locale], align: 'end' },
        { id: 'peers', label: PEER_TREND.peers[locale], align: 'end' },
      ],
      rows: course.periods.map((period) => toTableRow(period, course, input)),
    },
  };
}

function toTableRow(
  { date, own, peers, peerCount }: Course['periods'][number],
  { grain }: Course,
  input: PeerTrendInput,
): TableRow {
  const value = valueOf(own);
  return {
    id: date,
    cells: [
      { text: formatPeriod(date, grain, input.locale) },
      value === null
        ? { text: fewText(own, input), value: null }
        : { text: textOf(value, input), value, published: publishedOf(own, date, input) },
      { text: own === null ? '—' : countsOf(own, input), value: own?.n ?? null },
      { text: peers === null ? '—' : textOf(peers.median, input), value: peers?.median ?? null },
      { text: peers === null ? '—' : middleText(peers, input) },
      { text: String(peerCount), value: peerCount },
    ],
  };
}

function publishedOf(own: Sums | null, date: string, { definition, ref, ownCourt }: PeerTrendInput): Published {
  const variant = variantInForce(definition, ref.variant).id;
  const counts =
    definition.unit === 'ratio' ? { numerator: own?.x ?? null, denominator: own?.n ?? null } : { n: own?.n ?? null };
  return { metric: definition.id, variant, group: `${ownCourt} ${date}`, ...counts };
}

function statusOf({ periods }: Course, { isPending, locale }: PeerTrendInput): FigureStatus {
  if (periods.every(({ own }) => valueOf(own) === null)) return { kind: 'too-small', reason: PEER_TREND.noOwn[locale] };
  if (periods.every(({ peers }) => peers === null)) return { kind: 'too-small', reason: PEER_TREND.noPeers[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
