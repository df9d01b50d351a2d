import { labelKey } from './label-key.ts';

/** Marks of lists and forms: stars, arrows of a sorted column, ticks, circled numbers, stops. */
const MARKS = /[*▲△▼▽↑↓⇅↕★☆●◆■□]+|^[、,;:。.·]+|[、,;:。.·?]+$/g;
/** Taken off before they are folded to plain digits. */
const CIRCLED = /[①-⑳❶-❿⑴-⒇]+/g;
const NUMBER_BEFORE = /^(?:\d{1,3}|[A-Z]{1,2}|[一二三四五六七八九十]{1,3})\s*[.、)]\s*(?=[^\s.])/;
const QUOTED = /^[“"'【[《<]+([^“”"'【】[\]《》<>]*)[”"'】\]》>]+$/;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/g;
const TAGS = /<\/?[a-z][^<>]*>/gi;
const SEPARATORS = /[\s/|:>_.—–-]+/;
/** Of another case than the row is about, or of another stage of it: such a word is never taken off a label. */
const OTHER_CASE = /原审|二审|再审|前审|后续|上诉|抗诉|关联|诉前|首次|首执|原案|原执行|依据|恢复/;
/** A heading under which a system puts its columns: 案件信息, 立案登记情况. */
const HEADING =
  /^(?:案件|民事|刑事|行政|一审|基本|立案|收案|结案|审理|审判|办案|办理|登记|流程|主要|期限|审限|执行|本案)*(?:信息|情况|资料|数据|明细)?表?$|^一审$/;
/** The name of a column in a table, or its English; a number is none. */
const CODE = /^[\x21-\x7e]*[A-Za-z][\x21-\x7e]*$/;

/**
 * What a label may be without what systems put around it: numbers, marks, brackets, units, its code or its English beside
 * it, the table or the heading that it stands under, 案件 before, 名称 behind. The likelier first, as `labelKey`.
 */
export function spellingsOf(label: string): readonly string[] {
  const marked = label.replace(CIRCLED, '').normalize('NFKC').replace(TAGS, '').trim();
  const plain = marked.replace(NUMBER_BEFORE, '').replace(MARKS, '').replace(QUOTED, '$1').trim();
  const bare = withoutBrackets(plain);
  const found = [...coresOf(plain), ...coresOf(bare), ...partsOf(bare).flatMap(coresOf)];
  return [...new Set(found)].filter((key) => key !== '');
}

/** Without what stands in brackets, unless that names another case: 结案方式(二审) is 二审结案方式 or nothing. */
function withoutBrackets(text: string): string {
  const inside = text.match(BRACKETS)?.join('') ?? '';
  if (inside.length === text.length) return text;
  const other = OTHER_CASE.exec(inside);
  const bare = text.replace(BRACKETS, '').trim();
  return other === null || OTHER_CASE.test(bare) ? bare : `${other[0]}${bare}`;
}

/** The part that means something, where all others are codes or headings; of a code, what stands behind the table. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(SEPARATORS).filter((part) => part !== '');
  const meant = parts.filter((part) => !HEADING.test(part) && !CODE.test(part));
  if (meant.length > 0) return parts.length > 1 && meant.length === 1 ? meant : [];
  return /^[\w.]+\.\w+$/.test(text) ? [text.slice(text.lastIndexOf('.') + 1)] : [];
}

function coresOf(text: string): readonly string[] {
  const key = labelKey(text);
  const bare = key.replace(/[:/,]?(?:单位:)?(?:人民币)?(?:万元|元)$/, '').replace(/[:]$/, '');
  const named = bare.replace(/(?:名称|全称|姓名)$/, '');
  return [key, bare, named, named.replace(/^(?:本案|案件)/, ''), withoutTypeMark(bare)];
}

/** Vendors put the type before the initials: C_JAFS a text, N_AJLX a code, D_ and DT_ a date. */
function withoutTypeMark(key: string): string {
  return /^(?:dt|[cndv])([a-z]{3,})$/.exec(key)?.[1] ?? key;
}
