import type { Plugin } from 'vite';
import { HOSTED_POLICY, policyTag } from './build-policy.ts';
import { mediaType } from './media-type.ts';
import { dataFiles, engineFiles, type SiteFile } from './site-files.ts';

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

/** Makes every `?worker` an inline one: the one-file page has no neighbours to load from. */
export function inlineWorkers(): Plugin {
  return {
    name: 'court-metrics:inline-workers',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('?worker')) return null;
      return this.resolve(`${source}&inline`, importer, { ...options, skipSelf: true });
    },
  };
}

function allFiles(): SiteFile[] {
  return [...engineFiles(), ...dataFiles()];
}
