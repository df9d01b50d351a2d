import type { MetricDefinition, MetricVariant } from '../../metrics/metric.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { DEFINITIONS } from '../../text/figures.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';

/** One line of a definition: what it is called and what it says. */
export interface DefinitionLine {
  readonly term: Bilingual;
  readonly text: Bilingual;
}

/** The variant in force: the chosen one, or the first. */
export function variantInForce(definition: MetricDefinition, chosen: string | undefined): MetricVariant {
  return definition.variants.find((variant) => variant.id !== null && variant.id === chosen) ?? definition.variants[0];
}

/** The label of a metric with its variant where there are several, e.g. 调撤率 · 口径 A. */
export function labelWithVariant(definition: MetricDefinition, variant: MetricVariant): Bilingual {
  if (variant.id === null) return definition.label;
  return { zh: `${definition.label.zh} · ${variant.label.zh}`, en: `${definition.label.en} · ${variant.label.en}` };
}

/** One sentence that goes under a chart: numerator ÷ denominator, population. */
export function captionOf(variant: MetricVariant): Bilingual {
  const { numerator, denominator, population } = variant;
  return {
    zh:
      denominator === null
        ? `${numerator.zh};${population.zh}`
        : `(${numerator.zh})÷ ${denominator.zh};${population.zh}`,
    en:
      denominator === null
        ? `${numerator.en}; ${population.en}`
        : `(${numerator.en}) ÷ ${denominator.en}; ${population.en}`,
  };
}

/** Everything the catalogue says of one variant, in reading order. */
export function toDefinitionLines(definition: MetricDefinition, variant: MetricVariant): readonly DefinitionLine[] {
  const lines: DefinitionLine[] = [];
  if (variant.denominator === null) lines.push({ term: DEFINITIONS.counted, text: variant.numerator });
  else {
    lines.push({ term: DEFINITIONS.numerator, text: variant.numerator });
    lines.push({ term: DEFINITIONS.denominator, text: variant.denominator });
  }
  lines.push({ term: DEFINITIONS.population, text: variant.population });
  lines.push({ term: DEFINITIONS.decidedBy, text: variant.decidedBy });
  lines.push({ term: DEFINITIONS.direction, text: directionOf(definition) });
  lines.push({ term: DEFINITIONS.unit, text: DEFINITIONS.units[definition.unit] });
  lines.push({ term: DEFINITIONS.range, text: DEFINITIONS.rangeEmpty });
  lines.push({ term: DEFINITIONS.requires, text: columnNames(variant.requires) });
  lines.push({ term: DEFINITIONS.source, text: variant.source });
  if (variant.note !== undefined) lines.push({ term: DEFINITIONS.note, text: variant.note });
  return lines;
}

function directionOf({ better, isZeroNoGoal }: MetricDefinition): Bilingual {
  return isZeroNoGoal === true ? DEFINITIONS.notToZero : DEFINITIONS[better];
}

function columnNames(columns: readonly string[]): Bilingual {
  const labels = columns.map((column) => COLUMN_LABELS[column] ?? { zh: column, en: column });
  return {
    zh: labels.map((label) => label.zh).join('、') || '—',
    en: labels.map((label) => label.en).join(', ') || '—',
  };
}
