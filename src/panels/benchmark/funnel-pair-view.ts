import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { FunnelPoint, FunnelView } from '../../charts/funnel/funnel-view.ts';
import type { TableCell } from '../../charts/table/table-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { DayRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import {
  adjustedBy,
  BENCHMARK,
  dispersionSentence,
  expectedSentence,
  HEADLINES,
  leftOut,
  limitsSentence,
  uncomparedSentences,
  withoutFigure,
} from '../../text/benchmark.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import {
  formatCases,
  formatCount,
  formatDayRange,
  formatFigure,
  formatInterval,
  formatNumber,
  formatPercent,
  formatTick,
} from '../../text/format.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { isComplement, isOfSameCases, isShare } from '../figure/evidence.ts';
import { countText, publishedOf, valueText } from '../figure/figure.ts';
import type { Stratification } from './benchmark-metrics.ts';
import { hasNoFigure, type CourtUnit } from './court-unit.ts';
import { findingOf } from './finding.ts';
import { adjustedOutcome, crudeOutcome, type Outcome } from './outcome.ts';
import { courtLabel } from './court-names.ts';

export interface FunnelPairInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly courts: readonly CourtUnit[];
  readonly stratification: Stratification;
  /** What every court is called, see court-names.ts. */
  readonly labels: ReadonlyMap<string, string>;
  readonly ownCourt: string | null;
  readonly range: DayRange;
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
}

/** One metric for all courts: as it is, and adjusted for case mix. */
export interface FunnelPairView {
  /** What the two pictures say of our court. */
  readonly headline: string;
  /** What our case mix would lead to expect; empty without an own court. */
  readonly lead: string;
  readonly crude: FunnelSide;
  readonly adjusted: FunnelSide;
}

export interface FunnelSide {
  readonly figure: FigureView;
  readonly funnel: FunnelView;
}

/** Null where fewer than ten courts can be judged: then intervals are shown instead. */
export function toFunnelPairView(input: FunnelPairInput): FunnelPairView | null {
  const crude = crudeOutcome(input.courts);
  const adjusted = adjustedOutcome(input.courts);
  if (crude === null || adjusted === null) return null;
  const own = input.courts.find(({ name }) => name === input.ownCourt);
  return {
    headline: headlineOf(input, crude, adjusted),
    lead: own === undefined || own.unjudged !== null ? '' : ownSentence(own, adjusted, input.locale),
    crude: toSide(input, crude, crudeWords(input, crude)),
    adjusted: toSide(input, adjusted, adjustedWords(input, adjusted)),
  };
}

function headlineOf(
  { courts, definition, ownCourt, locale }: FunnelPairInput,
  crude: Outcome,
  adjusted: Outcome,
): string {
  const label = definition.label[locale];
  const own = courts.find(({ name }) => name === ownCourt);
  if (own === undefined) {
    const beyond = courts.filter((court) => isBeyond(findingOf(court, adjusted, definition).standing));
    return HEADLINES.noOwn(label, beyond.length)[locale];
  }
  const [before, after] = [findingOf(own, crude, definition), findingOf(own, adjusted, definition)];
  if (own.unjudged !== null) return HEADLINES.unjudged(label)[locale];
  if (after.standing === null) return HEADLINES.notCompared(label, after.words)[locale];
  const word = adjusted.units.get(own.name)?.flag === 'high998' ? BENCHMARK.higher : BENCHMARK.lower;
  if (isBeyond(after.standing)) {
    const headline = isBeyond(before.standing) ? HEADLINES.stays : HEADLINES.unmasked;
    return headline(label, word[locale])[locale];
  }
  if (!isBeyond(before.standing)) return HEADLINES.none(label)[locale];
  const isHigh = crude.units.get(own.name)?.flag === 'high998';
  return isExplained(own.name, crude, adjusted)
    ? HEADLINES.explained(label)[locale]
    : HEADLINES.remains(label, isHigh ? BENCHMARK.higher : BENCHMARK.lower)[locale];
}

/** Whether the mix takes away at least half of the distance: else it is the limits that are wider, and the mix explains little. */
function isExplained(name: string, crude: Outcome, adjusted: Outcome): boolean {
  const distance = ({ target, units }: Outcome): number => (units.get(name)?.value ?? target) / target - 1;
  const [before, after] = [distance(crude), distance(adjusted)];
  return Math.sign(before) !== Math.sign(after) || Math.abs(after) <= Math.abs(before) / 2;
}

function isBeyond(standing: string | null): boolean {
  return standing !== null && standing !== 'none';
}

/** How the values of one side are written. */
interface SideWords {
  readonly title: string;
  readonly sizeLabel: string;
  readonly targetLabel: string;
  readonly axis: FunnelView['axis'];
  readonly formatValue: (value: number) => string;
  readonly spread: string;
  readonly detailOf: (court: CourtUnit) => string;
  readonly notes: readonly string[];
}

/** A rate whose events are those of other cases. */
function isOfTwoCounts({ definition, ref }: FunnelPairInput): boolean {
  const variant = variantInForce(definition, ref.variant);
  return isShare({ variant }) && !isOfSameCases(variant);
}

function crudeWords(input: FunnelPairInput, { target, spread }: Outcome): SideWords {
  const { definition, ref, locale } = input;
  const { unit, digits } = definition;
  const variant = variantInForce(definition, ref.variant);
  const isRate = unit === 'ratio';
  const formatValue = (value: number): string => formatFigure(value, unit, digits, locale);
  return {
    title: BENCHMARK.crude[locale],
    sizeLabel: BENCHMARK.sizeCases[locale],
    targetLabel: `${COMMON_TARGET[isRate ? 'rate' : 'mean'][locale]} ${formatValue(target)}`,
    axis: {
      unit: isRate ? '' : DEFINITIONS.units[unit][locale],
      formatTick: (value, step) => formatTick(value, unit, step),
      // Two counts of different cases: the events may be more than the cases.
      bounds: !isRate
        ? [0, Infinity]
        : !isOfTwoCounts(input)
          ? [0, 1]
          : isComplement(variant)
            ? [-Infinity, 1]
            : [0, Infinity],
    },
    formatValue,
    spread: isRate ? `${formatNumber(spread * 100, 1)} ${locale === 'zh' ? '个百分点' : 'pp'}` : formatValue(spread),
    detailOf: ({ figure }) => (figure === null ? '' : countText(figure, locale)),
    notes: isOfTwoCounts(input) ? [BENCHMARK.twoCounts[locale]] : [],
  };
}

const COMMON_TARGET = {
  rate: { zh: '各法院合计', en: 'all courts pooled' },
  mean: { zh: '各法院合计平均', en: 'mean of all courts' },
};

function adjustedWords(input: FunnelPairInput, { target, spread }: Outcome): SideWords {
  const { definition, locale, stratification } = input;
  const isRate = definition.unit === 'ratio';
  const formatValue = (value: number): string => formatNumber(value, 2);
  return {
    title: BENCHMARK.adjusted[locale],
    sizeLabel: BENCHMARK[!isRate ? 'sizeEffective' : isOfTwoCounts(input) ? 'sizeEvidence' : 'sizeExpected'][locale],
    targetLabel: `${isRate ? BENCHMARK.expectedOne[locale] : COMMON_TARGET.mean[locale]} ${formatValue(target)}`,
    axis: { unit: '', formatTick: (value, step) => formatTick(value, 'index', step), bounds: [0, Infinity] },
    formatValue,
    spread: formatValue(spread),
    detailOf: (court) => expectedText(court, locale),
    notes: [
      adjustedBy(stratification.label)[locale],
      BENCHMARK.ownStrata[locale],
      ...uncomparedNotes(
        input.courts.find(({ name }) => name === input.ownCourt),
        locale,
      ),
      BENCHMARK.unadjustable[locale],
      ...(isRate ? [BENCHMARK[isOfTwoCounts(input) ? 'poissonTwoCounts' : 'poisson'][locale]] : []),
    ],
  };
}

/** Which of our cases were adjusted in part or not at all; nothing where all were. */
function uncomparedNotes(own: CourtUnit | undefined, locale: Locale): readonly string[] {
  const uncompared = own?.uncompared ?? null;
  if (uncompared === null) return [];
  const { n, alone, merged } = uncompared;
  const text = (cases: number): string =>
    cases === 0
      ? ''
      : `${formatCases(cases, locale)}${locale === 'zh' ? `(${formatPercent(cases / n)})` : ` (${formatPercent(cases / n)})`}`;
  return uncomparedSentences(text(alone), text(merged)).map((sentence) => sentence[locale]);
}

/** Observed and expected in the unit of the figure: cases, or mean days. */
export function observedExpected(court: CourtUnit, locale: Locale): { observed: string; expected: string } | null {
  const { figure, indirect, n } = court;
  if (figure === null || indirect === null || !(n > 0)) return null;
  if (figure.definition.unit !== 'days') {
    const expected = `${formatNumber(indirect.expected, 1)} ${locale === 'zh' ? '件' : 'cases'}`;
    return { observed: formatCases(indirect.observed, locale), expected };
  }
  const text = (days: number): string => formatFigure(days / n, 'days', figure.definition.digits, locale);
  return { observed: text(indirect.observed), expected: text(indirect.expected) };
}

/** What our mix would lead to expect, and within which limits the quotient may lie by chance. */
function ownSentence(court: CourtUnit, adjusted: Outcome, locale: Locale): string {
  const texts = observedExpected(court, locale);
  if (texts === null) return '';
  const expected = expectedSentence(texts.expected, texts.observed)[locale];
  const unit = adjusted.units.get(court.name);
  const { lower998, upper998 } = unit?.limits ?? { lower998: null, upper998: null };
  if (unit === undefined || lower998 === null || upper998 === null) return expected;
  const limits = formatInterval(Math.max(0, lower998), upper998, 'index', 2, locale);
  return `${expected}${locale === 'zh' ? ';' : '; '}${limitsSentence(formatNumber(unit.value, 2), limits)[locale]}`;
}

function expectedText(court: CourtUnit, locale: Locale): string {
  const texts = observedExpected(court, locale);
  if (texts === null) return '';
  return `${BENCHMARK.observed[locale]} ${texts.observed} · ${BENCHMARK.expected[locale]} ${texts.expected}`;
}

/** With more courts beyond the limits their names would cover the points. */
const MOST_LABELS = 12;

function toSide(input: FunnelPairInput, outcome: Outcome, words: SideWords): FunnelSide {
  const { definition, locale } = input;
  const all = input.courts.flatMap((court) => toPoint(court, input, outcome, words));
  const beyond = all.filter(({ standing }) => standing !== 'none');
  const points = beyond.length <= MOST_LABELS ? all : all.map((point) => ({ ...point, isLabelled: false }));
  return {
    figure: toFigureView(input, outcome, words),
    funnel: {
      summary: [
        definition.label[locale],
        words.title,
        ...beyond.map((point) => `${point.label} ${point.text} ${point.detail}`),
      ].join(locale === 'zh' ? ';' : '; '),
      axis: words.axis,
      sizeLabel: words.sizeLabel,
      formatSize: formatCount,
      points,
      target: { value: outcome.target, label: words.targetLabel },
      limits: outcome.toLimits(),
      key: {
        deciding: BENCHMARK.deciding[locale],
        chance998: BENCHMARK.chance998[locale],
        chance95: BENCHMARK.chance95[locale],
      },
    },
  };
}

function toPoint(court: CourtUnit, input: FunnelPairInput, outcome: Outcome, words: SideWords): FunnelPoint[] {
  const unit = outcome.units.get(court.name);
  if (unit === undefined) return [];
  const { definition, labels, ownCourt, locale } = input;
  const finding = findingOf(court, outcome, definition);
  const label = courtLabel(labels, court.name);
  const isBeyondLimits = isBeyond(finding.standing);
  return [
    {
      id: court.name,
      label: isBeyondLimits ? `${label} · ${finding.words[locale]}` : label,
      isLabelled: isBeyondLimits,
      size: unit.size,
      value: unit.value,
      text: words.formatValue(unit.value),
      detail: [words.detailOf(court), finding.words[locale]].filter((part) => part !== '').join(' · '),
      standing: finding.standing ?? 'none',
      isOwn: court.name === ownCourt,
    },
  ];
}

function toFigureView(input: FunnelPairInput, outcome: Outcome, words: SideWords): FigureView {
  const { definition, ref, range, locale, courts, asOf, isSynthetic } = input;
  const variant = variantInForce(definition, ref.variant);
  const { spread, overdispersion } = outcome;
  const absent = courts.filter(hasNoFigure).length;
  const out = courts.length - outcome.units.size - absent;
  const caption = [
    ...words.notes,
    spread > 0
      ? dispersionSentence(
          words.spread,
          formatNumber(Math.sqrt(overdispersion.tauSquared), 4),
          words.title !== BENCHMARK.crude[locale],
        )[locale]
      : BENCHMARK.noDispersion[locale],
    ...(out > 0 ? [leftOut(out)[locale]] : []),
    ...(absent > 0 ? [withoutFigure(absent)[locale]] : []),
    captionOf(variant)[locale],
    ...(asOf === null ? [] : [`${TREND.asOf[locale]} ${asOf}`]),
    ...(isSynthetic ? [APP.synthetic[locale]] : []),
  ];
  return {
    title: words.title,
    subtitle: `${labelWithVariant(definition, variant)[locale]} · ${formatDayRange(range.from, range.to, locale)} · ${outcome.units.size} ${locale === 'zh' ? '个法院' : 'courts'}`,
    caption,
    status: statusOf(input),
    table: {
      caption: `${definition.label[locale]} · ${words.title}`,
      columns: [
        { id: 'court', label: BENCHMARK.court[locale], align: 'start' },
        { id: 'value', label: definition.label[locale], align: 'end' },
        { id: 'count', label: 'n', align: 'end' },
        { id: 'expected', label: BENCHMARK.expected[locale], align: 'end' },
        { id: 'quotient', label: BENCHMARK.quotient[locale], align: 'end' },
        { id: 'limits', label: BENCHMARK.limits[locale], align: 'end' },
        { id: 'z', label: BENCHMARK.zScore[locale], align: 'end' },
        { id: 'finding', label: BENCHMARK.verdict[locale], align: 'start' },
      ],
      rows: courts.map((court) => ({
        id: court.name,
        isOwn: court.name === input.ownCourt,
        cells: toCells(court, input, outcome, words),
      })),
    },
  };
}

function toCells(court: CourtUnit, input: FunnelPairInput, outcome: Outcome, words: SideWords): readonly TableCell[] {
  const { definition, labels, locale } = input;
  const { figure, indirect, name } = court;
  const unit = outcome.units.get(name);
  const { lower998, upper998 } = unit?.limits ?? { lower998: null, upper998: null };
  const isCrude = words.title === BENCHMARK.crude[locale];
  const limits =
    lower998 === null || upper998 === null
      ? '—'
      : formatInterval(
          Math.max(0, lower998),
          upper998,
          isCrude ? definition.unit : 'index',
          isCrude ? definition.digits : 2,
          locale,
        );
  return [
    { text: courtLabel(labels, name) },
    figure === null
      ? { text: BENCHMARK.noCases[locale], value: null }
      : {
          text: valueText(figure, locale),
          value: figure.value,
          published: publishedOf(figure, courtLabel(labels, name)),
        },
    { text: figure === null ? '—' : countText(figure, locale), value: court.n },
    { text: observedExpected(court, locale)?.expected ?? '—', value: indirect?.expected ?? null },
    { text: indirect?.ratio == null ? '—' : formatNumber(indirect.ratio, 2), value: indirect?.ratio ?? null },
    { text: limits },
    { text: unit === undefined ? '—' : formatNumber(unit.z, 1), value: unit?.z ?? null },
    { text: findingOf(court, outcome, definition).words[locale] },
  ];
}

function statusOf({ isPending }: FunnelPairInput): FigureStatus {
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
