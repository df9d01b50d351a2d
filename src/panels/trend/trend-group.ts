import type { PointRef } from '../../charts/line/find-point.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { DatasetEvent } from '../../state/catalog.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { APP } from '../../text/app.ts';
import { figureAt, type Figure } from '../figure/figure.ts';
import type { ControlChart, Uncharted } from '../signals/control-chart.ts';

/** Everything a trend is drawn from. */
export interface TrendInput {
  readonly ref: MetricRef;
  readonly definition: MetricDefinition;
  readonly answer: AnsweredQuery;
  /** The same a year earlier; null = not shown. Only without a split. */
  readonly previous: AnsweredQuery | null;
  /** The same metric in a second variant, drawn beside it; null = none. Only without a split. */
  readonly beside: { readonly ref: MetricRef; readonly answer: AnsweredQuery } | null;
  /** Limits and signals of the series; null for a split, a year, or while they are not known. */
  readonly control: ControlChart | Uncharted | null;
  readonly asOf: string | null;
  readonly events: readonly DatasetEvent[];
  readonly isOwn: boolean;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
  /** The address of the cases of a point of a series. Absent: the page knows no addresses. */
  readonly hrefOf?: (point: PointRef, part?: 'denominator') => string | undefined;
}

/** One group with its figures, one per period. */
export interface Group {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly starts: readonly string[];
  readonly cases: number;
}

/** Groups with most cases first; one nameless group where nothing is split. */
export function groupsOf(answer: AnsweredQuery, ref: MetricRef, locale: Locale): readonly Group[] {
  const { table, query } = answer;
  const dimension = query.groupBy[0];
  const names = dimension === undefined ? null : (table.groups[dimension] ?? []);
  const byName = new Map<string, { figures: Figure[]; starts: string[]; cases: number }>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const figure = figureAt(table, ref, row);
    if (figure === null) continue;
    const name = names === null ? '' : (names[row] ?? APP.unknown[locale]);
    const group = byName.get(name) ?? { figures: [], starts: [], cases: 0 };
    group.figures.push(figure);
    group.starts.push(table.periodStart?.[row] ?? query.period.start);
    group.cases += figure.n ?? figure.denominator ?? 0;
    byName.set(name, group);
  }
  const groups = [...byName].map(([name, group]) => ({ name, ...group }));
  return groups.sort((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
}
