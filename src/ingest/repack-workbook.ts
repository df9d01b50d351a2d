import { inflateEntry } from './inflate-entry.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** Parts of a workbook that hold no cell. */
const UNUSED = /\/(?:media|embeddings|printerSettings|thumbnails?)\/|vbaProject\.bin$|\/$/i;

/**
 * The parts of a workbook in an archive without compression, each checked against its length and checksum: the reader
 * of workbooks checks neither, and would take damaged figures as they stand. Throws `ZipFaultError`.
 */
export function repackWorkbook(bytes: Uint8Array, directory: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = directory
    .filter(({ name }) => !UNUSED.test(name))
    .map((entry) => ({ entry, name: encoder.encode(entry.name) }));
  const local = parts.reduce((sum, { entry, name }) => sum + LOCAL + name.length + entry.size, 0);
  const central = parts.reduce((sum, { name }) => sum + CENTRAL + name.length, 0);
  const whole = new Uint8Array(local + central + END);
  const view = new DataView(whole.buffer);
  let at = 0;
  let listed = local;
  for (const { entry, name } of parts) {
    writeHeaders(view, entry, name.length, at, listed);
    whole.set(name, at + LOCAL);
    whole.set(name, listed + CENTRAL);
    const start = at + LOCAL + name.length;
    inflateEntry(bytes, entry, whole.subarray(start, start + entry.size));
    at = start + entry.size;
    listed += CENTRAL + name.length;
  }
  writeEnd(view, parts.length, local, central);
  return whole;
}

function writeHeaders(view: DataView, { crc, size }: ZipEntry, nameLength: number, at: number, listed: number): void {
  view.setUint32(at, 0x04034b50, true);
  view.setUint32(listed, 0x02014b50, true);
  for (const [base, crcAt] of [
    [at, 14],
    [listed, 16],
  ] as const) {
    view.setUint32(base + crcAt, crc, true);
    view.setUint32(base + crcAt + 4, size, true);
    view.setUint32(base + crcAt + 8, size, true);
    view.setUint16(base + crcAt + 12, nameLength, true);
  }
  view.setUint32(listed + 42, at, true);
}

function writeEnd(view: DataView, count: number, start: number, length: number): void {
  const at = start + length;
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, start, true);
}
