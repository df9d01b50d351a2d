/** What a machine reads off a figure in the page: the attributes of its `<data>` element. */
export interface Published {
  readonly metric: string;
  /** Null where the metric has one definition only. */
  readonly variant: string | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** Number of cases, where there is no numerator and denominator. */
  readonly n?: number | null;
  readonly group?: string | null;
}
