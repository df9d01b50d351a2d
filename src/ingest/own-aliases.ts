import { labelKey } from './label-key.ts';
import { isTarget, type Target } from './target.ts';

/** A label of the court's own systems that the dictionary does not have, or has for something else. */
export interface OwnAlias {
  readonly label: string;
  readonly target: Target;
}

/** Own labels as they are compared; of two for one label the later counts. */
export type OwnLabels = ReadonlyMap<string, Target>;

export const NO_OWN_LABELS: OwnLabels = new Map();

const MAX_ALIASES = 500;
const MAX_LABEL = 60;

export function toOwnLabels(aliases: readonly OwnAlias[]): OwnLabels {
  return new Map(aliases.map(({ label, target }) => [labelKey(label), target]));
}

/** The labels of both; of two for one label that of `later` counts. */
export function joinAliases(earlier: readonly OwnAlias[], later: readonly OwnAlias[]): readonly OwnAlias[] {
  return [...new Map([...earlier, ...later].map((alias) => [labelKey(alias.label), alias])).values()];
}

/** Own labels of JSON of unknown shape: what is none is left out, a label counts once. */
export function parseOwnAliases(value: unknown): readonly OwnAlias[] {
  if (!Array.isArray(value)) return [];
  const aliases = value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('label' in entry) || !('target' in entry)) return [];
    const { label, target } = entry;
    const isLabel = typeof label === 'string' && labelKey(label) !== '' && label.length <= MAX_LABEL;
    return isLabel && isTarget(target) ? [{ label, target }] : [];
  });
  const last = new Map(aliases.map((alias) => [labelKey(alias.label), alias]));
  return [...last.values()].slice(0, MAX_ALIASES);
}
