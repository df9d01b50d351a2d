import type { Cell } from '../engine/connector.ts';
import {
  compileCase,
  compileCaseHistory,
  compileLinkedCases,
  compileRawKind,
  compileRawRow,
  compileRowIssues,
  type RowPlace,
} from '../query/case-detail.ts';
import { Answer, type AnswerStatus, type Ask } from './answer.svelte.ts';
import type { Dataset, FileSummary } from './dataset.svelte.ts';

/** A row of a small answer. */
export type CaseRow = Readonly<Record<string, Cell>>;

/** One case with everything known of it: its columns, its text as it stood, its issues and the cases linked to it. */
export class CaseDetail {
  readonly #case: Answer<CaseRow | null>;
  readonly #linked: Answer<readonly CaseRow[]>;
  readonly #history: Answer<readonly CaseRow[]>;
  readonly #issues: Answer<readonly CaseRow[]>;
  readonly #rawKind: Answer<{ readonly fileId: number; readonly isNumbered: boolean }>;
  readonly #raw: Answer<readonly Cell[]>;
  readonly #dataset: Dataset;

  constructor(getCaseId: () => number | null, dataset: Dataset) {
    this.#dataset = dataset;
    const ask = <Key, T>(getKey: () => Key | null, toAsk: (key: Key) => Ask<T>) =>
      new Answer<T>(() => {
        const key = getKey();
        return key === null ? null : toAsk(key);
      }, dataset);
    const rows = { decode: toRows };
    this.#case = ask(getCaseId, (id) => ({ ...compileCase(id), decode: (table) => toRows(table)[0] ?? null }));
    this.#linked = ask(getCaseId, (id) => ({ ...compileLinkedCases(id), ...rows }));
    this.#history = ask(getCaseId, (id) => ({ ...compileCaseHistory(id), ...rows }));
    this.#issues = ask(
      () => this.place,
      (place) => ({ ...compileRowIssues(place), ...rows }),
    );
    this.#rawKind = ask(
      () => this.place,
      (place) => ({
        ...compileRawKind(place),
        decode: ({ columns }) => ({ fileId: place.fileId, isNumbered: columns['is_numbered']?.[0] === true }),
      }),
    );
    this.#raw = ask(
      () => this.#rawQuestion,
      ({ place, width, isNumbered }) => ({
        ...compileRawRow(place, width, isNumbered),
        decode: ({ names, columns }) => names.map((name) => columns[name]?.[0] ?? null),
      }),
    );
  }

  /** The columns of the case; null until they are there. */
  get row(): CaseRow | null {
    return this.#case.value;
  }

  get linked(): readonly CaseRow[] {
    return this.#linked.value ?? [];
  }

  /** Its rows in older lists, the newest first. */
  get history(): readonly CaseRow[] {
    return this.#history.value ?? [];
  }

  get issues(): readonly CaseRow[] {
    return this.#issues.value ?? [];
  }

  /** The text of its row, one cell per column of the file, in the order of `file.mapping`. */
  get raw(): readonly Cell[] {
    return this.#raw.value ?? [];
  }

  /** The list that it stood in. */
  get file(): FileSummary | null {
    const id = this.row?.['file_id'];
    return this.#dataset.summary?.files.find((file) => file.id === id) ?? null;
  }

  /** Where it stood. */
  get place(): RowPlace | null {
    const row = this.row?.['source_row'];
    const { file } = this;
    if (file === null || typeof row !== 'number') return null;
    return { fileId: file.id, file: file.name, sheet: file.sheet, headerRow: file.headerRow, row };
  }

  get status(): AnswerStatus {
    return this.#case.status;
  }

  get error(): unknown {
    return this.#case.error;
  }

  get #rawQuestion(): { place: RowPlace; width: number; isNumbered: boolean } | null {
    const kind = this.#rawKind.value;
    const { place, file } = this;
    if (place === null || file === null || kind === null || kind.fileId !== place.fileId) return null;
    return { place, width: file.mapping.length, isNumbered: kind.isNumbered };
  }
}

function toRows({
  rowCount,
  columns,
}: {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}): readonly CaseRow[] {
  return Array.from({ length: rowCount }, (_, i) =>
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i] ?? null])),
  );
}
