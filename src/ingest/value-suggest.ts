import { CAUSE_GROUPS } from '../court/cause.ts';
import { parseLevel, parseMatter } from '../court/case-type.ts';
import { CLOSINGS, parseClosing, type Bucket } from '../court/closing.ts';
import { LEVELS, MATTERS } from '../court/matter.ts';
import { BENCHES, parseBench, parseProcedure, PROCEDURES } from '../court/procedure.ts';
import type { ConstantField } from './profile.ts';
import { valueKey, type ValueField } from './value-assign.ts';

/** A value that a text may be assigned to; the group is the class of a 结案方式, '' elsewhere. */
export interface KnownValue {
  readonly value: string;
  readonly group: Bucket | '';
}

const plain = (values: readonly string[]): readonly KnownValue[] => values.map((value) => ({ value, group: '' }));

/** The values that a column may hold by the product's own lists; empty where every name is as good as another. */
export function knownValues(field: ValueField | ConstantField): readonly KnownValue[] {
  switch (field) {
    case 'closing':
    case 'next_closing':
      return CLOSINGS.map(({ closing, bucket }) => ({ value: closing, group: bucket }));
    case 'procedure':
      return plain(PROCEDURES);
    case 'bench':
      return plain(BENCHES);
    case 'matter':
      return plain(MATTERS);
    case 'level':
      return plain(LEVELS);
    case 'class':
      return plain([...MATTERS, ...LEVELS]);
    case 'cause':
      return plain(CAUSE_GROUPS.flatMap(({ causes }) => causes));
    case 'department':
    case 'judge':
    case 'court':
      return [];
  }
}

/** The known value that a text names, by whatever spelling the product reads; null = none. */
export function readValue(field: ValueField, text: string): string | null {
  switch (field) {
    case 'closing':
      return parseClosing(text)?.closing ?? null;
    case 'next_closing':
      return parseClosing(text, { matter: null, level: '二审' })?.closing ?? null;
    case 'procedure':
      return parseProcedure(text);
    case 'bench':
      return parseBench(text);
    case 'class':
      return parseMatter(text) ?? parseLevel(text);
    case 'level':
      return parseLevel(text);
    default:
      return null;
  }
}

/** Words of other languages that court systems use for closings, and what they mean here. */
const FOREIGN_CLOSINGS: readonly (readonly [RegExp, string])[] = [
  [/settl|mediat|acordo|transa[cç]/i, '调解'],
  [/withdraw|discontinu|desist/i, '准予撤诉'],
  [/transfer|redistrib|compet/i, '移送管辖'],
  [/reject|struck|dismiss|indefer|sem (?:resolu|julgamento|m[eé]rito)/i, '驳回起诉'],
  [/judg|senten|granted|denied|procedente/i, '判决'],
];
const FOREIGN_APPEALS: readonly (readonly [RegExp, string])[] = [
  [/settl|acordo/i, '调解'],
  [/withdraw|desist/i, '准予撤回上诉'],
  [/remand|annul|anulad|quash/i, '发回重审'],
  [/revers|vari|alter|provido|provimento/i, '改判'],
  [/affirm|uphold|confirm|dismiss|nega/i, '维持'],
];
const FOREIGN_PROCEDURES: readonly (readonly [RegExp, string])[] = [
  [/small.?claim|juizado especial|bagatell/i, '小额诉讼程序'],
  [/summar|sum[aá]ri|simplified|fast.?track|expedit/i, '简易程序'],
  [/ordin|regular|comum|plenary/i, '普通程序'],
  [/payment order|monit[oó]ri/i, '督促程序'],
];
const FOREIGN_WORDS: Readonly<Partial<Record<ValueField, readonly (readonly [RegExp, string])[]>>> = {
  closing: FOREIGN_CLOSINGS,
  next_closing: FOREIGN_APPEALS,
  procedure: FOREIGN_PROCEDURES,
};
/** Share of pairs of letters in common from which two texts are called alike. */
const ALIKE = 0.6;

/** The known value that `raw` most likely means; null = no guess. Never taken unasked. */
export function suggestValue(field: ValueField, raw: string, candidates: readonly string[]): string | null {
  const key = valueKey(raw);
  if (!/[\u4e00-\u9fff]/.test(key)) {
    const meant = FOREIGN_WORDS[field]?.find(([pattern]) => pattern.test(raw))?.[1];
    if (meant !== undefined && candidates.includes(meant)) return meant;
  }
  let best: string | null = null;
  let bestScore = 0;
  for (const candidate of candidates) {
    if (valueKey(candidate) === key) continue;
    const score = likeness(key, valueKey(candidate));
    if (score >= ALIKE && score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** Dice's coefficient of the pairs of neighbouring letters; 0 = nothing in common, 1 = the same pairs. */
function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`));
}
