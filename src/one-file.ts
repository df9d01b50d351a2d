import { createPageAssets } from './engine/page-assets.ts';

/** Starts the page of the one-file build, which carries its own script compressed: it is half the size so. */
const url = await createPageAssets(document).scriptUrl('assets/main.js');
await import(/* @vite-ignore */ url);
URL.revokeObjectURL(url);
