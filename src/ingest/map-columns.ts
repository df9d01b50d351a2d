import { matchLabel, type LabelMatch } from './aliases.ts';
import type { ColumnMapping } from './ingest-plan.ts';
import { TARGETS, type Target } from './target.ts';
import { trimCell } from './cell-text.ts';

/** What a person decided for a file of this shape: target per label; null = not used. */
export type MappingProfile = Readonly<Record<string, Target | null>>;

/**
 * Takes every column for what its label says. Where two columns claim the same target, the one with the more usual label
 * wins, among equals the fuller one, then the first; the other is kept as text.
 */
export function mapColumns(
  labels: readonly string[],
  sample: readonly (readonly string[])[],
  profile: MappingProfile = {},
): ColumnMapping[] {
  const matches = labels.map((label): (LabelMatch & { isDecided: boolean }) | null => {
    if (Object.hasOwn(profile, label)) {
      const target = profile[label] ?? null;
      return target === null ? null : { target, rank: -1, isExact: true, isDecided: true };
    }
    const match = matchLabel(label);
    return match === null ? null : { ...match, isDecided: false };
  });
  const fill = labels.map((_, i) => sample.filter((row) => trimCell(row[i] ?? '') !== '').length);
  const winners = new Map<Target, number>();
  matches.forEach((match, i) => {
    if (match === null) return;
    const other = winners.get(match.target);
    const rival = other === undefined ? null : (matches[other] ?? null);
    if (other === undefined || rival === null || isBetter(match, fill[i] ?? 0, rival, fill[other] ?? 0))
      winners.set(match.target, i);
  });
  return labels.map((label, index) => {
    const match = matches[index] ?? null;
    if (match === null) return { index, label, target: null, confidence: 0, basis: 'unknown' };
    if (winners.get(match.target) !== index)
      return { index, label, target: null, confidence: 0.3, basis: 'second-choice' };
    if (match.isDecided) return { index, label, target: match.target, confidence: 1, basis: 'profile' };
    return {
      index,
      label,
      target: match.target,
      confidence: match.isExact ? 0.95 : 0.8,
      basis: match.isExact ? 'label' : 'label-without-unit',
    };
  });
}

function isBetter(match: LabelMatch, fill: number, rival: LabelMatch, rivalFill: number): boolean {
  if ((fill === 0) !== (rivalFill === 0)) return fill > 0;
  if (match.isExact !== rival.isExact) return match.isExact;
  if (match.rank !== rival.rank) return match.rank < rival.rank;
  return fill > rivalFill;
}

/** 0-based column of every target that was found. */
export function indexByTarget(mapping: readonly ColumnMapping[]): ReadonlyMap<Target, ColumnMapping> {
  return new Map(
    TARGETS.flatMap((target) =>
      mapping.filter((column) => column.target === target).map((column) => [target, column] as const),
    ),
  );
}
