/** The part of a long list that is on screen, in pixels and rows. */
export interface RowWindow {
  /** Number of the first row drawn, from 0, and of the row behind the last. */
  readonly first: number;
  readonly end: number;
  /** Height of everything, as the scroll bar shows it. */
  readonly height: number;
  /** Where the first row drawn stands. */
  readonly top: number;
}

export interface WindowFrame {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the screen that the rows have. */
  readonly viewHeight: number;
}

/** Browsers cut taller elements off (Firefox at 17.8 million pixels). Beyond it the scroll bar stands for the rows. */
const MOST_PIXELS = 8_000_000;
/** Rows drawn above and below the screen, so that scrolling shows no gap. */
const SPARE = 6;

/** Which rows to draw at a position of the scroll bar. */
export function placeWindow(frame: WindowFrame, scrollTop: number): RowWindow {
  const { count, rowHeight, viewHeight } = frame;
  const height = Math.min(count * rowHeight, MOST_PIXELS);
  const atTop = rowAt(frame, scrollTop);
  const first = Math.max(0, Math.floor(atTop) - SPARE);
  const end = Math.min(count, Math.ceil(atTop + viewHeight / rowHeight) + SPARE);
  return { first, end, height, top: scrollTop - (atTop - first) * rowHeight };
}

/** The scroll position that shows `row`, moved no further than needed; null where it is on screen already. */
export function scrollToRow(frame: WindowFrame, scrollTop: number, row: number): number | null {
  const { rowHeight, viewHeight } = frame;
  const atTop = rowAt(frame, scrollTop);
  const room = viewHeight / rowHeight;
  if (row >= atTop && row + 1 <= atTop + room) return null;
  return positionOf(frame, row < atTop ? row : row + 1 - room);
}

/** The row, with its fraction, at the top of the screen. */
function rowAt({ count, rowHeight, viewHeight }: WindowFrame, scrollTop: number): number {
  const full = count * rowHeight;
  const scrolled = Math.max(0, Math.min(full, MOST_PIXELS) - viewHeight);
  const position = Math.max(0, Math.min(scrolled, scrollTop));
  if (full <= MOST_PIXELS) return position / rowHeight;
  return (position / scrolled) * (count - viewHeight / rowHeight);
}

function positionOf({ count, rowHeight, viewHeight }: WindowFrame, row: number): number {
  const full = count * rowHeight;
  if (full <= MOST_PIXELS) return Math.max(0, row * rowHeight);
  return Math.max(0, (row / (count - viewHeight / rowHeight)) * (MOST_PIXELS - viewHeight));
}

/** The row that a key leads to from `row`; null: not our key. */
export function stepCase(row: number | null, key: string, frame: WindowFrame): number | null {
  const last = frame.count - 1;
  const page = Math.max(1, Math.floor(frame.viewHeight / frame.rowHeight) - 1);
  const at = row ?? 0;
  const to = {
    ArrowDown: row === null ? 0 : at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }[key];
  return to === undefined || last < 0 ? null : Math.max(0, Math.min(last, to));
}
