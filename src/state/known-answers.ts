import { isRecord } from '../lib/record.ts';
import type { Cell, ColumnTable, SqlValue } from '../engine/connector.ts';

/** An answer that was had before the data set was opened. */
export interface KnownAnswer {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  readonly answer: ColumnTable;
}

/** The answer to a statement among `known`; null where it was not asked before. A statement says all that it depends on but the data. */
export function findAnswer(
  known: readonly KnownAnswer[],
  sql: string,
  params: readonly SqlValue[],
): ColumnTable | null {
  const same = (own: readonly SqlValue[]) =>
    own.length === params.length && own.every((value, i) => value === params[i]);
  return known.find((entry) => entry.sql === sql && same(entry.params))?.answer ?? null;
}

/** Answers as a value of JSON, for `unpackAnswers`. Columns end with their last known cell: most of a union are NULL below. */
export function packAnswers(known: readonly KnownAnswer[]): unknown {
  return known.map(({ sql, params, answer }) => {
    const columns = answer.names.map((name) => withoutTail(answer.columns[name] ?? []));
    return { sql, params, rowCount: answer.rowCount, names: answer.names, columns };
  });
}

/** Reads what `packAnswers` wrote; what is no answer is left out, as every statement can be asked of the engine. */
export function unpackAnswers(value: unknown): readonly KnownAnswer[] {
  return Array.isArray(value) ? value.flatMap((entry) => unpack(entry) ?? []) : [];
}

function unpack(value: unknown): KnownAnswer | null {
  if (!isRecord(value)) return null;
  const { sql, params, rowCount, names, columns } = value;
  if (typeof sql !== 'string' || typeof rowCount !== 'number') return null;
  if (!isList(params) || !isList(names) || !Array.isArray(columns) || !columns.every(isList)) return null;
  const cells = names.map((name, i) => [String(name), withTail(columns[i] ?? [], rowCount)] as const);
  return { sql, params, answer: { rowCount, names: names.map(String), columns: Object.fromEntries(cells) } };
}

function withoutTail(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end -= 1;
  return cells.slice(0, end);
}

function withTail(cells: readonly Cell[], count: number): readonly Cell[] {
  return Array.from({ length: count }, (_, i) => cells[i] ?? null);
}

/** Values that JSON has besides lists and objects are those of a cell. */
function isList(value: unknown): value is readonly Cell[] {
  return Array.isArray(value) && value.every((cell) => typeof cell !== 'object' || cell === null);
}
