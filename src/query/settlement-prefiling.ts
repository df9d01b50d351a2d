import { CONFIGURATION } from '../metrics/configuration.ts';
import { isIn, not } from '../metrics/predicate.ts';
import { raw, sql, toStatement } from '../sql/fragment.ts';
import type { Statement } from './dimension-values.ts';
import { filteredDimensions, toFilterCondition } from './filter.ts';
import type { CaseFilter } from './metric-query.ts';
import { dateLiteral } from './period.ts';
import { type Leaf, ownColumn, toCondition, toLeafCondition } from './predicate.ts';
import type { QueryColumns } from './result.ts';
import { conjunction } from './scan.ts';

/** 诉前/先行调解 of one calendar year. */
export interface PrefilingYear {
  readonly year: number;
  readonly filed: number;
  readonly resolved: number;
  /** Of the resolved: ended by an agreement (结案方式归入调解). */
  readonly agreed: number;
  /** Of the resolved: how they ended is not known. */
  readonly untold: number;
}

/** Papers drawn up after a mediation that succeeded; with them a success would count twice. */
const PAPERS = ['诉前调书', '诉前调确'];

/** Filings and closings of pre-filing mediation by calendar year, up to `asOf`, of the courts of the filter. */
export function compilePrefiling(filter: CaseFilter, asOf: string): Statement {
  const last = dateLiteral(asOf);
  const own = filteredDimensions(filter).filter((dimension) => dimension === 'court');
  const leaf = (part: Leaf) => toLeafCondition(part, ownColumn);
  const of = conjunction([
    toCondition(isIn('level', ['诉前调解']), leaf),
    toCondition(not(isIn('type_code', PAPERS)), leaf),
    toFilterCondition(filter, own, ownColumn),
  ]);
  const agreed = toCondition(isIn('closing_bucket', CONFIGURATION.mediatedBuckets.values), leaf);
  return toStatement(sql`WITH mediation AS (
  SELECT filed_on, resolved_on, closing_bucket FROM cases WHERE ${of ?? raw('TRUE')}
), moves AS (
  SELECT year(filed_on) AS year, 1 AS filed, 0 AS resolved, 0 AS agreed, 0 AS untold FROM mediation WHERE filed_on <= ${last}
  UNION ALL
  SELECT year(resolved_on), 0, 1, CAST(coalesce(${agreed}, FALSE) AS INTEGER), CAST(closing_bucket IS NULL AS INTEGER)
  FROM mediation WHERE resolved_on <= ${last}
)
SELECT CAST(year AS DOUBLE) AS year, CAST(sum(filed) AS DOUBLE) AS filed, CAST(sum(resolved) AS DOUBLE) AS resolved,
  CAST(sum(agreed) AS DOUBLE) AS agreed, CAST(sum(untold) AS DOUBLE) AS untold
FROM moves GROUP BY year ORDER BY year`);
}

/** The rows of `compilePrefiling`, oldest year first. */
export function toPrefilingYears({ rowCount, columns }: QueryColumns): readonly PrefilingYear[] {
  const number = (column: string, i: number) => Number(columns[column]?.[i] ?? 0);
  return Array.from({ length: rowCount }, (_, i) => ({
    year: number('year', i),
    filed: number('filed', i),
    resolved: number('resolved', i),
    agreed: number('agreed', i),
    untold: number('untold', i),
  }));
}
