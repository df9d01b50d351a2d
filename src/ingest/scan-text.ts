import { HEAD_BYTES, headText, readCleanHead, startOfBody } from './clean-head.ts';
import { lineEndOf, type CleanShape } from './clean-scan.ts';
import { toCleanTable } from './clean-table.ts';
import type { CellIndex } from './cell-index.ts';
import { detectEncoding, transcodeToUtf8 } from './decode.ts';
import { lengthened } from './lengthened.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import type { RawTable } from './raw-table.ts';
import { CHUNK_BYTES, MAX_CHUNKS, RecordScanner } from './record-scanner.ts';

/** What is needed of the file: its parts. */
export interface TextSource {
  readonly size: number;
  slice(start: number, end: number): TextPart;
}

interface TextPart {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array>;
}

/** Some records of a clean text, for `ColumnsEncoder`. Who gets it owns its memory. */
export interface ScannedRecords {
  readonly shape: CleanShape;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cells: CellIndex;
  /** How many records the whole text is likely to have. */
  readonly expected: number;
}

/** Takes records on, and gives memory back that is no longer needed: memory that is new has to be cleared first. */
export interface RecordSink {
  send(records: ScannedRecords): Promise<void>;
  /** At least so many bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
  cells(): CellIndex;
}

const LF = 0x0a;

/**
 * Scans a long clean text from its beginning to its end, chunk by chunk, so that it is never held as a whole, and gives its
 * records to `sink`. Returns the table of the text but for its columns; null where it is not certainly clean, which leaves
 * it to one who reads it as a whole, whatever was sent.
 */
export async function scanText(
  source: TextSource,
  rules: HeaderRules = PLAIN_HEADER_RULES,
  sink: RecordSink,
  chunkBytes = CHUNK_BYTES,
): Promise<RawTable | null> {
  const first = await readBytes(source, 0, 2 * HEAD_BYTES);
  const encoding = detectEncoding(first.subarray(0, 1 + first.lastIndexOf(LF)));
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return null;
  const toUtf8 = (bytes: Uint8Array<ArrayBuffer>) => (encoding === 'utf-8' ? bytes : transcodeToUtf8(bytes, encoding));
  const head = readCleanHead(headText(toUtf8(first)), rules);
  const start = head === null ? null : startOfBody(first, head);
  if (head === null || start === null || start >= source.size) return null;
  const scanner = new RecordScanner(head, lineEndOf(first, start));
  const take = async (chunk: Uint8Array<ArrayBuffer>): Promise<boolean> => {
    const bytes = toUtf8(chunk);
    const cells = sink.cells();
    if (!scanner.scan(bytes, cells)) return false;
    const expected = Math.ceil((scanner.rows / (scanner.bytes / (source.size - start))) * 1.02);
    await sink.send({ shape: head.shape, bytes, cells, expected });
    return true;
  };
  if (!(await takeLines(source.slice(start, source.size), chunkBytes, sink, take)) || scanner.rows === 0) return null;
  return { ...toCleanTable(head, Infinity, null, null), rows: scanner.rows, encoding };
}

/**
 * Gives the whole lines of `part` to `take`, about `chunkBytes` at a time, and their memory. What it does not take it gets
 * again with more lines. False where it does not take them at all.
 */
async function takeLines(
  part: TextPart,
  chunkBytes: number,
  sink: RecordSink,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>,
): Promise<boolean> {
  const reader = part.stream().getReader();
  // What a stream gives at once and what was left before it fit in, mostly.
  const room = 4 * chunkBytes;
  let held = sink.bytes(room);
  let length = 0;
  let read = 0;
  for (let wanted = chunkBytes; wanted <= MAX_CHUNKS * chunkBytes;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      if (length + value.length > held.length)
        held = lengthened(held.subarray(0, length), sink.bytes(2 * (length + value.length)));
      held.set(value, length);
      length += value.length;
      read += value.length;
    }
    if (!done && length < wanted) continue;
    const end = done ? length : held.subarray(0, length).lastIndexOf(LF) + 1;
    const rest = lengthened(held.subarray(end, length), sink.bytes(Math.max(room, length - end)));
    const isTaken = (done && end === 0) || (end > 0 && (await take(held.subarray(0, end))));
    if (done) return isTaken && read === part.size;
    if (isTaken) {
      held = rest;
      length -= end;
      wanted = chunkBytes;
    } else wanted = length + chunkBytes;
  }
  await reader.cancel();
  return false;
}

async function readBytes(source: TextSource, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await source.slice(start, Math.min(end, source.size)).arrayBuffer());
}
