import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB, utils, write, type BookType } from '@e965/xlsx';
import { DuckDBInstance } from '@duckdb/node-api';
import { zipSync } from 'fflate';
import { concatBytes } from '../../src/ingest/decode.ts';
import { CLEAN_CSV } from './clean-list.ts';
import { toGb18030 } from './gb18030.ts';
import { utf8 } from './import-bytes.ts';

export type Sheet = readonly [name: string, rows: readonly (readonly (string | number | null)[])[]];

export function makeWorkbook(bookType: BookType, ...sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }));
}

const u16 = (...values: readonly number[]) =>
  Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]));
const record = (type: number, body: Uint8Array) => concatBytes([u16(type, body.length), body]);

/**
 * A workbook as Excel 95 wrote it ([MS-XLS] predecessors): stream `Book`, records of BIFF5, texts in GBK. `codePage` is what
 * the workbook says it uses; null = it does not say.
 */
export function makeBiff5(
  sheet: string,
  rows: readonly (readonly string[])[],
  codePage: number | null,
  extra: Uint8Array = new Uint8Array(),
): Uint8Array {
  const name = toGb18030(sheet);
  const page = codePage === null ? new Uint8Array() : record(0x42, u16(codePage));
  const open = concatBytes([record(0x809, u16(0x0500, 0x0005, 0, 0)), extra, page]);
  const bound = (offset: number) => record(0x85, concatBytes([u16(offset, 0, 0), Uint8Array.of(name.length), name]));
  const end = record(0x0a, new Uint8Array());
  const globals = concatBytes([open, bound(open.length + bound(0).length + end.length), end]);
  const width = Math.max(...rows.map((row) => row.length));
  const labels = rows.flatMap((row, y) =>
    row.flatMap((cell, x) => {
      if (cell === '') return [];
      const text = toGb18030(cell);
      return [record(0x204, concatBytes([u16(y, x, 0, text.length), text]))];
    }),
  );
  const body = concatBytes([
    record(0x809, u16(0x0500, 0x0010, 0, 0)),
    record(0x200, u16(0, rows.length, 0, width, 0)),
    ...labels,
    end,
  ]);
  return makeCompound({ Book: concatBytes([globals, body]) });
}

/** A compound file of OLE with these streams. */
export function makeCompound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes);
  const written: unknown = CFB.write(file, { type: 'array' });
  if (written instanceof Uint8Array) return Uint8Array.from(written);
  return Uint8Array.from(Array.isArray(written) ? written.map(Number) : []);
}

/** A ZIP archive; names as `isGbk` are written as old Chinese Windows did: GBK, and nothing that says so. */
export function makeZip(files: Readonly<Record<string, Uint8Array>>, isGbk = false): Uint8Array {
  if (!isGbk) return zipSync(files, { level: 6 });
  const names = Object.keys(files);
  const placeholders = names.map((name, i) => String(i).padStart(toGb18030(name).length, '~'));
  const bytes = zipSync(
    Object.fromEntries(names.map((name, i) => [placeholders[i] ?? '', files[name] ?? new Uint8Array()])),
  );
  names.forEach((name, i) => {
    const old = utf8(placeholders[i] ?? '');
    for (let at = 0; at + old.length <= bytes.length; at++)
      if (old.every((byte, j) => bytes[at + j] === byte)) bytes.set(toGb18030(name), at);
  });
  return bytes;
}

/** The clean list, or another of its columns, with its types, in a file of DuckDB or Parquet that native DuckDB writes by `statement`. */
export async function makeByDuckDb(
  extension: string,
  statement: (path: string) => readonly string[],
  text: string = CLEAN_CSV,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'court-metrics-make-'));
  try {
    const csv = join(folder, 'clean.csv');
    const path = join(folder, `made.${extension}`);
    await writeFile(csv, text);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(TYPED.replace('$csv', `'${csv}'`));
    for (const sql of statement(path)) await connection.run(sql);
    connection.closeSync();
    instance.closeSync();
    return new Uint8Array(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const TYPED = `CREATE TABLE list AS SELECT 序号::INTEGER AS 序号, 案号, 经办法院, 立案案由, 适用程序, 审判组织形式, 承办部门, 承办人,
  立案日期::DATE AS 立案日期, 结案日期::TIMESTAMP AS 结案日期, 结案方式, 是否上诉, 诉讼标的金额::DECIMAL(16, 2) AS 诉讼标的金额, 原审案号
  FROM read_csv($csv, all_varchar = true, header = true, nullstr = '')`;
