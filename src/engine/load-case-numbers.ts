import { name, raw, sql, type Fragment } from '../sql/fragment.ts';
import { loadCodedNumbers } from './load-coded-numbers.ts';
import { createMap, distinctTexts } from './load-map.ts';
import {
  numberColumnSql,
  PART_COLUMNS,
  partsRow,
  REMARK_COLUMNS,
  startsWithSpace,
  type CaseNumberMaps,
} from './load-number-parts.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';
import { isCoded } from './load-rows.ts';

/**
 * SQL of the rows of `reader` with the 案号 in `column` split: `case_no_prefix`, of which there are few, and
 * `case_no_serial`. Both NULL where the text does not end with digits and 号.
 */
export function splitCaseNumbers(reader: Fragment, column: string): Fragment {
  return sql`SELECT * EXCLUDE (digits), try_cast(digits AS INTEGER) AS case_no_serial,
      CASE WHEN digits <> '' THEN left(${raw(column)}, length(${raw(column)}) - length(digits) - 1) END AS case_no_prefix
    FROM (SELECT *, regexp_extract(${raw(column)}, '([0-9]{1,9})号$', 1) AS digits FROM ${reader})`;
}

/**
 * Reads the 案号 of a list: those of the usual shape by their distinct prefixes, with the serial number split off; all
 * others (ranges, 之一, spaces, odd brackets) one by one.
 */
export async function loadCaseNumbers(step: LoadStep, index: number): Promise<CaseNumberMaps> {
  return isCoded(step, index) ? loadCodedNumbers(step, index) : loadNumberTexts(step, index);
}

async function loadNumberTexts(step: LoadStep, index: number): Promise<CaseNumberMaps> {
  const { connector } = step.engine;
  const { plan } = step.part;
  const column = rawColumn(index);
  const table = name(rawTable(step.fileId));
  const prefixes = `ingest_prefix_${step.fileId}`;
  const irregular = `ingest_case_no_${step.fileId}`;
  const texts = await distinctTexts(connector, sql`SELECT DISTINCT case_no_prefix FROM ${table}`, step.signal);
  const read = texts.flatMap((text) => {
    const parts = plan.readPrefix(text);
    return parts === null ? [] : [{ text, parts }];
  });
  const prefixRows = read.map(({ text, parts }) => partsRow(text, parts));
  await createMap(connector, prefixes, PART_COLUMNS, prefixRows, step.signal);
  const odd =
    read.length === texts.length
      ? sql`${table} WHERE case_no_prefix IS NULL OR coalesce(case_no_serial, 0) <= 0`
      : sql`${table} LEFT JOIN ${name(prefixes)} p ON p.raw = case_no_prefix WHERE p.raw IS NULL OR coalesce(case_no_serial, 0) <= 0`;
  const rest = await distinctTexts(connector, sql`SELECT DISTINCT ${raw(column)} FROM ${odd}`, step.signal);
  const answers = rest.map((text) => ({ text, ...plan.readCaseNumber(text) }));
  const rows = answers.map(({ text, parts, parsed }) => [...partsRow(text, parts), parsed.reason, parsed.action]);
  await createMap(connector, irregular, [...PART_COLUMNS, ...REMARK_COLUMNS], rows, step.signal);
  const isRegular = rest.length === 0;
  const isTrimmed = isRegular && !texts.some(startsWithSpace);
  const joins = [`LEFT JOIN ${prefixes} p ON p.raw = r.case_no_prefix`];
  return {
    parts: [...read, ...answers].flatMap(({ parts }) => (parts === null ? [] : [parts])),
    isRegular,
    isComplete: false,
    isUnique: false,
    remarks: answers.some(({ parsed }) => parsed.reason !== null)
      ? { table: irregular, match: `m.raw = r.${column}` }
      : null,
    prefixes,
    composed: null,
    textSql: isTrimmed ? `r.${column}` : `trim(r.${column})`,
    columnSql: (of) => numberColumnSql(of, `p.case_key || r.case_no_serial::VARCHAR || '号'`, isRegular),
    joins: isRegular ? joins : [`LEFT JOIN ${irregular} w ON w.raw = r.${column}`, ...joins],
  };
}
