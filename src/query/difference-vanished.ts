import { join, raw, sql, toStatement } from '../sql/fragment.ts';
import type { ListPair } from './difference-list.ts';
import { compileListPairs, defaultPair, toListPairs } from './difference-pair.ts';
import { NEXT_TABLES, pairTables } from './difference-rows.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/**
 * How an import that is under way is asked for the cases that have vanished: they stand in a list, yet not in the newer
 * one, which reaches so far. One definition with the screen that compares two lists.
 */
export const VANISHED_CASES = {
  pairs: compileListPairs(NEXT_TABLES),
  /** Of every list the newest one that it can be compared with in earnest. */
  toPairs(answer: QueryColumns): readonly ListPair[] {
    const pairs = toListPairs(answer);
    const older = [...new Set(pairs.map((pair) => pair.older))];
    return older.flatMap((id) => defaultPair(pairs.filter((pair) => pair.older === id)) ?? []);
  },
  /** `case_key` of the cases of the older list. */
  keys(pair: ListPair): Statement {
    return toStatement(sql`WITH ${join(pairTables(pair, NEXT_TABLES), ',\n')}
SELECT case_key FROM gone WHERE NOT is_outside AND file_id = ${raw(String(pair.older))}`);
  },
};
