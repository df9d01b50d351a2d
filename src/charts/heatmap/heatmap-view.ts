import type { Standing } from '../funnel/funnel-view.ts';
import type { Published } from '../mark/published.ts';

/** Units by figures, each cell a value with what may be said of it. */
export interface HeatmapView {
  /** Names the table; read first by a screen reader. */
  readonly caption: string;
  /** Above the names of the units. */
  readonly cornerLabel: string;
  readonly columns: readonly HeatmapColumn[];
  readonly rows: readonly HeatmapRow[];
  /** Nothing of it will change soon; until then what is not seen yet need not be drawn. */
  readonly isFinal: boolean;
  /** Words for the marks, in the order in which they are explained. */
  readonly key: readonly { readonly standing: Standing; readonly words: string }[];
}

export interface HeatmapColumn {
  readonly id: string;
  readonly label: string;
  /** Under the label, smaller: the variant. */
  readonly note: string;
}

export interface HeatmapRow {
  readonly id: string;
  readonly label: string;
  readonly isOwn: boolean;
  /** The pooled figures; stands first and is not judged. */
  readonly isPooled: boolean;
  /** One per column, in their order. Read when the row is drawn. */
  readonly cells: readonly HeatmapCell[];
}

export interface HeatmapCell {
  /** Formatted; where there is no value, the reason. */
  readonly text: string;
  readonly value: number | null;
  readonly published: Published | undefined;
  /** `1,967`; empty where there is nothing to count. */
  readonly count: string;
  /** Null: not judged. */
  readonly standing: Standing | null;
  /** `优于`, or why it is not judged. */
  readonly words: string;
  /** The unit's own change; null where none can be told. */
  readonly change: { readonly isUp: boolean; readonly words: string } | null;
}
