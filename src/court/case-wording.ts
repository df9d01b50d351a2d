import type { Level, Matter } from './matter.ts';

const MATTER_WORDS: readonly (readonly [RegExp, Matter])[] = [
  [/^(刑事|刑)/, '刑事'],
  [/^行政赔偿/, '行政'],
  [/^(国家赔偿|赔偿|司法赔偿)/, '赔偿'],
  [/^(强制清算与)?破产|^强制清算/, '破产'],
  [/^(诉前调解|先行调解|调解)/, '调解'],
  [/^(非诉)?(财产|行为|证据)?保全/, '保全'],
  [/^(民事|民商事|商事|知识产权民事|民)/, '民事'],
  [/^(行政|行)/, '行政'],
  [/^(首次|恢复)?执行|^执/, '执行'],
  [/^司法救助|^国家司法救助/, '司法救助'],
  [/^司法制裁/, '司法制裁'],
  [/^(civil|c[ií]vel)(cases?|matters?)?$/i, '民事'],
  [/^(criminal|penal)(cases?|matters?)?$/i, '刑事'],
  [/^administrativ[eo](cases?|matters?)?$/i, '行政'],
  [/^区际司法协助/, '区际司法协助'],
  [/^国际司法协助/, '国际司法协助'],
];

/** The matter a cell such as 民事案件, 民事一审案件, 刑事 names, or null (管辖案件: the matter is not told). */
export function parseMatter(text: string): Matter | null {
  const plain = toPlain(text);
  return MATTER_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

const LEVEL_WORDS: readonly (readonly [RegExp, Level])[] = [
  [/管辖/, '管辖'],
  [/申请再审|再审审查|申诉审查|抗诉再审审查|依职权再审审查|申诉复查/, '再审审查'],
  [/执行审查|执行异议|执行复议|执行监督|执行协调/, '执行审查'],
  [/首次执行/, '首次执行'],
  [/恢复执行/, '恢复执行'],
  [/保全/, '保全'],
  [/诉前调解|先行调解/, '诉前调解'],
  [/特别程序|强制医疗|督促程序|公示催告|没收违法所得/, '特别程序'],
  [/减刑|假释|刑罚与执行变更/, '减刑假释'],
  [/复核/, '复核'],
  [/非诉/, '非诉审查'],
  [/破产|强制清算/, '破产清算'],
  [/再审|审判监督/, '再审'],
  [/二审|终审|上诉审/, '二审'],
  [/一审|初审/, '一审'],
];

/** The level a cell such as 民事一审, 一审, 第一审 names, or null: 简易程序 is a procedure, 民事案件 tells no instance. */
export function parseLevel(text: string): Level | null {
  const plain = toPlain(text);
  if (plain.length > 20) return null;
  return LEVEL_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

function toPlain(text: string): string {
  return text.normalize('NFKC').replace(/[\s()〔〕【】[\]]/g, '');
}
