import type { TableCell, TableView } from '../../charts/table/table-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { DEFINITIONS, TREND } from '../../text/figures.ts';
import { formatDifference } from '../../text/format.ts';
import { labelWithVariant } from '../definition/definition-view.ts';
import { countText, publishedOf, valueText, type Figure } from '../figure/figure.ts';

const NOTHING: Bilingual = { zh: '—', en: '—' };

/** Two variants of a metric side by side: their values and what each of them counts. */
export function toVariantsTable(
  definition: MetricDefinition,
  figures: readonly [Figure, Figure],
  locale: Locale,
): TableView {
  const line = (id: string, term: Bilingual, cellOf: (figure: Figure) => TableCell) => ({
    id,
    cells: [{ text: term[locale] }, ...figures.map(cellOf)],
  });
  const words = (id: string, term: Bilingual, textOf: (figure: Figure) => Bilingual | null | undefined) =>
    line(id, term, (figure) => ({ text: (textOf(figure) ?? NOTHING)[locale] }));
  return {
    caption: TREND.besideTitle[locale],
    columns: [
      { id: 'term', label: '', align: 'start' },
      ...figures.map(({ variant }, i) => ({
        id: variant.id ?? String(i),
        label: labelWithVariant(definition, variant)[locale],
        align: 'start' as const,
      })),
    ],
    rows: [
      line('value', definition.label, (figure) => ({
        text: valueText(figure, locale),
        value: figure.value,
        published: publishedOf(figure),
      })),
      line('count', { zh: 'n/N', en: 'n/N' }, (figure) => ({ text: countText(figure, locale) || '—' })),
      line('difference', { zh: '相差', en: 'Difference' }, (figure) => ({
        text: figure === figures[0] ? '' : differenceText(figures, locale),
      })),
      words('numerator', DEFINITIONS.numerator, ({ variant }) => variant.numerator),
      words('denominator', DEFINITIONS.denominator, ({ variant }) => variant.denominator),
      words('population', DEFINITIONS.population, ({ variant }) => variant.population),
      words('decidedBy', DEFINITIONS.decidedBy, ({ variant }) => variant.decidedBy),
      words('source', DEFINITIONS.source, ({ variant }) => variant.source),
      words('note', DEFINITIONS.note, ({ variant }) => variant.note),
    ],
  };
}

/** The second less the first; nothing is said of better or worse, since they are different quantities. */
function differenceText([first, second]: readonly [Figure, Figure], locale: Locale): string {
  const { unit, digits } = first.definition;
  if (first.value === null || second.value === null) return '—';
  return formatDifference(second.value, first.value, unit, unit === 'cases' ? 1 : digits, locale).text;
}
