import type { Connector } from '../../../src/engine/connector.ts';
import { compileMetricQuery } from '../../../src/query/compile.ts';
import type { Period } from '../../../src/query/metric-query.ts';
import type { BenchmarkPack, PackCourt } from '../../../src/query/pack.ts';
import { compilePackCourses, compilePackDurations } from '../../../src/query/pack-durations.ts';
import { packQuery, toPack, toPackCourt } from '../../../src/query/pack-write.ts';
import { splitByCourt, splitColumnsByCourt } from '../../../src/query/split-by-court.ts';
import { toResultTable } from '../../../src/query/result.ts';

export const LEAST = 5;

/** A pack of `courts` as the page writes it; `period` of whole months, its last day the last that the data know of. */
export async function packOf(
  connector: Connector,
  courts: readonly string[],
  span: { readonly from: string; readonly to: string; readonly period: Period },
  presentColumns: readonly string[],
  atOnce = 10,
): Promise<BenchmarkPack> {
  const written: PackCourt[] = [];
  for (let done = 0; done < courts.length; done += atOnce) {
    const names = courts.slice(done, done + atOnce);
    const query = compileMetricQuery(packQuery(names, span.period, 1));
    const tables = splitByCourt(toResultTable(query, await connector.query(query.sql, query.params), presentColumns));
    const [durations, courses] = [compilePackDurations(names, 1), compilePackCourses(names, span.to)];
    const closed = splitColumnsByCourt(await connector.query(durations.sql, durations.params));
    const filed = splitColumnsByCourt(await connector.query(courses.sql, courses.params));
    for (const name of names) {
      const table = tables.get(name);
      if (table === undefined) throw new Error(`nothing of ${name}`);
      const source = { name, from: span.from, to: span.to, table };
      const none = { rowCount: 0, columns: {} };
      written.push(
        toPackCourt({ ...source, durations: closed.get(name) ?? none, courses: filed.get(name) ?? none }, LEAST),
      );
    }
  }
  return toPack(written, { leastCases: LEAST, monthStartDay: 1, writtenAt: '2025-10-08 09:00' });
}
