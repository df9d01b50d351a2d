import { hasText } from './binary-kind.ts';

/** Greater entries of the table of sectors mark free sectors, the end of a chain and the tables themselves. */
const LAST_SECTOR = 0xfffffffa;
/** Sectors of the table of sectors that the header itself names. */
const NAMED_IN_HEADER = 109;

/**
 * True where a .xls file is shorter than it says: a compound file whose table of sectors names one beyond the end
 * ([MS-CFB] 2.2–2.5), or bare records of which the last is cut. The reader of workbooks would give what is left.
 */
export function isCutOff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return hasText(bytes, 0, '\xd0\xcf\x11\xe0') ? isCompoundCutOff(view) : areRecordsCutOff(view);
}

function isCompoundCutOff(view: DataView): boolean {
  if (view.byteLength < 512) return true;
  const sectorBytes = 2 ** view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return true;
  const sectors = Math.ceil(view.byteLength / sectorBytes) - 1;
  const tables = Math.min(NAMED_IN_HEADER, view.getUint32(44, true));
  for (let i = 0; i < tables; i++) {
    const table = view.getUint32(76 + i * 4, true);
    if (table >= sectors || (table + 2) * sectorBytes > view.byteLength) return true;
    const perTable = sectorBytes / 4;
    for (let j = 0; j < perTable; j++) {
      const next = view.getUint32((table + 1) * sectorBytes + j * 4, true);
      if (next <= LAST_SECTOR && (next >= sectors || i * perTable + j >= sectors)) return true;
    }
  }
  return false;
}

function areRecordsCutOff(view: DataView): boolean {
  let at = 0;
  while (at + 4 <= view.byteLength) at += 4 + view.getUint16(at + 2, true);
  return at > view.byteLength;
}
