import type { Tone } from '../mark/tone.ts';

/** How many lie where on an axis that starts at zero; what lies beyond its end is said in words. */
export interface HistogramView {
  /** Heading over the plot: the group and its count. */
  readonly heading: string;
  /** One sentence for a screen reader. */
  readonly summary: string;
  readonly tone: Extract<Tone, 'own' | 'pooled'>;
  /** Neighbouring bins from zero on, empty ones included. */
  readonly bins: readonly Bin[];
  /** Named values. */
  readonly marks: readonly HistogramMark[];
  /** Right end of the axis; the same for plots that are to be compared. */
  readonly end: number;
  /** Distance of the ticks. */
  readonly step: number;
  readonly formatTick: (value: number) => string;
  readonly formatCount: (count: number) => string;
  /** What is not drawn: `另有 21 件超过 420 天`; empty where everything is. */
  readonly beyond: string;
}

/** Values from `from` up to but not including `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** `30–44 天`. */
  readonly text: string;
  /** `123 件 · 5.6%`. */
  readonly detail: string;
}

export interface HistogramMark {
  readonly id: string;
  readonly value: number;
  readonly label: string;
  /** A line that was given from outside (a limit) is dashed; one that follows from the data is full. */
  readonly isGiven: boolean;
}
