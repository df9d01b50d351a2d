import { lengthened, roomFor } from './lengthened.ts';

const FIRST_ROOM = 1 << 16;

/** Where the cells of some records stand, one after the other, with their quotation marks. */
export class CellIndex {
  count = 0;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;

  constructor(starts = new Int32Array(FIRST_ROOM), ends = new Int32Array(FIRST_ROOM)) {
    this.starts = starts;
    this.ends = ends;
  }

  /** The memory of one that came from another worker. */
  static of({ starts, ends }: CellIndex): CellIndex {
    return new CellIndex(starts, ends);
  }

  /** Makes room for `more` cells. */
  expect(more: number): void {
    const wanted = this.count + more;
    if (wanted <= this.starts.length) return;
    this.starts = lengthened(this.starts, new Int32Array(roomFor(wanted)));
    this.ends = lengthened(this.ends, new Int32Array(roomFor(wanted)));
  }
}
