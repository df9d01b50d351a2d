import type { DateStyle } from './date-style.ts';

/** How a court differs from the common pool; `null` = by nothing but size and chance. */
export type CourtEffect = 'mediation' | 'small' | 'case-mix' | 'slow' | null;

export interface SampleCourt {
  /** 法院代字. The district part 99 is given to no court. */
  readonly code: string;
  readonly name: string;
  /** Its court of appeal. */
  readonly superior: { readonly code: string; readonly name: string };
  readonly civilPerYear: number;
  readonly judges: number;
  readonly effect: CourtEffect;
  /** Whether its list has the column 审限届满日期. */
  readonly listsDueDates: boolean;
  /** How its system prints days in a .csv; in an .xlsx they are date cells. */
  readonly dateStyle: DateStyle;
  /** The file of its whole list; the own court has a file for each list. */
  readonly file: string;
}

const SUPERIORS = {
  兵: '示例师中级人民法院',
  新: '示例州中级人民法院',
  川: '示例市第一中级人民法院',
  浙: '示例市第二中级人民法院',
  甘: '示例市第三中级人民法院',
} as const;

type Province = keyof typeof SUPERIORS;

function court(
  province: Province,
  number: number,
  name: string,
  civilPerYear: number,
  judges: number,
  file: string,
  more: Partial<Pick<SampleCourt, 'effect' | 'listsDueDates' | 'dateStyle'>> = {},
): SampleCourt {
  const superior = { code: `${province}99`, name: SUPERIORS[province] };
  const usual = { effect: null, listsDueDates: false, dateStyle: 'iso' } as const;
  return { code: `${province}${number}`, name, superior, civilPerYear, judges, file, ...usual, ...more };
}

export const OWN_COURT = court('兵', 9901, '示例垦区人民法院', 2000, 12, 'bing9901-yishen.csv', {
  effect: 'mediation',
  listsDueDates: true,
});

export const PEER_COURTS: readonly SampleCourt[] = [
  court('兵', 9902, '示例甲垦区人民法院', 520, 8, 'bing9902.csv', { listsDueDates: true }),
  court('兵', 9903, '示例乙垦区人民法院', 190, 6, 'bing9903.xlsx', { listsDueDates: true }),
  court('兵', 9904, '示例丙垦区人民法院', 25, 6, 'bing9904.xlsx', { effect: 'small' }),
  court('新', 9905, '示例丁县人民法院', 420, 8, 'xin9905.csv', { dateStyle: 'slash' }),
  court('新', 9906, '示例戊市人民法院', 560, 10, 'xin9906.csv', { listsDueDates: true }),
  court('川', 9907, '示例己县人民法院', 340, 7, 'chuan9907.csv', { dateStyle: 'compact' }),
  court('川', 9908, '示例庚县人民法院', 460, 9, 'chuan9908.csv', { listsDueDates: true }),
  court('川', 9909, '示例辛区人民法院', 600, 11, 'chuan9909.csv', { effect: 'slow', listsDueDates: true }),
  court('浙', 9910, '示例壬区人民法院', 650, 12, 'zhe9910.csv', { effect: 'case-mix' }),
  court('浙', 9911, '示例癸市人民法院', 380, 8, 'zhe9911.csv', { dateStyle: 'chinese', listsDueDates: true }),
  court('甘', 9912, '示例子县人民法院', 280, 6, 'gan9912.csv', { dateStyle: 'dot' }),
  court('甘', 9913, '示例丑县人民法院', 310, 7, 'gan9913.csv'),
];

export const COURTS: readonly SampleCourt[] = [OWN_COURT, ...PEER_COURTS];
