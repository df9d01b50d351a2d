/** What a chart does when it is explored; the chart keeps what is focused. */
export interface Explorer {
  /** The pointer is at this place, in pixels from the corner of the drawing. */
  look(x: number, y: number): void;
  /** Nothing is focused any more. */
  leave(): void;
  /** A key was pressed; true where it moved the focus. */
  step(key: string): boolean;
  /** The keyboard came to the chart. */
  start?(): void;
  /** Enter, or a click. */
  open?(): void;
  /** True where `open` would open what is focused. */
  readonly canOpen: boolean;
  /** What is focused, said once; '' for nothing. */
  readonly spoken: string;
}
