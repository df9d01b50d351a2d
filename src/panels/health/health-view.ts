import { findMetric } from '../../metrics/index.ts';
import { boundsOf, touchedMetrics, type FaultBound } from '../../query/health-bounds.ts';
import type { HealthCheck } from '../../query/health-checks.ts';
import type { FaultImpact } from '../../query/health-impact.ts';
import type { FaultCount, FaultRow } from '../../query/health-scan.ts';
import type { ResultTable } from '../../query/metric-query.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { formatFigure } from '../../text/format.ts';
import { FAULTS, HEALTH, type FaultText } from '../../text/health.ts';
import { INTAKE } from '../../text/intake.ts';

/** One fault as it stands on the screen. */
export interface FaultView {
  readonly check: HealthCheck;
  readonly n: number;
  readonly label: string;
  readonly decision: string;
  readonly mend: string;
  /** Labels of the metrics that are touched. */
  readonly touched: readonly string[];
  /** One sentence per headline figure: its value, and between which values it lies. */
  readonly bounds: readonly string[];
}

/** Faults, the gravest first: by how far they can move a headline figure, then by their number. */
export function toFaultViews(
  checks: readonly HealthCheck[],
  counts: readonly FaultCount[],
  impacts: readonly FaultImpact[],
  figures: ResultTable | null,
  locale: Locale,
): readonly FaultView[] {
  const found = counts.flatMap(({ id, n }) => {
    const check = checks.find((candidate) => candidate.id === id);
    if (check === undefined) return [];
    const bounds = figures === null ? [] : boundsOf(check, n, impacts, figures);
    const isBoundless = check.isAbsence === true && bounds.length === 0;
    const reach = isBoundless ? Infinity : Math.max(0, ...bounds.map(reachOf));
    return [{ view: toFaultView(check, n, bounds, isBoundless, locale), reach }];
  });
  return found.sort((a, b) => compareReach(a.reach, b.reach) || b.view.n - a.view.n).map(({ view }) => view);
}

function compareReach(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

function toFaultView(
  check: HealthCheck,
  n: number,
  bounds: readonly FaultBound[],
  isBoundless: boolean,
  locale: Locale,
): FaultView {
  const { label, decision, mend } = textOf(check.id);
  return {
    check,
    n,
    label: label[locale],
    decision: decision[locale],
    mend: mend[locale],
    touched: touchedMetrics(check).map((metric) => metric.label[locale]),
    bounds: isBoundless ? [HEALTH.boundless[locale]] : bounds.map((bound) => boundText(bound, locale)),
  };
}

/** Width of the range: in points of a rate, as a share of the value for days. */
function reachOf({ metric, value, low, high }: FaultBound): number {
  const width = high - low;
  return findMetric(metric)?.unit === 'ratio' ? width : width / Math.max(value, 1);
}

function boundText({ metric, value, low, high }: FaultBound, locale: Locale): string {
  const definition = findMetric(metric);
  if (definition === undefined) return '';
  const format = (figure: number) => formatFigure(figure, definition.unit, definition.digits, locale);
  const label = definition.label[locale];
  if (format(low) === format(high)) return HEALTH.steady(label, format(value))[locale];
  return HEALTH.bound(label, format(value), format(low), format(high))[locale];
}

function textOf(id: string): FaultText {
  const plain = { zh: id, en: id };
  return FAULTS[id] ?? { label: plain, decision: plain, mend: plain };
}

/** The label of a column of `cases`; a label of the file stays as it is. */
export function columnText(column: string | null, locale: Locale): string {
  if (column === null) return '—';
  return COLUMN_LABELS[column]?.[locale] ?? column;
}

/** The fix list as rows of text, header first: where to look, what stands there, what is wrong and what to do. */
export function toFixList(rows: readonly FaultRow[], locale: Locale): readonly (readonly (string | number | null)[])[] {
  const heads: readonly Bilingual[] = [
    HEALTH.fault,
    INTAKE.file,
    INTAKE.sheet,
    INTAKE.row,
    INTAKE.column,
    INTAKE.raw,
    HEALTH.count,
    HEALTH.mend,
    HEALTH.decision,
  ];
  const body = rows.map((row) => {
    const { label, mend, decision } = textOf(row.id);
    const column = row.column === null ? null : columnText(row.column, locale);
    return [label[locale], row.file, row.sheet, row.row, column, row.raw, row.weight, mend[locale], decision[locale]];
  });
  return [heads.map((head) => head[locale]), ...body];
}
