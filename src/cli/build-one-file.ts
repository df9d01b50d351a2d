import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Rolldown } from 'vite';
import { encodeBase85 } from '../lib/base85.ts';
import { EMBEDDED_WORKERS } from './build-plugins.ts';
import { oneFilePolicy, policyTag } from './build-policy.ts';
import { dataFiles, embeddedEngineFiles, PROJECT, type SiteFile } from './site-files.ts';

/** The whole product as one page: code, style, engine and hosted data inside. Opens from `file://`. */
export async function buildOneFile(): Promise<string> {
  const output = await bundle();
  const main = fileOf('assets/main.js', only(output, 'chunk').code);
  const script = escapeScript(await bundleLoader());
  const style = output
    .flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : []))
    .join('\n');
  const workers = await Promise.all(EMBEDDED_WORKERS.map(bundleWorker));
  const assets = [main, ...embeddedEngineFiles(), ...workers, ...dataFiles()].map(embed).join('\n');
  const page = readFileSync(join(PROJECT, 'index.html'), 'utf8');
  return fill(page, [
    ['<head>', `<head>\n    ${policyTag(oneFilePolicy(hashOf(script)))}`],
    ['<link rel="icon" href="./favicon.svg" type="image/svg+xml" />', faviconTag()],
    ['</head>', `  <style>${style}</style>\n  </head>`],
    ['<script type="module" src="/src/main.ts"></script>', `${assets}\n    <script type="module">${script}</script>`],
  ]);
}

type Part = Rolldown.OutputChunk | Rolldown.OutputAsset;

async function bundle(options: BuildOptions = {}): Promise<readonly Part[]> {
  const built = await build({
    root: PROJECT,
    mode: 'one-file',
    logLevel: 'warn',
    build: { write: false, copyPublicDir: false, ...options },
  });
  const result = Array.isArray(built) ? built[0] : built;
  if (result === undefined || !('output' in result)) throw new Error('The one-file build gave no single output');
  return result.output;
}

/** A worker that reads files, as one classic script. */
async function bundleWorker({ source, path }: (typeof EMBEDDED_WORKERS)[number]): Promise<SiteFile> {
  const entry = join(PROJECT, source);
  const output = await bundle({ lib: { entry, formats: ['iife'], name: 'readingWorker' } });
  return fileOf(path, only(output, 'chunk').code);
}

/** The script that unpacks the page's own. */
async function bundleLoader(): Promise<string> {
  const output = await bundle({ lib: { entry: join(PROJECT, 'src/one-file.ts'), formats: ['es'] } });
  return only(output, 'chunk').code;
}

function fileOf(path: string, code: string): SiteFile {
  return { path, read: () => Buffer.from(code) };
}

function only(parts: readonly Part[], type: 'chunk'): Rolldown.OutputChunk {
  const chunks = parts.filter((part): part is Rolldown.OutputChunk => part.type === type);
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1)
    throw new Error(`The one-file build made ${chunks.length} scripts instead of one`);
  return chunk;
}

/** Replaces each text, which must be there once. */
function fill(page: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`index.html holds ${parts.length - 1} times: ${from}`);
    return parts.join(to);
  }, page);
}

/** Code that can stand in a script element: these two would end it or change how it is read. */
function escapeScript(code: string): string {
  return code.replaceAll('\r\n', '\n').replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--');
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** A script element that is never run; read by `engine/page-assets.ts`. */
function embed(file: SiteFile): string {
  const bytes = file.read();
  const packed = gzipSync(bytes, { level: 9 });
  const isGzip = packed.length < bytes.length * 0.98;
  const encoding = isGzip ? ' data-encoding="gzip"' : '';
  return `    <script type="text/plain" data-asset="${file.path}"${encoding}>${encodeBase85(isGzip ? packed : bytes)}</script>`;
}

function faviconTag(): string {
  const svg = readFileSync(join(PROJECT, 'public/favicon.svg')).toString('base64');
  return `<link rel="icon" href="data:image/svg+xml;base64,${svg}" />`;
}
