import { matchLabel } from './aliases.ts';
import { labelKey } from './label-key.ts';

/**
 * Where the cells of a row belong. A list may go on under another header further down, as where the lists of two kinds of
 * case were put on one sheet: its cells are then placed by their labels, and labels that are new get columns at the end.
 */
export class ColumnPlaces {
  #labels: string[];
  readonly #own: number;
  /** Column of every cell of a row; null = as it stands. */
  #places: readonly number[] | null = null;

  constructor(labels: readonly string[]) {
    this.#labels = [...labels];
    this.#own = labels.length;
  }

  get labels(): readonly string[] {
    return this.#labels;
  }

  get width(): number {
    return this.#labels.length;
  }

  /** True below a header that differs from the first. */
  get isMoved(): boolean {
    return this.#places !== null;
  }

  /** Takes `cells` for the header of the rows to come. */
  follow(cells: readonly string[]): void {
    const keys = cells.map(labelKey);
    const isSame = cells.every((cell, i) => keys[i] === '' || isSameLabel(cell, this.#labels[i] ?? ''));
    if (isSame && cells.length <= this.#own) {
      this.#places = null;
      return;
    }
    this.#places = cells.map((label, i) => {
      const key = keys[i] ?? '';
      const known = key === '' ? -1 : this.#labels.findIndex((own) => labelKey(own) === key);
      return known >= 0 ? known : this.#labels.push(label) - 1;
    });
  }

  place(cells: readonly string[]): readonly string[] {
    const places = this.#places;
    if (places === null) return cells;
    const placed = this.#labels.map(() => '');
    cells.forEach((cell, i) => {
      const at = places[i];
      if (at !== undefined) placed[at] = cell;
      else if (cell !== '') placed.push(cell);
    });
    return placed;
  }
}

/** Forms also write the codes of their columns below the labels: they name the same columns again. */
function isSameLabel(label: string, own: string): boolean {
  return labelKey(label) === labelKey(own) || matchLabel(label)?.target === matchLabel(own)?.target;
}
