import {
  parquetMetadata,
  parquetSchema,
  type Compressors,
  type FileMetaData,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet';
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import { MAX_TYPED_ROWS } from './file-limits.ts';
import { cellText, TEXT_PARSERS } from './parquet-text.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import type { Grid, ReadOutcome } from './raw-table.ts';
import { toRawTable } from './read-grid.ts';

type ColumnChunk = FileMetaData['row_groups'][number]['columns'][number];

/** Beside Snappy, which the reader has itself: all that DuckDB, Arrow and Spark write. */
const compressors: Compressors = {
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  ZSTD: (packed) => decompressZstd(packed),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

/**
 * The list in a Parquet file, its typed values as the text that a CSV would have; row 1 is the names of the columns.
 * Synchronous, which is why columns are read one by one and not by the reader's own loop, which asks a network for them.
 */
export function readParquet(bytes: Uint8Array, rules: HeaderRules = PLAIN_HEADER_RULES): ReadOutcome {
  const grid = readGrid(bytes);
  if (grid === null) return { kind: 'refused', error: 'parquet' };
  const table = toRawTable(grid, { format: 'parquet', encoding: null, sheet: null, is1904: false }, rules);
  return 'error' in table ? { kind: 'refused', error: table.error } : { kind: 'tables', tables: [table] };
}

/** Null where the file is damaged, which shows as any error of its reader, or a column of another length. */
function readGrid(bytes: Uint8Array): Grid | null {
  try {
    const metadata = parquetMetadata(bytes.slice().buffer, { geoparquet: false });
    const tree = parquetSchema(metadata);
    const labels = tree.children.map(({ element }) => element.name);
    const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (rows > MAX_TYPED_ROWS) return null;
    const grid: string[][] = Array.from({ length: rows + 1 }, () => labels.map(() => ''));
    grid[0] = labels;
    let start = 1;
    for (const group of metadata.row_groups) {
      for (const chunk of group.columns) fillColumn(bytes, tree, chunk, grid, start, Number(group.num_rows));
      start += Number(group.num_rows);
    }
    return grid;
  } catch {
    return null;
  }
}

/** Writes the cells of one column of one row group into `grid`, from row `start` on. */
function fillColumn(
  bytes: Uint8Array,
  tree: SchemaTree,
  { meta_data: meta }: ColumnChunk,
  grid: string[][],
  start: number,
  rows: number,
): void {
  if (meta === undefined) throw new RangeError('a column without its description');
  const schemaPath = getTreePath(tree, meta.path_in_schema);
  const x = tree.children.findIndex(({ element }) => element.name === meta.path_in_schema[0]);
  // a field of a structure: a list of cases is flat, and its other columns are what counts
  if (schemaPath.length !== 2) return;
  const { element, scale, suffix } = asText(schemaPath[1]?.element);
  const from = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const to = from + Number(meta.total_compressed_size);
  if (from < 4 || to > bytes.length || Number(meta.num_values) !== rows) throw new RangeError('a column out of place');
  const { data } = readColumn(
    { view: new DataView(bytes.buffer, bytes.byteOffset + from, to - from), offset: 0 },
    { groupStart: 0, selectStart: 0, selectEnd: rows, groupRows: rows },
    {
      ...meta,
      pathInSchema: meta.path_in_schema,
      element,
      schemaPath,
      parsers: { ...DEFAULT_PARSERS, ...TEXT_PARSERS },
      compressors,
      utf8: scale === null,
    },
  );
  let y = start;
  for (const page of data)
    for (const value of page) {
      const row = grid[y++];
      if (row === undefined || y > start + rows) throw new RangeError('more values than rows');
      const text = cellText(value, scale);
      row[x] = text === '' ? '' : text + suffix;
    }
  if (y !== start + rows) throw new RangeError('fewer values than rows');
}

/** How a column is to be decoded: DECIMAL as its digits, moments that are adjusted to UTC with their mark. */
function asText(element: SchemaElement | undefined): { element: SchemaElement; scale: number | null; suffix: string } {
  if (element === undefined) throw new RangeError('a column without a type');
  const logical = element.logical_type;
  const isDecimal = element.converted_type === 'DECIMAL' || logical?.type === 'DECIMAL';
  const isUtc = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC;
  if (!isDecimal) return { element, scale: null, suffix: isUtc ? 'Z' : '' };
  const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
  return { element: withoutMeaning(element), scale, suffix: '' };
}

/** The column as the plain numbers or bytes that it is stored as. */
function withoutMeaning(element: SchemaElement): SchemaElement {
  const plain = { ...element };
  delete plain.converted_type;
  delete plain.logical_type;
  return plain;
}
