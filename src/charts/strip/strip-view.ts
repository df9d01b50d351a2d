/** Where one unit stands among its peers, on one line. */
export interface StripView {
  /** One sentence for a screen reader: `本院 61.2%;12 个同类法院在 38% 至 66% 之间`. */
  readonly summary: string;
  /** Null values are left out; `summary` counts them. */
  readonly peers: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: number | null;
    readonly text: string;
  }[];
  readonly own: { readonly value: number | null; readonly text: string };
  /** Texts under the ends: the lowest and the highest, peers and own together. */
  readonly lowLabel: string;
  readonly highLabel: string;
}
