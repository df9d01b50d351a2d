import { compileIssueCounts, compileIssueList } from '../query/issue-list.ts';
import { Answer } from './answer.svelte.ts';
import type { Dataset } from './dataset.svelte.ts';

export interface IssueCount {
  readonly reason: string;
  readonly action: string;
  readonly n: number;
}

export interface IssueRow {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly raw: string | null;
  readonly reason: string;
  readonly action: string;
}

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
const textOrNull = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
const numberOrNull = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);

/** What was not taken as it stood: counts per reason, and the first rows of one reason or of all. */
export class Issues {
  readonly #counts: Answer<readonly IssueCount[]>;
  readonly #rows: Answer<readonly IssueRow[]>;

  constructor(getReason: () => string | null, limit: number, dataset: Dataset) {
    this.#counts = new Answer(
      () => ({
        ...compileIssueCounts(),
        decode: ({ rowCount, columns }) =>
          Array.from({ length: rowCount }, (_, i) => ({
            reason: text(columns['reason']?.[i]),
            action: text(columns['action']?.[i]),
            n: numberOrNull(columns['n']?.[i]) ?? 0,
          })),
      }),
      dataset,
    );
    this.#rows = new Answer(() => ({ ...compileIssueList(getReason(), limit), decode: toIssueRows }), dataset);
  }

  /** False while nobody knows yet whether there are any. */
  get isKnown(): boolean {
    return this.#counts.value !== null;
  }

  get counts(): readonly IssueCount[] {
    return this.#counts.value ?? [];
  }

  get rows(): readonly IssueRow[] {
    return this.#rows.value ?? [];
  }
}

/** Every issue, for the download. */
export async function loadAllIssues(dataset: Dataset): Promise<readonly IssueRow[]> {
  const { sql, params } = compileIssueList(null, 10_000_000);
  return toIssueRows(await dataset.ask(sql, params, new AbortController().signal));
}

function toIssueRows({
  rowCount,
  columns,
}: {
  rowCount: number;
  columns: Readonly<Record<string, readonly unknown[]>>;
}): readonly IssueRow[] {
  return Array.from({ length: rowCount }, (_, i) => ({
    file: text(columns['file']?.[i]),
    sheet: textOrNull(columns['sheet']?.[i]),
    row: numberOrNull(columns['row']?.[i]),
    column: textOrNull(columns['column']?.[i]),
    raw: textOrNull(columns['raw']?.[i]),
    reason: text(columns['reason']?.[i]),
    action: text(columns['action']?.[i]),
  }));
}
