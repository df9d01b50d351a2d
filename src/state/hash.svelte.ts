import type { Selection } from './selection.svelte.ts';

/**
 * Keeps `location.hash` equal to the selection, both ways. An effect, because the hash is an outside store that must
 * follow whatever changed the selection; replaceState for choices, a history entry for a change of page.
 */
export function bindHash(getSelection: () => Selection): void {
  $effect(() => {
    const read = () => getSelection().readHash(location.hash);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  });
  $effect(() => {
    const hash = getSelection().hash;
    if (hash === location.hash || (hash === '#/start' && location.hash === '')) return;
    const isOtherPage = pathOf(hash) !== pathOf(location.hash);
    if (isOtherPage) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  });
  $effect(() => {
    const { view } = getSelection();
    document.documentElement.lang = view.locale === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = view.isProjector ? 'projector' : 'screen';
  });
}

function pathOf(hash: string): string {
  return hash.split('?')[0] ?? '';
}
