import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 bytes of `text` in hexadecimal; the browser's own is not there on plain HTTP. */
export function sha256(text: string): string {
  return bytesToHex(digest(new TextEncoder().encode(text)));
}
