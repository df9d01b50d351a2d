import { addDays } from '../../lib/date.ts';
import { type AppealLinks, compileAppealLinks, toAppealLinks } from '../../query/appeal-links.ts';
import { type AppealOutcome, compileAppealOutcomes, toAppealOutcomes } from '../../query/appeal-outcomes.ts';
import { type CohortDelay, compileCohortDelay, toCohortDelay } from '../../query/cohort-delay.ts';
import type { DimensionId, MetricRef, Period } from '../../query/metric-query.ts';
import { compileReversalGaps, type ReversalGaps, toReversalGaps } from '../../query/reversal-gaps.ts';
import { compileReversalReasons, type ReversalReason, toReversalReasons } from '../../query/reversal-reasons.ts';
import { Answer } from '../../state/answer.svelte.ts';
import { currentFilter } from '../../state/current.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import type { MetricResult } from '../../state/metric-result.svelte.ts';
import { lastMonths } from '../../state/period.ts';
import type { Selection } from '../../state/selection.svelte.ts';
import { startOfGrain } from '../trend/trend-query.ts';
import { type Maturity, toMaturity } from './maturity.ts';
import { RateResults, same } from './rate-results.svelte.ts';
import { ReasonTables } from './reason-tables.svelte.ts';

export const REVERSAL_METRICS = ['reversal_rate', 'alteration_rate', 'remand_rate'] as const;
const COHORT_MONTHS = 36;
const COHORT_REFS: readonly MetricRef[] = [
  { id: 'reversal_rate', variant: 'd5' },
  { id: 'alteration_rate', variant: 'd5' },
  { id: 'remand_rate', variant: 'd5' },
  { id: 'appeal_rate', variant: 'd' },
];

/** The questions behind the page 发改. */
export class ReversalResults extends RateResults {
  readonly months: MetricResult;
  readonly outcomes: Answer<readonly AppealOutcome[]>;
  readonly links: Answer<AppealLinks>;
  readonly gaps: Answer<ReversalGaps>;
  /** Never answered where no list has a column for the reason. */
  readonly reasons: Answer<readonly ReversalReason[]>;
  readonly #delay: Answer<CohortDelay>;
  readonly #getMaturity: () => Maturity | null;

  constructor(selection: Selection, dataset: Dataset, getDimension: () => DimensionId) {
    super(selection, dataset, REVERSAL_METRICS, () => ({ metric: 'reversal_rate', dimension: getDimension() }));
    this.months = this.metrics(
      () => cohortPeriod(selection, dataset),
      () => ({ metrics: COHORT_REFS, grain: 'month' }),
    );
    this.outcomes = this.ask(compileAppealOutcomes, toAppealOutcomes);
    this.links = this.ask(compileAppealLinks, toAppealLinks);
    this.#delay = new Answer<CohortDelay>(() => {
      if (dataset.asOf === null) return null;
      return { ...compileCohortDelay(currentFilter(selection, dataset), dataset.asOf), decode: toCohortDelay };
    }, dataset);
    this.#getMaturity = () => {
      const delay = this.#delay.value;
      return delay === null || dataset.asOf === null ? null : toMaturity(delay, dataset.asOf);
    };
    this.gaps = new Answer<ReversalGaps>(() => {
      const maturity = this.maturity;
      if (maturity === null) return null;
      return { ...compileReversalGaps(currentFilter(selection, dataset), maturity.end), decode: toReversalGaps };
    }, dataset);
    this.reasons = this.#askReasons(dataset);
  }

  /** How old a judgment must be; null until the delays are known. */
  get maturity(): Maturity | null {
    return this.#getMaturity();
  }

  #askReasons(dataset: Dataset): Answer<readonly ReversalReason[]> {
    const tables = new ReasonTables(dataset);
    return new Answer<readonly ReversalReason[]>(() => {
      const [scope, columns] = [this.scopeOf(same), tables.value];
      if (scope === null || columns === null || columns.length === 0) return null;
      return { ...compileReversalReasons(scope, columns), decode: (rows) => toReversalReasons(rows) };
    }, dataset);
  }
}

/** The 36 statistical months up to the last day of the data, whatever period is chosen; the data may begin later. */
function cohortPeriod(selection: Selection, dataset: Dataset): Period | null {
  const { asOf, span } = dataset;
  if (asOf === null) return null;
  const end = addDays(asOf, 1);
  const { monthStartDay } = selection.view;
  const { start } = lastMonths({ start: asOf, end }, COHORT_MONTHS, monthStartDay);
  const first = span === null ? start : startOfGrain(span.start, 'month', monthStartDay);
  return { start: first > start && first < end ? first : start, end };
}
