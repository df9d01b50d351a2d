WITH spine(k, period_start, days, months) AS (VALUES 
  (0, DATE '2025-01-01', 90, 3)),
cases_resolved_on AS (
  SELECT "k",
    sum("rows") FILTER (WHERE "own_matter" = '民事' AND "own_level" = '一审' AND "own_closing_bucket" IN ('调解', '撤诉')) AS "q1",
    sum("rows") FILTER (WHERE "own_matter" = '民事' AND "own_level" = '一审') AS "q2",
    sum("rows") FILTER (WHERE "own_matter" = '民事' AND "own_level" = '一审' AND ("own_closing_bucket" IN ('驳回起诉', '移送')) IS NOT TRUE AND ("test_4") IS NOT TRUE AND ("test_5") IS NOT TRUE AND "own_closing_bucket" IN ('调解', '撤诉')) AS "q3",
    sum("rows") FILTER (WHERE "own_matter" = '民事' AND "own_level" = '一审' AND ("own_closing_bucket" IN ('驳回起诉', '移送')) IS NOT TRUE AND ("test_4") IS NOT TRUE AND ("test_5") IS NOT TRUE) AS "q4",
    sum("rows") FILTER (WHERE "own_matter" = $1) AS "q5"
  FROM (SELECT 0 AS k,
    "matter" AS "own_matter",
    "level" AS "own_level",
    "closing_bucket" AS "own_closing_bucket",
    "type_code" IN ('民特', '民特监', '民催', '民督', '民督监', '民撤') AS "test_4",
    "cause" IN ('确认合同效力纠纷', '确认合同有效纠纷', '确认合同无效纠纷', '婚姻无效纠纷', '撤销婚姻纠纷', '确认收养关系纠纷', '解除收养关系纠纷', '监护权纠纷') AS "test_5",
    count(*) AS "rows"
  FROM cases
  WHERE "resolved_on" >= DATE '2025-01-01' AND "resolved_on" < DATE '2025-04-01' AND ("court" = $2 OR "court" IS NULL)
  GROUP BY 1, 2, 3, 4, 5, 6)
  GROUP BY 1
),
facts AS (
  SELECT * FROM cases_resolved_on
  UNION ALL BY NAME
  SELECT k FROM spine),
totals AS (
  SELECT k, coalesce(sum("q1"), 0) AS "q1", coalesce(sum("q2"), 0) AS "q2", coalesce(sum("q3"), 0) AS "q3", coalesce(sum("q4"), 0) AS "q4", coalesce(sum("q5"), 0) AS "q5"
  FROM facts
  GROUP BY k
)
SELECT CAST(CAST("q1" AS DOUBLE) / nullif("q2", 0) AS DOUBLE) AS "m1_value",
  CAST("q1" AS DOUBLE) AS "m1_numerator",
  CAST("q2" AS DOUBLE) AS "m1_denominator",
  CAST(CAST("q3" AS DOUBLE) / nullif("q4", 0) AS DOUBLE) AS "m2_value",
  CAST("q3" AS DOUBLE) AS "m2_numerator",
  CAST("q4" AS DOUBLE) AS "m2_denominator",
  CAST("q5" AS DOUBLE) AS "m3_value"
FROM totals JOIN spine USING (k)
ORDER BY k
-- ["民事","甲县法院"]
