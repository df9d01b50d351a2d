/** Classes of 结案方式, the second level of the map (domain.md §5.1). 驳回起诉 includes 不予受理; 其他 is what a row names as such. */
export const BUCKETS = [
  '判决',
  '调解',
  '撤诉',
  '驳回起诉',
  '移送',
  '维持',
  '改判',
  '发回',
  '指令审理',
  '撤回上诉',
  '终本',
  '完毕',
  '终结执行',
  '其他',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The list of closings that a kind of case draws from. */
export type ClosingList =
  'trial' | 'appeal' | 'petition' | 'retrial' | 'enforcement' | 'enforcement_review' | 'mediation' | 'special';
