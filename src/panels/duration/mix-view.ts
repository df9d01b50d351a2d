import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { Row, RowView } from '../../charts/row/row-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import { decimalsOf } from '../../lib/number.ts';
import type { Period } from '../../query/metric-query.ts';
import { toRange } from '../../state/period.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { kitagawa, type CategoryChange, type CategoryEffect, type TwoFold } from '../../statistics/kitagawa.ts';
import { DURATION, mixReading, mixTitle } from '../../text/duration.ts';
import { FIGURES } from '../../text/figures.ts';
import { formatCount, formatNumber, formatPercent, formatSigned } from '../../text/format.ts';
import { compareFigures } from '../figure/evidence.ts';
import { FEW_CASES, figureAt, type Figure } from '../figure/figure.ts';
import { procedureLabel } from './procedure-label.ts';
import {
  captionWith,
  daysRange,
  opening,
  periodText,
  procedureGroup,
  type OpenedCases,
  type SectionContext,
} from './section-context.ts';

export interface MixView {
  readonly figure: FigureView;
  readonly rows: RowView;
  /** The difference with its interval and where it comes from; empty without a decomposition. */
  readonly reading: string;
}

/** Mean days of the whole population and by procedure, in one period. */
export interface MixPeriod {
  readonly total: Figure;
  readonly byProcedure: AnsweredQuery;
}

const MEAN = { id: 'mean_days' } as const;

/** How much of the change of the mean on last year is mix of procedures, and how much each procedure's own change. */
export function toMixView(now: MixPeriod, before: MixPeriod, isComparable: boolean, context: SectionContext): MixView {
  const { locale } = context;
  const changes = changesOf(before.byProcedure, now.byProcedure);
  const { effects, categories } = kitagawa(changes);
  const status = statusOf(now, before, isComparable, changes, context);
  const isShown = effects !== null && (status.kind === 'ready' || status.kind === 'pending');
  const n = new Map(changes.map(({ category, n2 }) => [category, n2]));
  return {
    figure: {
      title: isShown
        ? mixTitle(days(effects.total, context), days(effects.mix, context), days(effects.rate, context))[locale]
        : DURATION.mixTitleEmpty[locale],
      subtitle: `${periodText(now.byProcedure.query.period, locale)} ${locale === 'zh' ? '对' : 'against'} ${periodText(before.byProcedure.query.period, locale)}`,
      caption: captionWith([DURATION.mixMethod[locale]], context),
      status,
      table: {
        caption: DURATION.mixTitleEmpty[locale],
        columns: [
          { id: 'procedure', label: DURATION.procedure[locale], align: 'start' },
          ...(['shareThen', 'shareNow', 'meanThen', 'meanNow', 'mixEffect', 'ownEffect'] as const).map((id) => ({
            id,
            label: DURATION[id][locale],
            align: 'end' as const,
          })),
        ],
        rows: isShown
          ? [
              ...categories.map((effect) =>
                toTableRow(effect, [before.byProcedure.query.period, now.byProcedure.query.period], context),
              ),
              totalRow(now, before, effects, context),
            ]
          : [],
      },
    },
    rows: {
      summary: isShown
        ? mixTitle(days(effects.total, context), days(effects.mix, context), days(effects.rate, context))[locale]
        : '',
      axis: {
        unit: DURATION.mixUnit[locale],
        formatTick: (value, step) => formatSigned(value, decimalsOf(step)),
        isFromZero: true,
      },
      rows: isShown ? barsOf(effects, categories, n, context) : [],
      reference: null,
      countHeading: DURATION.cases[locale],
    },
    reading: isShown ? readingOf(now.total, before.total, effects, context) : '',
  };
}

function changesOf(before: AnsweredQuery, now: AnsweredQuery): readonly CategoryChange[] {
  const [then, current] = [sumsOf(before), sumsOf(now)];
  const names = [...new Set([...current.keys(), ...then.keys()])];
  return names
    .map((category) => ({
      category,
      x1: then.get(category)?.days ?? 0,
      n1: then.get(category)?.n ?? 0,
      x2: current.get(category)?.days ?? 0,
      n2: current.get(category)?.n ?? 0,
    }))
    .filter(({ n1, n2 }) => n1 + n2 > 0)
    .sort((a, b) => b.n2 - a.n2 || (a.category < b.category ? -1 : 1));
}

/** Days and cases per procedure; '' where it is not known. */
function sumsOf({ table }: AnsweredQuery): ReadonlyMap<string, { days: number; n: number }> {
  const names = table.groups.procedure ?? [];
  return new Map(
    Array.from({ length: table.rowCount }, (_, row) => {
      const figure = figureAt(table, MEAN, row);
      return [names[row] ?? '', { days: figure?.numerator ?? 0, n: figure?.n ?? 0 }] as const;
    }),
  );
}

function statusOf(
  now: MixPeriod,
  before: MixPeriod,
  isComparable: boolean,
  changes: readonly CategoryChange[],
  { locale, hasProcedures, isPending }: SectionContext,
): FigureStatus {
  if (!hasProcedures) return { kind: 'empty', reason: DURATION.noProcedure[locale] };
  if (!isComparable) return { kind: 'empty', reason: FIGURES.noEarlier[locale] };
  if ((now.total.n ?? 0) < FEW_CASES || (before.total.n ?? 0) < FEW_CASES)
    return { kind: 'too-small', reason: DURATION.fewForMix[locale] };
  if (changes.length < 2) return { kind: 'empty', reason: DURATION.oneProcedure[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}

function days(value: number, { locale }: Pick<SectionContext, 'locale'>): string {
  return `${formatSigned(value, 1)} ${DURATION.mixUnit[locale]}`;
}

/** The bars that add up to the last one: mix, then each procedure's own change. */
function barsOf(
  effects: TwoFold,
  categories: readonly CategoryEffect[],
  n: ReadonlyMap<string, number>,
  context: SectionContext,
): readonly Row[] {
  const { locale } = context;
  const bar = (id: string, label: string, value: number, count: number | null, isOwn = false): Row => ({
    id,
    label,
    value,
    text: days(value, context),
    interval: null,
    count: count === null ? '' : formatCount(count),
    detail: '',
    isOwn,
  });
  const own = categories
    .filter(({ rate1, rate2 }) => rate1 !== null && rate2 !== null)
    .map(({ category, rate }) =>
      bar(
        `own ${category}`,
        `${procedureLabel(category === '' ? null : category, true, locale)} · ${DURATION.ownEffect[locale]}`,
        rate,
        n.get(category) ?? null,
      ),
    );
  return [
    bar('mix', DURATION.mixEffect[locale], effects.mix, null),
    ...own,
    bar('total', DURATION.mixTotal[locale], effects.total, null, context.isOwn),
  ];
}

function readingOf(now: Figure, before: Figure, effects: TwoFold, { locale }: SectionContext): string {
  const evidence = compareFigures(now, before);
  if (evidence === null || evidence.interval === null) return '';
  const { lower, upper } = evidence.interval;
  const isMostlyMix =
    Math.sign(effects.mix) === Math.sign(effects.total) && Math.abs(effects.mix) > Math.abs(effects.rate);
  return mixReading(
    `${formatSigned(lower, 1)} ${locale === 'zh' ? '至' : 'to'} ${days(upper, { locale })}`,
    evidence.isBeyondChance,
    isMostlyMix,
  )[locale];
}

/** The closed cases behind a mean: of one procedure, or of all. */
export function openedMean(procedure: string | null | undefined, period: Period, context: SectionContext): OpenedCases {
  return {
    metric: 'mean_days',
    group: procedure === undefined ? {} : procedureGroup(procedure),
    range: daysRange(context, null, null),
    ...toRange(period),
  };
}

function toTableRow(effect: CategoryEffect, periods: readonly [Period, Period], context: SectionContext): TableRow {
  const { locale } = context;
  const procedure = effect.category === '' ? null : effect.category;
  const [then, now] = periods.map((period) => opening(context, openedMean(procedure, period, context)));
  const mean = (value: number | null) => ({ text: value === null ? '—' : formatNumber(value, 1), value });
  return {
    id: effect.category,
    cells: [
      { text: procedureLabel(effect.category === '' ? null : effect.category, true, locale) },
      { text: formatPercent(effect.share1), value: effect.share1, ...then },
      { text: formatPercent(effect.share2), value: effect.share2, ...now },
      { ...mean(effect.rate1), ...(effect.rate1 === null ? {} : then) },
      { ...mean(effect.rate2), ...(effect.rate2 === null ? {} : now) },
      { text: formatSigned(effect.centredMix, 1), value: effect.centredMix },
      { text: formatSigned(effect.rate, 1), value: effect.rate },
    ],
  };
}

function totalRow(now: MixPeriod, before: MixPeriod, effects: TwoFold, { locale }: SectionContext): TableRow {
  const mean = (figure: Figure) => ({ text: formatNumber(figure.value ?? 0, 1), value: figure.value });
  const published = (metric: string) => ({ metric, variant: null, n: now.total.n, group: null });
  return {
    id: 'total row',
    cells: [
      { text: DURATION.mixTotal[locale] },
      { text: formatPercent(1), value: 1 },
      { text: formatPercent(1), value: 1 },
      mean(before.total),
      mean(now.total),
      { text: formatSigned(effects.mix, 1), value: effects.mix, published: published('mean_days_mix_effect') },
      { text: formatSigned(effects.rate, 1), value: effects.rate, published: published('mean_days_own_effect') },
    ],
  };
}
