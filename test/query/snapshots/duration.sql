WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 90, 3)),
cases_resolved_on AS (
  SELECT "k",
    "judge",
    sum("count_days") FILTER (WHERE (("own_matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "own_level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q1",
    sum("sum_days") FILTER (WHERE (("own_matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "own_level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q2",
    sum("squares_days") FILTER (WHERE (("own_matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "own_level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q3"
  FROM (SELECT 0 AS k,
    "judge" AS "judge",
    "matter" AS "own_matter",
    "level" AS "own_level",
    count("days") AS "count_days",
    sum("days") AS "sum_days",
    sum(CAST("days" AS BIGINT) * "days") AS "squares_days"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2, 3, 4)
  GROUP BY 1, 2
),
cases_resolved_on_quantiles AS (
  SELECT 0 AS k,
    "judge" AS "judge",
    quantile_cont("days", 0.5) FILTER (WHERE (("matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q4",
    quantile_cont("days", 0.9) FILTER (WHERE (("matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q5"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01'
  GROUP BY 1, 2
),
facts AS (
  SELECT * FROM cases_resolved_on
  UNION ALL BY NAME
  SELECT * FROM cases_resolved_on_quantiles),
totals AS (
  SELECT k, "judge", max("q1") AS "q1", max("q2") AS "q2", max("q3") AS "q3", max("q4") AS "q4", max("q5") AS "q5"
  FROM facts
  GROUP BY k, "judge"
)
SELECT "judge" AS "by_judge",
  CAST(CAST(coalesce("q2", 0) AS DOUBLE) / nullif(coalesce("q1", 0), 0) AS DOUBLE) AS "m1_value",
  CAST(coalesce("q2", 0) AS DOUBLE) AS "m1_numerator",
  CAST(coalesce("q1", 0) AS DOUBLE) AS "m1_denominator",
  CAST(sqrt(greatest("q3" - CAST(coalesce("q2", 0) AS DOUBLE) ** 2 / nullif(coalesce("q1", 0), 0), 0) / nullif(coalesce("q1", 0) - 1, 0)) AS DOUBLE) AS "m1_deviation",
  CAST("q4" AS DOUBLE) AS "m2_value",
  CAST("q5" AS DOUBLE) AS "m3_value"
FROM totals JOIN spine USING (k)
ORDER BY k, "judge" NULLS LAST
-- []
