import type { SqlScalar } from './fragment.ts';
import { quoteLiteral } from './quote.ts';

/**
 * Tokens of SQL in which a `$1` is no placeholder: literals, quoted names and comments; then the placeholder itself.
 * `E'…'` and `$tag$…$tag$` literals are not known here: no layer of this project writes them.
 */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\d+)/g;

/**
 * SQL with its values put in as literals, for an engine call that takes no values. Throws a RangeError where a
 * placeholder has no value or a value no placeholder, as binding would.
 */
export function bindLiterals(sql: string, params: readonly SqlScalar[]): string {
  const used = new Set<number>();
  const text = sql.replace(TOKEN, (token: string, digits?: string) => {
    if (digits === undefined) return token;
    const position = Number(digits);
    const value = params[position - 1];
    if (value === undefined) throw new RangeError(`No value for placeholder $${position}`);
    used.add(position);
    return toLiteral(value);
  });
  if (used.size < params.length) throw new RangeError(`${params.length} values for ${used.size} placeholders`);
  return text;
}

/** Negative numbers stand in parentheses: `a - $1` must not become the comment `a --1`. */
function toLiteral(value: SqlScalar): string {
  const literal = quoteLiteral(value);
  return typeof value === 'number' && literal.startsWith('-') ? `(${literal})` : literal;
}
