import type { Bilingual } from './bilingual.ts';

export const NEIGHBOURS = {
  title: { zh: '相近法院', en: 'Courts like ours' },
  lead: {
    zh: '按办案条件(收案规模、条线、案由、程序构成、法官人数、审级、地区)找与本院相近的法院,不看任何质效指标。距离 0 为最相近,1 为最远。勾选可增减,保存后即按所选法院对标。',
    en: 'Courts like ours by their circumstances (caseload, mix of matters, causes and procedures, judges, tier, region), never by a figure that is judged. Distance 0 = alike, 1 = the farthest. Tick to change, then save under a name.',
  },
  group: { zh: '对标范围', en: 'Compared with' },
  all: { zh: '全部法院', en: 'all courts' },
  name: { zh: '名称', en: 'Name' },
  namePlaceholder: { zh: '例如:规模相近的法院', en: 'e.g. courts of our size' },
  save: { zh: '保存所选', en: 'Save the ticked ones' },
  remove: { zh: '删除', en: 'Delete' },
  court: { zh: '法院', en: 'Court' },
  distance: { zh: '距离', en: 'Distance' },
  mostApart: { zh: '差别最大的条件(该院 · 本院,占距离)', en: 'differs most in (theirs · ours, part of the distance)' },
  part: (label: Bilingual, theirs: string, ours: string, share: string): Bilingual => ({
    zh: `${label.zh} ${theirs} · ${ours}(${share})`,
    en: `${label.en} ${theirs} · ${ours} (${share})`,
  }),
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  without: (count: number): Bilingual => ({
    zh: `本期没有收案的 ${count} 个法院无从比较,未列出`,
    en:
      count === 1
        ? '1 court without a case filed in the period is not listed'
        : `${count} courts without a case filed in the period are not listed`,
  }),
  none: {
    zh: '本院本期没有收案,无从寻找相近法院。请换一个期间。',
    en: 'No case was filed with our court in the period: nothing to compare by. Choose another period.',
  },
  ticked: (count: number, all: number): Bilingual => ({
    zh: `已勾选 ${count} 个(共 ${all} 个)`,
    en: `${count} of ${all} ticked`,
  }),
  showAll: (count: number): Bilingual => ({ zh: `列出全部 ${count} 个`, en: `List all ${count}` }),
  cannotSave: { zh: '请填写名称并至少勾选一个法院。', en: 'Give a name and tick at least one court.' },
  fewer: {
    zh: '不足 10 个法院时不画漏斗图,改画带区间的点。',
    en: 'With fewer than 10 courts there is no funnel but dots with intervals.',
  },
  incoming: { zh: '收案数(按对数比)', en: 'caseload (compared by its logarithm)' },
  judges: { zh: '法官人数', en: 'judges' },
  tier: { zh: '同一审级', en: 'same tier' },
  region: { zh: '同一高院辖区', en: 'same high court' },
  share: (what: string): Bilingual => ({ zh: `${what}占比`, en: `share of ${what}` }),
  notUsed: (names: string): Bilingual => ({
    zh: `有法院缺数据或各院全部相同,未用于距离:${names}`,
    en: `not used, since not known for all or the same for all: ${names}`,
  }),
} as const;
