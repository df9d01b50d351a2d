const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let code = n;
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  return code;
});

/** The CRC-32 of `bytes` as ZIP archives have it. */
export function crc32(bytes: Uint8Array): number {
  let code = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) code = (TABLE[(code ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (code >>> 8);
  return (code ^ 0xffffffff) >>> 0;
}
