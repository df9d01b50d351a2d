import { detectContainer } from './detect.ts';
import type { ExportFile } from './export-file.ts';
import { formatBytes, isBomb, MAX_FILE_BYTES, MAX_PART_BYTES } from './file-limits.ts';
import { inflateEntry, ZipFaultError } from './inflate-entry.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import type { RawTable, ReadOutcome, Refusal, RefusedMember } from './raw-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { repackWorkbook } from './repack-workbook.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Archives in an archive are opened, but not archives in those. */
const MAX_DEPTH = 2;
/** What the systems of Apple and Windows, and spreadsheets that are open, leave in a folder. */
const LEFTOVERS = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** How a file inside an archive is read: by `readExport`'s own rules. */
export type ReadMember = (file: ExportFile, depth: number) => ReadOutcome;

/**
 * The lists in a ZIP archive, or in the workbook that a ZIP archive is, told by what is in it. Sizes are judged by the
 * directory before anything is unpacked.
 */
export function readArchive(
  bytes: Uint8Array,
  depth: number,
  readMember: ReadMember,
  rules: HeaderRules = PLAIN_HEADER_RULES,
): ReadOutcome {
  const directory = readZipDirectory(bytes);
  if (directory === null) return refuse(looksLikeWorkbook(bytes) ? 'damaged' : 'zip_damaged');
  if (isBomb(directory, bytes.length))
    return refuse('bomb', `${formatBytes(bytes.length)} → ${formatBytes(unpackedSize(directory))}`);
  const names = new Set(directory.map(({ name }) => name));
  if (isWorkbook(names)) return readPackedWorkbook(bytes, directory, rules);
  if (names.has('[Content_Types].xml')) return refuse('binary', 'office');
  if (names.has('OFD.xml')) return refuse('binary', 'ofd');
  return readMembers(bytes, directory, depth, readMember);
}

function unpackedSize(directory: readonly ZipEntry[]): number {
  return directory.reduce((sum, { size }) => sum + size, 0);
}

function isWorkbook(names: ReadonlySet<string>): boolean {
  const isOfficeOpen = [...names].some((name) => /^xl\/workbook\d*\.(?:xml|bin)$/i.test(name));
  return isOfficeOpen || (names.has('content.xml') && (names.has('mimetype') || names.has('META-INF/manifest.xml')));
}

/** A workbook that was cut off has no directory, but the names of its first parts stand before them. */
function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return /xl\/|\[Content_Types\]|opendocument/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16)));
}

function readPackedWorkbook(bytes: Uint8Array, directory: readonly ZipEntry[], rules: HeaderRules): ReadOutcome {
  if (directory.some(({ isEncrypted }) => isEncrypted)) return refuse('password');
  if (directory.some(({ size }) => size > MAX_PART_BYTES)) return refuse('workbook_too_large');
  try {
    return readWorkbook(repackWorkbook(bytes, directory), 'xlsx', rules);
  } catch (error) {
    if (error instanceof ZipFaultError) return refuse('damaged');
    throw error;
  }
}

function readMembers(
  bytes: Uint8Array,
  directory: readonly ZipEntry[],
  depth: number,
  readMember: ReadMember,
): ReadOutcome {
  const entries = directory.filter(({ name, size }) => !name.endsWith('/') && !LEFTOVERS.test(name) && size > 0);
  if (entries.length === 0) return refuse('zip_empty');
  const tables: RawTable[] = [];
  const refused: RefusedMember[] = [];
  for (const entry of entries) {
    const outcome = readEntry(bytes, entry, depth, readMember);
    if (outcome.kind === 'refused') {
      const { error, detail } = outcome;
      refused.push({ member: entry.name, error, ...(detail === undefined ? {} : { detail }) });
    } else {
      tables.push(...outcome.tables.map((table) => within(entry.name, table)));
      refused.push(...(outcome.refused ?? []).map((fault) => within(entry.name, fault)));
    }
  }
  return { kind: 'tables', tables, refused };
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, depth: number, readMember: ReadMember): ReadOutcome {
  if (entry.isEncrypted) return refuse('zip_password');
  if (entry.size > MAX_FILE_BYTES) return refuse('too_large', formatBytes(entry.size));
  const unpacked = new Uint8Array(entry.size);
  try {
    inflateEntry(bytes, entry, unpacked);
  } catch (error) {
    if (error instanceof ZipFaultError) return refuse('zip_member');
    throw error;
  }
  if (detectContainer(unpacked) === 'zip' && depth >= MAX_DEPTH) {
    const inner = readZipDirectory(unpacked);
    if (inner === null || !isWorkbook(new Set(inner.map(({ name }) => name)))) return refuse('zip_nested');
  }
  const outcome = readMember({ name: entry.name, bytes: unpacked }, depth + 1);
  return outcome.kind === 'refused'
    ? outcome
    : { ...outcome, tables: outcome.tables.map((table) => withOwnText(table, unpacked)) };
}

/** A clean list keeps its text with it: the engine cannot read it from the archive. */
function withOwnText(table: RawTable, bytes: Uint8Array): RawTable {
  const { body } = table;
  return body.kind === 'clean' && body.bytes === null ? { ...table, body: { ...body, bytes } } : table;
}

function within<T extends { readonly member?: string }>(name: string, part: T): T {
  return { ...part, member: part.member === undefined ? name : `${name} › ${part.member}` };
}

function refuse(error: Refusal['error'], detail?: string): Refusal {
  return detail === undefined ? { kind: 'refused', error } : { kind: 'refused', error, detail };
}
