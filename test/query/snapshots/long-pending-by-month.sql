WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 31, 1),
  (1, DATE '2025-02-01', 28, 1),
  (2, DATE '2025-03-01', 31, 1)),
cases_older_12 AS (
  WITH stays AS (SELECT CASE WHEN CASE WHEN filed_on <= DATE '2024-04-04' AND coalesce(resolved_on - filed_on > 336, TRUE) THEN CAST(filed_on + INTERVAL 12 MONTH AS DATE) END < DATE '2025-01-01' THEN -1 ELSE year(CASE WHEN filed_on <= DATE '2024-04-04' AND coalesce(resolved_on - filed_on > 336, TRUE) THEN CAST(filed_on + INTERVAL 12 MONTH AS DATE) END) * 12 + month(CASE WHEN filed_on <= DATE '2024-04-04' AND coalesce(resolved_on - filed_on > 336, TRUE) THEN CAST(filed_on + INTERVAL 12 MONTH AS DATE) END) - 24301 END AS entry_k,
    CASE WHEN resolved_on < DATE '2025-04-01' THEN year(resolved_on) * 12 + month(resolved_on) - 24301 ELSE 3 END AS exit_k,
    count(*) FILTER (WHERE (("matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q1"
  FROM cases
  WHERE CASE WHEN filed_on <= DATE '2024-04-04' AND coalesce(resolved_on - filed_on > 336, TRUE) THEN CAST(filed_on + INTERVAL 12 MONTH AS DATE) END < DATE '2025-04-01' AND (resolved_on >= DATE '2025-01-01' OR resolved_on IS NULL)
  GROUP BY 1, 2)
  SELECT entry_k AS k, "q1" AS "q1"
  FROM stays WHERE entry_k < exit_k
  UNION ALL SELECT exit_k AS k, -"q1" AS "q1"
  FROM stays WHERE entry_k < exit_k AND exit_k < 3
),
cases_overdue AS (
  WITH stays AS (SELECT CASE WHEN CASE WHEN due_on IS NOT NULL AND coalesce(filed_on, resolved_on) IS NOT NULL THEN greatest(due_on, filed_on) END < DATE '2025-01-01' THEN -1 ELSE year(CASE WHEN due_on IS NOT NULL AND coalesce(filed_on, resolved_on) IS NOT NULL THEN greatest(due_on, filed_on) END) * 12 + month(CASE WHEN due_on IS NOT NULL AND coalesce(filed_on, resolved_on) IS NOT NULL THEN greatest(due_on, filed_on) END) - 24301 END AS entry_k,
    CASE WHEN resolved_on < DATE '2025-04-01' THEN year(resolved_on) * 12 + month(resolved_on) - 24301 ELSE 3 END AS exit_k,
    count(*) FILTER (WHERE (("matter" IN ('执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助') OR "level" IN ('首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'))) IS NOT TRUE) AS "q2"
  FROM cases
  WHERE CASE WHEN due_on IS NOT NULL AND coalesce(filed_on, resolved_on) IS NOT NULL THEN greatest(due_on, filed_on) END < DATE '2025-04-01' AND (resolved_on >= DATE '2025-01-01' OR resolved_on IS NULL)
  GROUP BY 1, 2)
  SELECT entry_k AS k, "q2" AS "q2"
  FROM stays WHERE entry_k < exit_k
  UNION ALL SELECT exit_k AS k, -"q2" AS "q2"
  FROM stays WHERE entry_k < exit_k AND exit_k < 3
),
facts AS (
  SELECT * FROM cases_older_12
  UNION ALL BY NAME
  SELECT * FROM cases_overdue
  UNION ALL BY NAME
  SELECT k FROM spine),
totals AS (
  SELECT k, coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2"
  FROM facts
  GROUP BY k
),
running AS (
  SELECT *,
    coalesce(sum("q1") OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS "stock1",
    coalesce(sum("q2") OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0) AS "stock2"
  FROM totals
)
SELECT period_start AS "period_start",
  CAST("stock1" AS DOUBLE) AS "m1_value",
  CAST("stock2" AS DOUBLE) AS "m2_value"
FROM running JOIN spine USING (k)
ORDER BY k
-- []
