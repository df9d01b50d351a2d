import type { Published } from '../../charts/mark/published.ts';
import { findMetric } from '../../metrics/index.ts';
import type { MetricDefinition, MetricVariant } from '../../metrics/metric.ts';
import { partsOf, type CaseSetQuery } from '../../query/case-list.ts';
import { rowOfGroup } from '../../state/opened-cases.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { CASES } from '../../text/cases.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { countText, figureAt, publishedOf, valueText, type Figure } from '../figure/figure.ts';
import { partLabel, partsToShow, toPredicateLines, type PredicateLine } from './predicate-words.ts';

export interface HeadInput {
  readonly cases: CaseSetQuery;
  readonly hasAllCourts: boolean;
  readonly answer: AnsweredQuery | null;
  /** Rows of the list; null while they are counted. */
  readonly count: number | null;
  readonly maskName: (dimension: string, value: string | null) => string | null;
  readonly locale: Locale;
}

/** What stands above a list: the figure that it comes from and what its cases have in common. */
export interface CasesHeadView {
  readonly definition: MetricDefinition;
  readonly variant: MetricVariant;
  readonly title: string;
  readonly number: string;
  readonly value: number | null;
  readonly published: Published | undefined;
  readonly counts: string;
  readonly parts: readonly { readonly id: CaseSetQuery['part']; readonly label: string }[];
  readonly lines: readonly PredicateLine[];
  readonly notes: readonly string[];
}

/** Null where the catalogue does not know the metric or its variant. */
export function toCasesHeadView(input: HeadInput): CasesHeadView | null {
  const { cases, locale, answer, maskName } = input;
  const definition = findMetric(cases.metric.id);
  if (definition === undefined) return null;
  const variant = variantInForce(definition, cases.metric.variant);
  const row = answer === null ? -1 : rowOfGroup(answer.table, cases.group ?? {});
  // A list that is narrowed to a range or a reason holds other cases than the figure counts, which so is not its heading.
  const isWhole = cases.range == null && cases.reason == null;
  const figure = answer === null || row < 0 || !isWhole ? null : figureAt(answer.table, cases.metric, row);
  const groups = Object.entries(cases.group ?? {}).map(([dimension, values]) => maskName(dimension, values[0] ?? null));
  const group = groups.length === 0 ? null : groups.map((name) => name ?? '').join(' · ');
  return {
    definition,
    variant,
    title: definition.label[locale],
    number: figure === null ? '' : valueText(figure, locale),
    value: figure?.value ?? null,
    published: figure === null ? undefined : publishedOf(figure, group),
    counts: figure === null ? '' : countText(figure, locale),
    parts: partsToShow(variant).map((id) => ({ id, label: partLabel(variant, id, locale) })),
    lines: toPredicateLines({ ...input, variant }),
    notes: notesOf(input, variant, figure),
  };
}

function notesOf(
  { cases, count, locale }: HeadInput,
  variant: MetricVariant,
  figure: Figure | null,
): readonly string[] {
  const { formula } = variant;
  const parts = partsOf(variant, cases.part);
  const notes: string[] = [];
  if (parts.some(({ sum }) => sum !== undefined)) notes.push(CASES.sumOfMoney[locale]);
  if (formula.kind === 'ratio' && formula.isComplement === true && cases.part === 'numerator')
    notes.push(CASES.complement[locale]);
  if (parts.some(({ of }) => 'viewpoint' in of && of.viewpoint === 'original')) notes.push(CASES.told[locale]);
  const published = figure === null ? null : publishedCount(variant, cases.part, figure);
  if (count !== null && published !== null && published !== count) notes.push(CASES.differs(count, published)[locale]);
  return notes;
}

/** How many cases the figure says that the part has; null where it counts none (money, a figure that is absent). */
export function publishedCount(variant: MetricVariant, part: CaseSetQuery['part'], figure: Figure): number | null {
  const { formula } = variant;
  const { numerator, denominator, n, value } = figure;
  switch (formula.kind) {
    case 'sum':
      return value;
    case 'duration':
    case 'balance':
      return n;
    case 'disposition_time':
      return part === 'numerator' ? null : n;
    case 'ratio':
      if (formula.numerator.some(({ sum }) => sum !== undefined)) return n;
      if (part === 'denominator') return denominator;
      if (formula.isComplement !== true) return numerator;
      return numerator === null || denominator === null ? null : denominator - numerator;
  }
}
