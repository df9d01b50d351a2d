import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { DIST } from './build-if-outdated.ts';
import { buildOneFile } from './build-one-file.ts';
import { prepareHosted } from './build-prepared.ts';
import { PROJECT } from './site-files.ts';

/** Bars of the product: what a page may load before the engine, compressed, and the size of the one file. */
const MOST_SCRIPT_BYTES = 120_000;
const MOST_PAGE_BYTES = 13_000_000;

await build({ root: PROJECT, logLevel: 'warn', build: { outDir: DIST, emptyOutDir: true } });
const prepared = await prepareHosted(join(DIST, 'data'));
const html = await buildOneFile();
const pageBytes = Buffer.byteLength(html);
if (pageBytes > MOST_PAGE_BYTES) throw new Error(`The one file has ${pageBytes} bytes, more than ${MOST_PAGE_BYTES}`);
writeFileSync(join(DIST, 'court-metrics.html'), html);

const scripts = scriptBytes();
const verdict = scripts > MOST_SCRIPT_BYTES ? `, over the bar of ${kilobytes(MOST_SCRIPT_BYTES)} kB` : '';
console.log(`dist/                    JavaScript before the engine: ${kilobytes(scripts)} kB gzip${verdict}`);
if (prepared !== null)
  console.log(`dist/data/               ${(prepared.report.bytes / 1e6).toFixed(2)} MB, the data set prepared`);
console.log(`dist/court-metrics.html  ${(pageBytes / 1e6).toFixed(2)} MB, one file`);

/** Compressed size of every script that the page names, which is what runs before the engine is asked for. */
function scriptBytes(): number {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const paths = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
