import type { UnreadCounts } from '../schema/unread.ts';
import { sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import type { QueryColumns } from './result.ts';

/**
 * Of which closed cases the 结案方式 or the 程序 is not known, and which are from lists without a column: one row per court,
 * kind and year of closing. Most cases are not appealed, and of most nothing is deducted: that a list does not tell of these
 * is told by its labels, of appeals where no list of second-instance cases tells of them.
 *
 * Appeals that only the 后续… columns of the first instance tell of stand in rows of their own; one of them is closed where it
 * has a day or a word, and its word is unknown where a row has more unknown words than its own 结案方式.
 */
export function compileUnreadCounts(): Statement {
  return toStatement(sql`WITH words AS (
  SELECT f.id AS file_id, i."row" AS source_row, count(*) AS n
  FROM ingest_issues i JOIN ingest_files f ON f.name = i.file AND f.sheet IS NOT DISTINCT FROM i.sheet
  WHERE i.reason = 'closing_unknown'
  GROUP BY 1, 2
),
sequels AS (
  SELECT a.court, a.matter, a.level, coalesce(a.resolved_on, a.original_resolved_on) AS resolved_on, a.closing_bucket,
    coalesce(w.n, 0) > CASE WHEN o.closing_bucket IS NULL AND o.closing_raw IS NOT NULL THEN 1 ELSE 0 END AS is_word
  FROM appeals a JOIN cases o ON o.case_id = a.original_case_id
  LEFT JOIN words w ON w.file_id = o.file_id AND w.source_row = o.source_row
  WHERE a.case_id IS NULL
    AND (a.resolved_on IS NOT NULL OR a.closing_bucket IS NOT NULL OR w.n IS NOT NULL)
),
closed AS (
  SELECT file_id, court, matter, level, CAST(year(resolved_on) AS INTEGER) AS "year", count(*) AS resolved,
    count(*) FILTER (WHERE closing_bucket IS NULL) AS closing, count(*) FILTER (WHERE "procedure" IS NULL) AS "procedure",
    count(filed_on) AS filings, count(bench) AS benches, count(is_in_court_judgment) AS in_court,
    count(deduction_days) AS deductions, count(appealed_on) AS appeal_dates, count(*) FILTER (WHERE is_appealed OR appealed_on IS NOT NULL) AS appeals
  FROM cases
  WHERE resolved_on IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5
),
lists AS (
  SELECT id, contains(mapping, '"appealed_on"]') OR contains(mapping, '"next_') AS has_dates,
    contains(mapping, '"is_appealed"]') AS has_flag, contains(mapping, '"deduction_days"]') AS has_deductions
  FROM ingest_files
),
linked AS (SELECT DISTINCT court, true AS is_linked FROM appeals WHERE case_id IS NOT NULL AND court IS NOT NULL),
of_lists AS (
  SELECT c.* REPLACE (sum(filings) OVER list AS filings, sum(benches) OVER list AS benches, sum(in_court) OVER list AS in_court,
      sum(appeal_dates) OVER list AS appeal_dates, sum(appeals) OVER list AS appeals,
      sum(deductions) OVER list AS deductions),
    coalesce(l.has_deductions, true) AS has_deductions,
    coalesce(l.has_dates, true) OR coalesce(k.is_linked, false) AS has_dates, coalesce(l.has_flag, true) AS has_flag
  FROM closed c LEFT JOIN lists l ON l.id = c.file_id LEFT JOIN linked k ON k.court = c.court
  WINDOW list AS (PARTITION BY c.file_id, c.court)
)
SELECT court, matter, level, "year", CAST(sum(resolved) AS DOUBLE) AS resolved, CAST(sum(closing) AS DOUBLE) AS closing,
  CAST(sum("procedure") AS DOUBLE) AS "procedure", false AS is_sequel,
  CAST(coalesce(sum(resolved) FILTER (WHERE filings = 0), 0) AS DOUBLE) AS filed_on,
  CAST(coalesce(sum(resolved) FILTER (WHERE benches = 0), 0) AS DOUBLE) AS bench,
  CAST(coalesce(sum(resolved) FILTER (WHERE in_court = 0), 0) AS DOUBLE) AS is_in_court_judgment,
  CAST(coalesce(sum(resolved) FILTER (WHERE appeal_dates = 0 AND NOT has_dates), 0) AS DOUBLE) AS appealed_on,
  CAST(coalesce(sum(resolved) FILTER (WHERE appeals = 0 AND NOT has_dates AND NOT has_flag), 0) AS DOUBLE) AS is_appealed,
  CAST(coalesce(sum(resolved) FILTER (WHERE deductions = 0 AND NOT has_deductions), 0) AS DOUBLE) AS deduction_days
FROM of_lists
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT court, matter, level, CAST(year(resolved_on) AS INTEGER),
  CAST(count(*) AS DOUBLE), CAST(count(*) FILTER (WHERE closing_bucket IS NULL) AS DOUBLE), 0.0::DOUBLE, true,
  0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE, 0.0::DOUBLE
FROM sequels
WHERE resolved_on IS NOT NULL AND (closing_bucket IS NOT NULL OR is_word)
GROUP BY 1, 2, 3, 4
ORDER BY 8, 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST, 4`);
}

/** The rows of `compileUnreadCounts`. */
export function toUnreadCounts({ rowCount, columns }: QueryColumns): readonly UnreadCounts[] {
  const text = (column: string, i: number) => {
    const cell = columns[column]?.[i];
    return typeof cell === 'string' ? cell : null;
  };
  const count = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => ({
    court: text('court', i),
    matter: text('matter', i),
    level: text('level', i),
    year: count('year', i),
    resolved: count('resolved', i),
    unread: { closing: count('closing', i), procedure: count('procedure', i) },
    lacked: {
      filed_on: count('filed_on', i),
      bench: count('bench', i),
      is_in_court_judgment: count('is_in_court_judgment', i),
      appealed_on: count('appealed_on', i),
      is_appealed: count('is_appealed', i),
      deduction_days: count('deduction_days', i),
    },
    isSequel: columns['is_sequel']?.[i] === true,
  }));
}
