import type { Assets } from './assets.ts';
import { createEmbeddedAssets } from './embedded-assets.ts';
import { createHostedAssets } from './hosted-assets.ts';

/** Attribute of the script elements in which the one-file build keeps its files; `src/cli/build-one-file.ts` writes it. */
const PATH_ATTRIBUTE = 'data-asset';

/** The files of the page at hand: embedded where the page carries any, else hosted beside it. */
export function createPageAssets(page: Document): Assets {
  if (page.querySelector(`script[${PATH_ATTRIBUTE}]`) === null) return createHostedAssets(page.baseURI);
  return createEmbeddedAssets((path) => {
    const element = page.querySelector(`script[${PATH_ATTRIBUTE}="${CSS.escape(path)}"]`);
    if (element === null) return null;
    return { text: element.textContent, isGzip: element.getAttribute('data-encoding') === 'gzip' };
  });
}
