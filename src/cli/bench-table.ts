import type { ChangeMeasure, SqlMeasure } from './bench-measures.ts';

/** One run of the benchmark. Times in milliseconds. */
export interface BenchResult {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly browser: string; readonly node: string };
  readonly rows: { readonly big: number; readonly small: number };
  readonly engineStart: number;
  readonly firstChart: number;
  readonly bareRead: number;
  readonly import: number;
  readonly change: { readonly small: ChangeMeasure; readonly big: ChangeMeasure };
  readonly sql: readonly SqlMeasure[];
}

/** A measured value beside the most that product.md §6 allows, in its unit. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: 'ms' | '×';
}

/** The bars of product.md §6. */
export function toBars({ rows, engineStart, firstChart, bareRead, import: imported, change, sql }: BenchResult): Bar[] {
  return [
    {
      what: `first chart of ${rows.small} hosted cases, beyond the engine's start`,
      value: firstChart - engineStart,
      most: 1000,
      unit: 'ms',
    },
    { what: `${rows.big} rows from drop to charts / bare read_csv`, value: imported / bareRead, most: 2, unit: '×' },
    { what: `filter change, p95, ${rows.small} cases`, value: change.small.p95, most: 100, unit: 'ms' },
    { what: `filter change, p95, ${rows.big} cases`, value: change.big.p95, most: 200, unit: 'ms' },
    ...sql.map(({ query, ratio }) => ({
      what: `browser / native, ${query}`,
      value: ratio,
      most: 1.8,
      unit: '×' as const,
    })),
  ];
}

/** The run as a table to read. */
export function formatBench(result: BenchResult, bars: readonly Bar[]): string {
  const { machine, engineStart, firstChart, bareRead, change } = result;
  const width = Math.max(...bars.map(({ what }) => what.length)) + 2;
  return [
    `${machine.cpu}, ${machine.cores} cores, Chromium ${machine.browser}, Node ${machine.node}`,
    `engine start ${whole(engineStart)} ms · first chart ${whole(firstChart)} ms · bare read_csv ${whole(bareRead)} ms · import ${whole(result.import)} ms`,
    `filter change p50 ${whole(change.small.p50)} ms and ${whole(change.big.p50)} ms (${change.small.changes} changes each)`,
    '',
    ...bars.map(
      (bar) =>
        `${bar.what.padEnd(width)}${show(bar, bar.value).padStart(10)}${show(bar, bar.most).padStart(10)}  ${bar.value <= bar.most ? 'kept' : 'MISSED'}`,
    ),
  ].join('\n');
}

function show({ unit }: Bar, value: number): string {
  return unit === 'ms' ? `${whole(value)} ms` : `${value.toFixed(2)} ×`;
}

function whole(value: number): string {
  return value.toFixed(0);
}
