/** How the dates of a column are written; auto = told by the values themselves. */
export const DATE_STYLES = ['auto', 'day-first', 'month-first'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** What parts the decimals of a number: point = 19,080.00, comma = 19.080,00; auto = told by each value. */
export const NUMBER_STYLES = ['auto', 'point', 'comma'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** Yuan per unit of an amount. */
export const AMOUNT_UNITS = [1, 10_000, 100_000_000] as const;
/** Days per unit of a length of time; a month is taken for 30 days. */
export const DAY_UNITS = [1, 30] as const;

/** How the values of one column are read; what is absent is told by the label and the values. */
export interface ReadingStyle {
  readonly date?: DateStyle;
  readonly number?: NumberStyle;
  /** Yuan, or days, per unit. */
  readonly unit?: number;
  /** A number of a foreign system is the key of its case as it stands; it is not read as a 案号. */
  readonly isVerbatim?: boolean;
}

/** A style of JSON of unknown shape: what is none is left out. */
export function parseReadingStyle(value: unknown): ReadingStyle {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value);
  const part = (name: string): unknown => entries.find(([key]) => key === name)?.[1];
  const date = DATE_STYLES.find((style) => style === part('date'));
  const number = NUMBER_STYLES.find((style) => style === part('number'));
  const unit = [...AMOUNT_UNITS, ...DAY_UNITS].find((known) => known === part('unit'));
  return {
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
    ...(unit === undefined ? {} : { unit }),
    ...(part('isVerbatim') === true ? { isVerbatim: true } : {}),
  };
}
