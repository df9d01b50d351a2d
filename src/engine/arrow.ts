import { DataType, DateUnit, Vector, type Data, type RecordBatch, type Schema } from 'apache-arrow';
import { decodeDates, decodeTimestamps } from './arrow-date.ts';
import { decodeTexts } from './arrow-text.ts';
import type { Cell, ColumnTable } from './connector.ts';

/**
 * Record batches as columns of plain cells, by the type of each field: DATE as ISO text, TIMESTAMP as
 * `YYYY-MM-DD hh:mm:ss`, numbers of every width as number, NULL as null.
 *
 * Arrow's own getters are kept for the rare types: they give a DATE as milliseconds, and take seconds for a million cells.
 */
export function decodeBatches(schema: Schema, batches: readonly RecordBatch[]): ColumnTable {
  const rowCount = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  const names = distinctNames(schema.fields.map((field) => field.name));
  const columns: Record<string, readonly Cell[]> = {};
  names.forEach((name, i) => {
    columns[name] = batches.flatMap((batch) => decodeColumn(batch.data.children[i]));
  });
  return { rowCount, names, columns };
}

/** A second `n` becomes `n:1`, as the native client names it. */
function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}:${count}`;
  });
}

function decodeColumn(data: Data | undefined): Cell[] {
  if (data === undefined) return [];
  const cells = decodeValues(data);
  if (data.nullCount > 0) {
    for (let row = 0; row < data.length; row++) if (!data.getValid(row)) cells[row] = null;
  }
  return cells;
}

/** One cell per row; what stands where the value is null does not matter. */
function decodeValues(data: Data): Cell[] {
  const { type, length } = data;
  if (DataType.isNull(type)) return new Array<Cell>(length).fill(null);
  if (DataType.isUtf8(type)) return decodeTexts(data.values, data.valueOffsets, length);
  if (DataType.isInt(type) || DataType.isFloat(type))
    return Array.from<number | bigint, number>(data.values.subarray(0, length), Number);
  if (DataType.isDate(type) && type.unit === DateUnit.DAY) return decodeDates(data.values, length);
  if (DataType.isTimestamp(type)) return decodeTimestamps(data.values, type.unit, length);
  if (DataType.isDictionary(type)) return decodeDictionary(data);
  return Array.from(new Vector([data]), toCell);
}

/**
 * DuckDB-WASM 1.32.0 leaves the entries of an ENUM out of a result that is sent in parts; Arrow would read each value as
 * null. An error is better than a null that is none: a query casts such a column to VARCHAR.
 */
function decodeDictionary(data: Data): Cell[] {
  const entries = (data.dictionary?.data ?? []).flatMap(decodeColumn);
  const indices: ArrayLike<number> = data.values;
  return Array.from({ length: data.length }, (_, row) => {
    const entry = entries[indices[row] ?? -1];
    if (entry === undefined && data.getValid(row))
      throw new RangeError('An ENUM arrived without its entries; cast it to VARCHAR');
    return entry ?? null;
  });
}

/** Cells of the types that results of this project seldom have: BOOLEAN as it is, lists and intervals by their text. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'bigint' ? Number(value) : String(value);
}
