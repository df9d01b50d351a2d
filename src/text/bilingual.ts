/** The two languages of the product. Chinese is the first. */
export type Locale = 'zh' | 'en';

/** One sentence or label in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The text of `pair` in `locale`. */
export function pick(pair: Bilingual, locale: Locale): string {
  return pair[locale];
}
