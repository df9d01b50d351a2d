import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { TableView } from '../../charts/table/table-view.ts';
import type { WaterfallStep, WaterfallView } from '../../charts/waterfall/waterfall-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import { MERGED } from '../../query/pack.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import type { CategoryChange } from '../../statistics/kitagawa.ts';
import { APP } from '../../text/app.ts';
import { GAP, gapInterval, gapTitle } from '../../text/benchmark.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DEFINITIONS } from '../../text/figures.ts';
import {
  formatCases,
  formatChange,
  formatDayRange,
  formatFigure,
  formatShare,
  formatSigned,
  formatTick,
} from '../../text/format.ts';
import { captionOf, labelWithVariant, variantInForce } from '../definition/definition-view.ts';
import { isShare } from '../figure/evidence.ts';
import { gapByChance } from './gap-by-chance.ts';
import { toEffects, toGap, type Gap } from './gap.ts';

export interface GapInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  /** Grouped by court and what the gap is taken apart by. */
  readonly answer: AnsweredQuery;
  readonly ownCourt: string;
  /** The courts of the other side, and what they are called together. */
  readonly others: readonly string[];
  readonly othersLabel: string;
  /** `案由`. */
  readonly dimensionLabel: string;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
  /** The address of our cases of a category (empty name: not stated). */
  readonly hrefOf?: (category: string) => string;
}

export interface GapView {
  readonly figure: FigureView;
  readonly waterfall: WaterfallView;
  /** The category behind a step of the waterfall; null where there is none or several. */
  readonly categoryOf: (step: string) => string | null;
}

/** Bars of each kind before the rest is drawn as one. */
const MOST_BARS = 6;

/** Our court against the other side: a level, the mix, the kinds of case themselves, our level. */
export function toGapView(input: GapInput): GapView {
  const gap = toGap(input.ref, input.answer.table, input.ownCourt, input.others);
  const steps = toSteps(gap, input);
  const { unit } = input.definition;
  return {
    figure: toFigureView(gap, input),
    waterfall: {
      summary: steps.map(({ label, text }) => `${label} ${text}`).join(input.locale === 'zh' ? ';' : '; '),
      axis: {
        unit: unit === 'ratio' ? '' : DEFINITIONS.units[unit][input.locale],
        formatTick: (value, step) => formatTick(value, unit, step),
      },
      steps,
    },
    categoryOf: (step) =>
      gap.categories.find(
        ({ category, n2 }) => n2 > 0 && ['mix', 'rate'].some((kind) => step === `${kind} of ${category}`),
      )?.category ?? null,
  };
}

function toSteps(gap: Gap, input: GapInput): readonly WaterfallStep[] {
  const { rate1, rate2, effects } = gap.result;
  if (rate1 === null || rate2 === null || effects === null) return [];
  const { definition, locale } = input;
  const level = (value: number): string => formatFigure(value, definition.unit, definition.digits, locale);
  const byName = new Map(gap.categories.map((category) => [category.category, category]));
  let reached = rate1;
  const steps = toEffects(gap, MOST_BARS).map(({ kind, category, effect }): WaterfallStep => {
    const start = reached;
    reached += effect;
    const counts = category === null ? undefined : byName.get(category);
    const rest = kind === 'mix' ? GAP.otherMix : GAP.otherRate;
    return {
      id: `${kind} ${category === null ? 'rest' : `of ${category}`}`,
      label: (category === null ? rest : GAP[kind === 'mix' ? 'mixOf' : 'rateOf'](nameOf(category, locale)))[locale],
      kind,
      start,
      end: reached,
      text: changeText(effect, input),
      canOpen: counts !== undefined && counts.n2 > 0,
      detail:
        counts === undefined
          ? GAP.inTable[locale]
          : `${GAP.own[locale]} ${sideText(counts.x2, counts.n2, input)} · ${input.othersLabel} ${sideText(counts.x1, counts.n1, input)}`,
    };
  });
  return [
    { id: 'peer', label: input.othersLabel, kind: 'peer', start: rate1, end: rate1, text: level(rate1), detail: '' },
    ...steps,
    { id: 'own', label: input.ownCourt, kind: 'own', start: reached, end: reached, text: level(rate2), detail: '' },
  ];
}

function changeText(change: number, { definition, locale }: GapInput): string {
  const unit = definition.unit === 'ratio' || definition.unit === 'days' ? definition.unit : 'index';
  return formatChange(change, unit, definition.digits, locale).text;
}

/** `43.3%(90 / 208 件)` of one side in one category; of a mean only the cases. */
function sideText(x: number, n: number, { definition, locale }: GapInput): string {
  if (n === 0) return GAP.none[locale];
  const value = formatFigure(x / n, definition.unit, definition.digits, locale);
  const counts = definition.unit === 'ratio' ? formatShare(x, n, locale) : formatCases(n, locale);
  return locale === 'zh' ? `${value}(${counts})` : `${value} (${counts})`;
}

function toFigureView(gap: Gap, input: GapInput): FigureView {
  const { ref, definition, answer, locale, isSynthetic } = input;
  const variant = variantInForce(definition, ref.variant);
  const { effects } = gap.result;
  const range = toRange(answer.query.period);
  return {
    title:
      effects === null
        ? definition.label[locale]
        : gapTitle(
            definition.label[locale],
            changeText(effects.total, input),
            changeText(effects.mix, input),
            changeText(effects.rate, input),
          )[locale],
    subtitle: `${labelWithVariant(definition, variant)[locale]} · ${formatDayRange(range.from, range.to, locale)} · ${input.ownCourt} — ${input.othersLabel}`,
    caption: [
      ...intervalText(gap, input),
      GAP.note[locale],
      ...(input.hrefOf === undefined ? [] : [GAP.opens[locale]]),
      captionOf(variant)[locale],
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(gap, input),
    table: toTable(gap, input),
  };
}

/**
 * The 95 % interval of the whole gap, and whether it may be chance: at the level of all that is said of courts, by the exact
 * test too. Nothing where the figure is no rate of cases.
 */
function intervalText({ categories }: Gap, { definition, ref, locale }: GapInput): readonly string[] {
  const variant = variantInForce(definition, ref.variant);
  if (!isShare({ variant })) return [];
  const total = (of: (category: CategoryChange) => number): number => categories.reduce((all, one) => all + of(one), 0);
  const gap = gapByChance(
    { x: total(({ x2 }) => x2), n: total(({ n2 }) => n2) },
    { x: total(({ x1 }) => x1), n: total(({ n1 }) => n1) },
    variant,
  );
  if (gap === null) return [];
  const bound = (value: number): string => formatSigned(value, definition.digits, 2);
  const range = `${bound(gap.interval.lower)} ${locale === 'zh' ? '至' : 'to'} ${bound(gap.interval.upper)}`;
  return [gapInterval(range, gap.isBeyondChance)[locale]];
}

function toTable({ categories, result }: Gap, input: GapInput): TableView {
  const { definition, locale, othersLabel } = input;
  const counts = new Map(categories.map((category) => [category.category, category]));
  return {
    caption: `${definition.label[locale]} · ${input.dimensionLabel}`,
    columns: [
      { id: 'category', label: input.dimensionLabel, align: 'start' },
      { id: 'own', label: GAP.own[locale], align: 'end' },
      { id: 'others', label: othersLabel, align: 'end' },
      { id: 'ownShare', label: `${GAP.own[locale]} ${GAP.share[locale]}`, align: 'end' },
      { id: 'othersShare', label: `${othersLabel} ${GAP.share[locale]}`, align: 'end' },
      { id: 'mix', label: GAP.mixEffect[locale], align: 'end' },
      { id: 'rate', label: GAP.rateEffect[locale], align: 'end' },
    ],
    rows: result.categories.map(({ category, share1, share2, rate1, rate2, centredMix, rate }) => {
      const { x1, n1, x2, n2 } = counts.get(category) ?? { x1: 0, n1: 0, x2: 0, n2: 0 };
      const share = (value: number): string => formatFigure(value, 'ratio', 1, locale);
      return {
        id: category,
        cells: [
          { text: nameOf(category, locale) },
          {
            text: sideText(x2, n2, input),
            value: rate2,
            ...(n2 > 0 && input.hrefOf !== undefined ? { href: input.hrefOf(category) } : {}),
          },
          { text: sideText(x1, n1, input), value: rate1 },
          { text: share(share2), value: share2 },
          { text: share(share1), value: share1 },
          { text: changeText(centredMix, input), value: centredMix },
          { text: changeText(rate, input), value: rate },
        ],
      };
    }),
  };
}

function statusOf({ result }: Gap, { isPending, locale }: GapInput): FigureStatus {
  if (result.effects === null) return { kind: 'empty', reason: GAP.nothing[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

/** A category as it is called; packs put rare ones together. */
function nameOf(category: string, locale: Locale): string {
  if (category === MERGED) return GAP.merged[locale];
  return category === '' ? APP.unknown[locale] : category;
}
