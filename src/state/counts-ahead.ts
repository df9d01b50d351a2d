import type { CompiledTogether } from '../query/compile-together.ts';
import type { Statement } from '../query/dimension-values.ts';
import { filteredDimensions } from '../query/filter.ts';
import type { CaseFilter, MetricQuery } from '../query/metric-query.ts';
import { compileTurned, isTurnable, MOST_PICKED, turnedBetween, type TurnedCounts } from '../query/turned-counts.ts';
import type { DimensionId } from '../schema/columns.ts';

/** Nothing is asked for so long = time to count ahead, ms. */
const IDLE_MS = 250;
/** Tables kept at a time. */
const MOST_KEPT = 3;

interface Job {
  readonly key: string;
  readonly dimension: DimensionId;
  readonly queries: readonly MetricQuery[];
}

/** Runs one statement; rejects where `signal` aborts. */
export type Run = (statement: Statement, signal?: AbortSignal) => Promise<unknown>;

/**
 * Counts what is on screen for every value of the dimension that a person turns through, while nothing else is asked:
 * the next value is then picked and not counted. It gives way to every other question at once, and counts again later.
 */
export class CountsAhead {
  readonly #run: Run;
  readonly #kept = new Map<string, TurnedCounts>();
  #before: CaseFilter | null = null;
  #dimension: DimensionId;
  #job: Job | null = null;
  #asked = 0;
  #made = 0;
  #running = new AbortController();

  /** @param first the dimension that is counted by until another is turned */
  constructor(run: Run, first: DimensionId = 'court') {
    this.#run = run;
    this.#dimension = first;
  }

  /** The questions as a statement over what was counted ahead; null where that has to be asked of the cases. */
  find(queries: readonly MetricQuery[]): CompiledTogether | null {
    const filter = queries[0]?.filter ?? {};
    for (const dimension of filteredDimensions(filter)) {
      const found = this.#kept.get(toJob(queries, dimension).key);
      const values = filter[dimension] ?? [];
      if (found !== undefined && values.length <= MOST_PICKED) return found.pick(values);
    }
    return null;
  }

  /** Counts ahead for whoever turns on from `queries`, once nothing is asked any more. */
  prepare(queries: readonly MetricQuery[]): void {
    const filter = queries[0]?.filter ?? {};
    const [turned, ...others] = turnedBetween(this.#before ?? filter, filter);
    if (turned !== undefined && others.length === 0) this.#dimension = turned;
    this.#before = filter;
    const job = toJob(queries, this.#dimension);
    if (this.#job?.key === job.key) return;
    this.#job = this.#kept.has(job.key) ? null : job;
    if (this.#job !== null) void this.#make(this.#job);
  }

  /** Something is asked: what is being counted is broken off, and begun again once it is quiet. */
  giveWay(): void {
    this.#asked += 1;
    this.#running.abort();
  }

  /** Other data are there: nothing that was counted holds. */
  forget(): void {
    this.#job = null;
    this.#running.abort();
    for (const counts of this.#kept.values()) this.#drop(counts);
    this.#kept.clear();
  }

  async #make(job: Job): Promise<void> {
    // Compiling waits too: at this moment the answer that was asked for is to be drawn.
    let quietAt = await this.#quiet();
    if (this.#job !== job) return;
    if (!isTurnable(job.queries, job.dimension)) {
      this.#job = null;
      return;
    }
    const counts = compileTurned(job.queries, job.dimension, `turned_${++this.#made}`);
    try {
      for (const statement of counts.create) {
        if (quietAt !== this.#asked) quietAt = await this.#quiet();
        // What is wanted may have changed meanwhile.
        if (this.#job !== job) return this.#drop(counts);
        this.#running = new AbortController();
        await this.#run(statement, this.#running.signal);
      }
      if (this.#job !== job) return this.#drop(counts);
      this.#kept.set(job.key, counts);
      this.#job = null;
      this.#trim();
    } catch {
      this.#drop(counts);
      if (this.#job !== job) return;
      // What was broken off may have been written all the same: another table is begun. Where counting failed nobody waits
      // for it: the same is asked of the cases instead.
      if (this.#running.signal.aborted) return this.#make(job);
      this.#job = null;
    }
  }

  /** Waits until nothing was asked for a while. */
  async #quiet(): Promise<number> {
    for (;;) {
      const asked = this.#asked;
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      if (asked === this.#asked) return asked;
    }
  }

  #trim(): void {
    const [oldest] = this.#kept;
    if (oldest === undefined || this.#kept.size <= MOST_KEPT) return;
    this.#kept.delete(oldest[0]);
    this.#drop(oldest[1]);
  }

  #drop({ drop }: TurnedCounts): void {
    void this.#run(drop).catch(() => undefined);
  }
}

/** The questions without their filter on `dimension`. */
function toJob(queries: readonly MetricQuery[], dimension: DimensionId): Job {
  const rest = queries.map((query) => {
    const filter = Object.entries(query.filter).filter(([filtered]) => filtered !== dimension);
    return { ...query, filter: Object.fromEntries(filter) };
  });
  return { key: JSON.stringify([dimension, rest]), dimension, queries: rest };
}
