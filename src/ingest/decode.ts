import type { Encoding } from './export-file.ts';
import { looksUtf16 } from './detect.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<Encoding, null>;
}

const CHUNK = 1 << 22;

/** True when `bytes` are UTF-8 from the first to the last. Pure ASCII is. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let i = 0; i < bytes.length; i += CHUNK) decoder.decode(bytes.subarray(i, i + CHUNK), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a text: byte order mark, else UTF-8, else UTF-16 by its zero bytes, else GB18030. UTF-8 with a few broken
 * bytes, as of a text that was cut by length, is UTF-8: as GB18030 every row of it would be unreadable, not one.
 */
export function detectEncoding(bytes: Uint8Array): Exclude<Encoding, null> {
  return looksUtf16(bytes) ?? (isUtf8(bytes) || isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030');
}

/** Of GB18030 text, about a quarter of what is not ASCII looks like UTF-8 by chance; of damaged UTF-8, nearly all. */
const MOSTLY = 20;

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const isValid = lead >= 0xc2 && lead < 0xf5 && areTrails(bytes, i + 1, i + length);
    if (isValid) {
      valid++;
      i += length - 1;
    } else broken++;
  }
  return valid > broken * MOSTLY;
}

function areTrails(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

/** The text of `bytes`, without a byte order mark. Bytes that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding = detectEncoding(bytes)): DecodedText {
  const decoder = new TextDecoder(encoding);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK)
    parts.push(decoder.decode(bytes.subarray(i, i + CHUNK), { stream: true }));
  parts.push(decoder.decode());
  return { text: parts.join(''), encoding };
}

/** `bytes` of any encoding as UTF-8, chunk by chunk, without a byte order mark. */
export function transcodeToUtf8(bytes: Uint8Array, encoding: Exclude<Encoding, null>): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK)
    parts.push(encoder.encode(decoder.decode(bytes.subarray(i, i + CHUNK), { stream: true })));
  parts.push(encoder.encode(decoder.decode()));
  return concatBytes(parts);
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
