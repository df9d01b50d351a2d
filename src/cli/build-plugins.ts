import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { HOSTED_POLICY, policyTag } from './build-policy.ts';
import { mediaType } from './media-type.ts';
import { dataFiles, engineFiles, PROJECT, type SiteFile } from './site-files.ts';

/** Puts the engine and the hosted data beside the page: written by a build, answered by the development server. */
export function siteFiles(): Plugin {
  return {
    name: 'court-metrics:site-files',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/[?#].*$/, '').replace(/^\//, '');
        const file = allFiles().find((candidate) => candidate.path === decodeURIComponent(path));
        if (file === undefined) return next();
        response.setHeader('Content-Type', mediaType(file.path));
        response.end(file.read());
      });
    },
    generateBundle() {
      for (const file of allFiles()) this.emitFile({ type: 'asset', fileName: file.path, source: file.read() });
    },
  };
}

/** Writes the policy of the hosted site into the page. Not for the development server, which needs inline scripts. */
export function hostedPolicy(): Plugin {
  return {
    name: 'court-metrics:policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<head>', `<head>\n    ${policyTag(HOSTED_POLICY)}`),
    },
  };
}

/** The workers that read files, and where the one-file page keeps them: compressed, unlike an inline worker. */
export const EMBEDDED_WORKERS: readonly { readonly source: string; readonly path: string }[] = [
  { source: 'src/ingest/ingest.worker.ts', path: 'assets/ingest.worker.js' },
  { source: 'src/ingest/scan.worker.ts', path: 'assets/scan.worker.js' },
  { source: 'src/ingest/encode.worker.ts', path: 'assets/encode.worker.js' },
];

const EMBEDDED_WORKER_ID = '\0court-metrics:embedded-worker:';

/** Makes the `?worker` of the one-file page from its embedded files: it has no neighbours to load from. */
export function embeddedWorkers(): Plugin {
  return {
    name: 'court-metrics:embedded-workers',
    enforce: 'pre',
    resolveId(request) {
      const asked = EMBEDDED_WORKERS.find(({ source }) => request.endsWith(`${basename(source)}?worker`));
      return asked === undefined ? null : `${EMBEDDED_WORKER_ID}${asked.path}`;
    },
    load(id) {
      if (!id.startsWith(EMBEDDED_WORKER_ID)) return null;
      const path = JSON.stringify(id.slice(EMBEDDED_WORKER_ID.length));
      const assets = JSON.stringify(join(PROJECT, 'src/engine/page-assets.ts').replaceAll('\\', '/'));
      return [
        `import { createPageAssets } from ${assets};`,
        `const url = await createPageAssets(document).scriptUrl(${path});`,
        'export default function EmbeddedWorker() { return new Worker(url); }',
      ].join('\n');
    },
  };
}

function allFiles(): SiteFile[] {
  return [...engineFiles(), ...dataFiles()];
}
