import type { LabelMatch } from './aliases.ts';
import { likelyMatch } from './label-words.ts';
import { NO_OWN_LABELS, toOwnLabels, type OwnLabels } from './own-aliases.ts';
import { columnKeys, findProfile, NO_RULES, type Profile, type ReadingRules } from './profile.ts';

/** Where a person says that the header of a list stands. */
export interface HeaderPlace {
  /** The sheet, and the file inside an archive, that it is said of; null = the only one. */
  readonly sheet: string | null;
  readonly member: string | null;
  /** 1-based; the last row of the header. */
  readonly row: number;
  /** How many rows it has. */
  readonly height: number;
}

/** What helps to find the header of a list, beside the product's dictionary. */
export interface HeaderRules {
  readonly own: OwnLabels;
  readonly profiles: readonly Profile[];
  readonly place: HeaderPlace | null;
  /** True = where no label is known, the row that looks most like a header is taken. */
  readonly isAnyTable: boolean;
}

export const PLAIN_HEADER_RULES: HeaderRules = {
  own: NO_OWN_LABELS,
  profiles: [],
  place: null,
  isAnyTable: false,
};

export function toHeaderRules(
  rules: ReadingRules = NO_RULES,
  place: HeaderPlace | null = null,
  isAnyTable = false,
): HeaderRules {
  return { own: toOwnLabels(rules.aliases), profiles: rules.profiles, place, isAnyTable };
}

/**
 * What every label of a list stands for: what was decided for lists of its shape, else what the dictionary says, else what
 * its words make likely.
 */
export function matchLabels(labels: readonly string[], rules: HeaderRules): (LabelMatch | null)[] {
  const profile = findProfile(rules.profiles, labels);
  const keys = profile === null ? [] : columnKeys(labels);
  return labels.map((label, i) => {
    const choice = profile?.columns[keys[i] ?? ''];
    if (choice === undefined) return likelyMatch(label, rules.own);
    return choice.target === null ? null : { target: choice.target, rank: 0, isExact: true };
  });
}
