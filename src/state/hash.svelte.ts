import type { Selection } from './selection.svelte.ts';

/**
 * Keeps `location.hash` equal to the selection, both ways. An effect, because the hash is an outside store that must
 * follow whatever changed the selection; replaceState for choices, a history entry for a change of page.
 */
export function bindHash(selection: Selection): void {
  $effect(() => {
    const read = () => selection.readHash(location.hash);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  });
  $effect(() => {
    const hash = selection.hash;
    if (hash === location.hash || (hash === '#/start' && location.hash === '')) return;
    const isOtherPage = pathOf(hash) !== pathOf(location.hash);
    if (isOtherPage) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  });
  $effect(() => {
    document.documentElement.lang = selection.view.locale === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = selection.view.isProjector ? 'projector' : 'screen';
  });
}

function pathOf(hash: string): string {
  return hash.split('?')[0] ?? '';
}
