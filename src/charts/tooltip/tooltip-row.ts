/** One line of a tooltip. */
export interface TooltipRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** `1,204 / 1,967 件`; may be empty. */
  readonly detail: string;
  /** Colour of the swatch; empty: none. */
  readonly colour: string;
  readonly isActive: boolean;
}
