import type { HeatmapCell, HeatmapRow, HeatmapView } from '../../charts/heatmap/heatmap-view.ts';
import { lazy } from '../../lib/lazy.ts';
import { BENCHMARK, RUG } from '../../text/benchmark.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatCount, formatFigure } from '../../text/format.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { isAbsent, publishedOf, reasonOf, valueText, type Figure } from '../figure/figure.ts';
import type { CourtUnit } from './court-unit.ts';
import { findingOf, type Finding } from './finding.ts';
import { ownChange } from './own-change.ts';
import type { CourtColumn } from './rug-columns.ts';
import { courtLabel } from './court-names.ts';

/** One figure of the table for every court, in the order of the rows. */
export interface RugColumn extends CourtColumn {
  /** The same courts a year earlier; null where they are not compared: too long or too young a period, no such data. */
  readonly lastYear: readonly CourtUnit[] | null;
}

export interface RugInput {
  readonly order: readonly string[];
  /** What every court is called, see court-names.ts. */
  readonly labels: ReadonlyMap<string, string>;
  readonly columns: readonly RugColumn[];
  readonly ownCourt: string | null;
  /** False while it is not known yet what may be said of the values. */
  readonly areJudged: boolean;
  /** Everything is known that the table shows. */
  readonly isFinal: boolean;
  readonly locale: Locale;
}

/**
 * Whether the files hold the columns that the figure is made of, or a bulletin prints it; what nobody has is no column of
 * the table.
 */
export function isComputed({ courts }: Pick<CourtColumn, 'courts'>): boolean {
  return courts.some(({ figure }) => figure !== null && !isAbsent(figure));
}

/** Some court has cases that the figure counts, or a reason of its own why it has no figure. */
export function hasCases(column: Pick<CourtColumn, 'courts'>): boolean {
  return column.courts.some(({ unjudged }) => unjudged !== 'no-cases') && !isWithheld(column);
}

/** The figure is withheld of every court, since the lists lack the cases that it needs. */
export function isWithheld({ courts }: Pick<CourtColumn, 'courts'>): boolean {
  const known = courts.flatMap(({ figure, unjudged }) => (figure === null || unjudged === 'no-cases' ? [] : [figure]));
  return known.length > 0 && known.every(isSliced);
}

function isSliced(figure: Figure): boolean {
  return figure.missing?.startsWith('slice:') === true;
}

/** The 体检表: courts in neutral order × figures, each cell better, worse or no evidence of a difference. */
export function toRugView(input: RugInput): HeatmapView {
  const { order, columns, ownCourt, isFinal, locale } = input;
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
    rows: [pooled, ...rowsOf(order, ownCourt).map(({ name, row }) => toRow(name, row, input))],
    isFinal,
    key: (['better', 'worse', 'apart', 'none'] as const).map((standing) => ({
      standing,
      words: standing === 'apart' ? RUG.apart[locale] : BENCHMARK[standing][locale],
    })),
  };
}

/** Our court stands under the pooled figures, where it is found among hundreds; the others follow in their neutral order. */
function rowsOf(order: readonly string[], ownCourt: string | null): readonly { name: string; row: number }[] {
  const rows = order.map((name, row) => ({ name, row }));
  return [...rows.filter(({ name }) => name === ownCourt), ...rows.filter(({ name }) => name !== ownCourt)];
}

/** The cells of a row are written when it is drawn: of hundreds of courts the first screenful stands at once. */
function toRow(name: string, row: number, { columns, labels, ownCourt, areJudged, locale }: RugInput): HeatmapRow {
  const label = courtLabel(labels, name);
  const cells = lazy(() =>
    columns.flatMap(({ definition, courts, outcome, lastYear }) => {
      const court = courts[row];
      if (court === undefined) return [];
      const finding = areJudged ? findingOf(court, outcome, definition) : NOT_YET;
      return [toCell(court, label, lastYear?.[row]?.figure ?? null, finding, locale)];
    }),
  );
  return {
    id: name,
    label,
    isOwn: name === ownCourt,
    isPooled: false,
    get cells() {
      return cells();
    },
  };
}

const NOT_YET: Finding = { standing: null, words: RUG.notYet };

function toCell(
  { figure, n }: CourtUnit,
  label: string,
  before: Figure | null,
  finding: Finding,
  locale: Locale,
): HeatmapCell {
  const words = finding.words[locale];
  if (figure === null || figure.value === null) {
    const isNone = figure === null || figure.missing === 'no-cases' || figure.missing === 'zero-denominator';
    // Hundreds of courts of a bulletin have one figure each: the others are a short word.
    const known = figure?.missing === 'not-typed' ? RUG.notTyped : figure === null ? null : reasonOf(figure);
    const reason = isNone ? BENCHMARK.noCases : (known ?? BENCHMARK.noCases);
    // Of a list that is not understood or not whole: one cell of a sentence would make its row six lines high.
    const short = shortOf(figure);
    const nothing = { value: null, published: undefined, count: '', standing: null, change: null };
    return { ...nothing, text: (short ?? reason)[locale], words: short === null ? words : reason[locale] };
  }
  const change = before === null ? null : ownChange(figure, before);
  return {
    text: valueText(figure, locale),
    value: figure.value,
    published: publishedOf(figure, label),
    count: n === 0 ? '' : formatCount(n),
    standing: finding.standing,
    words,
    change: change === null ? null : { isUp: change === 'up', words: RUG[change][locale] },
  };
}

function shortOf(figure: Figure | null): Bilingual | null {
  const missing = figure?.missing ?? '';
  if (missing.startsWith('unread:')) return RUG.unread;
  if (missing.startsWith('missing-column:')) return RUG.lacking;
  return figure !== null && isSliced(figure) ? RUG.sliced : null;
}

/** The figure of all courts of the table together: sums over sums. */
function toPooledCell({ definition, ref, courts }: RugColumn, locale: Locale): HeatmapCell {
  const numerator = sumOf(courts, ({ figure }) => figure?.numerator ?? 0);
  const denominator = sumOf(courts, ({ figure }) => figure?.denominator ?? figure?.n ?? 0);
  const n = sumOf(courts, (court) => court.n);
  const known = courts.find(({ figure }) => figure !== null && figure.value !== null)?.figure ?? null;
  const nothing = { published: undefined, count: '', standing: null, words: '', change: null };
  if (known === null || denominator === 0) {
    const reason = courts.find(({ figure }) => figure !== null)?.figure;
    return { text: (reason ? reasonOf(reason) : null)?.[locale] ?? '—', value: null, ...nothing };
  }
  const value = numerator / denominator;
  const counts = definition.unit === 'ratio' ? { numerator, denominator } : { numerator, n };
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
    count: formatCount(n),
  };
}

function sumOf(courts: readonly CourtUnit[], of: (court: CourtUnit) => number): number {
  return courts.reduce((sum, court) => sum + of(court), 0);
}
