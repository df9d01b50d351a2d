import type { MetricQuery } from '../query/metric-query.ts';
import type { Dataset } from './dataset.svelte.ts';
import { MetricResult, type AnsweredQuery } from './metric-result.svelte.ts';
import { withPeers } from './peer-answer.ts';

/** The answer to a query by court, with the courts of benchmark packs and typed figures behind the loaded ones. */
export class PeerResult extends MetricResult {
  readonly #dataset: Dataset;
  readonly #joined: AnsweredQuery | null = $derived.by(() => {
    const answer = super.value;
    return answer === null ? null : withPeers(answer, this.#dataset.peers, this.#dataset.courts);
  });

  constructor(getQuery: () => MetricQuery | null, dataset: Dataset) {
    super(getQuery, dataset);
    this.#dataset = dataset;
  }

  override get value(): AnsweredQuery | null {
    return this.#joined;
  }
}
