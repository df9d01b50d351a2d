WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 90, 3)),
appeals_resolved_on_of_original AS (
  SELECT "k",
    "closing",
    sum("rows") FILTER (WHERE "test_1" AND "own_closing_bucket" IN ('改判', '发回')) AS "q1"
  FROM (SELECT 0 AS k,
    original."closing" AS "closing",
    appeal."is_attributed" = TRUE AS "test_1",
    appeal."closing_bucket" AS "own_closing_bucket",
    count(*) AS "rows"
  FROM appeals AS appeal LEFT JOIN cases AS original ON original.case_id = appeal.original_case_id
  WHERE appeal."resolved_on" >= DATE '2025-01-01' AND appeal."resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2, 3, 4)
  GROUP BY 1, 2
),
cases_resolved_on AS (
  SELECT "k",
    "closing",
    sum("rows") FILTER (WHERE "own_level" = '一审') AS "q2"
  FROM (SELECT 0 AS k,
    "closing" AS "closing",
    "level" AS "own_level",
    count(*) AS "rows"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2, 3)
  GROUP BY 1, 2
),
appeals_resolved_on AS (
  SELECT "k",
    "closing",
    sum("rows") FILTER (WHERE "own_closing_bucket" IN ('改判', '发回')) AS "q3",
    sum("rows") FILTER (WHERE "own_closing_bucket" IS NOT NULL AND ("own_closing_bucket" = '判决') IS NOT TRUE) AS "q4"
  FROM (SELECT 0 AS k,
    "closing" AS "closing",
    "closing_bucket" AS "own_closing_bucket",
    count(*) AS "rows"
  FROM appeals
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2, 3)
  GROUP BY 1, 2
),
facts AS (
  SELECT * FROM appeals_resolved_on_of_original
  UNION ALL BY NAME
  SELECT * FROM cases_resolved_on
  UNION ALL BY NAME
  SELECT * FROM appeals_resolved_on),
totals AS (
  SELECT k, "closing", coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2", coalesce(sum("q3"), 0) AS "q3", coalesce(sum("q4"), 0) AS "q4"
  FROM facts
  GROUP BY k, "closing"
)
SELECT "closing" AS "by_closing",
  CAST(CAST("q1" AS DOUBLE) / nullif("q2", 0) AS DOUBLE) AS "m1_value",
  CAST("q1" AS DOUBLE) AS "m1_numerator",
  CAST("q2" AS DOUBLE) AS "m1_denominator",
  CAST(CAST("q3" AS DOUBLE) / nullif("q4", 0) AS DOUBLE) AS "m2_value",
  CAST("q3" AS DOUBLE) AS "m2_numerator",
  CAST("q4" AS DOUBLE) AS "m2_denominator",
  EXISTS (SELECT 1 FROM appeals WHERE is_attributed AND resolved_on IS NOT NULL AND closing_bucket IS NOT NULL) AS "has_attributed_appeals"
FROM totals JOIN spine USING (k)
ORDER BY k, "closing" NULLS LAST
-- []
