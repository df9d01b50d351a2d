import { looksLikePack, type PackFault } from '../query/pack-read.ts';
import type { SourceFile } from './dataset-ports.ts';
import type { Peers } from './peers.svelte.ts';

const BEGINNING_BYTES = 256;

/** What became of the benchmark packs among dropped files. */
export interface TakenPacks {
  /** The files that are none. */
  readonly rest: readonly SourceFile[];
  readonly taken: number;
  readonly faults: readonly { readonly file: string; readonly fault: PackFault }[];
}

/** Keeps the benchmark packs among `files`, told apart by how they begin; a file that cannot be read is left to the import. */
export async function takePacks(peers: Peers, files: readonly SourceFile[]): Promise<TakenPacks> {
  const rest: SourceFile[] = [];
  const faults: { file: string; fault: PackFault }[] = [];
  let taken = 0;
  for (const file of files) {
    const beginning = await file.blob
      .slice(0, BEGINNING_BYTES)
      .text()
      .catch(() => '');
    if (!looksLikePack(beginning)) {
      rest.push(file);
      continue;
    }
    const fault = peers.addPack(file.name, await file.blob.text());
    if (fault === null) taken += 1;
    else faults.push({ file: file.name, fault });
  }
  return { rest, taken, faults };
}
