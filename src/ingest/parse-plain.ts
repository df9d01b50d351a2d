import { foldCell, isPlaceholder, trimCell, withoutSpaces, withoutTextMark } from './cell-text.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';

const YES = /^(?:是|有|y|yes|true|t|1|√|✓|✔|☑|■|已上诉|上诉|抗诉|上诉、抗诉|已当庭宣判|当庭宣判|适用|sim)$/i;
const NO =
  /^(?:否|无|没有|n|no|false|f|0|×|x|✘|✗|☐|□|未上诉|不上诉|未|非|定期宣判|择期宣判|未当庭宣判|不适用|não|nao)$/i;

/** 是/否 in the ways systems write it. */
export function parseFlag(raw: string): ParsedValue {
  const text = withoutCode(withoutSpaces(foldCell(raw)));
  if (text === '') return taken(null);
  if (YES.test(text)) return taken('true');
  if (NO.test(text)) return taken('false');
  return missing(isPlaceholder(text) ? 'placeholder' : 'flag_unparsable');
}

/** Without the code that a system prints before or behind the word: 1-是, 是(1). */
function withoutCode(text: string): string {
  return text.replace(/^\d{1,2}[-_.、:](?=\D)/, '').replace(/([^\d(])\(\d{1,2}\)$/, '$1');
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
