import { CellIndex } from './cell-index.ts';
import type { CleanHead } from './clean-head.ts';
import { MAX_SUSPECTS, scanClean, type CleanScan } from './clean-scan.ts';

const LF = 0x0a;
/** So much is scanned at a time. */
export const CHUNK_BYTES = 1 << 20;
/** A cell of several lines may be cut by the end of a chunk: it is then scanned with the next ones. */
export const MAX_CHUNKS = 8;

/** Scans whole records of a clean text, some at a time. */
export class RecordScanner {
  readonly #head: CleanHead;
  readonly #usesCrLf: boolean;
  #suspects = 0;
  #rows = 0;
  #bytes = 0;

  constructor(head: CleanHead, usesCrLf: boolean) {
    this.#head = head;
    this.#usesCrLf = usesCrLf;
  }

  /** Records so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Bytes of UTF-8 so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Fills `cells` with those of more records; false where they are not clean. */
  scan(utf8: Uint8Array, cells: CellIndex): boolean {
    const scan = scanClean(utf8, 0, this.#head.shape, cells, this.#usesCrLf);
    if (scan === null || hasFault(utf8, scan, this.#head)) return false;
    this.#suspects += scan.suspects.length;
    if (this.#suspects > MAX_SUSPECTS) return false;
    this.#rows += scan.records;
    this.#bytes += utf8.length;
    return true;
  }

  /** Scans all records of a text and gives them to `take`, some at a time. False where they are not clean. */
  scanAll(utf8: Uint8Array, take: (bytes: Uint8Array, cells: CellIndex) => void, chunkBytes = CHUNK_BYTES): boolean {
    const cells = new CellIndex();
    for (let start = 0, wanted = chunkBytes; start < utf8.length;) {
      const isLast = start + wanted >= utf8.length;
      const end = isLast ? utf8.length : utf8.lastIndexOf(LF, start + wanted - 1) + 1;
      const chunk = utf8.subarray(start, Math.max(start, end));
      if (chunk.length > 0 && this.scan(chunk, cells)) {
        take(chunk, cells);
        start = end;
        wanted = chunkBytes;
      } else if (isLast || wanted >= MAX_CHUNKS * chunkBytes) return false;
      else wanted += chunkBytes;
    }
    return true;
  }
}

/** Whether a record that looked as if it were no case is none. */
function hasFault(utf8: Uint8Array, { suspects }: CleanScan, { isFault }: CleanHead): boolean {
  const decoder = new TextDecoder();
  return suspects.some((range) => isFault(decoder.decode(utf8.subarray(range.start, range.end))));
}
