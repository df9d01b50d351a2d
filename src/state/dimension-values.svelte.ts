import { compileDimensionValues, toDimensionValues, type DimensionValue } from '../query/dimension-values.ts';
import type { DimensionId } from '../query/metric-query.ts';
import { Answer } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

/** The values of one dimension with their numbers of cases, the most frequent first. */
export class DimensionValues {
  readonly #answer: Answer<readonly DimensionValue[]>;

  constructor(getDimension: () => DimensionId, dataset: Dataset) {
    this.#answer = new Answer(
      () => ({ ...compileDimensionValues(getDimension()), decode: toDimensionValues }),
      dataset,
    );
  }

  get list(): readonly DimensionValue[] {
    return this.#answer.value ?? [];
  }

  get isPending(): boolean {
    return this.#answer.status === 'pending';
  }
}
