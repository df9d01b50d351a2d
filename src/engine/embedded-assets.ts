import { decodeBase85 } from '../lib/base85.ts';
import type { Assets, ByteStream } from './assets.ts';
import { EngineError } from './engine-error.ts';

/** A file inside the page: Base85 text, compressed first where that made it smaller. */
export interface EmbeddedFile {
  readonly text: string;
  readonly isGzip: boolean;
}

/** Files that the one-file build carries inside. @param find the embedded file of a path, or null. */
export function createEmbeddedAssets(find: (path: string) => EmbeddedFile | null): Assets {
  const open: Assets['open'] = async (path, onBytes) => {
    const file = find(path);
    if (file === null) throw new EngineError('asset-missing', path);
    const bytes = decodeBase85(file.text);
    onBytes?.({ loadedBytes: bytes.byteLength, totalBytes: bytes.byteLength });
    const stream: ByteStream = new Blob([bytes]).stream();
    return { stream: file.isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream, type: '' };
  };
  return {
    open,
    async scriptUrl(path) {
      const { stream } = await open(path);
      const code = await new Response(stream, { headers: { 'content-type': 'text/javascript' } }).blob();
      return URL.createObjectURL(code);
    },
  };
}
