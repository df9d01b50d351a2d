import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { RowView } from '../../charts/row/row-view.ts';
import type { Interval } from '../../statistics/interval.ts';
import {
  quarterOf,
  rankIntervals,
  simultaneousConfidence,
  type Quarter,
  type RankInterval,
} from '../../statistics/rank-interval.ts';
import { APP } from '../../text/app.ts';
import { adjustedBy, BENCHMARK } from '../../text/benchmark.ts';
import { listOfCourts, places, RANKS } from '../../text/benchmark-charts.ts';
import { DEFINITIONS } from '../../text/figures.ts';
import {
  formatCases,
  formatDayRange,
  formatFigure,
  formatInterval,
  formatNumber,
  formatPercent,
  formatTick,
} from '../../text/format.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { countText, publishedOf, valueText } from '../figure/figure.ts';
import { adjustedIntervalOf, crudeIntervalOf } from './court-interval.ts';
import type { CourtUnit } from './court-unit.ts';
import { observedExpected, type FunnelPairInput } from './funnel-pair-view.ts';
import { courtLabel } from './court-names.ts';
import { isMostlyAlone } from './uncompared.ts';

/** Courts of one metric with the places they may have. */
export interface RankView {
  readonly figure: FigureView;
  readonly rows: RowView;
}

export type RankKind = 'crude' | 'adjusted';

export interface RankedCourt {
  readonly court: CourtUnit;
  readonly value: number;
  readonly interval: Interval;
  readonly places: RankInterval;
  readonly quarter: Quarter;
}

/** Fewer courts than this have no quarters. */
const FEWEST_RANKED = 4;

/** The courts that can be judged, best value first, each with its interval of places. Empty without a favourable side. */
export function toRankedCourts(courts: readonly CourtUnit[], kind: RankKind): readonly RankedCourt[] {
  const better = courts.find(({ figure }) => figure !== null)?.figure?.definition.better ?? 'neither';
  if (better === 'neither') return [];
  const intervalOf = kind === 'crude' ? crudeIntervalOf : adjustedIntervalOf;
  const able = courts.filter(
    ({ unjudged, indirect, uncompared }) =>
      unjudged === null && (kind === 'crude' || ((indirect?.expected ?? 0) > 0 && !isMostlyAlone(uncompared))),
  );
  const confidence = simultaneousConfidence(able.length);
  const known = able.flatMap((court) => {
    const interval = intervalOf(court, confidence);
    const value = kind === 'crude' ? (court.figure?.value ?? null) : (court.indirect?.ratio ?? null);
    return interval === null || value === null ? [] : [{ court, value, interval }];
  });
  const found = rankIntervals(
    known.map(({ interval }) => interval),
    better === 'up',
  );
  const sign = better === 'up' ? -1 : 1;
  return known
    .flatMap((one, i) => {
      const own = found[i];
      return own === undefined ? [] : [{ ...one, places: own, quarter: quarterOf(own, known.length) }];
    })
    .sort((a, b) => sign * (a.value - b.value));
}

/** One of the two pictures of a metric whose courts are put in the order of their values. */
export function toRankView(input: FunnelPairInput, kind: RankKind): RankView {
  const { locale, definition, labels, ownCourt } = input;
  const ranked = toRankedCourts(input.courts, kind);
  const isRate = definition.unit === 'ratio';
  return {
    figure: toFigureView(ranked, kind, input),
    rows: {
      summary: [definition.label[locale], RANKS[kind][locale], countsText(ranked, input)].join(' · '),
      axis:
        kind === 'crude'
          ? {
              unit: isRate ? '' : DEFINITIONS.units[definition.unit][locale],
              formatTick: (value, step) => formatTick(value, definition.unit, step),
              bounds: isRate ? [0, 1] : [0, Infinity],
            }
          : { unit: '', formatTick: (value, step) => formatTick(value, 'index', step), bounds: [0, Infinity] },
      rows: ranked.map((one) => ({
        id: one.court.name,
        label: courtLabel(labels, one.court.name),
        value: one.value,
        text: textOf(one.value, kind, input),
        interval: { low: one.interval.lower, high: one.interval.upper, text: intervalText(one, kind, input) },
        count: placeText(one, input),
        detail: detailOf(one.court, kind, input),
        isOwn: one.court.name === ownCourt,
      })),
      reference: null,
      countHeading: RANKS.heading[locale],
    },
  };
}

function textOf(value: number, kind: RankKind, { definition, locale }: FunnelPairInput): string {
  return kind === 'crude' ? formatFigure(value, definition.unit, definition.digits, locale) : formatNumber(value, 2);
}

function intervalText({ interval }: RankedCourt, kind: RankKind, { definition, locale }: FunnelPairInput): string {
  const [unit, digits] = kind === 'crude' ? ([definition.unit, definition.digits] as const) : (['index', 2] as const);
  return formatInterval(interval.lower, interval.upper, unit, digits, locale);
}

function placeText({ places: { best, worst }, quarter }: RankedCourt, { locale }: FunnelPairInput): string {
  return `${places(best, worst)[locale]} · ${RANKS[quarter][locale]}`;
}

function detailOf(court: CourtUnit, kind: RankKind, { locale }: FunnelPairInput): string {
  if (kind === 'crude') return court.figure === null ? '' : countText(court.figure, locale);
  const texts = observedExpected(court, locale);
  if (texts === null) return '';
  return `${BENCHMARK.observed[locale]} ${texts.observed} · ${BENCHMARK.expected[locale]} ${texts.expected}`;
}

function countsText(ranked: readonly RankedCourt[], { locale }: FunnelPairInput): string {
  const count = (wanted: Quarter): number => ranked.filter(({ quarter }) => quarter === wanted).length;
  return RANKS.counts(count('top'), count('unclear'), count('bottom'))[locale];
}

function toFigureView(ranked: readonly RankedCourt[], kind: RankKind, input: FunnelPairInput): FigureView {
  const { definition, ref, range, locale, courts, labels, isSynthetic, stratification } = input;
  const variant = variantInForce(definition, ref.variant);
  const known = new Set(ranked.map(({ court }) => court.name));
  const out = courts.filter(({ name }) => !known.has(name)).map(({ name }) => courtLabel(labels, name));
  const percent = formatPercent(simultaneousConfidence(ranked.length), 2);
  return {
    title: `${RANKS[kind][locale]}${locale === 'zh' ? ':' : ': '}${countsText(ranked, input)}`,
    subtitle: `${labelWithVariant(definition, variant)[locale]} · ${formatDayRange(range.from, range.to, locale)}`,
    caption: [
      RANKS.method(percent)[locale],
      ...(out.length === 0 ? [] : [RANKS.unranked(listOfCourts(out)[locale])[locale]]),
      ...(kind === 'crude'
        ? []
        : [adjustedBy(stratification.label)[locale], RANKS.fixedExpected[locale], BENCHMARK.unadjustable[locale]]),
      captionOf(variant)[locale],
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(ranked, input),
    table: {
      caption: `${definition.label[locale]} · ${RANKS.heading[locale]} · ${RANKS[kind][locale]}`,
      columns: [
        { id: 'court', label: BENCHMARK.court[locale], align: 'start' },
        { id: 'value', label: definition.label[locale], align: 'end' },
        { id: 'count', label: RANKS.count[locale], align: 'end' },
        { id: 'ratio', label: BENCHMARK.quotient[locale], align: 'end' },
        { id: 'interval', label: RANKS.interval[locale], align: 'end' },
        { id: 'places', label: RANKS.heading[locale], align: 'end' },
        { id: 'quarter', label: RANKS.quarter[locale], align: 'start' },
      ],
      rows: ranked.map((one) => ({
        id: one.court.name,
        isOwn: one.court.name === input.ownCourt,
        cells: [
          { text: courtLabel(input.labels, one.court.name) },
          one.court.figure === null
            ? { text: '—', value: null }
            : {
                text: valueText(one.court.figure, locale),
                value: one.court.figure.value,
                published: publishedOf(one.court.figure, courtLabel(input.labels, one.court.name)),
              },
          { text: formatCases(one.court.n, locale), value: one.court.n },
          {
            text: one.court.indirect?.ratio == null ? '—' : formatNumber(one.court.indirect.ratio, 2),
            value: one.court.indirect?.ratio ?? null,
          },
          { text: intervalText(one, kind, input) },
          { text: places(one.places.best, one.places.worst)[locale], value: one.places.best },
          { text: RANKS[one.quarter][locale] },
        ],
      })),
    },
  };
}

function statusOf(ranked: readonly RankedCourt[], { definition, isPending, locale }: FunnelPairInput): FigureStatus {
  if (definition.better === 'neither') return { kind: 'empty', reason: RANKS.noSide[locale] };
  if (ranked.length < FEWEST_RANKED) return { kind: 'too-small', reason: RANKS.tooFew[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
