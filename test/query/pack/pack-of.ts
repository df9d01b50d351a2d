import type { Connector } from '../../../src/engine/connector.ts';
import { compileMetricQuery } from '../../../src/query/compile.ts';
import type { Period } from '../../../src/query/metric-query.ts';
import type { BenchmarkPack, PackCourt } from '../../../src/query/pack.ts';
import {
  compilePackCourses,
  compilePackDurations,
  toCourseSketches,
  toDurationSketches,
} from '../../../src/query/pack-durations.ts';
import { packQuery, toPack, toPackCourt } from '../../../src/query/pack-write.ts';
import { toResultTable } from '../../../src/query/result.ts';

export const LEAST = 5;

/** A pack of `courts` as the page writes it; `period` of whole months, its last day the last that the data know of. */
export async function packOf(
  connector: Connector,
  courts: readonly string[],
  span: { readonly from: string; readonly to: string; readonly period: Period },
  presentColumns: readonly string[],
): Promise<BenchmarkPack> {
  const written: PackCourt[] = [];
  for (const name of courts) {
    const query = compileMetricQuery(packQuery(name, span.period, 1));
    const table = toResultTable(query, await connector.query(query.sql, query.params), presentColumns);
    const [durations, courses] = [compilePackDurations(name), compilePackCourses(name, span.to)];
    written.push(
      toPackCourt(
        {
          name,
          from: span.from,
          to: span.to,
          table,
          durations: toDurationSketches(await connector.query(durations.sql, durations.params), LEAST),
          courses: toCourseSketches(await connector.query(courses.sql, courses.params), LEAST),
        },
        LEAST,
      ),
    );
  }
  return toPack(written, { leastCases: LEAST, monthStartDay: 1, writtenAt: '2025-10-08 09:00' });
}
