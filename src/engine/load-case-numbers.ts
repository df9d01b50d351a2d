import type { CaseNumberParts } from '../ingest/ingest-plan.ts';
import { name, raw, sql, type Fragment } from '../sql/fragment.ts';
import { createMap, distinctTexts, type MapColumn } from './load-map.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** The lookup tables that split the 案号 of a list. */
export interface CaseNumberMaps {
  readonly prefixes: string;
  readonly irregular: string;
  /** What the 案号 of the list say; several may be alike. */
  readonly parts: readonly CaseNumberParts[];
  readonly hasRemarks: boolean;
  /** No 案号 is of an unusual shape. */
  readonly isRegular: boolean;
  /** Every 案号 begins and ends without a space. */
  readonly isTrimmed: boolean;
}

const PART_COLUMNS: readonly MapColumn[] = [
  { name: 'raw', type: 'VARCHAR' },
  { name: 'case_key', type: 'VARCHAR' },
  { name: 'case_year', type: 'INTEGER' },
  { name: 'court_code', type: 'VARCHAR' },
  { name: 'type_code', type: 'VARCHAR' },
  { name: 'serial', type: 'INTEGER' },
  { name: 'matter', type: 'VARCHAR' },
  { name: 'level', type: 'VARCHAR' },
];
/** What the engine's `trim` cuts off. */
const SPACE_FIRST = /^\p{Zs}/u;
const REMARK_COLUMNS: readonly MapColumn[] = [
  { name: 'reason', type: 'VARCHAR' },
  { name: 'action', type: 'VARCHAR' },
];

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
 * Reads the 案号 of a list: those of the usual shape by their distinct prefixes, with the serial number split off in SQL;
 * all others (ranges, 之一, spaces, odd brackets) one by one.
 */
export async function loadCaseNumbers(step: LoadStep, index: number): Promise<CaseNumberMaps> {
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
  await createMap(
    connector,
    prefixes,
    PART_COLUMNS,
    read.map(({ text, parts }) => partsRow(text, parts)),
    step.signal,
  );
  const odd =
    read.length === texts.length
      ? sql`${table} WHERE case_no_prefix IS NULL OR coalesce(case_no_serial, 0) <= 0`
      : sql`${table} LEFT JOIN ${name(prefixes)} p ON p.raw = case_no_prefix WHERE p.raw IS NULL OR coalesce(case_no_serial, 0) <= 0`;
  const rest = await distinctTexts(connector, sql`SELECT DISTINCT ${raw(column)} FROM ${odd}`, step.signal);
  const answers = rest.map((text) => ({ text, ...plan.readCaseNumber(text) }));
  const rows = answers.map(({ text, parts, parsed }) => [...partsRow(text, parts), parsed.reason, parsed.action]);
  await createMap(connector, irregular, [...PART_COLUMNS, ...REMARK_COLUMNS], rows, step.signal);
  return {
    prefixes,
    irregular,
    parts: [...read, ...answers].flatMap(({ parts }) => (parts === null ? [] : [parts])),
    isRegular: rest.length === 0,
    isTrimmed: rest.length === 0 && !texts.some((text) => SPACE_FIRST.test(text)),
    hasRemarks: answers.some(({ parsed }) => parsed.reason !== null),
  };
}

function partsRow(text: string, parts: CaseNumberParts | null): (string | null)[] {
  const number = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return [
    text,
    parts?.key ?? null,
    number(parts?.year),
    parts?.courtCode ?? null,
    parts?.typeCode ?? null,
    number(parts?.serial),
    parts?.matter ?? null,
    parts?.level ?? null,
  ];
}

/** SQL of a column of `cases` that the 案号 gives, with `w` the irregular and `p` the prefix table. */
export function caseNumberSql(maps: CaseNumberMaps, column: string): string {
  const own =
    column === 'case_key'
      ? `p.case_key || r.case_no_serial::VARCHAR || '号'`
      : column === 'serial'
        ? 'r.case_no_serial'
        : `p.${column}`;
  return maps.isRegular ? own : `CASE WHEN w.raw IS NULL THEN ${own} ELSE w.${column} END`;
}

/** SQL that joins the tables to the raw rows `r`. */
export function caseNumberJoin(maps: CaseNumberMaps, index: number): string[] {
  const prefixes = `LEFT JOIN ${maps.prefixes} p ON p.raw = r.case_no_prefix`;
  return maps.isRegular ? [prefixes] : [`LEFT JOIN ${maps.irregular} w ON w.raw = r.${rawColumn(index)}`, prefixes];
}
