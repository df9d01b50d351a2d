import { open, type FileHandle } from 'node:fs/promises';
import { formatBytes } from '../ingest/file-limits.ts';
import type { Refusal } from '../ingest/raw-table.ts';

/** The longest file that Node reads at once. */
const MAX_BYTES = 2 ** 31 - 1;

/** The bytes of a file, or why there are none: then `bytes` is empty. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly fault: Refusal | null;
}

/** Reads the file at `path`; one that another program wrote meanwhile is told by its size and time. Never rejects. */
export async function openNodeFile(path: string): Promise<OpenedFile> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    return await readSteadily(file);
  } catch {
    return refuse('unreadable');
  } finally {
    await file?.close();
  }
}

async function readSteadily(file: FileHandle): Promise<OpenedFile> {
  const before = await file.stat();
  if (before.size > MAX_BYTES) return refuse('too_large', formatBytes(before.size));
  const bytes = await file.readFile();
  const after = await file.stat();
  const isSteady = bytes.length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
  // what comes through a pipe has no size
  return isSteady || !before.isFile() ? { bytes, fault: null } : refuse('changing');
}

function refuse(error: Refusal['error'], detail?: string): OpenedFile {
  return { bytes: new Uint8Array(), fault: { kind: 'refused', error, ...(detail === undefined ? {} : { detail }) } };
}
