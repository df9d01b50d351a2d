/** A verification case of `shared/stat-cases/SPEC.md` in memory, and typed access to its loosely typed contents. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A row of the case's CSV file; an empty cell is null. */
export type CaseRow = Readonly<Record<string, string | number | null>>;

export interface StatCase {
  readonly params: Json;
  readonly input: Json;
  readonly rows: readonly CaseRow[];
}

/** Answers one method of the specification, shaped as it says. */
export type StatMethod = (statCase: StatCase) => Json;

/** A member of an object; null where there is none. */
export function member(json: Json, key: string): Json {
  if (json === null || typeof json !== 'object' || isList(json)) return null;
  return json[key] ?? null;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** The elements of a list; a single value counts as a list of one. */
export function listOf(json: Json): readonly Json[] {
  if (json === null) return [];
  return isList(json) ? json : [json];
}

/** A finite number, or text that is one; else null. */
export function numberOf(json: Json | undefined): number | null {
  if (typeof json === 'number') return Number.isFinite(json) ? json : null;
  if (typeof json === 'string' && json.trim() !== '' && Number.isFinite(Number(json))) return Number(json);
  return null;
}

export function textOf(json: Json | undefined): string {
  return json === null || json === undefined ? '' : String(json);
}

/** The numbers of a list, missing ones kept as null. */
export function numbersOf(json: Json): readonly (number | null)[] {
  return listOf(json).map((value) => numberOf(value));
}

/** The numbers of a list without the missing ones. */
export function knownNumbersOf(json: Json): readonly number[] {
  return numbersOf(json).filter((value) => value !== null);
}

/** One numeric column of the rows. */
export function column(rows: readonly CaseRow[], name: string): readonly (number | null)[] {
  return rows.map((row) => numberOf(row[name]));
}

/** Names ascending by code point; by size where all are numbers. */
export function sortNames(names: Iterable<string>): readonly string[] {
  const distinct = [...new Set(names)];
  const areNumbers = distinct.every((name) => numberOf(name) !== null);
  return areNumbers ? distinct.sort((a, b) => Number(a) - Number(b)) : distinct.sort();
}
