import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore, RegisteredFile } from '../engine/connector.ts';

/** Hands bytes to native DuckDB as files in a directory of their own, each removed when released. */
export class NodeFiles implements FileStore {
  async register(bytes: Uint8Array | Blob, extension: string): Promise<RegisteredFile> {
    const folder = await mkdtemp(join(tmpdir(), 'court-metrics-'));
    const path = join(folder, `list.${extension}`);
    await writeFile(path, bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes);
    return { path, release: () => rm(folder, { recursive: true, force: true }) };
  }
}
