import type { CivilProcedure } from './procedures.ts';

export interface CivilCause {
  readonly name: string;
  readonly weight: number;
  /** Its weight in the court that differs by case mix. */
  readonly hardWeight: number;
  /** Probability of settlement, before the shift of the procedure. */
  readonly settlement: number;
  /** Times the usual duration of the procedure. */
  readonly pace: number;
  readonly procedures: readonly (readonly [CivilProcedure, number])[];
}

const USUAL: CivilCause['procedures'] = [
  ['小额诉讼程序', 0.27],
  ['简易程序', 0.59],
  ['普通程序', 0.14],
];
const FAMILY: CivilCause['procedures'] = [
  ['简易程序', 0.84],
  ['普通程序', 0.16],
];
const COMPLEX: CivilCause['procedures'] = [
  ['小额诉讼程序', 0.03],
  ['简易程序', 0.37],
  ['普通程序', 0.6],
];

function cause(
  name: string,
  weight: number,
  hardWeight: number,
  settlement: number,
  pace: number,
  procedures = USUAL,
): CivilCause {
  return { name, weight, hardWeight, settlement, pace, procedures };
}

export const CIVIL_CAUSES: readonly CivilCause[] = [
  cause('民间借贷纠纷', 0.18, 0.14, 0.42, 1),
  cause('买卖合同纠纷', 0.14, 0.05, 0.45, 0.95),
  cause('金融借款合同纠纷', 0.12, 0.26, 0.28, 1),
  cause('离婚纠纷', 0.12, 0.02, 0.52, 0.9, FAMILY),
  cause('机动车交通事故责任纠纷', 0.1, 0.02, 0.48, 1.1),
  cause('劳务合同纠纷', 0.08, 0.02, 0.52, 0.85),
  cause('物业服务合同纠纷', 0.07, 0.01, 0.55, 0.75),
  cause('信用卡纠纷', 0.06, 0.12, 0.25, 0.9),
  cause('建设工程施工合同纠纷', 0.04, 0.22, 0.24, 1.5, COMPLEX),
  cause('农业承包合同纠纷', 0.03, 0.06, 0.4, 1.15),
  cause('租赁合同纠纷', 0.03, 0.02, 0.42, 1),
  cause('追偿权纠纷', 0.03, 0.06, 0.3, 0.95),
];

export const CRIMINAL_CAUSES = [
  ['危险驾驶罪', 0.35],
  ['盗窃罪', 0.25],
  ['诈骗罪', 0.12],
  ['故意伤害罪', 0.12],
  ['帮助信息网络犯罪活动罪', 0.1],
  ['交通肇事罪', 0.06],
] as const;

export const ADMINISTRATIVE_CAUSES = [
  ['行政处罚', 0.4],
  ['行政确认', 0.3],
  ['行政征收', 0.2],
  ['政府信息公开', 0.1],
] as const;
