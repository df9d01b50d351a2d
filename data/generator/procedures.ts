export type CivilProcedure = '小额诉讼程序' | '简易程序' | '普通程序';
export type Procedure = CivilProcedure | '速裁程序';

/** How long a case of one kind takes, and how long it may take. */
export interface Pace {
  readonly medianDays: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
  /** Statutory limit: calendar months, or days. */
  readonly limit: { readonly months: number } | { readonly days: number };
  /** Share of cases that stop for an appraisal, public notice or suspension. */
  readonly suspended: number;
}

/** Limits: 民诉法 152, 164, 168 (2022 on, and here throughout). */
export const CIVIL_PACE: Readonly<Record<CivilProcedure, Pace>> = {
  小额诉讼程序: { medianDays: 33, spread: 0.45, limit: { months: 2 }, suspended: 0 },
  简易程序: { medianDays: 52, spread: 0.5, limit: { months: 3 }, suspended: 0.002 },
  普通程序: { medianDays: 112, spread: 0.5, limit: { months: 6 }, suspended: 0.03 },
};

/** Limits: 刑诉法 208, 220, 225. */
export const CRIMINAL_PACE: Readonly<Record<Exclude<Procedure, '小额诉讼程序'>, Pace>> = {
  速裁程序: { medianDays: 7, spread: 0.3, limit: { days: 10 }, suspended: 0 },
  简易程序: { medianDays: 15, spread: 0.3, limit: { days: 20 }, suspended: 0 },
  普通程序: { medianDays: 52, spread: 0.5, limit: { months: 3 }, suspended: 0.02 },
};

/** Limits: 行诉法 81, 83. */
export const ADMINISTRATIVE_PACE: Readonly<Record<'简易程序' | '普通程序', Pace>> = {
  简易程序: { medianDays: 34, spread: 0.3, limit: { days: 45 }, suspended: 0 },
  普通程序: { medianDays: 105, spread: 0.45, limit: { months: 6 }, suspended: 0.02 },
};

/** Limits: 民诉法 183, 刑诉法 243, 行诉法 88. */
export const APPEAL_PACE: Readonly<Record<'民终' | '刑终' | '行终', Pace>> = {
  民终: { medianDays: 52, spread: 0.45, limit: { months: 3 }, suspended: 0.004 },
  刑终: { medianDays: 36, spread: 0.4, limit: { months: 2 }, suspended: 0 },
  行终: { medianDays: 55, spread: 0.4, limit: { months: 3 }, suspended: 0 },
};

/** Limit: 执行规定 63. */
export const ENFORCEMENT_PACE: Pace = { medianDays: 88, spread: 0.55, limit: { months: 6 }, suspended: 0.01 };
