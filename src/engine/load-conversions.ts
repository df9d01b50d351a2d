import type { Conversion } from '../ingest/ingest-plan.ts';
import type { ParsedValue } from '../ingest/parsed-value.ts';
import { quoteLiteral } from '../sql/quote.ts';
import { rawColumn, type LoadStep } from './load-request.ts';
import { createTextMap, isCoded, joinMapSql, textsOf } from './load-rows.ts';

/** A conversion that was made: which lookup table holds it, and what it said about the texts. */
export interface LoadedConversion {
  readonly conversion: Conversion;
  readonly table: string;
  /** Some text was not taken as it stood. */
  readonly hasRemarks: boolean;
  /** SQL of the value of every output for the rows `r`. */
  readonly outputs: readonly string[];
  /** SQL that joins the lookup table to them; null where every text stands for itself and is cast. */
  readonly join: string | null;
  /** Distinct values of every output. */
  readonly values: readonly (readonly string[])[];
}

/** What the engine casts as it stands. */
const PLAIN_NUMBER = '[0-9]{1,15}([.][0-9]{1,6})?';
const IS_PLAIN_NUMBER = new RegExp(`^${PLAIN_NUMBER}$`);

/** Asks the conversion about every distinct text of its column and keeps the answers in a lookup table. */
export async function loadConversion(
  step: LoadStep,
  conversion: Conversion,
  position: number,
): Promise<LoadedConversion> {
  const table = `ingest_map_${step.fileId}_${position}`;
  if (conversion.constant !== undefined) return loadConstant(conversion, conversion.constant, table);
  const texts = await textsOf(step, conversion.index, conversion.isNumeric ? PLAIN_NUMBER : '');
  const asked = conversion.isNumeric ? texts.filter((text) => !IS_PLAIN_NUMBER.test(text)) : texts;
  const answers = conversion.parse(asked);
  const hasRemarks = answers.some(({ reason }) => reason !== null);
  const values = conversion.outputs.map((_, i) => [
    ...new Set(answers.map((answer) => answer.values[i] ?? null).filter((value) => value !== null)),
  ]);
  const loaded = { conversion, table, hasRemarks, values };
  const coded = isCoded(step, conversion.index);
  const column = `r.${rawColumn(conversion.index)}`;
  const isDirect =
    !coded &&
    conversion.outputs.length === 1 &&
    answers.every(({ values: own, reason }, i) => reason === null && own[0] === asked[i]);
  if (isDirect) return { ...loaded, outputs: [directSql(column, conversion)], join: null };
  const known = new Map(asked.map((text, i) => [text, answers[i]]));
  await createAnswers(step, conversion, table, coded ? texts : asked, known);
  return {
    ...loaded,
    outputs: conversion.outputs.map((_, i) =>
      conversion.isNumeric && !coded
        ? `CASE WHEN ${table}.raw IS NULL THEN try_cast(${column} AS DOUBLE) ELSE ${table}.v${i} END`
        : `${table}.v${i}`,
    ),
    join: joinMapSql(step, conversion.index, table),
  };
}

/** One value for every row: nothing of the list is asked. */
function loadConstant(conversion: Conversion, constant: readonly (string | null)[], table: string): LoadedConversion {
  const outputs = conversion.outputs.map(({ type }, i) => `${quoteLiteral(constant[i] ?? null)}::${type}`);
  const values = conversion.outputs.map((_, i) => [constant[i] ?? null].filter((value) => value !== null));
  return { conversion, table, hasRemarks: false, values, outputs, join: null };
}

function directSql(column: string, { outputs }: Conversion): string {
  const type = outputs[0]?.type ?? 'VARCHAR';
  return type === 'VARCHAR' ? column : `${column}::${type}`;
}

/** A text without an answer is a plain number, and its own value. */
async function createAnswers(
  step: LoadStep,
  conversion: Conversion,
  table: string,
  texts: readonly string[],
  answers: ReadonlyMap<string, ParsedValue | undefined>,
): Promise<void> {
  const columns = [
    ...conversion.outputs.map((output, i) => ({ name: `v${i}`, type: output.type })),
    { name: 'reason', type: 'VARCHAR' as const },
    { name: 'action', type: 'VARCHAR' as const },
  ];
  const rows = texts.map((text): readonly [string, ...(string | null)[]] => {
    const answer = answers.get(text);
    if (answer === undefined) return [text, ...conversion.outputs.map(() => text), null, null];
    return [text, ...conversion.outputs.map((_, i) => answer.values[i] ?? null), answer.reason, answer.action];
  });
  await createTextMap(step, conversion.index, table, columns, rows);
}

/** SQL of the value that `conversions` give for a column, each in its turn. */
export function valuesSql(conversions: readonly LoadedConversion[], column: string): string[] {
  return conversions.flatMap(({ conversion, outputs }) =>
    conversion.outputs.flatMap((output, i) => (output.name === column ? [outputs[i] ?? 'NULL'] : [])),
  );
}

/** SQL that joins the lookup tables of `conversions` to the raw rows `r`. */
export function joinSql(conversions: readonly LoadedConversion[]): string[] {
  return conversions.flatMap(({ join }) => join ?? []);
}
