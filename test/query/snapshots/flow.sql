WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 90, 3)),
cases_open_at_start AS (
  SELECT -1 AS k,
    count(*) FILTER (WHERE (resolved_on < DATE '2025-01-01') IS NOT TRUE) - count(*) FILTER (WHERE resolved_on < DATE '2025-01-01') AS "q1"
  FROM cases
  WHERE coalesce(filed_on < DATE '2025-01-01', resolved_on IS NOT NULL) <> coalesce(resolved_on < DATE '2025-01-01', FALSE)
),
cases_filed_on AS (
  SELECT "k",
    sum("rows") AS "q2"
  FROM (SELECT 0 AS k,
    count(*) AS "rows"
  FROM cases
  WHERE "filed_on" >= DATE '2025-01-01' AND "filed_on" < DATE '2025-04-01'
  GROUP BY 1)
  GROUP BY 1
),
cases_resolved_on AS (
  SELECT "k",
    sum("rows") AS "q3"
  FROM (SELECT 0 AS k,
    count(*) AS "rows"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1)
  GROUP BY 1
),
facts AS (
  SELECT * FROM cases_open_at_start
  UNION ALL BY NAME
  SELECT * FROM cases_filed_on
  UNION ALL BY NAME
  SELECT * FROM cases_resolved_on
  UNION ALL BY NAME
  SELECT k FROM spine),
totals AS (
  SELECT k, coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2", coalesce(sum("q3"), 0) AS "q3"
  FROM facts
  GROUP BY k
),
running AS (
  SELECT *,
    coalesce(sum("q1" + "q2" - "q3") OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "stock1",
    coalesce(sum("q1" + "q2" - "q3") OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS "stock2"
  FROM totals
)
SELECT CAST("stock1" AS DOUBLE) AS "m1_value",
  CAST("q2" AS DOUBLE) AS "m2_value",
  CAST("q3" AS DOUBLE) AS "m3_value",
  CAST("stock2" AS DOUBLE) AS "m4_value",
  CAST(CAST("q3" AS DOUBLE) / nullif(("stock1" + "q2"), 0) AS DOUBLE) AS "m5_value",
  CAST(("stock1" + "q2") AS DOUBLE) AS "m5_denominator"
FROM running JOIN spine USING (k)
ORDER BY k
-- []
