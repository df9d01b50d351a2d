/** Bytes as text with 5 characters for 4 bytes; none of them means anything in HTML, a quoted string or a script. */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#()*+,-./:;=?@[]^_{|}~';
const BASE = ALPHABET.length;
const DIGIT_OF = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, ALPHABET.indexOf(String.fromCharCode(code))),
);

/** A last group of 1…3 bytes becomes 2…4 characters. */
export function encodeBase85(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 4) {
    const size = Math.min(4, bytes.length - start);
    let word = 0;
    for (let i = 0; i < 4; i++) word = word * 256 + (bytes[start + i] ?? 0);
    let group = '';
    for (let i = 0; i < 5; i++) {
      group = ALPHABET.charAt(word % BASE) + group;
      word = Math.floor(word / BASE);
    }
    parts.push(group.slice(0, size + 1));
  }
  return parts.join('');
}

/** The bytes of `encodeBase85`. Surrounding white space is ignored; characters outside the alphabet are not looked for. */
export function decodeBase85(text: string): Uint8Array<ArrayBuffer> {
  const source = text.trim();
  const rest = source.length % 5;
  const bytes = new Uint8Array(Math.floor(source.length / 5) * 4 + Math.max(0, rest - 1));
  let at = 0;
  for (let start = 0; start < source.length; start += 5) {
    let word = 0;
    for (let i = 0; i < 5; i++) word = word * BASE + digitAt(source, start + i);
    for (let shift = 24; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = word >>> shift;
  }
  return bytes;
}

/** Past the end stands the highest digit, so that a cut group rounds to the bytes it was made of. */
function digitAt(source: string, at: number): number {
  return at < source.length ? (DIGIT_OF[source.charCodeAt(at)] ?? 0) : BASE - 1;
}
