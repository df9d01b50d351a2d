import { compileTogether } from '../query/compile-together.ts';
import type { MetricQuery } from '../query/metric-query.ts';
import { Answer } from './answer.svelte.ts';
import { askTogether, questionsOf, type AnsweredQuery, type NamedAnswers, type NamedQueries } from './ask-metrics.ts';
import { CountsAhead } from './counts-ahead.ts';
import type { Dataset } from './dataset.svelte.ts';

/** The answers to several metric queries about the same cases, asked as one statement: all of them come at once. */
export class MetricResults<Name extends string> extends Answer<NamedAnswers> {
  constructor(getQueries: () => NamedQueries<Name> | null, dataset: Dataset) {
    const ahead = dataset.aheadOf((run) => new CountsAhead(run));
    const compile = (queries: readonly MetricQuery[]) => ahead.find(queries) ?? compileTogether(queries);
    super(() => {
      const named = getQueries();
      const ask = named === null ? null : askTogether(named, dataset, compile);
      return named === null || ask === null ? null : { ...ask, whenAnswered: () => ahead.prepare(questionsOf(named)) };
    }, dataset);
  }

  /** The answer under `name`; null until it is there, and where it is not asked. */
  of(name: Name): AnsweredQuery | null {
    return this.value?.get(name) ?? null;
  }
}
