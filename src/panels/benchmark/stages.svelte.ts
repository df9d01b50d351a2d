import { whenPainted } from '../../charts/frame/when-painted.ts';

/** The sections of a long page one after the other, each after the one before it has been painted. */
export class Stages {
  #reached = $state(0);
  readonly #getCount: () => number;

  /**
   * @param getCount how many stages follow the first
   * @param isReady whether the first has what it shows
   */
  constructor(getCount: () => number, isReady: () => boolean) {
    this.#getCount = getCount;
    $effect(() => {
      if (isReady() && !this.areAllReached) return whenPainted(() => (this.#reached += 1));
    });
  }

  has(stage: number): boolean {
    return stage <= this.#reached;
  }

  get areAllReached(): boolean {
    return this.#reached >= this.#getCount();
  }
}
