import type { ValueAxis } from '../axis/value-axis.ts';

/** How one value becomes another, step by step. The steps add up to the distance between the first and the last. */
export interface WaterfallView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  readonly axis: ValueAxis;
  readonly steps: readonly WaterfallStep[];
}

export interface WaterfallStep {
  readonly id: string;
  readonly label: string;
  /** `own` and `peer`: a value of its own, start and end are the same. `mix` and `rate`: a change from start to end. */
  readonly kind: 'own' | 'peer' | 'mix' | 'rate';
  readonly start: number;
  readonly end: number;
  /** `+2.1 个百分点`, or the value of a level. */
  readonly text: string;
  readonly detail: string;
  /** A click or Enter opens what is behind the step. */
  readonly canOpen?: boolean;
}
