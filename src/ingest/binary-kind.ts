/** A file that is no table, as far as its first bytes say what it is. */
export type BinaryKind =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'bmp'
  | 'tiff'
  | 'heic'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'ofd'
  | 'rar'
  | 'sevenzip'
  | 'gzip'
  | 'program'
  | 'sqlite'
  | 'office'
  | 'other';

const SIGNATURES: readonly (readonly [BinaryKind, number, string])[] = [
  ['png', 0, '\x89PNG'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['pdf', 0, '%PDF'],
  ['gif', 0, 'GIF8'],
  ['rar', 0, 'Rar!'],
  ['sevenzip', 0, "7z\xbc\xaf'\x1c"],
  ['gzip', 0, '\x1f\x8b\x08'],
  ['webp', 8, 'WEBP'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['heic', 4, 'ftypavif'],
  ['video', 4, 'ftyp'],
  ['audio', 8, 'WAVE'],
  ['audio', 0, 'ID3\x03'],
  ['audio', 0, 'ID3\x04'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['sqlite', 0, 'SQLite format 3\0'],
  ['program', 0, '\x7fELF'],
  ['program', 0, 'MZ\x90\0'],
];
/** Size and planes of a bitmap's header, which tell it from a text that starts with BM. */
const BITMAP_RESERVED = [6, 7, 8, 9] as const;

/** What picture, document or archive `bytes` start like; null where they start like none. */
export function findBinaryKind(bytes: Uint8Array): BinaryKind | null {
  const found = SIGNATURES.find(([, offset, signature]) => hasText(bytes, offset, signature));
  if (found !== undefined) return found[0];
  const isBitmap = hasText(bytes, 0, 'BM') && bytes.length > 26 && BITMAP_RESERVED.every((i) => bytes[i] === 0);
  return isBitmap ? 'bmp' : null;
}

/** True when the characters of `text`, as bytes, stand at `offset`. */
export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  return true;
}
