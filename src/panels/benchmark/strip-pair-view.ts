import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { StripDot, StripPlotView } from '../../charts/strip-plot/strip-plot-view.ts';
import { APP } from '../../text/app.ts';
import { adjustedBy, BENCHMARK, withoutFigure } from '../../text/benchmark.ts';
import { listOfCourts, STRIP } from '../../text/benchmark-charts.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import { formatDayRange, formatFigure, formatNumber, formatTick } from '../../text/format.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { countText, FEW_CASES, publishedOf, valueText } from '../figure/figure.ts';
import { hasNoFigure, type CourtUnit } from './court-unit.ts';
import { observedExpected, type FunnelPairInput } from './funnel-pair-view.ts';
import { peersWithValue, spreadOf } from './peer-spread.ts';
import { courtLabel } from './court-names.ts';
import { isMostlyAlone } from './uncompared.ts';

export interface StripPairInput extends FunnelPairInput {
  readonly areNamed: boolean;
}

/** One metric of all courts as dots on a line: as it is, and adjusted for case mix. */
export interface StripPairView {
  readonly figure: FigureView;
  readonly crude: StripPlotView;
  /** Null where nothing is expected of any court. */
  readonly adjusted: StripPlotView | null;
}

/** How one of the two lines reads its values. */
interface Side {
  readonly title: string;
  readonly valueOf: (court: CourtUnit) => number | null;
  readonly format: (value: number) => string;
  readonly detailOf: (court: CourtUnit) => string;
  readonly axis: StripPlotView['axis'];
}

/** Courts with fewer than ten cases are not drawn, but named below. */
export function toStripPairView(input: StripPairInput): StripPairView {
  const { locale, definition } = input;
  const { unit, digits } = definition;
  const crude: Side = {
    title: STRIP.crude[locale],
    valueOf: ({ figure }) => figure?.value ?? null,
    format: (value) => formatFigure(value, unit, digits, locale),
    detailOf: ({ figure }) => (figure === null ? '' : countText(figure, locale)),
    axis: {
      unit: unit === 'ratio' ? '' : DEFINITIONS.units[unit][locale],
      formatTick: (value, step) => formatTick(value, unit, step),
      bounds: [0, Infinity],
    },
  };
  const adjusted: Side = {
    title: STRIP.adjusted[locale],
    valueOf: ({ indirect, uncompared }) => (isMostlyAlone(uncompared) ? null : (indirect?.ratio ?? null)),
    format: (value) => formatNumber(value, 2),
    detailOf: (court) => expectedText(court, input),
    axis: { unit: '', formatTick: (value, step) => formatTick(value, 'index', step), bounds: [0, Infinity] },
  };
  const second = toPlot(adjusted, input);
  return {
    figure: toFigureView(input, second.dots.length > 0),
    crude: toPlot(crude, input),
    adjusted: second.dots.length === 0 ? null : second,
  };
}

function expectedText(court: CourtUnit, { locale }: StripPairInput): string {
  const texts = observedExpected(court, locale);
  if (texts === null) return '';
  return `${BENCHMARK.observed[locale]} ${texts.observed} · ${BENCHMARK.expected[locale]} ${texts.expected}`;
}

function isDrawn({ figure, n }: CourtUnit): boolean {
  return figure !== null && figure.value !== null && n >= FEW_CASES;
}

function toPlot(side: Side, { courts, labels, ownCourt, areNamed, definition, locale }: StripPairInput): StripPlotView {
  const dots = courts.filter(isDrawn).flatMap((court): StripDot[] => {
    const value = side.valueOf(court);
    if (value === null) return [];
    const label = courtLabel(labels, court.name);
    const [text, detail] = [side.format(value), side.detailOf(court)];
    return [{ id: court.name, label, value, text, detail, isOwn: court.name === ownCourt }];
  });
  const spread = spreadOf(peersWithValue(courts, ownCourt).flatMap((court) => side.valueOf(court) ?? []));
  const middle =
    spread === null
      ? null
      : {
          low: spread.lowerQuartile,
          high: spread.upperQuartile,
          median: spread.median,
          text: STRIP.middle(
            side.format(spread.median),
            `${side.format(spread.lowerQuartile)}–${side.format(spread.upperQuartile)}`,
          )[locale],
        };
  const own = dots.find((dot) => dot.isOwn);
  return {
    summary: [
      `${definition.label[locale]} ${side.title}`,
      ...(own === undefined ? [] : [`${own.label} ${own.text}`]),
      ...(middle === null ? [] : [middle.text]),
    ].join(locale === 'zh' ? ';' : '; '),
    axis: side.axis,
    dots,
    middle,
    areNamed,
  };
}

function toFigureView(input: StripPairInput, isAdjusted: boolean): FigureView {
  const { definition, ref, range, locale, courts, asOf, isSynthetic, ownCourt, areNamed, stratification } = input;
  const variant = variantInForce(definition, ref.variant);
  const absent = courts.filter(hasNoFigure).length;
  const few = courts
    .filter((court) => !isDrawn(court) && !hasNoFigure(court))
    .map(({ name }) => courtLabel(input.labels, name));
  return {
    title: STRIP.title[locale],
    subtitle: `${labelWithVariant(definition, variant)[locale]} · ${formatDayRange(range.from, range.to, locale)}`,
    caption: [
      STRIP[areNamed ? 'captionNamed' : 'caption'][locale],
      ...(few.length === 0 ? [] : [STRIP.notDrawn(listOfCourts(few)[locale])[locale]]),
      ...(absent === 0 ? [] : [withoutFigure(absent)[locale]]),
      ...(isAdjusted
        ? [adjustedBy(stratification.label)[locale], BENCHMARK.unadjustable[locale]]
        : [STRIP.notAdjusted[locale]]),
      captionOf(variant)[locale],
      ...(asOf === null ? [] : [`${TREND.asOf[locale]} ${asOf}`]),
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(input),
    table: {
      caption: `${definition.label[locale]} · ${STRIP.title[locale]}`,
      columns: [
        { id: 'court', label: BENCHMARK.court[locale], align: 'start' },
        { id: 'value', label: definition.label[locale], align: 'end' },
        { id: 'count', label: 'n', align: 'end' },
        { id: 'ratio', label: BENCHMARK.quotient[locale], align: 'end' },
      ],
      rows: courts.map((court) => ({
        id: court.name,
        isOwn: court.name === ownCourt,
        cells: [
          { text: courtLabel(input.labels, court.name) },
          court.figure === null
            ? { text: BENCHMARK.noCases[locale], value: null }
            : {
                text: valueText(court.figure, locale),
                value: court.figure.value,
                published: publishedOf(court.figure, courtLabel(input.labels, court.name)),
              },
          { text: court.figure === null ? '—' : countText(court.figure, locale), value: court.n },
          {
            text: court.indirect?.ratio == null ? '—' : formatNumber(court.indirect.ratio, 2),
            value: court.indirect?.ratio ?? null,
          },
        ],
      })),
    },
  };
}

function statusOf({ courts, isPending, locale }: StripPairInput): FigureStatus {
  if (!courts.some(isDrawn)) return { kind: 'empty', reason: STRIP.nothing[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
