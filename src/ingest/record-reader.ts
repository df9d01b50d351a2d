import { CellIndex } from './cell-index.ts';
import type { CleanHead } from './clean-head.ts';
import { MAX_SUSPECTS, scanClean, type CleanScan } from './clean-scan.ts';
import { ColumnsEncoder } from './encode-columns.ts';
import type { EncodedColumn } from './encoded-column.ts';

const LF = 0x0a;
/** So much is read at a time. */
export const CHUNK_BYTES = 1 << 20;
/** A cell of several lines may be cut by the end of a chunk: it is then read with the next ones. */
export const MAX_CHUNKS = 8;

/** Takes whole records of a clean text, some at a time, and tells their columns. */
export class RecordReader {
  readonly #head: CleanHead;
  readonly #toUtf8: (bytes: Uint8Array) => Uint8Array;
  readonly #usesCrLf: boolean;
  readonly #cells = new CellIndex();
  #encoder: ColumnsEncoder | null = null;
  #suspects = 0;
  #rows = 0;

  constructor(head: CleanHead, toUtf8: (bytes: Uint8Array) => Uint8Array, usesCrLf: boolean) {
    this.#head = head;
    this.#toUtf8 = toUtf8;
    this.#usesCrLf = usesCrLf;
  }

  get rows(): number {
    return this.#rows;
  }

  /** False where they are not clean; nothing of them is taken then. @param times how many times as much will come in all */
  take(bytes: Uint8Array, times: number): boolean {
    const utf8 = this.#toUtf8(bytes);
    const scan = scanClean(utf8, 0, this.#head.shape, this.#cells, this.#usesCrLf);
    if (scan === null || hasFault(utf8, scan, this.#head)) return false;
    this.#suspects += scan.suspects.length;
    if (this.#suspects > MAX_SUSPECTS) return false;
    this.#encoder ??= new ColumnsEncoder(this.#head.shape, Math.ceil(scan.records * times * 1.02));
    this.#encoder.take(utf8, this.#cells);
    this.#rows += scan.records;
    return true;
  }

  /** All records of a text. False where they are not clean. */
  takeAll(bytes: Uint8Array, chunkBytes = CHUNK_BYTES): boolean {
    for (let start = 0, wanted = chunkBytes; start < bytes.length;) {
      const isLast = start + wanted >= bytes.length;
      const end = isLast ? bytes.length : bytes.lastIndexOf(LF, start + wanted - 1) + 1;
      if (end > start && this.take(bytes.subarray(start, end), bytes.length / (end - start))) {
        start = end;
        wanted = chunkBytes;
      } else if (isLast || wanted >= MAX_CHUNKS * chunkBytes) return false;
      else wanted += chunkBytes;
    }
    return true;
  }

  /** Null where a column cannot be told as codes. */
  finish(): EncodedColumn[] | null {
    return (this.#encoder ?? new ColumnsEncoder(this.#head.shape, 0)).finish();
  }
}

/** Whether a record that looked as if it were no case is none. */
function hasFault(utf8: Uint8Array, { suspects }: CleanScan, { isFault }: CleanHead): boolean {
  const decoder = new TextDecoder();
  return suspects.some((range) => isFault(decoder.decode(utf8.subarray(range.start, range.end))));
}
