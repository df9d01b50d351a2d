import { CONFIGURATION } from './configuration.ts';
import type {
  EventDate,
  EventPopulation,
  Population,
  Predicate,
  Quantity,
  StockPopulation,
  Viewpoint,
} from './metric.ts';
import { all, isIn, isKnown, not } from './predicate.ts';

/** 民事一审. */
export const CIVIL_FIRST_INSTANCE = all(isIn('matter', ['民事']), isIn('level', ['一审']));

/** First-instance judgments: the denominator of 发改率 D2. */
export const ONLY_AFTER_JUDGMENT = { id: 'reversal_rate', variant: 'd2' } as const;

/** 一审, every matter. */
export const FIRST_INSTANCE = isIn('level', ['一审']);

/** 民事一审和二审. */
export const CIVIL_FIRST_AND_SECOND = all(isIn('matter', ['民事']), isIn('level', ['一审', '二审']));

/** 首次执行. */
export const FIRST_ENFORCEMENT = all(isIn('matter', ['执行']), isIn('level', ['首次执行']));

/** Trial cases (诉讼): not enforcement, preservation or pre-filing mediation; a case whose matter is not known is in. */
export const TRIAL = not({
  kind: 'any',
  of: [isIn('matter', CONFIGURATION.nonTrialMatters.values), isIn('level', CONFIGURATION.nonTrialLevels.values)],
});

/** Appeals whose result is told: a withdrawal is one, 判决 without more is not. */
export const RESULT_KNOWN = all(
  isKnown('closing_bucket'),
  not(isIn('closing_bucket', CONFIGURATION.unstatedResultBuckets.values)),
);

/** Cases with `event` in the period. */
export function casesBy(event: EventDate, where: Predicate): EventPopulation {
  return { relation: 'cases', event, where };
}

/** Appeals with `event` in the period. */
export function appealsBy(event: EventDate, where: Predicate, viewpoint?: Viewpoint): EventPopulation {
  return viewpoint === undefined
    ? { relation: 'appeals', event, where }
    : { relation: 'appeals', event, where, viewpoint };
}

/** Cases open at the start or the end of the period. */
export function openCases(event: 'open_at_start' | 'open_at_end', where: Predicate): StockPopulation {
  return { relation: 'cases', event, where };
}

/** The number of rows of a population. */
export function count(of: Population): Quantity {
  return { of };
}
