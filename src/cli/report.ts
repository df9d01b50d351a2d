import { pathToFileURL } from 'node:url';
import type { DatasetSummary } from '../ingest/export-file.ts';
import { toIso } from '../lib/date.ts';
import { NothingReadError } from '../state/import-files.ts';
import type { DayRange } from '../state/period.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { REPORT } from '../text/report.ts';
import { NodeConnector } from './node-connector.ts';
import { ArgumentError, parseReportArguments, type ReportRequest } from './report-arguments.ts';
import { listIssues, loadDataset } from './report-dataset.ts';
import { readProfiles } from './report-profiles.ts';
import { toJson, toResultCsv, toText, type Report } from './report-output.ts';
import { computeResults } from './report-results.ts';

/** What a run wrote, and the code it ends with: 0, or 2 where nothing could be read or the command was at fault. */
export interface ReportRun {
  readonly code: 0 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs the report. @param today ISO; dates after it are called future. */
export async function runReport(args: readonly string[], today: string): Promise<ReportRun> {
  let connector: NodeConnector | null = null;
  try {
    const request = parseReportArguments(args);
    connector = await NodeConnector.open();
    const report = await createReport(connector, request, today);
    const refused = report.dataset.refused.map(({ sentence }) => `${toLine(sentence)}\n`).join('');
    return { code: 0, out: write(report, request), err: refused };
  } catch (error) {
    return { code: 2, out: '', err: `${toLine(sentenceOf(error))}\n` };
  } finally {
    connector?.close();
  }
}

async function createReport(connector: NodeConnector, request: ReportRequest, today: string): Promise<Report> {
  const { isVanishedLeftOut } = request;
  const rules = { ...(await readProfiles(request.profiles)), isVanishedLeftOut };
  const dataset = await loadDataset(connector, request.files, today, rules);
  const range = toRange(request, dataset);
  const results = await computeResults(connector, request, range, dataset);
  return {
    dataset,
    issues: await listIssues(connector),
    period: range ?? { from: null, to: null },
    by: request.by,
    results,
  };
}

/** The days asked for; a side that was not given is that of the files. Null where neither knows. */
function toRange({ from, to }: ReportRequest, { span }: DatasetSummary): DayRange | null {
  const first = from ?? span?.from ?? to;
  const last = to ?? span?.to ?? from;
  if (first === null || first === undefined || last === null || last === undefined) return null;
  if (first > last) throw new ArgumentError(REPORT.emptyPeriod(first, last));
  return { from: first, to: last };
}

function write(report: Report, { format }: ReportRequest): string {
  if (format === 'csv') return toResultCsv(report);
  return format === 'table' ? toText(report) : toJson(report);
}

function sentenceOf(error: unknown): Bilingual {
  if (error instanceof ArgumentError || error instanceof NothingReadError) return error.sentence;
  return REPORT.failed(error instanceof Error ? error.message : String(error));
}

function toLine({ zh, en }: Bilingual): string {
  return `${zh} ${en}`.replaceAll('\n', ' ');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const now = new Date();
  const today = toIso(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
  const { code, out, err } = await runReport(process.argv.slice(2), today);
  process.stderr.write(err);
  process.stdout.write(out, () => process.exit(code));
}
