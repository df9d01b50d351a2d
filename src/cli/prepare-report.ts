import { findMetric } from '../metrics/index.ts';
import type { Slice } from '../query/slice-figures.ts';
import type { DatasetFacts } from '../state/dataset-facts.ts';
import type { DatasetAbout } from '../state/catalog.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { formatCount, formatFigure } from '../text/format.ts';
import { FAULTS, HEALTH } from '../text/health.ts';
import { INTAKE } from '../text/intake.ts';
import { PREPARE, PREPARE_REPORT as WORDS } from '../text/prepare.ts';
import { describeReason } from '../text/reasons.ts';
import { sliceName } from '../text/slices.ts';
import type { HealthFinding } from './prepare-health.ts';

/** Everything that the quality report of a prepared set says. */
export interface QualityReport {
  readonly about: DatasetAbout;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly hasRawText: boolean;
  readonly isMasked: boolean;
  /** Labels of the columns that were left out because they hold personal details. */
  readonly leftOut: readonly string[];
  readonly facts: DatasetFacts;
  readonly issues: readonly { readonly reason: string; readonly action: string; readonly n: number }[];
  readonly findings: readonly HealthFinding[];
}

/** The report as JSON: counts as in `report`, findings with their bounds. */
export function toQualityJson(report: QualityReport): string {
  const { about, facts, file, bytes, sha256, hasRawText, isMasked, leftOut, issues, findings } = report;
  const { files, rows, loaded, setAside, span, presentColumns, refused } = facts.summary;
  return `${JSON.stringify(
    {
      name: about.name,
      as_of: about.asOf,
      file,
      bytes,
      sha256,
      raw_text: hasRawText,
      masked: isMasked,
      left_out: leftOut,
      span,
      rows,
      loaded,
      set_aside: setAside,
      files: files.map((own) => ({
        name: own.name,
        format: own.format,
        encoding: own.encoding,
        sheet: own.sheet,
        header_row: own.headerRow,
        rows: own.rows,
        loaded: own.loaded,
        set_aside: own.setAside,
        mapping: own.mapping,
      })),
      refused: refused.map(({ name, sentence }) => ({ name, reason: sentence })),
      courts: facts.courts.map(({ name }) => name),
      present_columns: presentColumns,
      issues: issues.map(({ reason, action, n }) => ({ reason, text: describeReason(reason), action, n })),
      findings: findings.map(({ id, n, touched, bounds }) => ({
        id,
        text: FAULTS[id]?.label ?? null,
        n,
        touched,
        bounds,
      })),
      slices: facts.slices,
    },
    null,
    2,
  )}\n`;
}

/** The report as a page to read and print, Chinese with English beneath. */
export function toQualityHtml(report: QualityReport): string {
  const { summary, slices } = report.facts;
  const [rows, loaded, setAside] = [summary.rows, summary.loaded, summary.setAside].map(formatCount);
  const body = [
    `<h1>${both(WORDS.title)}</h1>`,
    factsTable(report),
    `<h2>${both(WORDS.files)}</h2><p><b>${both(PREPARE.balance(rows ?? '', loaded ?? '', setAside ?? ''))}</b></p>`,
    table(
      [INTAKE.file, WORDS.sheet, WORDS.rows, WORDS.loaded, WORDS.setAside],
      summary.files.map((file) => [
        escape(file.name),
        escape(file.sheet ?? ''),
        ...[file.rows, file.loaded, file.setAside].map(formatCount),
      ]),
    ),
    ...(summary.refused.length === 0
      ? []
      : [`<h2>${both(WORDS.refused)}</h2>`, list(summary.refused.map(({ sentence }) => both(sentence)))]),
    `<h2>${both(WORDS.issues)}</h2>`,
    table(
      [WORDS.reason, WORDS.action, WORDS.count],
      report.issues.map(({ reason, action, n }) => [both(describeReason(reason)), actionText(action), formatCount(n)]),
    ),
    `<h2>${both(WORDS.findings)}</h2>`,
    report.findings.length === 0 ? `<p>${both(WORDS.noFindings)}</p>` : findingsTable(report.findings),
    ...(slices.length === 0 ? [] : [`<h2>${both(WORDS.slices)}</h2>`, list(slices.map(sliceText))]),
  ];
  const title = escape(`${WORDS.title.zh} · ${report.about.name.zh}`);
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>\n<body>${body.join('\n')}</body></html>\n`;
}

const STYLE =
  'body{font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d8dde3;padding:.35rem .6rem}' +
  'small{color:#5a6675;display:block;font-weight:400}code{word-break:break-all}';

function factsTable({ about, file, bytes, sha256, hasRawText, isMasked, leftOut, facts }: QualityReport): string {
  const { span } = facts.summary;
  const rows: (readonly [Bilingual, string])[] = [
    [WORDS.set, both(about.name)],
    [WORDS.file, `${escape(file)} (${(bytes / 1e6).toFixed(1)} MB)`],
    [WORDS.checksum, `<code>${sha256}</code>`],
    [WORDS.span, span === null ? '—' : `${span.from} – ${span.to}`],
    [WORDS.asOf, about.asOf ?? span?.to ?? '—'],
    [WORDS.rawText, both(hasRawText ? WORDS.withRaw : WORDS.withoutRaw)],
    [WORDS.names, both(isMasked ? WORDS.masked : WORDS.plain)],
    [WORDS.leftOut, leftOut.length === 0 ? both(WORDS.none) : escape(leftOut.join('、'))],
  ];
  return `<table>${rows.map(([label, text]) => `<tr><th>${both(label)}</th><td>${text}</td></tr>`).join('')}</table>`;
}

function findingsTable(findings: readonly HealthFinding[]): string {
  return table(
    [HEALTH.fault, HEALTH.count, HEALTH.decision, HEALTH.mend, HEALTH.effect],
    findings.map(({ id, n, touched, bounds }) => {
      const text = FAULTS[id];
      const plain = { zh: id, en: id };
      const effects = bounds.length > 0 ? bounds.map(boundText) : [touchedText(touched)];
      return [
        both(text?.label ?? plain),
        formatCount(n),
        both(text?.decision ?? plain),
        both(text?.mend ?? plain),
        effects.map(both).join(''),
      ];
    }),
  );
}

function boundText({ metric, value, low, high }: HealthFinding['bounds'][number]): Bilingual {
  const definition = findMetric(metric);
  const say = (locale: 'zh' | 'en') => {
    if (definition === undefined) return '';
    const format = (figure: number) => formatFigure(figure, definition.unit, definition.digits, locale);
    const label = definition.label[locale];
    return format(low) === format(high)
      ? HEALTH.steady(label, format(value))[locale]
      : HEALTH.bound(label, format(value), format(low), format(high))[locale];
  };
  return { zh: say('zh'), en: say('en') };
}

function touchedText(ids: readonly string[]): Bilingual {
  const labels = ids.flatMap((id) => findMetric(id)?.label ?? []);
  if (labels.length === 0) return HEALTH.none;
  return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') };
}

function sliceText({ kind, courts, rows, from, to }: Slice): string {
  const name = sliceName(kind);
  const named = courts.map((court) => court ?? HEALTH.noCourt.zh).join('、');
  return both({ zh: `${named}:${name.zh}(${rows})`, en: `${name.en} (${rows}), ${from} – ${to}` });
}

function actionText(action: string): string {
  const text = INTAKE.actions[action];
  return text === undefined ? escape(action) : both(text);
}

function table(heads: readonly Bilingual[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((label) => `<th>${both(label)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

/** Both languages as HTML. */
function both({ zh, en }: Bilingual): string {
  return zh === en ? escape(zh) : `${escape(zh)}<small lang="en">${escape(en)}</small>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
