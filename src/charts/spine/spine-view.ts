import type { Standing } from '../funnel/funnel-view.ts';

/** Every figure of one unit on one normalised axis: what the peers have in common in the middle, favourable to the right. */
export interface SpineView {
  /** One sentence for a screen reader. */
  readonly summary: string;
  readonly headings: {
    readonly metric: string;
    readonly own: string;
    readonly left: string;
    readonly middle: string;
    readonly right: string;
    readonly finding: string;
  };
  readonly rows: readonly SpineRow[];
}

export interface SpineRow {
  readonly id: string;
  readonly label: string;
  /** Under the label, smaller: the variant, or that there is no favourable side. */
  readonly note: string;
  /** Our value as text; counts where they are few; the reason where there is none. */
  readonly ownText: string;
  /** `1,204 / 1,967 件`. */
  readonly ownCount: string;
  /** Address of our cases behind the value; absent where there are none. */
  readonly href?: string;
  /** Our value; null: no mark. */
  readonly own: number | null;
  /** Null: too few peers; `spreadTexts` says so. */
  readonly spread: SpineSpread | null;
  /** Median and middle half in words, or why there is no spread; each part stays on one line. */
  readonly spreadTexts: readonly string[];
  /** Texts of the ends of the spread, as they are drawn: the unfavourable one left. */
  readonly leftText: string;
  readonly rightText: string;
  /** `down`: mirrored, so that right is favourable. `neither`: not mirrored, drawn grey. */
  readonly direction: 'up' | 'down' | 'neither';
  /** Null: not judged. */
  readonly standing: Standing | null;
  /** `优于`, or why it is not judged. */
  readonly words: string;
  /** Smaller lines under the finding: adjusted figure, reasonable range. */
  readonly details: readonly string[];
}

/** The peers' values, in the unit of the figure. */
export interface SpineSpread {
  readonly low: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly high: number;
}
