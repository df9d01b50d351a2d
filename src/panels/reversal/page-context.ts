import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import type { OpenedCases } from '../duration/section-context.ts';
import type { Locale } from '../../text/bilingual.ts';

/** What every section of a page has to know beside its own answer. */
export interface PageContext {
  readonly locale: Locale;
  /** Last day of the data. */
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly maskName: (dimension: string, value: string | null) => string | null;
  /** The address of some cases, where the page knows addresses. */
  readonly hrefOf?: (opened: OpenedCases) => string;
}

/** The context of a page from what is chosen and loaded. */
export function toPageContext(selection: Selection, dataset: Dataset, isPending: boolean): PageContext {
  return {
    locale: selection.locale,
    asOf: dataset.asOf,
    isSynthetic: dataset.isSynthetic,
    isPending,
    maskName: selection.maskName,
    hrefOf: (opened) => selection.hrefOfCases(opened),
  };
}
