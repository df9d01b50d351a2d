import { formatBytes, MAX_FILE_BYTES } from './file-limits.ts';
import type { ReadOutcome, Refusal } from './raw-table.ts';
import { readExport, type ReadOptions } from './read-export.ts';

/** What is needed of a file that a person chose. Its declared type is not asked: browsers take it from the name. */
export interface BlobSource {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * The lists in a chosen file. Never rejects: a file that is too large is refused before a byte of it is read, and one
 * that another program writes meanwhile is refused as such.
 */
export async function readBlob(name: string, source: BlobSource, options: ReadOptions): Promise<ReadOutcome> {
  const { size } = source;
  if (size > MAX_FILE_BYTES) return { kind: 'refused', error: 'too_large', detail: formatBytes(size) };
  try {
    const bytes = new Uint8Array(await source.arrayBuffer());
    if (bytes.length !== size || source.size !== size) return { kind: 'refused', error: 'changing' };
    return nameLockFile(name, readExport({ name, bytes }, options));
  } catch (error) {
    return nameLockFile(name, { kind: 'refused', error: faultOf(error) });
  }
}

/** A file that was changed after it was chosen is not readable any more, says the File API. */
function faultOf(error: unknown): Refusal['error'] {
  if (error instanceof DOMException && error.name === 'NotReadableError') return 'changing';
  return error instanceof RangeError ? 'workbook_too_large' : 'unreadable';
}

/** What cannot be read and is named like the mark of an open workbook is one: ~$清单.xlsx, .~lock.清单.ods#. */
export function nameLockFile(name: string, outcome: ReadOutcome): ReadOutcome {
  const isLock = outcome.kind === 'refused' && /(?:^|[\\/])(?:~\$|\.~lock\.)/.test(name);
  return isLock ? { kind: 'refused', error: 'lock_file' } : outcome;
}
