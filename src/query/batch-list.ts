import { sql, toStatement } from '../sql/fragment.ts';
import { batchedCases, type BatchScope } from './batch-cases.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/** Cases of one court and cause that were closed alike, on one day or with consecutive numbers. */
export interface Batch {
  readonly kind: 'day' | 'run';
  readonly court: string | null;
  readonly cause: string;
  readonly closing: string;
  readonly count: number;
  /** First and last day of closing, both included, ISO. */
  readonly from: string;
  readonly to: string;
  /** 案号 with the lowest and the highest number; null where no number could be read. */
  readonly firstNo: string | null;
  readonly lastNo: string | null;
  /** The numbers from the first to the last, both counted; equal to `count` where none is missing between them. */
  readonly span: number | null;
}

/** The batches of the scope, largest first. Counted are the cases that meet the filter. */
export function compileBatchList(scope: BatchScope): Statement {
  return toStatement(sql`WITH ${batchedCases(scope)}, grouped AS (
  SELECT kind, court, cause, closing,
    CASE WHEN kind = 'day' THEN resolved_on END AS same_day_on,
    CASE WHEN kind = 'run' THEN concat_ws(' ', court_code, type_code, case_year, island) END AS same_row,
    count(*) AS size, min(resolved_on) AS first_on, max(resolved_on) AS last_on,
    arg_min(case_no, serial) AS first_no, arg_max(case_no, serial) AS last_no,
    CASE WHEN count(DISTINCT (court_code, type_code, case_year)) = 1 THEN max(serial) - min(serial) + 1 END AS span
  FROM batched GROUP BY ALL
)
SELECT kind, court, cause, closing, CAST(size AS DOUBLE) AS size, CAST(first_on AS VARCHAR) AS first_on,
  CAST(last_on AS VARCHAR) AS last_on, first_no, last_no, CAST(span AS DOUBLE) AS span
FROM grouped
ORDER BY size DESC, first_on, court NULLS LAST, cause, closing, first_no NULLS LAST`);
}

/** The rows of `compileBatchList`. */
export function toBatchList({ rowCount, columns }: QueryColumns): readonly Batch[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i] ?? null;
    return cell === null ? null : String(cell);
  };
  return Array.from({ length: rowCount }, (_, i) => {
    const span = columns['span']?.[i];
    return {
      kind: text('kind', i) === 'run' ? 'run' : 'day',
      court: text('court', i),
      cause: text('cause', i) ?? '',
      closing: text('closing', i) ?? '',
      count: Number(columns['size']?.[i] ?? 0),
      from: text('first_on', i) ?? '',
      to: text('last_on', i) ?? '',
      firstNo: text('first_no', i),
      lastNo: text('last_no', i),
      span: typeof span === 'number' ? span : null,
    };
  });
}
