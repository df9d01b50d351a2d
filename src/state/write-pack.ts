import { addMonths } from '../lib/date.ts';
import { compileMetricQuery } from '../query/compile.ts';
import type { PackCourt } from '../query/pack.ts';
import {
  compilePackCourses,
  compilePackDurations,
  toCourseSketches,
  toDurationSketches,
} from '../query/pack-durations.ts';
import { toPackText } from '../query/pack-read.ts';
import { packQuery, toPack, toPackCourt } from '../query/pack-write.ts';
import { toResultTable } from '../query/result.ts';
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

/**
 * The text of a benchmark pack of `courts`, from the cases that are loaded; one court at a time, so that the page stays
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
  for (const [done, name] of courts.entries()) {
    onProgress(done, courts.length);
    written.push(await writeCourt(name));
  }
  onProgress(courts.length, courts.length);
  return toPackText(
    toPack(written, { leastCases, monthStartDay, writtenAt: dataset.workspace.localTime().slice(0, 16) }),
  );

  async function writeCourt(name: string): Promise<PackCourt> {
    signal.throwIfAborted();
    const query = packQuery(name, period, monthStartDay);
    const compiled = compileMetricQuery(query);
    const answer = await dataset.ask(compiled.sql, compiled.params, signal);
    const all = toResultTable(compiled, answer, dataset.summary?.presentColumns ?? []);
    const [durations, courses] = [compilePackDurations(name), compilePackCourses(name, asOf ?? from)];
    return toPackCourt(
      {
        name,
        from: start,
        to: asOf ?? from,
        table: withholdIncomplete(all, query, dataset.gaps),
        durations: toDurationSketches(await dataset.ask(durations.sql, durations.params, signal), leastCases),
        courses: toCourseSketches(await dataset.ask(courses.sql, courses.params, signal), leastCases),
      },
      leastCases,
    );
  }
}
