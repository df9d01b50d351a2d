/** The two-byte part of GB18030 turned round: character -> bytes. Node decodes this encoding, but does not write it. */
const TWO_BYTES: ReadonlyMap<string, number> = invert();

function invert(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') codes.set(character, (lead << 8) | trail);
    }
  }
  return codes;
}

/** GB18030 bytes of a text of ASCII and GBK characters; throws a RangeError at any other character. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = TWO_BYTES.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) throw new RangeError(`no two-byte GB18030 code for ${character}`);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}
