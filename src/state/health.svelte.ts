import { BOUNDED_METRICS } from '../query/health-bounds.ts';
import { applicableChecks, type HealthCheck } from '../query/health-checks.ts';
import { compileFaultImpact, toFaultImpacts, type FaultImpact } from '../query/health-impact.ts';
import {
  compileFaultCounts,
  compileFaultRows,
  compileFaultValues,
  toFaultCounts,
  toFaultRows,
  toFaultValues,
  type FaultCount,
  type FaultRow,
  type FaultValue,
} from '../query/health-scan.ts';
import type { ResultTable } from '../query/metric-query.ts';
import { Answer, type AnswerStatus } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';
import { MetricResult } from './metric-result.svelte.ts';

export type { FaultRow } from '../query/health-scan.ts';

/** 数据体检 of the loaded cases: what is at fault, and what it does to the headline figures over the whole span. */
export class Health {
  readonly #dataset: Dataset;
  readonly #counts: Answer<readonly FaultCount[]>;
  readonly #impacts: Answer<readonly FaultImpact[]>;
  readonly #figures: MetricResult;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    this.#counts = new Answer(() => {
      const statement = compileFaultCounts(this.checks);
      return statement === null ? null : { ...statement, decode: toFaultCounts };
    }, dataset);
    this.#impacts = new Answer(() => {
      const found = this.checks.filter(({ id }) => this.counts?.some((count) => count.id === id));
      if (dataset.span === null) return null;
      const statement = compileFaultImpact(found, BOUNDED_METRICS, dataset.span);
      return statement === null
        ? null
        : { ...statement, decode: (columns) => toFaultImpacts(columns, BOUNDED_METRICS) };
    }, dataset);
    this.#figures = new MetricResult(
      () =>
        dataset.span === null ? null : { metrics: BOUNDED_METRICS, groupBy: [], period: dataset.span, filter: {} },
      dataset,
    );
  }

  /** The checks that the columns of the data allow. */
  get checks(): readonly HealthCheck[] {
    return applicableChecks(this.#dataset.summary?.presentColumns ?? []);
  }

  get status(): AnswerStatus {
    return this.#counts.status;
  }

  /** Null until the first answer. */
  get counts(): readonly FaultCount[] | null {
    return this.#counts.value;
  }

  get impacts(): readonly FaultImpact[] {
    return this.#impacts.value ?? [];
  }

  /** The headline figures over the whole span; null until they are known. */
  get figures(): ResultTable | null {
    return this.#figures.value?.table ?? null;
  }
}

/** The first rows, and the most frequent raw values, of one fault. */
export class FaultDetails {
  readonly #rows: Answer<readonly FaultRow[]>;
  readonly #values: Answer<readonly FaultValue[]>;

  constructor(getCheck: () => HealthCheck | null, limit: number, dataset: Dataset) {
    this.#rows = new Answer(() => {
      const check = getCheck();
      const statement = check === null ? null : compileFaultRows([check], limit);
      return statement === null ? null : { ...statement, decode: toFaultRows };
    }, dataset);
    this.#values = new Answer(() => {
      const check = getCheck();
      return check === null || check.listsValues !== true
        ? null
        : { ...compileFaultValues(check, 12), decode: toFaultValues };
    }, dataset);
  }

  get rows(): readonly FaultRow[] {
    return this.#rows.value ?? [];
  }

  get values(): readonly FaultValue[] {
    return this.#values.value ?? [];
  }
}

/** Every row at fault, for the fix list. */
export async function loadFixList(dataset: Dataset): Promise<readonly FaultRow[]> {
  const statement = compileFaultRows(applicableChecks(dataset.summary?.presentColumns ?? []), 10_000_000);
  if (statement === null) return [];
  return toFaultRows(await dataset.ask(statement.sql, statement.params, new AbortController().signal));
}
