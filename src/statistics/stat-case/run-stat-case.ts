import { COMPARISON_METHODS } from './comparison-methods.ts';
import { CONTROL_CHART_METHODS } from './control-chart-methods.ts';
import { COURT_METHODS } from './court-methods.ts';
import { FUNNEL_METHODS } from './funnel-methods.ts';
import { INTERVAL_METHODS } from './interval-methods.ts';
import { SERIES_METHODS } from './series-methods.ts';
import type { Json, StatCase, StatMethod } from './stat-case.ts';
import { SURVIVAL_METHODS } from './survival-methods.ts';

/** The methods of the specification, each answered by the functions that the screens use. */
export const STAT_METHODS: Readonly<Record<string, StatMethod>> = {
  ...INTERVAL_METHODS,
  ...FUNNEL_METHODS,
  ...CONTROL_CHART_METHODS,
  ...SURVIVAL_METHODS,
  ...COMPARISON_METHODS,
  ...SERIES_METHODS,
  ...COURT_METHODS,
};

/** The answer of `method`; undefined where there is no such method. */
export function runStatCase(method: string, statCase: StatCase): Json | undefined {
  return STAT_METHODS[method]?.(statCase);
}
