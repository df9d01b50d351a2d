/**
 * 条线. The divisions of 法〔2015〕137号, with two choices: 管辖 codes belong to the matter they are about (民辖终 is
 * 民事, level 管辖), and 诉前调解 / 司法确认 before filing are 调解, so that no civil total holds them unasked.
 */
export const MATTERS = [
  '刑事',
  '民事',
  '行政',
  '赔偿',
  '执行',
  '破产',
  '保全',
  '调解',
  '司法救助',
  '司法制裁',
  '区际司法协助',
  '国际司法协助',
  '其他',
] as const;
export type Matter = (typeof MATTERS)[number];

/** 审级, or the kind of proceeding where there is no instance. 执行审查 = 异议, 复议, 监督, 协调. */
export const LEVELS = [
  '一审',
  '二审',
  '再审审查',
  '再审',
  '复核',
  '特别程序',
  '管辖',
  '减刑假释',
  '非诉审查',
  '首次执行',
  '恢复执行',
  '执行审查',
  '保全',
  '诉前调解',
  '破产清算',
  '其他',
] as const;
export type Level = (typeof LEVELS)[number];
