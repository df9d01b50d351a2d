/** What is fixed about the sample data. Change the seed and every number changes, but none of the effects. */
export const SEED = 20250316;

/** Cases resolved from this day on, or still pending, are in the lists. */
export const LISTED_FROM = '2021-01-01';

/** The day on which the lists were exported. */
export const AS_OF = '2025-09-30';

/** Cases are made from a year earlier, so that the first listed month has the stock and the appeals that it would have. */
export const MADE_FROM = '2020-01-01';

/** Later resolutions are latent: such cases are pending on `AS_OF`. */
export const MADE_TO = '2028-12-31';

/** The mediation method of the own court: civil first-instance cases resolved from `from` on. */
export const MEDIATION = { from: '2024-10-01', settlementShift: 0.15, daysShift: -10 } as const;

/** Every duration of first instance in the slow court is this many times what it would be elsewhere. */
export const SLOW_FACTOR = 1.4;
