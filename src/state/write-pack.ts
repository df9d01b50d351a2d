import { addMonths } from '../lib/date.ts';
import { compileMetricQuery } from '../query/compile.ts';
import type { PackCourt } from '../query/pack.ts';
import { compilePackCourses, compilePackDurations } from '../query/pack-durations.ts';
import { toPackText } from '../query/pack-read.ts';
import { packQuery, toPack, toPackCourt } from '../query/pack-write.ts';
import type { Statement } from '../query/dimension-values.ts';
import type { ResultTable } from '../query/metric-query.ts';
import { toResultTable, type QueryColumns } from '../query/result.ts';
import { splitByCourt, splitColumnsByCourt } from '../query/split-by-court.ts';
import { withholdIncomplete } from '../query/withhold-incomplete.ts';
import type { Dataset } from './dataset.svelte.ts';
import { startOfMonth, toRange } from './period.ts';

export interface WritePackOptions {
  /** No cell counts fewer cases. */
  readonly leastCases: number;
  readonly monthStartDay: number;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** So many courts are asked about in one statement; between two the writing can be stopped, and its progress is told. */
const COURTS_AT_ONCE = 10;

const NO_ROWS: QueryColumns = { rowCount: 0, columns: {} };
const NO_FIGURES: ResultTable = { rowCount: 0, periodStart: [], groups: {}, measures: {} };

/**
 * The text of a benchmark pack of `courts`, from the cases that are loaded; some courts at a time, so that the page stays
 * alive. Throws where nothing is loaded, and when cancelled.
 */
export async function writePack(
  dataset: Dataset,
  courts: readonly string[],
  { leastCases, monthStartDay, onProgress, signal }: WritePackOptions,
): Promise<string> {
  const { span, asOf } = dataset;
  if (span === null || asOf === null) throw new Error('Nothing is loaded');
  const { from } = toRange(span);
  const start = startOfMonth(from, monthStartDay);
  const period = { start, end: addMonths(startOfMonth(asOf, monthStartDay), 1) };
  const written: PackCourt[] = [];
  for (let done = 0; done < courts.length; done += COURTS_AT_ONCE) {
    signal.throwIfAborted();
    onProgress(done, courts.length);
    written.push(...(await writeCourts(courts.slice(done, done + COURTS_AT_ONCE))));
  }
  onProgress(courts.length, courts.length);
  return toPackText(
    toPack(written, { leastCases, monthStartDay, writtenAt: dataset.workspace.localTime().slice(0, 16) }),
  );

  async function writeCourts(names: readonly string[]): Promise<readonly PackCourt[]> {
    const query = packQuery(names, period, monthStartDay);
    const compiled = compileMetricQuery(query);
    const answer = await dataset.ask(compiled.sql, compiled.params, signal);
    const all = toResultTable(compiled, answer, dataset.summary?.presentColumns ?? []);
    const tables = splitByCourt(withholdIncomplete(all, query, dataset.gaps));
    const ask = async ({ sql, params }: Statement) => splitColumnsByCourt(await dataset.ask(sql, params, signal));
    const durations = await ask(compilePackDurations(names, monthStartDay));
    const courses = await ask(compilePackCourses(names, asOf ?? from));
    return names.map((name) =>
      toPackCourt(
        {
          name,
          from: start,
          to: asOf ?? from,
          table: tables.get(name) ?? NO_FIGURES,
          durations: durations.get(name) ?? NO_ROWS,
          courses: courses.get(name) ?? NO_ROWS,
        },
        leastCases,
      ),
    );
  }
}
