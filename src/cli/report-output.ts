import type { DatasetSummary } from '../ingest/export-file.ts';
import { toCsv } from '../lib/csv.ts';
import { textWidth } from '../lib/text-width.ts';
import { findMetric } from '../metrics/index.ts';
import { formatFigure, formatNumber } from '../text/format.ts';
import { describeReason } from '../text/reasons.ts';
import { REPORT } from '../text/report.ts';
import type { ReportIssue } from './report-dataset.ts';
import type { ReportResult } from './report-results.ts';

/** Everything a report says, before it is written in one of the formats. */
export interface Report {
  readonly dataset: DatasetSummary;
  readonly issues: readonly ReportIssue[];
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly by: readonly string[];
  readonly results: readonly ReportResult[];
}

/** The report as JSON, with the keys of product.md §4. */
export function toJson({ dataset, issues, period, results }: Report): string {
  const files = dataset.files.map((file) => ({
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    sheet: file.sheet,
    header_row: file.headerRow,
    rows: file.rows,
    loaded: file.loaded,
    set_aside: file.setAside,
  }));
  const refused = dataset.refused.map(({ name, sentence }) => ({ name, reason: sentence.zh }));
  const { rows, loaded, setAside } = dataset;
  const listed = issues.map(({ reason, ...issue }) => ({
    ...issue,
    reason: describeReason(reason).zh,
    reason_id: reason,
  }));
  return `${JSON.stringify({ dataset: { files, rows, loaded, set_aside: setAside, issues: listed, refused }, period, results }, null, 2)}\n`;
}

/** The results as CSV, one column per `--by`. */
export function toResultCsv({ by, results }: Report): string {
  const head = ['metric', 'variant', ...by, 'value', 'numerator', 'denominator', 'n', 'unit', 'missing'];
  const rows = results.map((row) => [
    row.metric,
    row.variant,
    ...by.map((name) => row.group?.[name] ?? null),
    row.value,
    row.numerator,
    row.denominator,
    row.n,
    row.unit,
    row.missing,
  ]);
  return toCsv([head, ...rows]);
}

/** The results as text in columns, for a person at a terminal. */
export function toText({ dataset, period, by, results }: Report): string {
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, Number.isInteger(value) ? 0 : 2));
  const head = [...Object.values(REPORT.columns).map((label) => label.zh)];
  const rows = results.map((row) => {
    const definition = findMetric(row.metric);
    const label = `${definition?.label.zh ?? row.metric}${row.variant === null ? '' : ` ${row.variant}`}`;
    const group = row.group === null ? REPORT.total.zh : by.map((name) => row.group?.[name] ?? '').join(' ');
    const value = row.value === null ? '—' : formatFigure(row.value, row.unit, definition?.digits ?? 2, 'zh');
    return [label, group, value, number(row.numerator), number(row.denominator), number(row.n), row.missing ?? ''];
  });
  const lines = dataset.files.map(
    (file) =>
      `${file.name}${file.sheet === null ? '' : ` [${file.sheet}]`}: ${file.rows} = ${file.loaded} + ${file.setAside}`,
  );
  return `${[...lines, `${period.from ?? ''} – ${period.to ?? ''}`, '', ...alignColumns([head, ...rows])].join('\n')}\n`;
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const width = (text: string) => [...text].reduce((sum, sign) => sum + (textWidth(sign, 1) >= 1 ? 2 : 1), 0);
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}
