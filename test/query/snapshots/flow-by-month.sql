WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 31, 1),
  (1, DATE '2025-02-01', 28, 1),
  (2, DATE '2025-03-01', 31, 1)),
cases_filed_on AS (
  SELECT "k",
    "court",
    sum("rows") AS "q1"
  FROM (SELECT year("filed_on") * 12 + month("filed_on") - 24301 AS k,
    "court" AS "court",
    count(*) AS "rows"
  FROM cases
  WHERE "filed_on" >= DATE '2025-01-01' AND "filed_on" < DATE '2025-04-01'
  GROUP BY 1, 2)
  GROUP BY 1, 2
),
cases_open_at_start AS (
  SELECT -1 AS k,
    "court" AS "court",
    count(*) FILTER (WHERE (resolved_on < DATE '2025-01-01') IS NOT TRUE) - count(*) FILTER (WHERE resolved_on < DATE '2025-01-01') AS "q2"
  FROM cases
  WHERE coalesce(filed_on < DATE '2025-01-01', resolved_on IS NOT NULL) <> coalesce(resolved_on < DATE '2025-01-01', FALSE)
  GROUP BY 2
),
cases_resolved_on AS (
  SELECT "k",
    "court",
    sum("rows") AS "q3"
  FROM (SELECT year("resolved_on") * 12 + month("resolved_on") - 24301 AS k,
    "court" AS "court",
    count(*) AS "rows"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2)
  GROUP BY 1, 2
),
facts AS (
  SELECT * FROM cases_filed_on
  UNION ALL BY NAME
  SELECT * FROM cases_open_at_start
  UNION ALL BY NAME
  SELECT * FROM cases_resolved_on
  UNION ALL BY NAME
  SELECT spine.k, "court" FROM spine CROSS JOIN (SELECT "court" FROM cases_filed_on UNION SELECT "court" FROM cases_open_at_start UNION SELECT "court" FROM cases_resolved_on)),
totals AS (
  SELECT k, "court", coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2", coalesce(sum("q3"), 0) AS "q3"
  FROM facts
  GROUP BY k, "court"
),
running AS (
  SELECT *,
    coalesce(sum("q2" + "q1" - "q3") OVER (PARTITION BY "court" ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS "stock1"
  FROM totals
)
SELECT period_start AS "period_start",
  "court" AS "by_court",
  CAST("q1" AS DOUBLE) AS "m1_value",
  CAST("stock1" AS DOUBLE) AS "m2_value"
FROM running JOIN spine USING (k)
ORDER BY k, "court" NULLS LAST
-- []
