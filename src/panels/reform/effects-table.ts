import type { TableRow, TableView } from '../../charts/table/table-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatNumber } from '../../text/format.ts';
import { REFORM } from '../../text/reform.ts';
import { compareFigures } from '../figure/evidence.ts';
import { isFew, valueText, type Figure } from '../figure/figure.ts';
import { changeRange, changeText } from './effect-text.ts';
import type { Effect, ReformOutcome } from './reform-effect.ts';

/** Two figures of the same calendar months. */
export interface FigurePair {
  readonly before: Figure;
  readonly after: Figure;
}

export interface EffectsInput {
  readonly definition: MetricDefinition;
  readonly outcome: ReformOutcome;
  /** The same of the series less the court compared with; null = none. */
  readonly lessOther: ReformOutcome | null;
  readonly odds: Effect | null;
  readonly season: FigurePair | null;
  readonly seasonOther: FigurePair | null;
  readonly locale: Locale;
  /** The cases that an estimate rests on; null or absent: the page knows none. */
  readonly openedBy?: (row: EffectRow) => string | null;
}

/** What the rows of the table are called. */
export type EffectRow = 'atEnd' | 'level' | 'slope' | 'lessOther' | 'odds' | 'season' | 'seasonOther';

/** Every way in which the change was measured, one beside the other, each with its interval. */
export function toEffectsTable(input: EffectsInput): TableView {
  const { locale } = input;
  return {
    caption: REFORM.table[locale],
    columns: [
      { id: 'quantity', label: REFORM.quantity[locale], align: 'start' },
      { id: 'estimate', label: REFORM.estimate[locale], align: 'end' },
      { id: 'interval', label: REFORM.interval[locale], align: 'end' },
      { id: 'meaning', label: REFORM.meaning[locale], align: 'start' },
    ],
    rows: [...regressionRows(input), ...seasonRows(input)],
  };
}

function regressionRows(input: EffectsInput): readonly TableRow[] {
  const { definition, outcome, lessOther, odds, locale } = input;
  const row = (id: 'atEnd' | 'level' | 'slope' | 'lessOther', effect: Effect): TableRow => ({
    id,
    cells: [
      { text: REFORM[id][locale] },
      { text: changeText(effect.estimate, definition, locale), value: effect.estimate, ...opening(id, input) },
      { text: changeRange(effect, definition, locale) },
      { text: chanceWords(effect, locale) },
    ],
  });
  const rows: TableRow[] = [];
  if (outcome.kind === 'fit')
    rows.push(row('atEnd', outcome.fit.atEnd), row('level', outcome.fit.level), row('slope', outcome.fit.slope));
  if (lessOther?.kind === 'fit') rows.push(row('lessOther', lessOther.fit.atEnd));
  if (outcome.kind === 'fit' && odds !== null) rows.push(oddsRow(odds, input));
  return rows;
}

function oddsRow(odds: Effect, input: EffectsInput): TableRow {
  const { locale } = input;
  const range = `${formatNumber(odds.lower, 2)}–${formatNumber(odds.upper, 2)}`;
  return {
    id: 'odds',
    cells: [
      { text: REFORM.odds[locale] },
      { text: formatNumber(odds.estimate, 2), value: odds.estimate, ...opening('odds', input) },
      { text: range },
      { text: `${chanceWords(odds, locale)};${REFORM.oddsMeaning[locale]}` },
    ],
  };
}

function seasonRows(input: EffectsInput): readonly TableRow[] {
  const { definition, season, seasonOther, locale } = input;
  const row = (id: 'season' | 'seasonOther', { before, after }: FigurePair): TableRow => {
    const evidence = isFew(before) || isFew(after) ? null : compareFigures(after, before);
    const values = `${valueText(before, locale)} → ${valueText(after, locale)}`;
    const words =
      evidence === null
        ? ''
        : evidence.interval === null
          ? REFORM.noInterval[locale]
          : chanceWords({ isBeyondChance: evidence.isBeyondChance }, locale);
    return {
      id,
      cells: [
        { text: REFORM[id][locale] },
        evidence === null
          ? { text: '—', value: null }
          : {
              text: changeText(evidence.difference, definition, locale),
              value: evidence.difference,
              ...opening(id, input),
            },
        { text: rangeText(evidence?.interval ?? null, definition, locale) },
        { text: words === '' ? values : `${values};${words}` },
      ],
    };
  };
  return [
    ...(season === null ? [] : [row('season', season)]),
    ...(seasonOther === null ? [] : [row('seasonOther', seasonOther)]),
  ];
}

function opening(row: EffectRow, { openedBy }: EffectsInput): { readonly href?: string } {
  const href = openedBy?.(row) ?? null;
  return href === null ? {} : { href };
}

function rangeText(interval: Interval | null, definition: MetricDefinition, locale: Locale): string {
  return interval === null ? '—' : changeRange(interval, definition, locale);
}

function chanceWords({ isBeyondChance }: Pick<Effect, 'isBeyondChance'>, locale: Locale): string {
  return isBeyondChance ? REFORM.beyondChance[locale] : REFORM.mayBeChance[locale];
}
