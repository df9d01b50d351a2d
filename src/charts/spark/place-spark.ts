import { line, scaleLinear } from 'd3';
import type { SparkView } from './spark-view.ts';

export interface PlacedSpark {
  readonly path: string;
  /** The dotted step to an incomplete last period; empty where there is none. */
  readonly partialPath: string;
  /** Values without a neighbour, which a line cannot show. */
  readonly dots: readonly { readonly index: number; readonly x: number; readonly y: number }[];
  /** The last value; null where the last one is a gap. */
  readonly last: { readonly x: number; readonly y: number } | null;
  readonly bands: readonly {
    readonly id: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly centreY: number | null;
  }[];
}

/** Room for the last point's dot. */
const PAD = 5;

/** Positions of a sparkline in `width` × `height` pixels. The scale runs from the lowest to the highest value or limit. */
export function placeSpark(view: SparkView, width: number, height: number): PlacedSpark {
  const limits = (view.bands ?? []).flatMap((band) => [band.low, band.high]);
  const known = [...view.values.filter((value) => value !== null), ...limits];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const domain = known.length === 0 ? [0, 1] : low === high ? [low - 1, high + 1] : [low, high];
  const y = scaleLinear()
    .domain(domain)
    .range([height - PAD, PAD]);
  const x = scaleLinear()
    .domain([0, Math.max(1, view.values.length - 1)])
    .range([PAD, Math.max(PAD, width - PAD)]);
  const points = view.values.map((value, index) => ({ index, x: x(index), y: value === null ? null : y(value) }));
  const draw = line<{ x: number; y: number | null }>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)
    .digits(1);
  const full = view.isLastPartial === true ? points.slice(0, -1) : points;
  const tail = view.isLastPartial === true ? points.slice(-2) : [];
  const last = points.at(-1);
  return {
    path: draw(full) ?? '',
    partialPath: tail.length === 2 && tail.every((point) => point.y !== null) ? (draw(tail) ?? '') : '',
    dots: full.flatMap((point, i) =>
      point.y !== null && (full[i - 1]?.y ?? null) === null && (full[i + 1]?.y ?? null) === null
        ? [{ index: point.index, x: point.x, y: point.y }]
        : [],
    ),
    last: last === undefined || last.y === null ? null : { x: last.x, y: last.y },
    bands: (view.bands ?? []).map((band) => {
      const left = x(Math.max(0, band.first - 0.5));
      const right = x(Math.min(view.values.length - 1, band.last + 0.5));
      return {
        id: band.first,
        x: left,
        y: y(band.high),
        width: right - left,
        height: y(band.low) - y(band.high),
        centreY: band.centre === null ? null : y(band.centre),
      };
    }),
  };
}
