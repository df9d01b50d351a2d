import { matchLabel, type LabelMatch } from './aliases.ts';
import { spellingsOf } from './label-spellings.ts';
import type { OwnLabels } from './own-aliases.ts';
import type { Target } from './target.ts';

const DAY = '(?:日期|时间|日|年月日|日期时间)';
/** What a system says of a case before it says what it means. */
const CASE = '(?:案件|本案|本院|民事|刑事|行政)';
const NUMBER = '(?:案号|文号|字号|案件编号|案件号码?)';
const OFFICE = '(?:案件|现|所属|所在|承办|经办|主办|办理|办案|审理|审判|业务|立案|结案|执行)';

/** Labels put together of the field's words, and what each may stand for, the likeliest first. */
const RULES: readonly (readonly [pattern: string, targets: readonly Target[]])[] = [
  // 案件编号 is as often a number of the system's own: the values tell, see map-columns
  [`${CASE}*(?:受理|立案|收案|执行|办案|当前|标准|现|全)*(?:案号|文号|案件号码?)(?:信息|文本|内容)?`, ['case_no']],
  [
    `${CASE}*(?:所属|所在|承办|经办|主办|办理|审理|审判|受理|受诉|管辖|立案|结案|执行|基层|办案)*(?:法院别?|单位|机构)`,
    ['court', 'department'],
  ],
  [`(?:${OFFICE}*(?:部门|庭室|业务庭|庭别|团队|单位)|(?:现|所属|所在|承办|经办|主办|办理|办案)?庭)`, ['department']],
  [
    `${CASE}*(?:现|主要|主办|主审|承办|经办|办案|审理|审判|责任|员额|独任)*(?:法官|人|人员|审判员|承办|主审|主办)`,
    ['judge'],
  ],
  [`${CASE}*(?:一审|立案|主要?|详细|末级|指控|起诉)*(?:案由|罪名|纠纷类型)(?:描述|[1一])?`, ['cause']],
  [
    `${CASE}*(?:一审|结案|审判|审理|诉讼)*(?:适用的?)?(?:审理|审判|诉讼)?(?:方式)?程序(?:类型|性质|适用|种类)?`,
    ['procedure', 'level'],
  ],
  [
    `(?:独任合议|独任或合议|合议独任|合议庭?|(?:审判|审理)(?:组织|方式)(?:方式|类型)?|(?:审判庭|合议庭)?组成(?:方式)?)`,
    ['bench'],
  ],
  [`${CASE}*(?:审判|正式|首次|登记)*立案(?:登记|受理|审查|审批|通过|完成|办理|确认)*${DAY}`, ['filed_on']],
  [`${CASE}*(?:收案|受理)(?:登记|审查|审批)*${DAY}`, ['received_on']],
  [
    `${CASE}*(?:实际|审判|办理)*(?:结案|审结|办结|执结|审执结)(?:登记|审批|办理|完成|确认|实际|审结)*${DAY}`,
    ['resolved_on'],
  ],
  [
    `${CASE}*(?:法定)?(?:审限|审理期限|执行期限|期限|应审?结案?|应当[结审][案结]|结案期限|最迟结案|到期)(?:届满|到期|截止|结束|终止|期满|期限)*${DAY}?`,
    ['due_on'],
  ],
  [`法定[结审][案结]${DAY}`, ['due_on']],
  [
    `${CASE}*(?:审判|裁判|审理)?(?:结案|审结|办结|执结|处理|审理|裁判)*(?:方式|结果|情况|形式)(?:类别|类型|描述)?`,
    ['closing'],
  ],
  [`(?:当事人)?(?:是否|有无|是否有|是否已)?(?:提起|被|已)?上诉(?:与否|否|标志|标识|情况)?`, ['is_appealed']],
  [
    `${CASE}*(?:诉讼请求|诉讼|起诉|诉请|立案|结案|涉诉|涉案|争议)*(?:标的(?:总?额|金额)?|(?:诉讼|起诉|诉请|涉诉|涉案|争议)(?:总?金?额))`,
    ['amount'],
  ],
  [
    `(?:上诉|申诉)?${CASE}*(?:原审|原案件?|一审|原一审|一审原|前审|原裁判|原判决?|被上诉)(?:${CASE}|裁判文书|裁判|判决)*${NUMBER}`,
    ['original_case_no'],
  ],
  [`(?:二审|后续|上诉审?)${CASE}*${NUMBER}`, ['next_case_no']],
  [`(?:二审|后续|上诉审?|改判发回)${CASE}*(?:审理|结案|处理|裁判)*(?:结果|情况|方式|裁判)`, ['next_closing']],
];

/** Rank of a guess: behind every label of the dictionary. */
export const LAST_RANK = 1000;

const PATTERNS = RULES.map(([pattern, targets]) => [new RegExp(`^(?:${pattern})$`), targets] as const);

/**
 * What a label may stand for that the dictionary does not list, by the words that it is put together of: 现承办部门,
 * 结案确认日期, 末级案由. The likeliest first. A guess, to be believed only where the values of the column agree.
 */
export function targetsByWords(label: string): readonly Target[] {
  const spellings = spellingsOf(label);
  for (const [pattern, targets] of PATTERNS) if (spellings.some((spelling) => pattern.test(spelling))) return targets;
  return [];
}

/** What the dictionary says of a label, else what its words make likely; null = neither. No values are looked at. */
export function likelyMatch(label: string, own?: OwnLabels): LabelMatch | null {
  const known = matchLabel(label, own);
  const [target] = known === null ? targetsByWords(label) : [];
  return target === undefined ? known : { target, rank: LAST_RANK, isExact: false };
}
