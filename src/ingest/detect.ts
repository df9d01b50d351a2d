import { findBinaryKind, hasText } from './binary-kind.ts';

/** What the first bytes say a file is; its name is not asked. */
export type Container = 'biff' | 'zip' | 'markup' | 'text' | 'parquet' | 'duckdb' | 'binary' | 'empty';

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  ['biff', [0xd0, 0xcf, 0x11, 0xe0]],
  ['biff', [0x09, 0x08, 0x10, 0x00]],
  ['biff', [0x09, 0x08, 0x08, 0x00]],
  ['biff', [0x09, 0x04, 0x06, 0x00]],
  ['biff', [0x09, 0x02, 0x06, 0x00]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];
const HEAD = 4096;

/** The kind of container of `bytes`. UTF-16 text is `text` though it is full of zero bytes. */
export function detectContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'empty';
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known !== undefined) return known[0];
  if (isDuckDbFile(bytes)) return 'duckdb';
  if (findBinaryKind(bytes) !== null) return 'binary';
  if (looksUtf16(bytes) !== null)
    return isMarkup(bytes.subarray(0, HEAD).filter((byte) => byte !== 0)) ? 'markup' : 'text';
  const head = bytes.subarray(0, HEAD);
  if (head.every(isBlankByte)) return bytes.length <= HEAD || bytes.every(isBlankByte) ? 'empty' : 'text';
  if (countControls(head) > head.length / 50) return 'binary';
  return isMarkup(head) ? 'markup' : 'text';
}

/** True when `bytes` start like a database file of DuckDB: a checksum of eight bytes, then its mark. */
export function isDuckDbFile(bytes: Uint8Array): boolean {
  return hasText(bytes, 8, 'DUCK');
}

/** The byte order of UTF-16 text, told by its mark or by where the zero bytes stand; null = not UTF-16. */
export function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD);
  let lowLines = 0;
  let highLines = 0;
  const ascii = (byte: number | undefined) =>
    byte === 0x0a ||
    byte === 0x2c ||
    byte === 0x09 ||
    byte === 0x0d ||
    (byte !== undefined && byte >= 0x30 && byte <= 0x39);
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i + 1] === 0 && ascii(head[i])) lowLines++;
    if (head[i] === 0 && ascii(head[i + 1])) highLines++;
  }
  const needed = Math.max(2, head.length / 80);
  if (lowLines >= needed && lowLines > highLines * 4) return 'utf-16le';
  return highLines >= needed && highLines > lowLines * 4 ? 'utf-16be' : null;
}

function isBlankByte(byte: number): boolean {
  return (
    byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0 || byte === 0xef || byte === 0xbb || byte === 0xbf
  );
}

function countControls(head: Uint8Array): number {
  return head.reduce(
    (count, byte) => count + (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c ? 1 : 0),
    0,
  );
}

function isMarkup(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1')
    .decode(head)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe)/, '')
    .trimStart();
  return /^<(?:!doctype|!--|\?xml|html|head|meta|body|table|style|div|\?mso|Workbook|ss:Workbook)/i.test(text);
}
