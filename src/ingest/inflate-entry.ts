import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes given to the inflater at once; what comes out is at most some thousand times as much. */
const STEP = 1 << 15;

/** Bytes of an archive that are not what its directory says: a damaged or a malicious archive. */
export class ZipFaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ZipFaultError';
  }
}

/**
 * Unpacks `entry` of the archive `bytes` into `target`, which is as long as the directory says. Stops at the first byte
 * too many, so that a false declaration costs no memory; throws `ZipFaultError` where length or checksum do not fit.
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, target: Uint8Array): void {
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED) {
    if (packed.length !== target.length) throw new ZipFaultError('stored length');
    target.set(packed);
  } else if (entry.method === DEFLATED) inflateInto(packed, target);
  else throw new ZipFaultError(`method ${entry.method}`);
  if (crc32(target) !== entry.crc) throw new ZipFaultError('checksum');
}

function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw new ZipFaultError('header');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new ZipFaultError('end of file');
  return bytes.subarray(start, start + packedSize);
}

function inflateInto(packed: Uint8Array, target: Uint8Array): void {
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > target.length) throw new ZipFaultError('longer than declared');
    target.set(chunk, written);
    written += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof ZipFaultError ? error : new ZipFaultError(String(error));
  }
  if (written !== target.length) throw new ZipFaultError('shorter than declared');
}
