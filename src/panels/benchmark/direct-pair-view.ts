import type { TableRow, TableView } from '../../charts/table/table-view.ts';
import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import { MERGED } from '../../query/pack.ts';
import { toKey } from '../../query/resolve.ts';
import {
  directPair,
  type DirectPair,
  type PairSide,
  type PairStratum,
} from '../../statistics/standardise/direct-pair.ts';
import { pairByChance } from '../../statistics/standardise/pair-by-chance.ts';
import { BENCHMARK, DIRECT, directCoverage, directTitle, gapInterval } from '../../text/benchmark.ts';
import { formatChange, formatFigure, formatInterval, formatPercent, formatSigned } from '../../text/format.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { ANNOUNCED_CONFIDENCE, isOfSameCases } from '../figure/evidence.ts';
import type { Stratification } from './benchmark-metrics.ts';
import type { GapInput } from './gap-view.ts';

/** Our court and one other as if both had the mix of both together. */
export interface DirectPairView {
  readonly title: string;
  readonly notes: readonly string[];
  readonly table: TableView;
}

export type DirectPairInput = Pick<GapInput, 'ref' | 'definition' | 'ownCourt' | 'othersLabel' | 'locale'> & {
  readonly against: string;
  /** By court and the dimensions of the stratification. */
  readonly table: ResultTable;
  readonly stratification: Stratification;
};

/** A kind is compared where either court has this many cases of it: of fewer a rate says nothing, and its error neither. */
const LEAST_IN_KIND = 5;

/** Null where the courts have no kind of case in common; the notes of the gap say so. */
export function toDirectPairView(input: DirectPairInput): DirectPairView | null {
  const { definition, locale, othersLabel, stratification } = input;
  const strata = toPairStrata(input);
  const options = { isMean: definition.unit === 'days', least: LEAST_IN_KIND };
  const pair = directPair(strata, options);
  if (pair === null) return null;
  const { first, second, difference, interval } = pair;
  const variant = variantInForce(definition, input.ref.variant);
  const isOfShares = options.isMean || isOfSameCases(variant);
  const unit = options.isMean ? 'days' : 'ratio';
  const text = (value: number): string => formatFigure(value, definition.unit, definition.digits, locale);
  const wide = directPair(strata, { ...options, confidence: ANNOUNCED_CONFIDENCE })?.interval ?? null;
  const isBeyondChance =
    wide !== null && (wide.lower > 0 || wide.upper < 0) && pairByChance(strata, options) <= 1 - ANNOUNCED_CONFIDENCE;
  const bound = (value: number): string => formatSigned(value, definition.digits, options.isMean ? 0 : 2);
  return {
    title: directTitle(
      text(first.standardised),
      othersLabel,
      text(second.standardised),
      formatChange(difference, unit, definition.digits, locale).text,
    )[locale],
    notes: [
      !isOfShares
        ? DIRECT.twoCounts[locale]
        : interval === null
          ? DIRECT.noInterval[locale]
          : gapInterval(
              `${bound(interval.lower)} ${locale === 'zh' ? '至' : 'to'} ${bound(interval.upper)}`,
              isBeyondChance,
            )[locale],
      directCoverage(
        stratification.label,
        pair.strata,
        LEAST_IN_KIND,
        { own: formatPercent(first.coverage), other: formatPercent(second.coverage) },
        Math.min(first.coverage, second.coverage) < 1,
      )[locale],
      DIRECT.method[locale],
      BENCHMARK.unadjustable[locale],
    ],
    table: toTable(isOfShares ? pair : withoutIntervals(pair), input),
  };
}

function withoutIntervals({ first, second, ...pair }: DirectPair): DirectPair {
  return { ...pair, first: { ...first, interval: null }, second: { ...second, interval: null } };
}

/** The kinds of case of both courts; a kind that a pack put together is another kind in every court. */
export function toPairStrata({
  ref,
  table,
  ownCourt,
  against,
  stratification,
}: DirectPairInput): readonly PairStratum[] {
  const nothing: PairSide = { x: 0, n: 0, squares: 0 };
  const found = new Map<string, PairStratum>();
  const columns = stratification.dimensions.map((dimension) => table.groups[dimension] ?? []);
  (table.groups.court ?? []).forEach((court, row) => {
    if (court !== ownCourt && court !== against) return;
    const values = columns.map((column) => column[row] ?? null);
    const key = JSON.stringify(values.includes(MERGED) ? [court, ...values] : values);
    const before = found.get(key) ?? { first: nothing, second: nothing };
    const own = sideAt(ref, table, row);
    const side = court === ownCourt ? 'first' : 'second';
    found.set(key, { ...before, [side]: join(before[side], own) });
  });
  return [...found.values()];
}

function sideAt(ref: MetricRef, { measures }: ResultTable, row: number): PairSide {
  const measure = measures[toKey(ref)];
  const n = measure?.denominator[row] ?? measure?.n[row] ?? 0;
  const deviation = measure?.deviation[row] ?? null;
  return { x: measure?.numerator[row] ?? 0, n, squares: deviation === null ? 0 : deviation ** 2 * (n - 1) };
}

function join(a: PairSide, b: PairSide): PairSide {
  return { x: a.x + b.x, n: a.n + b.n, squares: (a.squares ?? 0) + (b.squares ?? 0) };
}

function toTable({ first, second }: DirectPair, input: DirectPairInput): TableView {
  const { definition, ownCourt, othersLabel, against, locale } = input;
  const text = (value: number | null): string =>
    value === null ? '—' : formatFigure(value, definition.unit, definition.digits, locale);
  const rowOf = (id: string, label: string, side: DirectPair['first']): TableRow => ({
    id,
    isOwn: id === ownCourt,
    cells: [
      { text: label },
      { text: text(side.crude), value: side.crude },
      { text: text(side.standardised), value: side.standardised },
      {
        text:
          side.interval === null
            ? '—'
            : formatInterval(side.interval.lower, side.interval.upper, definition.unit, definition.digits, locale),
      },
      { text: formatPercent(side.coverage), value: side.coverage },
    ],
  });
  return {
    caption: DIRECT.title[locale],
    columns: [
      { id: 'court', label: BENCHMARK.court[locale], align: 'start' },
      { id: 'crude', label: BENCHMARK.crude[locale], align: 'end' },
      { id: 'standardised', label: DIRECT.standardised[locale], align: 'end' },
      { id: 'interval', label: DIRECT.interval[locale], align: 'end' },
      { id: 'coverage', label: DIRECT.coverage[locale], align: 'end' },
    ],
    rows: [rowOf(ownCourt, ownCourt, first), rowOf(against, othersLabel, second)],
  };
}
