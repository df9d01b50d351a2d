import { toSimplified } from './simplified.ts';

/** 适用程序. 速裁程序 is that of 刑事诉讼法; 小额诉讼程序 is kept apart from 简易程序 although it is a form of it. */
export const PROCEDURES = [
  '普通程序',
  '简易程序',
  '小额诉讼程序',
  '速裁程序',
  '特别程序',
  '督促程序',
  '公示催告程序',
  '二审程序',
  '审判监督程序',
] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** 审判组织. */
export const BENCHES = ['独任制', '合议制'] as const;
export type Bench = (typeof BENCHES)[number];

const SPELLINGS: readonly (readonly [RegExp, Procedure])[] = [
  [
    /^(一审|第一审)?(民事|刑事|行政)?(普通|普通程序)(独任制?|独任审理|合议制?|一审|审理?)?$|^(简易?|小额(诉讼)?)(程序)?转(为)?普通(程序)?$|^简转普$/,
    '普通程序',
  ],
  [
    /^(一审|第一审)?(民事|刑事|行政)?(简易|简易程序)(独任制?|独任审理|一审|审理?)?$|^(小额(诉讼)?(程序)?)转(为)?简易(程序)?$/,
    '简易程序',
  ],
  [/^(一审|第一审)?(民事)?(简易程序)?(中的)?小额(诉讼|速裁)?(程序)?(独任制?|审理)?$/, '小额诉讼程序'],
  [/^(一审|第一审)?(刑事)?速裁(程序)?$/, '速裁程序'],
  [/^(民事)?特别(程序)?$/, '特别程序'],
  [/^督促(程序)?$/, '督促程序'],
  [/^公示催告(程序)?$/, '公示催告程序'],
  [/^(第二审|二审)(程序)$/, '二审程序'],
  [/^(审判监督|再审)(程序)$/, '审判监督程序'],
];

/** The procedure a cell names, or null: 民事一审 names an instance, no procedure. */
export function parseProcedure(raw: string): Procedure | null {
  const text = toPlain(raw);
  return SPELLINGS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** 独任制 or 合议制, or null where the cell names neither or both. */
export function parseBench(raw: string): Bench | null {
  const text = toPlain(raw);
  const isSingle = text.includes('独任');
  const isCollegial = /合议|^大合议庭$/.test(text);
  if (isSingle === isCollegial) return null;
  return isSingle ? '独任制' : '合议制';
}

/** The code that a system prints before the word: 1-普通程序, 09_02.简易程序. */
const LIST_NUMBER = /^\s*(?:\d{1,6}\s*[-_.、:\s]\s*)+/;

function toPlain(raw: string): string {
  return toSimplified(raw.normalize('NFKC'))
    .replace(LIST_NUMBER, '')
    .replace(/[\s()〔〕【】[\]"“”,、。]/g, '')
    .replace(/^适用|^由(?=.*转)/, '')
    .replace(BEFORE, '');
}

/** What systems say before the procedure itself: 民事一审普通程序, 合议制普通程序, 认罪认罚速裁. */
const BEFORE = /^(?:民事|刑事|行政|一审|第一审|独任制?|合议制?|认罪认罚(?:从宽)?)+(?=普通|简易|小额|速裁)/;
