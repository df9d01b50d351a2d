import type { Tone } from '../mark/tone.ts';

/** Shares that change in steps as time goes on: how many are still there after t, or have left in one way. */
export interface SurvivalView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  /** In drawing order of importance; at most five can be told apart. */
  readonly curves: readonly SurvivalCurveView[];
  /** Times at which the share is read off, with their texts. */
  readonly guides: readonly { readonly time: number; readonly label: string }[];
  /** Right end of the axis. */
  readonly end: number;
  /** Distance of the ticks. */
  readonly step: number;
  /** Text of a time: `90 天`. */
  readonly formatTime: (time: number) => string;
  /** Unit of the axis, above the plot. */
  readonly axisNote: string;
  /** Names stand right of the plot, where the curves end; absent = beside the curves, which then have to fall. */
  readonly hasEndLabels?: boolean;
}

export interface SurvivalCurveView {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** From time 0 to the last time at which the curve is drawn; each share holds until the next point. */
  readonly points: readonly SurvivalPoint[];
  /** The 95 % limits are drawn as a band. */
  readonly hasBand: boolean;
}

export interface SurvivalPoint {
  readonly time: number;
  readonly share: number;
  /** Null where there is no interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** `63.2%`. */
  readonly text: string;
  /** Interval and number at risk: `60.1%–66.0%,在审 412 件`. */
  readonly detail: string;
  /** The time whose cases the point counts, where it opens them; a curve that holds still keeps that of its last step. */
  readonly opensAt?: number;
}
