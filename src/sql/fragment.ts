import { quoteName } from './quote.ts';

/** A value that can be bound. */
export type SqlScalar = string | number | boolean | null;

/** A piece of SQL with its values kept apart: `text` has one `\u0001` per value, in order. */
export interface Fragment {
  readonly text: string;
  readonly values: readonly SqlScalar[];
}

const HOLE = '\u0001';

/** Tagged template: an interpolated Fragment is put in as SQL, anything else is bound as a value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Fragment | SqlScalar)[]): Fragment {
  let text = strings[0] ?? '';
  const values: SqlScalar[] = [];
  parts.forEach((part, i) => {
    if (part !== null && typeof part === 'object') {
      text += part.text;
      values.push(...part.values);
    } else {
      text += HOLE;
      values.push(part);
    }
    text += strings[i + 1] ?? '';
  });
  return { text, values };
}

/** SQL text that the program itself wrote, never text from a file or a person. */
export function raw(text: string): Fragment {
  return { text, values: [] };
}

/** A quoted identifier. */
export function name(identifier: string): Fragment {
  return raw(quoteName(identifier));
}

/** Fragments with `separator` between them. */
export function join(parts: readonly Fragment[], separator: string): Fragment {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) };
}

/** The statement as DuckDB takes it: placeholders `$1…$n` and the values to bind. */
export function toStatement(fragment: Fragment): { sql: string; params: readonly SqlScalar[] } {
  let i = 0;
  return { sql: fragment.text.replaceAll(HOLE, () => `$${++i}`), params: fragment.values };
}
