import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { buildOneFile } from './build-one-file.ts';
import { PROJECT } from './site-files.ts';

const DIST = join(PROJECT, 'dist');

await build({ root: PROJECT, logLevel: 'warn', build: { outDir: DIST, emptyOutDir: true } });
const html = await buildOneFile();
writeFileSync(join(DIST, 'court-metrics.html'), html);

console.log(`dist/                    JavaScript before the engine: ${kilobytes(scriptBytes())} kB gzip`);
console.log(`dist/court-metrics.html  ${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB, one file`);

/** Compressed size of every script that the page names, which is what runs before the engine is asked for. */
function scriptBytes(): number {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
