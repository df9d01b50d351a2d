/** Text as GB18030, by asking the decoder what every pair of bytes means. Signs outside GBK are not supported. */
export function toGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (TABLE.get(sign) ?? fail(sign)))),
  );
}

const TABLE = new Map<string, [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    if (second !== 0x7f) TABLE.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
}

function fail(sign: string): never {
  throw new RangeError(`not in GBK: ${sign}`);
}
