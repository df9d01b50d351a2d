import { parseToken, toCode, toToken } from '../lib/pseudonym.ts';
import type { CaseFilter, ResultTable } from '../query/metric-query.ts';
import { MASKING } from '../text/workspace.ts';
import type { Bilingual, Locale } from '../text/bilingual.ts';

/** Dimensions whose values are names of persons. Departments and courts are not. */
const PERSONS: readonly string[] = ['judge'];

/** The names of the judges of a data set, each at the place that its pseudonym is made of. */
export class Roster {
  readonly names: readonly string[];
  readonly #places: ReadonlyMap<string, number>;

  constructor(names: readonly string[]) {
    this.names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  /** The place of a name or of its token; null where the data do not hold it. */
  placeOf(text: string): number | null {
    return this.#places.get(text) ?? parseToken(text);
  }
}

export const EMPTY_ROSTER = new Roster([]);

/** The pseudonym of a name, 法官A12; a name that the data do not hold is hidden altogether. */
export function toPseudonym(name: string, roster: Roster): Bilingual {
  const place = roster.placeOf(name);
  return place === null ? MASKING.hidden : MASKING.judge(toCode(place));
}

/** The filter with tokens in the place of names, as it stands in an address while names are hidden. */
export function maskFilter(filter: CaseFilter, roster: Roster): CaseFilter {
  return mapPersons(filter, (value) => {
    const place = roster.placeOf(value);
    return place === null ? value : toToken(place);
  });
}

/** The filter with the names that its tokens stand for; tokens stay while the names are not known. */
export function unmaskFilter(filter: CaseFilter, roster: Roster): CaseFilter {
  return mapPersons(filter, (value) => roster.names[parseToken(value) ?? -1] ?? value);
}

function mapPersons(filter: CaseFilter, change: (value: string) => string): CaseFilter {
  if (!PERSONS.some((dimension) => Object.hasOwn(filter, dimension))) return filter;
  return Object.fromEntries(
    Object.entries(filter).map(([dimension, values]) => [
      dimension,
      PERSONS.includes(dimension) ? values.map((value) => (value === null ? null : change(value))) : values,
    ]),
  );
}

/** An answer with names of persons replaced in its groups; for everything that shows or exports a grouped result. */
export function maskAnswer<Answer extends { readonly table: ResultTable }>(
  answer: Answer,
  maskName: (dimension: string, value: string | null) => string | null,
): Answer {
  return { ...answer, table: { ...answer.table, groups: maskGroups(answer.table.groups, maskName) } };
}

export function maskGroups(
  groups: ResultTable['groups'],
  maskName: (dimension: string, value: string | null) => string | null,
): ResultTable['groups'] {
  const masked = Object.entries(groups).filter(([dimension]) => isPerson(dimension));
  if (masked.length === 0) return groups;
  return {
    ...groups,
    ...Object.fromEntries(
      masked.map(([dimension, values]) => [dimension, values.map((value) => maskName(dimension, value))]),
    ),
  };
}

export function isPerson(dimension: string): boolean {
  return PERSONS.includes(dimension);
}

/**
 * What may be shown of the raw text of an issue while names are hidden: a judge's name as its pseudonym, the text of a
 * column that the product uses for something else, and nothing of other columns and of whole rows, which may hold anyone.
 * @param column what the column was taken for; null = not used, or the issue concerns the whole row
 */
export function maskRaw(raw: string, column: string | null, roster: Roster, locale: Locale): string {
  if (column === null) return MASKING.hidden[locale];
  return isPerson(column) ? toPseudonym(raw.trim(), roster)[locale] : raw;
}
