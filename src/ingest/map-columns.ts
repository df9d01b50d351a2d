import { matchLabel, type LabelMatch } from './aliases.ts';
import { holdsCauses } from './class-or-cause.ts';
import { guessContent } from './guess-target.ts';
import type { ColumnMapping, MappingBasis } from './ingest-plan.ts';
import { NO_OWN_LABELS, type OwnLabels } from './own-aliases.ts';
import { columnKeys, type Profile } from './profile.ts';
import { TARGETS, type Target } from './target.ts';
import { trimCell } from './cell-text.ts';

/** What is known beside the product's dictionary. */
export interface MappingHints {
  readonly profile?: Profile | null;
  readonly own?: OwnLabels;
}

/**
 * Takes every column for what was decided, else for what its label says, unless its values speak against the label. Where
 * two columns claim the same target, the one with the more usual label wins, among equals the first unless the other is
 * far fuller; the loser is kept as text.
 */
export function mapColumns(
  labels: readonly string[],
  sample: readonly (readonly string[])[],
  { profile = null, own = NO_OWN_LABELS }: MappingHints = {},
): ColumnMapping[] {
  const keys = columnKeys(labels);
  const matches = labels.map((label, i): DecidedMatch | null => {
    const choice = profile?.columns[keys[i] ?? ''];
    if (choice !== undefined) {
      const { target } = choice;
      return target === null ? null : { target, rank: -1, isExact: true, isDecided: true };
    }
    const match = matchLabel(label, own);
    if (match === null) return null;
    const isCauses = match.target === 'class' && match.isOwn !== true && holdsCauses(textsOf(sample, i));
    return { ...match, ...(isCauses ? HOLDS_CAUSES : {}), isDecided: false };
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
  const mapped = labels.map((label, index): ColumnMapping => {
    const match = matches[index] ?? null;
    if (match === null) {
      const isDecided = profile?.columns[keys[index] ?? ''] !== undefined;
      return { index, label, target: null, confidence: isDecided ? 1 : 0, basis: isDecided ? 'profile' : 'unknown' };
    }
    if (winners.get(match.target) !== index)
      return { index, label, target: null, confidence: 0.3, basis: 'second-choice' };
    const basis = basisOf(match);
    return { index, label, target: match.target, confidence: CONFIDENCES[basis], basis };
  });
  return profile === null ? withCaseNumbers(mapped, sample) : mapped;
}

/** The only column of 案号 in a list of known labels is the case's, whatever it is called: 案件编号, 文号, 卷宗号. */
function withCaseNumbers(mapped: readonly ColumnMapping[], sample: readonly (readonly string[])[]): ColumnMapping[] {
  const known = mapped.filter(({ target }) => target !== null);
  const isLacking = known.length >= LEAST_KNOWN && !known.some(({ target }) => target === 'case_no');
  const found = isLacking ? mapped.filter(({ target, index }) => target === null && holdsNumbers(sample, index)) : [];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return [...mapped];
  const basis = 'case-numbers';
  return mapped.map((column) =>
    column === only ? { ...column, target: 'case_no', confidence: CONFIDENCES[basis], basis } : column,
  );
}

const NEARLY_ALL = 0.9;
/** A list of which fewer labels are known is for a person to map. */
const LEAST_KNOWN = 2;

function holdsNumbers(sample: readonly (readonly string[])[], column: number): boolean {
  const filled = textsOf(sample, column).filter((text) => trimCell(text) !== '');
  return filled.length >= sample.length * NEARLY_ALL && guessContent(filled) === 'case_no';
}

type DecidedMatch = LabelMatch & { readonly isDecided: boolean; readonly isByValues?: boolean };

/** A column that its label would make one of 案件类型; one that is labelled as a cause goes before it. */
const HOLDS_CAUSES = { target: 'cause', rank: 1000, isExact: false, isByValues: true } as const;

function textsOf(sample: readonly (readonly string[])[], column: number): readonly string[] {
  return sample.map((row) => row[column] ?? '');
}

const CONFIDENCES: Readonly<Record<MappingBasis, number>> = {
  profile: 1,
  'own-label': 1,
  label: 0.95,
  'label-without-unit': 0.8,
  values: 0.6,
  'case-numbers': 0.7,
  'second-choice': 0.3,
  unknown: 0,
};

function basisOf(match: DecidedMatch): MappingBasis {
  if (match.isDecided) return 'profile';
  if (match.isOwn === true) return 'own-label';
  if (match.isByValues === true) return 'values';
  return match.isExact ? 'label' : 'label-without-unit';
}

function isBetter(match: LabelMatch, fill: number, rival: LabelMatch, rivalFill: number): boolean {
  if ((fill === 0) !== (rivalFill === 0)) return fill > 0;
  if ((match.isOwn === true) !== (rival.isOwn === true)) return match.isOwn === true;
  if (match.isExact !== rival.isExact) return match.isExact;
  if (match.rank !== rival.rank) return match.rank < rival.rank;
  // two columns of one label: the first, unless it is hardly filled, so that the dates of one proceeding stay together
  return fill > rivalFill * 2;
}

/** 0-based column of every target that was found. */
export function indexByTarget(mapping: readonly ColumnMapping[]): ReadonlyMap<Target, ColumnMapping> {
  return new Map(
    TARGETS.flatMap((target) =>
      mapping.filter((column) => column.target === target).map((column) => [target, column] as const),
    ),
  );
}
