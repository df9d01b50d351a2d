import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLeftover } from '../lib/leftovers.ts';

/** A file that was asked for, and the name under which it is told. */
export interface ListedFile {
  readonly path: string;
  readonly name: string;
}

/** The files at `paths`; a folder stands for all files in it, as where it is dropped on the page. */
export async function listFiles(paths: readonly string[]): Promise<readonly ListedFile[]> {
  const listed = await Promise.all(paths.map((path) => listPath(path, basename(path))));
  return listed.flat();
}

async function listPath(path: string, name: string): Promise<readonly ListedFile[]> {
  if (!(await isFolder(path))) return [{ path, name }];
  const inner = (await readdir(path)).filter((own) => !isLeftover(own)).sort();
  const listed = await Promise.all(inner.map((own) => listPath(join(path, own), `${name}/${own}`)));
  return listed.flat();
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
