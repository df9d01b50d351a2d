import { copyFileSync, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from 'vite';
import { makeCaseCsv } from './bench-input.ts';
import { DIST } from './build-if-outdated.ts';
import { serveSite, type SiteServer } from './serve.ts';
import { PROJECT } from './site-files.ts';

const FOLDER = join(PROJECT, '.cache/bench');

/** The last day that the made lists know of. */
export const BENCH_AS_OF = '2025-09-30';

/** Path of a list of `rows` made cases; made once per size and seed. */
export async function makeBenchFile(rows: number, seed: number): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `cases-${rows}-${seed}.csv`);
  if (!existsSync(path)) await pipeline(Readable.from(makeCaseCsv(rows, seed)), createWriteStream(path));
  return path;
}

/** The built site with `bench.html` beside it: the engine without screens. */
export async function serveBenchPage(): Promise<SiteServer> {
  const folder = join(FOLDER, 'page');
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    build: {
      outDir: folder,
      copyPublicDir: false,
      lib: { entry: join(PROJECT, 'src/cli/bench-page.ts'), formats: ['es'], fileName: 'bench' },
    },
  });
  writeFileSync(
    join(folder, 'bench.html'),
    '<!doctype html><meta charset="utf-8"><input type="file"><script type="module" src="./bench.js"></script>',
  );
  return serveSite({ folders: [folder, DIST], port: 0 });
}

/** The site as it is built, with its sample. */
export function serveBuilt(): Promise<SiteServer> {
  return serveSite({ folders: [DIST], port: 0 });
}

/** The built site with a catalogue of one data set: the list at `path`. */
export async function serveHosting(path: string): Promise<SiteServer> {
  const folder = join(FOLDER, 'hosting');
  const name = { zh: '基准测试数据', en: 'Benchmark data' };
  const entry = { id: 'bench', name, synthetic: true, asOf: BENCH_AS_OF, files: [basename(path)], events: [] };
  mkdirSync(join(folder, 'data'), { recursive: true });
  copyFileSync(path, join(folder, 'data', basename(path)));
  writeFileSync(join(folder, 'data/catalog.json'), JSON.stringify({ version: 1, open: entry.id, datasets: [entry] }));
  return serveSite({ folders: [folder, DIST], port: 0 });
}
