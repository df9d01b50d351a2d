import { parseLevel, parseMatter, findCaseType } from '../court/case-type.ts';
import { CAUSE_GROUPS, normalizeCause } from '../court/cause.ts';
import { foldCell, withoutSpaces } from './cell-text.ts';

const SAMPLE = 200;
const LEAST = 3;
const CAUSE = /(?:纠纷|争议|之诉|罪)$/;
const CAUSES = new Set(CAUSE_GROUPS.flatMap(({ causes }) => causes));

/**
 * Whether a column whose label says 案件类型 holds causes: no value names a matter or level, and the values are words.
 * Chinese values must look like causes too, since systems also write 涉外, 普通案件 under such a label.
 */
export function holdsCauses(texts: readonly string[]): boolean {
  const words = [...new Set(texts.map(foldCell).filter((text) => text !== ''))].slice(0, SAMPLE);
  const filled = texts.filter((text) => foldCell(text) !== '').length;
  if (words.length === 0 || words.some(isKind) || !words.every((word) => /\p{L}{2}/u.test(word))) return false;
  const chinese = words.filter((word) => /[\u4e00-\u9fff]/.test(word));
  if (chinese.length === 0) return filled >= LEAST;
  return chinese.filter(isCause).length * 2 >= words.length;
}

function isKind(word: string): boolean {
  // 民间借贷纠纷 begins as 民事 does
  if (isCause(word)) return false;
  return parseMatter(word) !== null || parseLevel(word) !== null || findCaseType(withoutSpaces(word)) !== null;
}

function isCause(word: string): boolean {
  const cause = normalizeCause(word);
  return cause !== null && (CAUSE.test(cause) || CAUSES.has(cause));
}
