import { isNumberLike, type PastedTable } from './pasted-table.ts';

/** Which columns of a paste hold what; positions from 0, null where there is none. */
export interface PastedColumns {
  /** One column, or two that name a court together (`县`, `法院`). */
  readonly names: readonly number[];
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The published value, read only where a count has no column. */
  readonly value: number | null;
}

/** Without headings: court, numerator, denominator; or court and value. */
export const PLAIN_COLUMNS: PastedColumns = { names: [0], numerator: 1, denominator: 2, value: null };

/** What headings say that hold the two counts of a metric, where it is not the words 分子 and 分母 themselves. */
const WORDS: Readonly<Record<string, { readonly numerator: RegExp; readonly denominator: RegExp }>> = {
  clearance_rate: {
    numerator: /结案|已结|审结|resol|dispos|outgoing/i,
    denominator: /收案|新收|fil(ed|ing)|incoming/i,
  },
  closing_rate: { numerator: /结案|已结|审结|resol|dispos/i, denominator: /受理|caseload/i },
  settlement_rate: { numerator: /调撤|settl/i, denominator: /结案|已结|审结|resol|dispos/i },
  mediation_rate: { numerator: /调解|mediat/i, denominator: /结案|已结|审结|resol|dispos/i },
  withdrawal_rate: { numerator: /撤诉|withdr/i, denominator: /结案|已结|审结|resol|dispos/i },
  reversal_rate: { numerator: /发改|改判|revers/i, denominator: /结案|已结|审结|resol|dispos/i },
  appeal_rate: { numerator: /上诉|appeal/i, denominator: /结案|已结|审结|resol|dispos/i },
  mean_days: { numerator: /总天数|天数合计|total days/i, denominator: /结案|已结|审结|resol|dispos/i },
};
const NUMERATOR = /^(分子|numerator)$/i;
const DENOMINATOR = /^(分母|denominator)$/i;
const COURT = /法院|单位|court|municipality/i;
/** What is no count of the period itself. */
const ASIDE = /率|占比|比重|同比|环比|增|降|上年|去年|同期|%|pct|percent|rate|change|prior|previous|last/i;
/** What says that a column is the one for everything, this year. */
const WHOLE = /合计|总计|总数|grand|本期|今年|current/gi;

/** The columns that the headings name for `metric`; a count that none or several could be is left for the person to choose. */
export function guessColumns(table: PastedTable, metric: string): PastedColumns {
  const { header } = table;
  if (header === null) return PLAIN_COLUMNS;
  const isNumbers = header.map((_, column) => isColumnOf(table, column, isNumberLike));
  const counts = header.flatMap((label, column) => (isNumbers[column] === true && !ASIDE.test(label) ? [column] : []));
  const words = WORDS[metric];
  const find = (exact: RegExp, meant: RegExp | undefined): number | null =>
    counts.find((column) => exact.test(header[column] ?? '')) ??
    (meant === undefined
      ? null
      : onlyBest(
          counts.filter((column) => meant.test(header[column] ?? '')),
          header,
        ));
  const numerator = find(NUMERATOR, words?.numerator);
  const denominator = find(DENOMINATOR, words?.denominator);
  const hasBoth = numerator !== null && denominator !== null && numerator !== denominator;
  return {
    names: nameColumns(table, isNumbers),
    numerator: hasBoth ? numerator : null,
    denominator: hasBoth ? denominator : null,
    value: hasBoth
      ? null
      : onlyBest(
          header.flatMap((_, column) => (isNumbers[column] === true ? [column] : [])),
          header,
        ),
  };
}

/** The column with the most words for everything, this year; null where several have as many. */
function onlyBest(columns: readonly number[], header: readonly string[]): number | null {
  const score = (column: number): number => (header[column] ?? '').match(WHOLE)?.length ?? 0;
  const best = Math.max(...columns.map(score));
  const found = columns.filter((column) => score(column) === best);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isWord(cell: string): boolean {
  return /^\p{L}/u.test(cell);
}

/** The column that is called court, else the first of texts; where courts occur twice in it, one more that tells them apart. */
function nameColumns({ header, rows }: PastedTable, isNumbers: readonly boolean[]): readonly number[] {
  const isText = (column: number) => isNumbers[column] !== true && isColumnOf({ rows }, column, isWord);
  const texts = (header ?? []).flatMap((_, column) => (isText(column) ? [column] : []));
  const own = texts.find((column) => COURT.test(header?.[column] ?? '')) ?? texts[0] ?? 0;
  const kinds = (columns: readonly number[]): number =>
    new Set(rows.map(({ cells }) => JSON.stringify(columns.map((column) => cells?.[column])))).size;
  if (kinds([own]) === rows.length) return [own];
  const more = texts
    .filter((column) => column !== own)
    .map((column) => ({ column, found: kinds([own, column]) }))
    .sort((a, b) => b.found - a.found || a.column - b.column)[0];
  if (more === undefined || more.found <= kinds([own])) return [own];
  return [own, more.column].sort((a, b) => a - b);
}

/** Most of the cells of a column that are not empty. */
function isColumnOf({ rows }: Pick<PastedTable, 'rows'>, column: number, is: (cell: string) => boolean): boolean {
  const cells = rows.slice(0, 50).flatMap((row) => row.cells?.[column] ?? []);
  const filled = cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  return filled.length > 0 && filled.filter(is).length > filled.length / 2;
}
