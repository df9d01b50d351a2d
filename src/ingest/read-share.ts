import { HEAD_BYTES, headText, readCleanHead, startOfBody } from './clean-head.ts';
import { lineEndOf } from './clean-scan.ts';
import { toCleanTable } from './clean-table.ts';
import { detectEncoding, transcodeToUtf8 } from './decode.ts';
import { PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';
import { lengthened } from './lengthened.ts';
import type { RawTable } from './raw-table.ts';
import { CHUNK_BYTES, MAX_CHUNKS, RecordReader } from './record-reader.ts';

/** Which of `of` consecutive parts of a long text is read here. */
export interface RowShare {
  readonly index: number;
  readonly of: number;
}

/** What is needed of the file: its parts. */
export interface ShareSource {
  readonly size: number;
  slice(start: number, end: number): SharePart;
}

interface SharePart {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array>;
}

const LF = 0x0a;
const SEARCH_BYTES = 1 << 16;

/**
 * The records of one share of a clean text, as codes; chunk by chunk, so that the text is never held as a whole. The table
 * is that of the whole text but for `rows` and columns, which are those of the share: see `joinShares`.
 *
 * Null where the share is not certainly clean, which leaves the text to one who reads it as a whole. Shares begin at line
 * ends, which may stand inside a cell; but where the first share is clean up to its end, the second begins with a record,
 * and so on. So the text is clean, and cut between records, where all shares are.
 */
export async function readShare(
  source: ShareSource,
  share: RowShare,
  rules: HeaderRules = PLAIN_HEADER_RULES,
  chunkBytes = CHUNK_BYTES,
): Promise<RawTable | null> {
  const [first, begin, end] = await Promise.all([
    readBytes(source, 0, 2 * HEAD_BYTES),
    boundaryOf(source, share.index, share.of),
    boundaryOf(source, share.index + 1, share.of),
  ]);
  const encoding = detectEncoding(first.subarray(0, 1 + first.lastIndexOf(LF)));
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return null;
  const toUtf8 = (bytes: Uint8Array) => (encoding === 'utf-8' ? bytes : transcodeToUtf8(bytes, encoding));
  const text = toUtf8(first);
  const head = readCleanHead(headText(text), rules);
  const start = head === null ? null : startOfBody(first, head);
  if (head === null || start === null || start >= source.size) return null;
  const [from, to] = [Math.max(start, begin), Math.max(start, end)];
  const reader = new RecordReader(head, toUtf8, lineEndOf(first, start));
  if (!(await readLines(source.slice(from, to), chunkBytes, (bytes) => reader.take(bytes, (to - from) / bytes.length))))
    return null;
  const columns = reader.finish();
  return columns === null ? null : { ...toCleanTable(head, Infinity, null, columns), rows: reader.rows, encoding };
}

/**
 * Gives the whole lines of `part` to `take`, about `chunkBytes` at a time and in one and the same memory. What it does not
 * take it gets again with more lines. False where it does not take them at all.
 */
async function readLines(part: SharePart, chunkBytes: number, take: (bytes: Uint8Array) => boolean): Promise<boolean> {
  const reader = part.stream().getReader();
  let held = new Uint8Array(2 * chunkBytes);
  let length = 0;
  let read = 0;
  for (let wanted = chunkBytes; wanted <= MAX_CHUNKS * chunkBytes;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      if (length + value.length > held.length) held = lengthened(held, new Uint8Array(2 * (length + value.length)));
      held.set(value, length);
      length += value.length;
      read += value.length;
    }
    if (!done && length < wanted) continue;
    const bytes = held.subarray(0, length);
    const end = done ? length : bytes.lastIndexOf(LF) + 1;
    const isTaken = (done && end === 0) || (end > 0 && take(bytes.subarray(0, end)));
    if (done) return isTaken && read === part.size;
    if (isTaken) {
      held.copyWithin(0, end, length);
      length -= end;
      wanted = chunkBytes;
    } else wanted = length + chunkBytes;
  }
  await reader.cancel();
  return false;
}

/** Where share `index` begins: behind the first line end at or after its part of the bytes. */
async function boundaryOf(source: ShareSource, index: number, of: number): Promise<number> {
  if (index === 0) return 0;
  if (index === of) return source.size;
  let position = Math.floor((source.size * index) / of);
  while (position < source.size) {
    const bytes = await readBytes(source, position, position + SEARCH_BYTES);
    const end = bytes.indexOf(LF);
    if (end >= 0) return position + end + 1;
    if (bytes.length === 0) break;
    position += bytes.length;
  }
  return source.size;
}

async function readBytes(source: ShareSource, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await source.slice(start, Math.min(end, source.size)).arrayBuffer());
}
