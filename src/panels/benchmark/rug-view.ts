import type { HeatmapCell, HeatmapRow, HeatmapView } from '../../charts/heatmap/heatmap-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import { BENCHMARK, RUG } from '../../text/benchmark.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatFigure } from '../../text/format.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { publishedOf, reasonOf, valueText, type Figure } from '../figure/figure.ts';
import type { CourtUnit } from './court-unit.ts';
import { findingOf } from './finding.ts';
import type { Outcome } from './outcome.ts';
import { ownChange } from './own-change.ts';
import type { CourtColumn } from './rug-columns.ts';

/** One figure of the table for every court, in the order of the rows. */
export interface RugColumn extends CourtColumn {
  /** The same courts a year earlier; null where the data do not reach back, or the period is longer than a year. */
  readonly lastYear: readonly CourtUnit[] | null;
}

export interface RugInput {
  readonly order: readonly string[];
  readonly columns: readonly RugColumn[];
  readonly ownCourt: string | null;
  readonly locale: Locale;
}

/** Whether the files hold the columns that the figure is made of; what they do not hold is no column of the table. */
export function isComputed({ courts }: Pick<CourtColumn, 'courts'>): boolean {
  return courts.some(({ figure }) => figure !== null && !(figure.missing ?? '').startsWith('missing-column:'));
}

/** The 体检表: courts in neutral order × figures, each cell better, worse or no evidence of a difference. */
export function toRugView({ order, columns, ownCourt, locale }: RugInput): HeatmapView {
  const cells = columns.map((column) => toCells(column, locale));
  const pooled: HeatmapRow = {
    id: '',
    label: RUG.allCourts[locale],
    isOwn: false,
    isPooled: true,
    cells: columns.map((column) => toPooledCell(column, locale)),
  };
  return {
    caption: RUG.title[locale],
    cornerLabel: BENCHMARK.court[locale],
    columns: columns.map(({ ref, definition }) => ({
      id: definition.id,
      label: definition.label[locale],
      note: variantInForce(definition, ref.variant).label[locale],
    })),
    rows: [
      pooled,
      ...order.map((name, row) => ({
        id: name,
        label: name,
        isOwn: name === ownCourt,
        isPooled: false,
        cells: cells.flatMap((column) => column[row] ?? []),
      })),
    ],
    key: (['better', 'worse', 'apart', 'none'] as const).map((standing) => ({
      standing,
      words: standing === 'apart' ? RUG.apart[locale] : BENCHMARK[standing][locale],
    })),
  };
}

function toCells({ definition, courts, outcome, lastYear }: RugColumn, locale: Locale): readonly HeatmapCell[] {
  return courts.map((court, row) => toCell(court, lastYear?.[row]?.figure ?? null, outcome, definition, locale));
}

function toCell(
  court: CourtUnit,
  before: Figure | null,
  outcome: Outcome | null,
  definition: MetricDefinition,
  locale: Locale,
): HeatmapCell {
  const { figure, name, n } = court;
  const finding = findingOf(court, outcome, definition);
  const words = finding.words[locale];
  if (figure === null || figure.value === null) {
    const reason = figure === null || n === 0 ? BENCHMARK.noCases : (reasonOf(figure) ?? BENCHMARK.noCases);
    return { text: reason[locale], value: null, published: undefined, count: '', standing: null, words, change: null };
  }
  const change = before === null ? null : ownChange(figure, before);
  return {
    text: valueText(figure, locale),
    value: figure.value,
    published: publishedOf(figure, name),
    count: formatCases(n, locale),
    standing: finding.standing,
    words,
    change: change === null ? null : { isUp: change === 'up', words: RUG[change][locale] },
  };
}

/** The figure of all courts of the table together: sums over sums. */
function toPooledCell({ definition, ref, courts }: RugColumn, locale: Locale): HeatmapCell {
  const numerator = sumOf(courts, ({ figure }) => figure?.numerator ?? 0);
  const n = sumOf(courts, (court) => court.n);
  const known = courts.find(({ figure }) => figure !== null && figure.value !== null)?.figure ?? null;
  const nothing = { published: undefined, count: '', standing: null, words: '', change: null };
  if (known === null || n === 0) {
    const reason = courts.find(({ figure }) => figure !== null)?.figure;
    return { text: (reason ? reasonOf(reason) : null)?.[locale] ?? '—', value: null, ...nothing };
  }
  const value = numerator / n;
  const counts = definition.unit === 'ratio' ? { numerator, denominator: n } : { numerator, n };
  return {
    ...nothing,
    text: formatFigure(value, definition.unit, definition.digits, locale),
    value,
    published: {
      metric: definition.id,
      variant: variantInForce(definition, ref.variant).id,
      group: RUG.allCourts[locale],
      ...counts,
    },
    count: formatCases(n, locale),
  };
}

function sumOf(courts: readonly CourtUnit[], of: (court: CourtUnit) => number): number {
  return courts.reduce((sum, court) => sum + of(court), 0);
}
