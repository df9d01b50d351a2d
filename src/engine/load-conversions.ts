import type { Conversion } from '../ingest/ingest-plan.ts';
import { name, raw, sql } from '../sql/fragment.ts';
import { createMap, distinctTexts } from './load-map.ts';
import { rawColumn, rawTable, type LoadStep } from './load-request.ts';

/** A conversion that was made: which lookup table holds it, and what it said about the texts. */
export interface LoadedConversion {
  readonly conversion: Conversion;
  readonly table: string;
  /** Some text was not taken as it stood. */
  readonly hasRemarks: boolean;
  /** Every text stands for itself: the column is cast, and nothing is joined. */
  readonly isDirect: boolean;
  /** Distinct values of every output. */
  readonly values: readonly (readonly string[])[];
}

const PLAIN_NUMBER = '^[0-9]{1,15}([.][0-9]{1,6})?$';

/** Asks the conversion about every distinct text of its column and keeps the answers in a lookup table. */
export async function loadConversion(
  step: LoadStep,
  conversion: Conversion,
  position: number,
): Promise<LoadedConversion> {
  const { connector } = step.engine;
  const column = name(rawColumn(conversion.index));
  const table = `ingest_map_${step.fileId}_${position}`;
  const condition = conversion.isNumeric
    ? sql`WHERE NOT regexp_full_match(${column}, ${raw(`'${PLAIN_NUMBER}'`)})`
    : raw('');
  const raws = await distinctTexts(
    connector,
    sql`SELECT DISTINCT ${column} AS raw FROM ${name(rawTable(step.fileId))} ${condition}`,
    step.signal,
  );
  const answers = conversion.parse(raws);
  const isDirect =
    conversion.outputs.length === 1 &&
    answers.every(({ values, reason }, i) => reason === null && values[0] === raws[i]);
  const values = conversion.outputs.map((_, i) => [
    ...new Set(answers.map((answer) => answer.values[i] ?? null).filter((value) => value !== null)),
  ]);
  if (isDirect) return { conversion, table, hasRemarks: false, isDirect, values };
  const columns = [
    { name: 'raw', type: 'VARCHAR' as const },
    ...conversion.outputs.map((output, i) => ({ name: `v${i}`, type: output.type })),
    { name: 'reason', type: 'VARCHAR' as const },
    { name: 'action', type: 'VARCHAR' as const },
  ];
  const rows = raws.map((text, i) => {
    const answer = answers[i];
    const own = conversion.outputs.map((_, j) => answer?.values[j] ?? null);
    return [text, ...own, answer?.reason ?? null, answer?.action ?? null];
  });
  await createMap(connector, table, columns, rows, step.signal);
  return { conversion, table, hasRemarks: answers.some((answer) => answer.reason !== null), isDirect, values };
}

/** SQL of the value that `loaded` gives for output `i`, where the lookup table is joined as its own name. */
export function outputSql({ conversion, table, isDirect }: LoadedConversion, i: number): string {
  const column = `r.${rawColumn(conversion.index)}`;
  if (isDirect)
    return conversion.outputs[i]?.type === 'VARCHAR'
      ? column
      : `${column}::${conversion.outputs[i]?.type ?? 'VARCHAR'}`;
  const value = `${table}.v${i}`;
  return conversion.isNumeric
    ? `CASE WHEN ${table}.raw IS NULL THEN try_cast(${column} AS DOUBLE) ELSE ${value} END`
    : value;
}

/** SQL that joins the lookup tables of `conversions` to the raw rows `r`. */
export function joinSql(conversions: readonly LoadedConversion[]): string[] {
  return conversions
    .filter(({ isDirect }) => !isDirect)
    .map(({ conversion, table }) => `LEFT JOIN ${table} ON ${table}.raw = r.${rawColumn(conversion.index)}`);
}
