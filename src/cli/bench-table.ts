import type { FreezeMeasure } from './bench-freeze.ts';
import type { HealthMeasure } from './bench-health.ts';
import type { ChangeMeasure, SqlMeasure, WarmMeasure } from './bench-measures.ts';
import type { PreparedMeasure } from './bench-prepared.ts';

/** One run of the benchmark. Times in milliseconds. */
export interface BenchResult {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly browser: string; readonly node: string };
  readonly rows: { readonly big: number; readonly small: number };
  readonly engineStart: number;
  readonly firstChart: number;
  readonly bareRead: WarmMeasure;
  /** The import of `rows.big` cases, up to the last table. */
  readonly load: WarmMeasure;
  /** The same from the drop to the last chart, in pages that have just been opened. */
  readonly import: number;
  /** `rows.small` cases as a .xlsx. */
  readonly workbook: FreezeMeasure;
  /** `huge` null = was not asked for. */
  readonly prepared: {
    readonly small: PreparedMeasure;
    readonly big: PreparedMeasure;
    readonly huge: PreparedMeasure | null;
  };
  readonly health: HealthMeasure;
  readonly change: { readonly small: ChangeMeasure; readonly big: ChangeMeasure };
  readonly sql: readonly SqlMeasure[];
}

/** One run of `--only import`. Times in milliseconds. */
export interface ImportResult {
  readonly rows: number;
  readonly bareRead: WarmMeasure;
  /** Without screens, up to the last table. */
  readonly load: WarmMeasure;
  /** From the drop until the data set is there. */
  readonly taken: number;
  /** From the drop to the last chart. */
  readonly import: number;
}

/** A measured value beside the most that product.md §6 allows, in its unit. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: 'ms' | '×';
}

/** The bars of product.md §6, and the freeze that an import may cost. */
export function toBars(result: BenchResult): Bar[] {
  const { rows, engineStart, bareRead, load, import: imported, workbook, prepared, change, sql } = result;
  return [
    {
      what: `first chart of ${rows.small} prepared cases, beyond the engine's start`,
      value: prepared.small.firstChart - engineStart,
      most: 1000,
      unit: 'ms',
    },
    {
      what: `${rows.big} cases from drop to charts, prepared / imported`,
      value: prepared.big.drop / imported,
      most: 0.1,
      unit: '×',
    },
    {
      what: `filter change, p95, ${rows.big} prepared cases`,
      value: prepared.big.change.p95,
      most: 200,
      unit: 'ms',
    },
    ...toImportBars({ rows: rows.big, bareRead, load, import: imported }),
    {
      what: `${rows.small} rows of .xlsx, longest freeze of the page`,
      value: workbook.longestTask,
      most: 200,
      unit: 'ms',
    },
    { what: `filter change, p95, ${rows.small} cases`, value: change.small.p95, most: 100, unit: 'ms' },
    { what: `filter change, p95, ${rows.big} cases`, value: change.big.p95, most: 200, unit: 'ms' },
    ...toHealthBars(result.health),
    ...sql.map(({ query, ratio }) => ({
      what: `browser / native, ${query}`,
      value: ratio,
      most: 1.8,
      unit: '×' as const,
    })),
  ];
}

/**
 * Reading and importing are compared as they come: the first time of both, and what both take when it was done before. A
 * drop is a first time.
 */
export function toImportBars({ rows, bareRead, load, import: imported }: Omit<ImportResult, 'taken'>): Bar[] {
  const bar = (what: string, value: number): Bar => ({ what: `${rows} rows ${what}`, value, most: 2, unit: '×' });
  return [
    bar('imported / bare read_csv, first time', load.first / bareRead.first),
    bar('imported / bare read_csv, again', load.again / bareRead.again),
    bar('from drop to charts / bare read_csv, first time', imported / bareRead.first),
  ];
}

/** The health check within a second (issue 5), and no frame lost for longer than a person notices. */
export function toHealthBars({ rows, courts, figures, values, judged, longestFrame }: HealthMeasure): Bar[] {
  const what = `health check, ${courts} courts × ${figures} figures of ${rows} cases`;
  return [
    { what: `${what}: values`, value: values, most: 1000, unit: 'ms' },
    { what: `${what}: judged`, value: judged, most: 1000, unit: 'ms' },
    { what: 'health check, longest frame while it is scrolled', value: longestFrame, most: 50, unit: 'ms' },
  ];
}

/** The run as a table to read. */
export function formatBench(result: BenchResult, bars: readonly Bar[]): string {
  const { machine, engineStart, firstChart, bareRead, workbook, prepared, health, change } = result;
  return [
    `${machine.cpu}, ${machine.cores} cores, Chromium ${machine.browser}, Node ${machine.node}`,
    `engine start ${whole(engineStart)} ms · bare read_csv ${whole(bareRead.first)} ms, again ${whole(bareRead.again)} ms · import ${whole(result.import)} ms`,
    `.xlsx import ${whole(workbook.ms)} ms, longest task while it is read and loaded ${whole(workbook.importTask)} ms · memory of the tab ${workbook.idleMegabytes ?? '?'} MB before, at most ${workbook.peakMegabytes ?? '?'} MB`,
    `first chart of the small list hosted as CSV ${whole(firstChart)} ms`,
    ...[prepared.small, prepared.big, ...(prepared.huge === null ? [] : [prepared.huge])].map(describePrepared),
    `filter change p50 ${whole(change.small.p50)} ms and ${whole(change.big.p50)} ms (${change.small.changes} changes each)`,
    describeHealth(health),
    '',
    ...formatBars(bars),
  ].join('\n');
}

/** An import as a table to read: each time also as a multiple of the engine's own reading at the same time of its life. */
export function formatImport(result: ImportResult): string {
  const { rows, bareRead, load, taken, import: imported } = result;
  const lines: readonly (readonly [what: string, ms: number, bare: number])[] = [
    [`${rows} rows, bare read_csv, first time`, bareRead.first, bareRead.first],
    ['bare read_csv, again', bareRead.again, bareRead.again],
    ['import without screens, first time', load.first, bareRead.first],
    ['import without screens, again', load.again, bareRead.again],
    ['drop until the data are there', taken, bareRead.first],
    ['from then to the last chart', imported - taken, bareRead.first],
    ['drop to the last chart', imported, bareRead.first],
  ];
  const times = lines.map(
    ([what, ms, bare]) => `${what.padEnd(40)}${`${whole(ms)} ms`.padStart(10)}${(ms / bare).toFixed(2).padStart(8)} ×`,
  );
  return [...times, '', ...formatBars(toImportBars(result))].join('\n');
}

export function formatBars(bars: readonly Bar[]): readonly string[] {
  const width = Math.max(...bars.map(({ what }) => what.length)) + 2;
  return bars.map(
    (bar) =>
      `${bar.what.padEnd(width)}${show(bar, bar.value).padStart(10)}${show(bar, bar.most).padStart(10)}  ${bar.value <= bar.most ? 'kept' : 'MISSED'}`,
  );
}

export function describeHealth({ courts, figures, whole }: HealthMeasure): string {
  return `health check of ${courts} courts × ${figures} figures over five years: all rows and all sections of the page ${whole.toFixed(0)} ms`;
}

function describePrepared({ rows, bytes, firstChart, drop, change }: PreparedMeasure): string {
  return `${rows} cases prepared: ${(bytes / 1e6).toFixed(1)} MB · first chart ${whole(firstChart)} ms · drop to charts ${whole(drop)} ms · filter change p95 ${whole(change.p95)} ms`;
}

function show({ unit }: Bar, value: number): string {
  return unit === 'ms' ? `${whole(value)} ms` : `${value.toFixed(2)} ×`;
}

function whole(value: number): string {
  return value.toFixed(0);
}
