/** Small numbers, one per row: 0 = an empty cell, else the number of its text, counted from 1. */
export type Codes = Uint8Array | Uint16Array;

/**
 * The cells of one column of a list. `coded`: few texts, each kept once. `numbered`: the 案号, whose texts are what stands
 * before the serial number; a cell is its text, the serial number and 号, but only its text where `serials` is 0. `plain`:
 * nearly every cell is another; UTF-8 of all cells, of which that of row `i` reaches from `offsets[i]` to `offsets[i + 1]`.
 */
export type EncodedColumn =
  | { readonly kind: 'coded'; readonly codes: Codes; readonly texts: readonly string[] }
  | {
      readonly kind: 'numbered';
      readonly codes: Codes;
      readonly texts: readonly string[];
      readonly serials: Int32Array;
    }
  | { readonly kind: 'plain'; readonly bytes: Uint8Array; readonly offsets: Int32Array };
