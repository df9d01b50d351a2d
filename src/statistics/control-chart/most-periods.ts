export type ControlGrain = 'month' | 'quarter';

/** How many complete periods limits are made from at most: three years of months, five of quarters. */
export const MOST_PERIODS: Readonly<Record<ControlGrain, number>> = { month: 36, quarter: 20 };
