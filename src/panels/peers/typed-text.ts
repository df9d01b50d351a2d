import { findMetric } from '../../metrics/index.ts';
import type { TypedFigure } from '../../state/typed-figure.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatFigure, formatNumber } from '../../text/format.ts';
import { PEERS } from '../../text/peers.ts';

/** A typed figure as it is listed: `61.20% (612 / 1,000)`, or the value alone with what that means. */
export function typedText({ metric, value, numerator, denominator }: TypedFigure, locale: Locale): string {
  const definition = findMetric(metric);
  const printed =
    definition === undefined ? String(value) : formatFigure(value, definition.unit, definition.digits, locale);
  if (numerator === null || denominator === null) return `${printed} (${PEERS.valueOnly[locale]})`;
  return `${printed} (${formatNumber(numerator)} / ${formatNumber(denominator)})`;
}
