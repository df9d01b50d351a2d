import { matchLabel, type LabelMatch } from './aliases.ts';
import { holdsCauses } from './class-or-cause.ts';
import { guessContent } from './guess-target.ts';
import type { ColumnMapping, MappingBasis } from './ingest-plan.ts';
import { NO_OWN_LABELS, type OwnLabels } from './own-aliases.ts';
import { columnKeys, type Profile } from './profile.ts';
import { TARGETS, type Target } from './target.ts';
import { trimCell } from './cell-text.ts';
import { agreesWith } from './values-agree.ts';
import { LAST_RANK, likelyMatch, targetsByWords } from './label-words.ts';

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
  const matches = toOwnStage(labels, sample, own).map((label, i): DecidedMatch | null => {
    const choice = profile?.columns[keys[i] ?? ''];
    if (choice !== undefined) {
      const { target } = choice;
      return target === null ? null : { target, rank: -1, isExact: true, isDecided: true };
    }
    const match = matchLabel(label, own);
    const texts = textsOf(sample, i);
    if (match === null) return matchByWords(label, texts);
    const isSaidByValues = match.isOwn === true ? null : otherByValues(match.target, texts);
    return { ...match, ...isSaidByValues, isDecided: false };
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

/**
 * Where 案号 is only written as 一审案号, the list is one of first instance: what it says of 一审 it says of its own cases.
 * Beside a 案号 it may be the case that was appealed.
 */
function toOwnStage(
  labels: readonly string[],
  sample: readonly (readonly string[])[],
  own: OwnLabels,
): readonly string[] {
  const isNumber = (label: string) => likelyMatch(label, own)?.target === 'case_no';
  const isFirst = (label: string, i: number) => FIRST_NUMBER.test(label.replace(/\s/g, '')) && holdsNumbers(sample, i);
  if (labels.some(isNumber) || !labels.some(isFirst)) return labels;
  return labels.map((label) => label.replace(/^\s*一审\s*/, ''));
}

const FIRST_NUMBER = /^一审(?:案件)?(?:案号|案件号|字号)/;

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

type DecidedMatch = LabelMatch & { readonly isDecided: boolean; readonly guess?: 'values' | 'words' };

const GUESSED = { rank: LAST_RANK, isExact: false } as const;

/**
 * What a column is whose label the values contradict: causes under 案件类型, procedures under 审理程序, instances under 程序.
 * Null = they do not.
 */
function otherByValues(target: Target, texts: readonly string[]): Pick<DecidedMatch, 'target' | 'guess'> | null {
  const by = (other: Target) => ({ ...GUESSED, target: other, guess: 'values' }) as const;
  if (target === 'class') return holdsCauses(texts) ? by('cause') : null;
  const rival = target === 'level' ? 'procedure' : target === 'procedure' ? 'level' : null;
  return rival !== null && agreesWith(rival, texts) && !agreesWith(target, texts) ? by(rival) : null;
}

/** A label that is not in the dictionary, by its words, where the values are such as these words promise. */
function matchByWords(label: string, texts: readonly string[]): DecidedMatch | null {
  const target = targetsByWords(label).find((guess) => agreesWith(guess, texts));
  return target === undefined ? null : { ...GUESSED, target, guess: 'words', isDecided: false };
}

function textsOf(sample: readonly (readonly string[])[], column: number): readonly string[] {
  return sample.map((row) => row[column] ?? '');
}

const CONFIDENCES: Readonly<Record<MappingBasis, number>> = {
  profile: 1,
  'own-label': 1,
  label: 0.95,
  'label-without-unit': 0.8,
  values: 0.6,
  words: 0.7,
  'case-numbers': 0.7,
  'second-choice': 0.3,
  unknown: 0,
};

function basisOf(match: DecidedMatch): MappingBasis {
  if (match.isDecided) return 'profile';
  if (match.isOwn === true) return 'own-label';
  if (match.guess !== undefined) return match.guess;
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
