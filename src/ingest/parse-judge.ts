import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';

const ROLE =
  '(?:代理审判员|助理审判员|人民陪审员|审判员|审判长|副庭长|庭长|副院长|院长|主审法官|承办法官|承办人|法官助理|法官|执行员|书记员)';
const ROLE_BEFORE = new RegExp(`^${ROLE}[::]`);
const ROLE_AFTER = new RegExp(`[-_]?${ROLE}$`);
const NUMBER_AFTER = /[-_]?[a-z]{0,3}\d+$/i;
const CHINESE_NAME = /^[\u4e00-\u9fff·]{2,15}$/;

/**
 * The judges' names of one column without role, brackets and inner spaces; the first of several. A number behind a name
 * is taken off only where no two numbers of the column would become one name. Text that is no Chinese name stays as it is.
 */
export function parseJudges(raws: readonly string[]): ParsedValue[] {
  const names = raws.map((raw) => namesOf(foldCell(raw)));
  const isNumbered = hasNamesakes(names.flat());
  const bare = (name: string) => (isNumbered ? name : withoutNumber(name));
  return raws.map((raw, i) => {
    const text = foldCell(raw);
    if (text === '') return taken(null);
    if (isPlaceholder(text)) return missing('placeholder');
    const [first = text, ...others] = (names[i] ?? []).map(bare);
    return others.some((name) => name !== first) ? noted('judge_first_of_several', 'converted', first) : taken(first);
  });
}

function hasNamesakes(names: readonly string[]): boolean {
  const numbered = new Map<string, string>();
  return names.some((name) => {
    const bare = withoutNumber(name);
    if (bare === name) return false;
    const other = numbered.get(bare);
    numbered.set(bare, name);
    return other !== undefined && other !== name;
  });
}

function withoutNumber(name: string): string {
  const bare = name.replace(NUMBER_AFTER, '');
  return CHINESE_NAME.test(bare) ? bare : name;
}

/** The names that a cell holds; one text where its parts are no Chinese names. */
function namesOf(text: string): string[] {
  const parts = text
    .split(/[、,;/\n]+/)
    .map(bareName)
    .filter((name) => name !== '');
  return parts.length > 0 && parts.every((name) => CHINESE_NAME.test(withoutNumber(name))) ? parts : [text];
}

function bareName(text: string): string {
  const compact = withoutSpaces(text.replace(/[([【{][^)\]】}]*[)\]】}]?/g, ''));
  const bare = compact.replace(ROLE_BEFORE, '').replace(ROLE_AFTER, '');
  return bare === '' ? compact : bare;
}
