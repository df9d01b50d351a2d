import type { CaseKinds } from './load-kinds.ts';
import { codeColumn, rawColumn, type LoadStep } from './load-request.ts';
import { createTextMap, isCoded, textsOf } from './load-rows.ts';

/** The lookup table `k` of the closing texts of a list, by the SQL that asks it. */
export interface LoadedClosings {
  readonly table: string;
  /** The rows hold codes of its texts. */
  readonly isCoded: boolean;
  /** What of the rows `r` it is joined by, to be called `closing_key`. */
  readonly keySql: string;
  /** The closing text as it is kept, of `s` and `k`: without spaces around it, NULL where nothing is left. */
  readonly textSql: string;
  /** Joins it to the case `s`. */
  readonly join: string;
}

type ClosingRow = readonly [
  raw: string,
  text: string | null,
  matter: string,
  level: string,
  closing: string | null,
  bucket: string | null,
];

const SPACES_AROUND = /^\p{Zs}+|\p{Zs}+$/gu;

/** Reads every closing text under every matter and level of the list; null where it has no such column. */
export async function loadClosings(step: LoadStep, kinds: CaseKinds): Promise<LoadedClosings | null> {
  const { closing, readClosing } = step.part.plan;
  if (closing === null) return null;
  const texts = await textsOf(step, closing);
  const answers = texts.map((text): readonly ClosingRow[] => {
    const trimmed = trimSpaces(text);
    if (trimmed === '') return [[text, null, '', '', null, null]];
    return kinds.matters.flatMap((matter) =>
      kinds.levels.map((level): ClosingRow => {
        const { values } = readClosing(trimmed, matter, level);
        return [text, trimmed, matter ?? '', level ?? '', values[0] ?? null, values[1] ?? null];
      }),
    );
  });
  // A text that means the same under all kinds has one row, and the kind of a case need not be asked.
  const isSame = answers.every((rows) => rows.every((row) => row[4] === rows[0]?.[4] && row[5] === rows[0]?.[5]));
  const table = `ingest_closing_${step.fileId}`;
  const columns = ['text', 'matter', 'level', 'closing', 'closing_bucket'].map((name) => ({
    name,
    type: 'VARCHAR' as const,
  }));
  const rows = answers.flatMap((own) => (isSame ? own.slice(0, 1) : own));
  await createTextMap(step, closing, table, columns, rows);
  const coded = isCoded(step, closing);
  const kind = isSame
    ? ''
    : ` AND k.matter = coalesce(s.matter::VARCHAR, '') AND k.level = coalesce(s.level::VARCHAR, '')`;
  const isTrimmed = texts.every((text) => trimSpaces(text) === text);
  return {
    table,
    isCoded: coded,
    keySql: coded ? `r.${codeColumn(closing)}` : `r.${rawColumn(closing)}`,
    textSql: coded ? 'k.text' : isTrimmed ? 's.closing_key' : `nullif(trim(s.closing_key), '')`,
    join: `${coded && isSame ? '' : 'LEFT '}JOIN ${table} k ON k.${coded ? 'code' : 'raw'} = s.closing_key${kind}`,
  };
}

/** As the engine's `trim` does. */
function trimSpaces(text: string): string {
  return text.replace(SPACES_AROUND, '');
}
