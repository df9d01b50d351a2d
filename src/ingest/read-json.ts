import type { Grid } from './raw-table.ts';

/** Records of an answer of a service stand at most this deep: {"code":0,"data":{"rows":[…]}}. */
const MAX_DEPTH = 4;
/** A cell may hold a list of names; anything deeper is told as it stands. */
const JOINED = '、';

/** The records of a JSON text, or of one with a record a line, as cells below their keys. Null where it is no JSON of records. */
export function readJsonGrid(text: string): Grid | null {
  const start = text.trimStart().charAt(0);
  if (start !== '[' && start !== '{') return null;
  const whole = parse(text);
  const records = whole === undefined ? parseLines(text) : findRecords(whole, 0);
  return records === null || records.length === 0 ? null : toGrid(records);
}

/** True for a text that starts like JSON; whether it is, only its end tells. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*[[{]|\{\s*")/.test(text);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function parseLines(text: string): readonly unknown[] | null {
  const values = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map(parse);
  return values.every(isObject) ? values : null;
}

/** The longest list of records, or of lists, within a value. */
function findRecords(value: unknown, depth: number): readonly unknown[] | null {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.length > 0 && (list.every(isObject) || list.every(Array.isArray)) ? list : null;
  }
  if (!isObject(value) || depth >= MAX_DEPTH) return null;
  const found = Object.values(value).map((inner) => findRecords(inner, depth + 1));
  return found.reduce((best, list) => (list !== null && list.length > (best?.length ?? 0) ? list : best), null);
}

function toGrid(records: readonly unknown[]): Grid {
  if (records.every(Array.isArray)) return records.map((row: readonly unknown[]) => row.map(textOf));
  const objects = records.filter(isObject);
  const keys = [...new Set(objects.flatMap((record) => Object.keys(record)))];
  return [keys, ...objects.map((record) => keys.map((key) => textOf(record[key])))];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(JOINED);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
