import { Answer } from './answer.svelte.ts';
import { askTogether, type AnsweredQuery, type NamedAnswers, type NamedQueries } from './ask-metrics.ts';
import type { Dataset } from './dataset.svelte.ts';

/** The answers to several metric queries about the same cases, asked as one statement: all of them come at once. */
export class MetricResults<Name extends string> extends Answer<NamedAnswers> {
  constructor(getQueries: () => NamedQueries<Name> | null, dataset: Dataset) {
    super(() => {
      const named = getQueries();
      return named === null ? null : askTogether(named, dataset);
    }, dataset);
  }

  /** The answer under `name`; null until it is there, and where it is not asked. */
  of(name: Name): AnsweredQuery | null {
    return this.value?.get(name) ?? null;
  }
}
