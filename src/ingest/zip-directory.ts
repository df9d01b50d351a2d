import { isUtf8 } from './decode.ts';

/** One file of an archive, as the archive's directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** Size when unpacked, as declared. */
  readonly size: number;
  /** Position of the entry's local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ALL_ONES = 0xffffffff;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 0x1;

/**
 * The directory of a ZIP archive; null where it is missing or does not fit the bytes, as in a file that was cut off.
 * Layout: APPNOTE.TXT of PKWARE, 4.3.12 to 4.3.16.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let position = end.start;
  for (let i = 0; i < end.count; i++) {
    if (position + 46 > bytes.length || view.getUint32(position, true) !== ENTRY) return null;
    const entry = readEntry(bytes, view, position);
    if (entry === null || entry.offset + entry.packedSize > bytes.length) return null;
    entries.push(entry);
    position += 46 + lengthsAt(view, position).reduce((sum, length) => sum + length, 0);
  }
  return entries;
}

function findEnd(view: DataView): { count: number; start: number } | null {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (start !== ALL_ONES && count !== 0xffff) return { count, start };
    return findEnd64(view, at) ?? { count, start };
  }
  return null;
}

function findEnd64(view: DataView, end: number): { count: number; start: number } | null {
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return null;
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null;
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

/** Lengths of the name, the extra fields and the comment of the entry at `position`. */
function lengthsAt(view: DataView, position: number): readonly [number, number, number] {
  return [
    view.getUint16(position + 28, true),
    view.getUint16(position + 30, true),
    view.getUint16(position + 32, true),
  ];
}

function readEntry(bytes: Uint8Array, view: DataView, position: number): ZipEntry | null {
  const [nameLength, extraLength] = lengthsAt(view, position);
  const nameEnd = position + 46 + nameLength;
  if (nameEnd + extraLength > bytes.length) return null;
  const flags = view.getUint16(position + 8, true);
  const sizes = readSizes(view, position, nameEnd, nameEnd + extraLength);
  return {
    name: decodeName(bytes.subarray(position + 46, nameEnd), (flags & UTF8_FLAG) !== 0),
    isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
    method: view.getUint16(position + 10, true),
    crc: view.getUint32(position + 16, true),
    ...sizes,
  };
}

/** Sizes and offset; those that do not fit 32 bits stand in the extra field 1, in this order. */
function readSizes(view: DataView, position: number, extra: number, extraEnd: number) {
  let wide = 0;
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) wide = at + 4;
  const read = (field: number) => {
    const narrow = view.getUint32(field, true);
    if (narrow !== ALL_ONES || wide === 0 || wide + 8 > extraEnd) return narrow;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  };
  const size = read(position + 24);
  const packedSize = read(position + 20);
  return { size, packedSize, offset: read(position + 42) };
}

/** Archives of Chinese Windows have names in GBK without saying so. */
function decodeName(name: Uint8Array, isMarkedUtf8: boolean): string {
  return new TextDecoder(isMarkedUtf8 || isUtf8(name) ? 'utf-8' : 'gb18030').decode(name).replaceAll('\\', '/');
}
