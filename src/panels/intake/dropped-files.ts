import { isLeftover } from '../../lib/leftovers.ts';
import type { SourceFile } from '../../state/dataset.svelte.ts';

/**
 * The files of a drop; a folder gives all files in it under their paths (2025/一审.csv), without what systems leave there.
 * To be called within the event: afterwards the browser has forgotten what was dropped.
 */
export async function listDroppedFiles(transfer: DataTransfer): Promise<SourceFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory))
    return [...transfer.files].map((file) => ({ name: file.name, blob: file }));
  const lists = await Promise.all(entries.map(listEntry));
  return lists.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function listEntry(entry: FileSystemEntry): Promise<SourceFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//, ''), blob: file }];
  }
  if (!isDirectory(entry)) return [];
  const inner = (await readAll(entry.createReader())).filter(({ name }) => !isLeftover(name));
  return (await Promise.all(inner.map(listEntry))).flat();
}

/** A reader gives the entries of a folder in portions, and none at the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  return portion.length === 0 ? [] : [...portion, ...(await readAll(reader))];
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
