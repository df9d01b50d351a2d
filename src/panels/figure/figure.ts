import type { Published } from '../../charts/mark/published.ts';
import { findMetric } from '../../metrics/index.ts';
import type { MetricDefinition, MetricVariant } from '../../metrics/metric.ts';
import type { MetricRef, MissingReason, ResultTable } from '../../query/metric-query.ts';
import { toKey } from '../../query/resolve.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatCases, formatFigure, formatNumber, formatShare } from '../../text/format.ts';
import { FIGURES, missingSentence } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { variantInForce } from '../definition/definition-view.ts';

/** Below this many cases a rate is not printed on screen, only its counts. */
export const FEW_CASES = 10;

/** One published value with everything that travels with it. */
export interface Figure {
  readonly definition: MetricDefinition;
  readonly variant: MetricVariant;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly deviation: number | null;
  readonly missing: MissingReason | null;
  /** Cases to which the event of the numerator can happen (`onlyAfter`); absent where that is all, or was not asked. */
  readonly judgments?: number | null;
}

/** Row `row` of `table` for the metric asked as `ref`; null where the catalogue or the table does not know it. */
export function figureAt(table: ResultTable, ref: MetricRef, row: number): Figure | null {
  const definition = findMetric(ref.id);
  const measure = table.measures[toKey(ref)];
  if (definition === undefined || measure === undefined || row >= table.rowCount) return null;
  const variant = variantInForce(definition, ref.variant);
  const companion = variant.onlyAfter === undefined ? undefined : table.measures[toKey(variant.onlyAfter)];
  return {
    definition,
    variant,
    value: measure.value[row] ?? null,
    numerator: measure.numerator[row] ?? null,
    denominator: measure.denominator[row] ?? null,
    n: measure.n[row] ?? null,
    deviation: measure.deviation[row] ?? null,
    missing: measure.missing[row] ?? null,
    ...(companion === undefined ? {} : { judgments: companion.denominator[row] ?? null }),
  };
}

/** What a machine reads off the figure. */
export function publishedOf(figure: Figure, group: string | null = null): Published {
  return {
    metric: figure.definition.id,
    variant: figure.variant.id,
    numerator: figure.numerator,
    denominator: figure.denominator,
    n: figure.n,
    group,
  };
}

/** A rate of so few cases that only its counts are printed. */
export function isFew(figure: Figure): boolean {
  return figure.definition.unit === 'ratio' && figure.denominator !== null && figure.denominator < FEW_CASES;
}

/** Why there is no value, as a clerk would say it; null where there is one. */
export function reasonOf(figure: Figure): Bilingual | null {
  if (figure.value !== null) return null;
  const reason = figure.missing ?? 'no-cases';
  const column = reason.startsWith('missing-column:')
    ? COLUMN_LABELS[toFileColumn(reason.slice('missing-column:'.length))]
    : undefined;
  return missingSentence(reason, column);
}

/** Why there is none although there may be cases: a column that is not there, or not everywhere, or data that are a slice; else null. */
export function lackOf(figure: Figure | null): Bilingual | null {
  const isLack = ['missing-column:', 'lacked:', 'slice:'].some((kind) => figure?.missing?.startsWith(kind));
  return figure === null || !isLack ? null : reasonOf(figure);
}

/** The column that a clerk can add for one that is derived from it. */
function toFileColumn(column: string): string {
  return column === 'closing_bucket' ? 'closing' : column;
}

/** The value as text with its unit; counts where a rate has few cases; the reason where there is none. */
export function valueText(figure: Figure, locale: Locale): string {
  const reason = reasonOf(figure);
  if (reason !== null || figure.value === null) return reason?.[locale] ?? '—';
  if (isFew(figure) && figure.numerator !== null && figure.denominator !== null)
    return fewText(figure.numerator, figure.denominator, locale);
  return formatFigure(figure.value, figure.definition.unit, figure.definition.digits, locale);
}

/** n/N of a rate, the number of cases of a mean; empty for counts. */
export function countText(figure: Figure, locale: Locale): string {
  const { unit } = figure.definition;
  if (figure.value === null && figure.missing !== 'no-cases' && figure.missing !== 'zero-denominator') return '';
  if (unit === 'ratio' && figure.numerator !== null && figure.denominator !== null) {
    if (isOfMoney(figure)) return moneyShare(figure.numerator, figure.denominator, locale);
    return formatShare(figure.numerator, figure.denominator, locale);
  }
  if (unit === 'cases' || figure.n === null) return '';
  return formatCases(figure.n, locale);
}

/** Nobody has the figure: the files lack what it is made of, or the bulletin does not print it. */
export function isAbsent({ missing }: Pick<Figure, 'missing'>): boolean {
  return missing === 'not-typed' || (missing ?? '').startsWith('missing-column:');
}

/** How many cases a figure is of; null where that is not known. */
export function casesOf(figure: Figure): number | null {
  return isOfMoney(figure) ? figure.n : (figure.denominator ?? figure.n);
}

/** A rate of sums of money, such as 执行到位率. */
export function isOfMoney({ variant: { formula } }: Pick<Figure, 'variant'>): boolean {
  return (
    formula.kind === 'ratio' && [...formula.numerator, ...formula.denominator].some(({ sum }) => sum !== undefined)
  );
}

function moneyShare(numerator: number, denominator: number, locale: Locale): string {
  return `${formatNumber(numerator)} / ${formatFigure(denominator, 'yuan', 0, locale)}`;
}

function fewText(numerator: number, denominator: number, locale: Locale): string {
  return locale === 'zh'
    ? `${denominator} 件中 ${numerator} 件`
    : `${numerator} of ${denominator} ${FIGURES.casesUnit.en}`;
}
