import { TRIAL } from '../metrics/population.ts';
import type { CaseColumn } from '../schema/columns.ts';
import { type Fragment, join, name, raw, sql } from '../sql/fragment.ts';
import { ownColumn, toCondition, toLeafCondition } from './predicate.ts';

/** Every query below has these columns; `case_id` is NULL where the row is not in `cases`. `weight` counts the cases at fault. */
export const FAULT_COLUMNS = ['file', 'sheet', 'row', 'column', 'raw', 'case_id', 'weight'] as const;

/** Loaded cases that meet `condition`; `shown` is the column whose value is to be looked at. */
export function casesWhere(condition: Fragment, shown: CaseColumn): Fragment {
  return sql`SELECT f.name AS file, f.sheet, c.source_row AS "row", ${raw(`'${shown}'`)} AS "column",
    CAST(c.${name(shown)} AS VARCHAR) AS raw, c.case_id, 1 AS weight
  FROM cases c LEFT JOIN ingest_files f ON f.id = c.file_id WHERE ${condition}`;
}

/** Values and rows that the import did not take as they stood, by the ids of their reasons; not those of superseded rows. */
export function issuesWith(...reasons: readonly string[]): Fragment {
  return sql`SELECT i.file, i.sheet, i."row", i."column", i.raw, c.case_id, 1 AS weight
  FROM ingest_issues i LEFT JOIN ingest_files f ON f.name = i.file AND f.sheet IS NOT DISTINCT FROM i.sheet
    LEFT JOIN cases c ON c.file_id = f.id AND c.source_row = i."row"
  WHERE split_part(i.reason, ':', 1) IN (${texts(reasons)})
    AND NOT EXISTS (SELECT 1 FROM case_history h WHERE h.file_id = f.id AND h.source_row = i."row")`;
}

/** Rows set aside because another row bears their 案号; the case at fault is the one that was kept. */
export function duplicatesWith(reason: string): Fragment {
  return sql`SELECT i.file, i.sheet, i."row", 'case_no' AS "column", i.raw, c.case_id, 1 AS weight
  FROM ingest_issues i LEFT JOIN (SELECT case_no, min(case_id) AS case_id FROM cases GROUP BY case_no) c ON c.case_no = i.raw
  WHERE split_part(i.reason, ':', 1) = ${reason}`;
}

/**
 * Runs of serial numbers that are missing between 1 and the highest of a court, 类型代字 and year; together
 * max − count (法〔2015〕137号 art. 9: numbers are given without gaps). Years before the closings begin are left out: of
 * these a list holds only what was still pending then. So are random numbers of 刑核.
 */
export function serialGaps(): Fragment {
  return sql`SELECT f.name AS file, f.sheet, NULL::INTEGER AS "row", 'case_no' AS "column",
    '(' || case_year || ')' || court_code || type_code || CASE WHEN weight > 1 THEN (serial - weight) || '–' ELSE '' END || (serial - 1) || '号' AS raw,
    NULL::INTEGER AS case_id, weight
  FROM (
    SELECT court_code, type_code, case_year, serial, file_id,
      (serial - coalesce(lag(serial) OVER (PARTITION BY court_code, type_code, case_year ORDER BY serial), 0) - 1)::INTEGER AS weight
    FROM (
      SELECT court_code, type_code, case_year, serial, min(file_id) AS file_id FROM cases
      JOIN (SELECT court_code, CASE WHEN year(min(filed_on)) = year(min(resolved_on)) THEN year(min(filed_on)) ELSE year(min(resolved_on) - 31) + 1 END AS first_year FROM cases WHERE court_code IS NOT NULL GROUP BY court_code)
        USING (court_code)
      WHERE serial IS NOT NULL AND type_code <> '刑核' AND case_year >= first_year
      GROUP BY court_code, type_code, case_year, serial
    )
  ) g LEFT JOIN ingest_files f ON f.id = g.file_id
  WHERE weight > 0`;
}

/** Trial cases, as the catalogue delimits them. */
export function isTrial(): Fragment {
  return toCondition(TRIAL, (leaf) => toLeafCondition(leaf, ownColumn));
}

/** Procedures and the only kinds of proceeding that can have them; what is not known fits everything. */
const PROCEDURE_FITS: readonly {
  procedures: readonly string[];
  matters?: readonly string[];
  levels?: readonly string[];
}[] = [
  { procedures: ['小额诉讼程序'], matters: ['民事'], levels: ['一审'] },
  { procedures: ['速裁程序'], matters: ['刑事'], levels: ['一审'] },
  { procedures: ['简易程序'], levels: ['一审', '再审'] },
  {
    procedures: ['特别程序', '督促程序', '公示催告程序'],
    matters: ['民事', '调解', '刑事'],
    levels: ['特别程序', '诉前调解', '其他'],
  },
  { procedures: ['二审程序'], levels: ['二审', '再审', '管辖'] },
  { procedures: ['审判监督程序'], levels: ['再审', '再审审查'] },
];

/** Whether the procedure of a case is one that its matter or level cannot have. */
export function isProcedureUnfit(): Fragment {
  const faults = PROCEDURE_FITS.map(({ procedures, matters, levels }) => {
    const misses = [
      ...(matters === undefined ? [] : [sql`matter NOT IN (${texts(matters)})`]),
      ...(levels === undefined ? [] : [sql`level NOT IN (${texts(levels)})`]),
    ];
    return sql`("procedure" IN (${texts(procedures)}) AND (${join(misses, ' OR ')}))`;
  });
  return sql`(${join(faults, ' OR ')})`;
}

/** Longest that a filing may lie from the year in its 案号, in years: work at the turn of the year is entered late. */
export function isYearUnfit(): Fragment {
  return raw('abs(case_year - year(filed_on)) > 1');
}

function texts(values: readonly string[]): Fragment {
  return join(
    values.map((value) => sql`${value}`),
    ', ',
  );
}
