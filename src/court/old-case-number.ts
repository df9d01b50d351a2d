import type { Level, Matter } from './matter.ts';

type Meaning = { readonly matter: Matter | null; readonly level: Level | null };

/** Words that stand for a matter; 商, 知, 劳 and 经 courts of the time were civil ones. */
const MATTER_OF: Readonly<Record<string, Matter>> = {
  刑: '刑事',
  民: '民事',
  商: '民事',
  知: '民事',
  劳: '民事',
  经: '民事',
  行: '行政',
  赔: '赔偿',
};

/** The first that is found in what follows the matter decides: 再终 is a retrial, 辖终 a question of venue. */
const LEVEL_OF: readonly (readonly [RegExp, Level])[] = [
  [/辖/, '管辖'],
  [/特|督|催/, '特别程序'],
  [/申|监|抗/, '再审审查'],
  [/再|提/, '再审'],
  [/终/, '二审'],
  [/初/, '一审'],
  [/复|核/, '复核'],
];

/**
 * Matter and level from the text between year and 字第 before 2016: 深中法民二终 = 民事 二审. The last matter word
 * counts, because court abbreviations hold such words too (商梁民初 = 商丘梁园). Null = not told.
 */
export function parseOldMiddle(middle: string): Meaning {
  if (/刑[一二三四五六]?执$/.test(middle)) return { matter: '刑事', level: '减刑假释' };
  const enforcement = /执行?([^初终再]{0,3})$/.exec(middle);
  if (enforcement !== null) return { matter: '执行', level: enforcementLevel(enforcement[1] ?? '') };
  if (/行审$/.test(middle)) return { matter: '行政', level: '非诉审查' };
  if (/破[一二三四五六]?$/.test(middle)) return { matter: '破产', level: '破产清算' };
  const found = /^.*([刑民商知劳经行赔])([^刑民商知劳经行赔]{0,4})$/.exec(middle);
  if (found === null) return { matter: null, level: levelOf(middle.slice(-1)) };
  return { matter: MATTER_OF[found[1] ?? ''] ?? null, level: levelOf(found[2] ?? '') };
}

function levelOf(tail: string): Level | null {
  return LEVEL_OF.find(([pattern]) => pattern.test(tail))?.[1] ?? null;
}

function enforcementLevel(tail: string): Level | null {
  if (/异|复|监|督|协/.test(tail)) return '执行审查';
  if (tail.includes('恢')) return '恢复执行';
  if (tail.includes('保')) return '保全';
  return /^[一二三四五六]?$/.test(tail) ? '首次执行' : null;
}
