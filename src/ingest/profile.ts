import { labelKey } from './label-key.ts';
import { USUAL_DECISIONS, type Decisions } from './decision.ts';
import type { OwnAlias } from './own-aliases.ts';
import type { ReadingStyle } from './reading-style.ts';
import type { Target } from './target.ts';
import type { Assignments, ValueField } from './value-assign.ts';

/** What a column is taken for and how its values are read; target null = kept as text, not used. */
export interface ColumnChoice {
  readonly target: Target | null;
  readonly style: ReadingStyle;
}

/** Columns of `cases` that may be given one value for a whole list that lacks them. */
export const CONSTANT_FIELDS = ['court', 'matter', 'level', 'procedure', 'department'] as const;
export type ConstantField = (typeof CONSTANT_FIELDS)[number];

/** Everything that a person decided for files of one shape. It holds labels and values of lists, no case. */
export interface Profile {
  readonly name: string;
  /** Labels of the file in its order, as they stand; they are the shape that the profile is for. */
  readonly labels: readonly string[];
  /** By `columnKeys` of the labels; a column that is absent is taken for what its label says. */
  readonly columns: Readonly<Record<string, ColumnChoice>>;
  readonly constants: Readonly<Partial<Record<ConstantField, string>>>;
  readonly values: Readonly<Partial<Record<ValueField, Assignments>>>;
  readonly decisions: Decisions;
  /** True = lists of this shape are no lists of cases, or not wanted: their rows are not read. */
  readonly isLeftOut?: boolean;
}

/** All that files are read by beside the product's own dictionary. */
export interface ReadingRules {
  readonly profiles: readonly Profile[];
  readonly aliases: readonly OwnAlias[];
  /** True = a case that a newer list of the same kind no longer has is set aside; else it counts by its older row. */
  readonly isVanishedLeftOut?: boolean;
}

export const NO_RULES: ReadingRules = { profiles: [], aliases: [] };

/** A profile that decides nothing yet. */
export function emptyProfile(name: string, labels: readonly string[]): Profile {
  return { name, labels, columns: {}, constants: {}, values: {}, decisions: USUAL_DECISIONS };
}

/** What files of one shape have in common: their labels without spaces, in any order; unnamed columns do not count. */
export function fingerprintOf(labels: readonly string[]): string {
  return JSON.stringify(
    labels
      .map(labelKey)
      .filter((key) => key !== '')
      .sort(),
  );
}

/** The profile for a file with these labels; null = none was saved. */
export function findProfile(profiles: readonly Profile[], labels: readonly string[]): Profile | null {
  if (profiles.length === 0) return null;
  const fingerprint = fingerprintOf(labels);
  return profiles.find((profile) => fingerprintOf(profile.labels) === fingerprint) ?? null;
}

/** A name per column by which a profile finds it again: its label as compared, numbered where it occurs again. */
export function columnKeys(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const key = labelKey(label);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** The profiles with `profile` in the place of that of the same shape, or behind them. */
export function withProfile(profiles: readonly Profile[], profile: Profile): readonly Profile[] {
  const fingerprint = fingerprintOf(profile.labels);
  const others = profiles.filter((other) => fingerprintOf(other.labels) !== fingerprint);
  return [...others, profile];
}

/** Rules for files that join a set: what was decided for the set stays, and own labels are those of today. */
export function joinRules(ofSet: ReadingRules, today: ReadingRules): ReadingRules {
  const profiles = ofSet.profiles.reduce(withProfile, today.profiles);
  return { ...ofSet, profiles, aliases: today.aliases };
}

/** True where two rules read the same labels by the same dictionary. */
export function hasSameAliases(a: ReadingRules, b: ReadingRules): boolean {
  const keyOf = ({ aliases }: ReadingRules) =>
    JSON.stringify(aliases.map(({ label, target }) => `${labelKey(label)} ${target}`).sort());
  return keyOf(a) === keyOf(b);
}
