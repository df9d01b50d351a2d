import type { EncodedColumn } from '../ingest/encoded-column.ts';
import { SERIAL_COLUMN, SERIAL_END } from './load-coded.ts';
import { createMap } from './load-map.ts';
import {
  numberColumnSql,
  PART_COLUMNS,
  partsRow,
  REMARK_COLUMNS,
  startsWithSpace,
  type CaseNumberMaps,
} from './load-number-parts.ts';
import { codeColumn, type LoadStep } from './load-request.ts';
import { codedColumns } from './load-rows.ts';

type NumberColumn = Extract<EncodedColumn, { kind: 'numbered' }>;

/** A 案号 that is asked about as a whole. */
interface WholeNumber {
  readonly code: number;
  /** 0 = the text of the code is the whole. */
  readonly serial: number;
  readonly text: string;
}

/** Reads the 案号 of a list of codes: by the texts before their serial numbers, and one by one where those say nothing. */
export async function loadCodedNumbers(step: LoadStep, index: number): Promise<CaseNumberMaps> {
  const column = codedColumns(step)?.[index];
  if (column?.kind !== 'numbered') throw new TypeError('The list has no coded 案号');
  const { connector } = step.engine;
  const { plan } = step.part;
  const used = usesOf(column);
  const read = column.texts.flatMap((text, i) => {
    const parts = used.asPrefix[i + 1] === 1 ? plan.readPrefix(text) : null;
    return parts === null ? [] : [{ code: i + 1, text, parts }];
  });
  const rest = wholeNumbers(column, new Set(read.map(({ code }) => code)));
  const answers = rest.map((whole) => ({ ...whole, ...plan.readCaseNumber(whole.text) }));
  const prefixes = `ingest_prefix_${step.fileId}`;
  const irregular = `ingest_case_no_${step.fileId}`;
  const code = { name: 'code', type: 'INTEGER' as const };
  const partsOf = new Map(read.map((prefix) => [prefix.code, partsRow(prefix.text, prefix.parts)]));
  const nothing = PART_COLUMNS.map(() => null);
  const prefixRows = ['', ...column.texts].map((_, own) => [String(own), ...(partsOf.get(own) ?? nothing)]);
  await createMap(connector, prefixes, [code, ...PART_COLUMNS], prefixRows, step.signal);
  await createMap(
    connector,
    irregular,
    [code, { name: 'own_serial', type: 'INTEGER' }, ...PART_COLUMNS, ...REMARK_COLUMNS],
    answers.map(({ text, parts, parsed, ...own }) => [
      String(own.code),
      String(own.serial),
      ...partsRow(text, parts),
      parsed.reason,
      parsed.action,
    ]),
    step.signal,
  );
  const isRegular = rest.length === 0;
  const isComplete = isRegular && !used.hasEmpty;
  const isTrimmed = isRegular && !column.texts.some(startsWithSpace);
  const ofWhole = (alias: string) =>
    `${alias}.code = r.${codeColumn(index)} AND ${alias}.own_serial = r.${SERIAL_COLUMN}`;
  const joins = [`JOIN ${prefixes} p ON p.code = r.${codeColumn(index)}`];
  const composed = (prefix: string) => `${prefix} || r.${SERIAL_COLUMN}::VARCHAR || '${SERIAL_END}'`;
  const text = isRegular ? composed('p.raw') : `CASE WHEN w.raw IS NULL THEN ${composed('p.raw')} ELSE w.raw END`;
  // Where the key is the text, one concatenation serves both.
  const key = read.every((prefix) => prefix.text === prefix.parts.key) ? 'raw' : 'case_key';
  return {
    parts: [...read, ...answers].flatMap(({ parts }) => (parts === null ? [] : [parts])),
    isRegular,
    isComplete,
    isUnique: isComplete && new Set(read.map(({ parts }) => parts.key)).size === read.length && arePairsUnique(column),
    remarks: answers.some(({ parsed }) => parsed.reason !== null) ? { table: irregular, match: ofWhole('m') } : null,
    prefixes,
    composed: isComplete && isTrimmed ? { case_key: key, case_no: 'raw' } : null,
    textSql: isTrimmed ? text : `trim(${text})`,
    columnSql: (of) => numberColumnSql(of, composed(`p.${key}`), isRegular),
    joins: isRegular ? joins : [`LEFT JOIN ${irregular} w ON ${ofWhole('w')}`, ...joins],
  };
}

/** Which codes stand before a serial number, and whether a cell is empty. */
function usesOf({ codes, serials, texts }: NumberColumn): { asPrefix: Uint8Array; hasEmpty: boolean } {
  const asPrefix = new Uint8Array(texts.length + 1);
  for (let row = 0; row < codes.length; row++) if ((serials[row] ?? 0) > 0) asPrefix[codes[row] ?? 0] = 1;
  return { asPrefix, hasEmpty: codes.includes(0) };
}

/** The distinct 案号 that end with no serial number, or whose prefix is not among the `readable`. */
function wholeNumbers({ codes, serials, texts }: NumberColumn, readable: ReadonlySet<number>): WholeNumber[] {
  const found = new Map<string, WholeNumber>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    const serial = serials[row] ?? 0;
    if (code === 0 || (serial > 0 && readable.has(code))) continue;
    const prefix = texts[code - 1] ?? '';
    const text = serial > 0 ? `${prefix}${serial}${SERIAL_END}` : prefix;
    found.set(`${code} ${serial}`, { code, serial, text });
  }
  return [...found.values()];
}

const MAX_BITS = 1 << 28;

/** No code comes twice with one serial number; also false where the numbers are too high to tell cheaply. */
function arePairsUnique({ codes, serials, texts }: NumberColumn): boolean {
  const highest = new Int32Array(texts.length + 1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    highest[code] = Math.max(highest[code] ?? 0, serials[row] ?? 0);
  }
  const starts = new Float64Array(texts.length + 2);
  highest.forEach((serial, code) => (starts[code + 1] = (starts[code] ?? 0) + serial + 1));
  const bits = starts[texts.length + 1] ?? 0;
  if (bits > MAX_BITS) return false;
  const seen = new Uint8Array((bits + 7) >> 3);
  for (let row = 0; row < codes.length; row++) {
    const bit = (starts[codes[row] ?? 0] ?? 0) + (serials[row] ?? 0);
    const mask = 1 << (bit & 7);
    if (((seen[bit >> 3] ?? 0) & mask) !== 0) return false;
    seen[bit >> 3] = (seen[bit >> 3] ?? 0) | mask;
  }
  return true;
}
