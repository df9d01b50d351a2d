WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 90, 2)),
cases_resolved_on_monthly AS (
  SELECT k,
    sum("q1" ** 1) AS "q1",
    sum("q2" ** 2) AS "q2"
  FROM (SELECT (year(("resolved_on" - 20)) * 12 + month(("resolved_on" - 20)) - 24300) // 12 AS k,
    year(("resolved_on" - 20)) * 12 + month(("resolved_on" - 20)) - 24300 AS month_number,
    count(*) AS "q1",
    count(*) AS "q2"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-21' AND "resolved_on" < DATE '2025-03-21'
  GROUP BY 1, 2)
  GROUP BY 1
),
facts AS (
  SELECT * FROM cases_resolved_on_monthly
  UNION ALL BY NAME
  SELECT k FROM spine),
totals AS (
  SELECT k, coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2"
  FROM facts
  GROUP BY k
)
SELECT period_start AS "period_start",
  CAST(CASE WHEN months >= 12 THEN 1 - sqrt(greatest("q2" / months - ("q1" / months) ** 2, 0)) / nullif("q1" / months, 0) END AS DOUBLE) AS "m1_value",
  CAST(months AS DOUBLE) AS "m1_denominator",
  CAST("q1" AS DOUBLE) AS "m1_n"
FROM totals JOIN spine USING (k)
ORDER BY k
-- []
