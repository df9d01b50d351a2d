import type { Published } from '../../charts/mark/published.ts';
import type { MetricRef, ResultTable } from '../../query/metric-query.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatChange, formatSigned } from '../../text/format.ts';
import { countText, figureAt, publishedOf, valueText, type Figure } from '../figure/figure.ts';

/** One figure of a list. */
export interface MovedFigure {
  readonly text: string;
  readonly counts: string;
  readonly value: number | null;
  readonly published: Published;
}

/** A metric by both lists. */
export interface MovedMetric {
  readonly id: string;
  readonly label: string;
  readonly older: MovedFigure;
  readonly newer: MovedFigure;
  /** Empty where one of the two has no value. */
  readonly shift: string;
}

/** The metrics that the two lists tell differently, in the order asked; a figure differs where its value or its counts do. */
export function toMovedMetrics(
  refs: readonly MetricRef[],
  older: ResultTable,
  newer: ResultTable,
  locale: Locale,
): readonly MovedMetric[] {
  return refs.flatMap((ref) => {
    const [was, is] = [figureAt(older, ref, 0), figureAt(newer, ref, 0)];
    if (was === null || is === null || isEqual(was, is)) return [];
    return [
      {
        id: ref.id,
        label: was.definition.label[locale],
        older: toFigure(was, 'older', locale),
        newer: toFigure(is, 'newer', locale),
        shift: shiftText(was, is, locale),
      },
    ];
  });
}

function isEqual(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator && a.n === b.n;
}

function toFigure(figure: Figure, list: string, locale: Locale): MovedFigure {
  return {
    text: valueText(figure, locale),
    counts: countText(figure, locale),
    value: figure.value,
    published: publishedOf(figure, list),
  };
}

/** Rates in percentage points, durations in days, counts as they are: of few cases a percentage would mislead. */
function shiftText(was: Figure, is: Figure, locale: Locale): string {
  if (was.value === null || is.value === null) return '';
  const { unit, digits } = was.definition;
  const change = is.value - was.value;
  if (unit === 'cases' || unit === 'yuan') return formatSigned(change, digits);
  return formatChange(change, unit, digits, locale).text;
}
