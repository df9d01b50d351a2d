import { foldCell, isPlaceholder, trimCell, withoutSpaces, withoutTextMark } from './cell-text.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';

const WHO = '(?:原告|被告|原被告|双方|双方当事人|当事人|第三人|一方|单方|公诉机关|检察院|自诉人|被告人)?';
const YES = new RegExp(
  `^(?:是的?|有|y|yes|true|t|1(?:\\.0+)?|√|✓|✔|☑|■|●|v|适用|sim|当庭(?:宣判|裁判|宣告)?|已当庭宣判|${WHO}(?:已|均|均已|有|在|提起|提出)*(?:上诉中?|抗诉|上诉、抗诉))$`,
  'i',
);
const NO = new RegExp(
  `^(?:否|无|没有|不是|n|no|false|f|0(?:\\.0+)?|×|x|✘|✗|☐|□|○|未|非|(?:定期|择期)(?:宣判)?|[未非]当庭(?:宣判)?|不适用|não|nao|${WHO}(?:均|都)?(?:未|没有?|无|不)(?:提起|提出)?(?:上诉|抗诉)|服判(?:息诉)?)$`,
  'i',
);

/** 是/否 in the ways systems write it. */
export function parseFlag(raw: string): ParsedValue {
  const text = withoutCode(withoutSpaces(foldCell(raw)));
  if (text === '') return taken(null);
  if (YES.test(text)) return taken('true');
  if (NO.test(text)) return taken('false');
  return missing(isPlaceholder(text) ? 'placeholder' : 'flag_unparsable');
}

/** Without the code that a system prints before or behind the word, or the remark behind it: 1-是, 是(1), 是(原告). */
function withoutCode(text: string): string {
  return text.replace(/^\d{1,2}[-_.、:](?=\D)/, '').replace(/([^\d(])\((?:\d{1,2}|[^()\d是否]*)\)$/, '$1');
}

/** A number of days. @param unit days per unit of the column: 30 where it counts months */
export function parseDays(raw: string, unit = 1): ParsedValue {
  const text = withoutSpaces(foldCell(raw));
  if (text === '') return taken(null);
  const match = /^(-?\d{1,5})(?:\.0+)?(?:天|日)?$/.exec(text);
  if (match !== null && unit === 1) return taken(match[1] ?? null);
  const months = unit === 1 ? null : /^(-?\d{1,4}(?:\.\d+)?)(?:个?月)?$/.exec(text);
  if (months !== null) return noted('days_unit', 'converted', String(Math.round(Number(months[1]) * unit)));
  return missing(isPlaceholder(text) ? 'placeholder' : 'days_unparsable');
}

/** A name as it stands, without white space at its ends; a placeholder is no name. */
export function parseName(raw: string): ParsedValue {
  const text = withoutTextMark(trimCell(raw));
  if (text === '') return taken(null);
  return isPlaceholder(foldCell(text)) ? missing('placeholder') : taken(text);
}

/** A name in which white space means nothing (法院, 庭室), half-width. */
export function parseOfficeName(raw: string): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null);
  if (isPlaceholder(text)) return missing('placeholder');
  return taken(/[\u4e00-\u9fff]/.test(text) ? withoutSpaces(text) : text);
}
