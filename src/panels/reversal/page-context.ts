import type { Dataset } from '../../state/dataset.svelte.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { APP } from '../../text/app.ts';
import type { OpenedCases } from '../duration/section-context.ts';
import type { Locale } from '../../text/bilingual.ts';
import { TREND } from '../../text/figures.ts';

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

/** The `href` of a cell that counts something, where the page knows addresses. */
export function openingOf({ hrefOf }: PageContext, opened: OpenedCases): { readonly href?: string } {
  return hrefOf === undefined ? {} : { href: hrefOf(opened) };
}

/** A caption that ends with the last day of the data and, for invented data, with that. */
export function captionOf(parts: readonly string[], { asOf, isSynthetic, locale }: PageContext): string[] {
  const caption = parts.filter((part) => part !== '');
  if (asOf !== null) caption.push(`${TREND.asOf[locale]} ${asOf}`);
  if (isSynthetic) caption.push(APP.synthetic[locale]);
  return caption;
}

/** The context of a page from what is chosen and loaded. */
export function toPageContext(selection: Selection, dataset: Dataset, isPending: boolean): PageContext {
  return {
    locale: selection.view.locale,
    asOf: dataset.asOf,
    isSynthetic: dataset.isSynthetic,
    isPending,
    maskName: selection.maskName,
    hrefOf: (opened) => selection.hrefOfCases(opened),
  };
}
