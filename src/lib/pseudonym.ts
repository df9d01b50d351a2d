/** Without I and O, which read as digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const PER_LETTER = 99;
/** No name starts with it, so that a token in an address is never taken for a name. */
const TOKEN = /^~([A-HJ-NP-Z]+)(\d{2})$/;

/**
 * `roster` with the names that it lacks behind it. A name keeps its place for ever; new names come in an order that is
 * drawn, so that a place says nothing about a name.
 * @param draw uniform numbers; from a source that cannot be guessed where the names are to stay secret
 */
export function extendRoster(
  roster: readonly string[],
  names: readonly string[],
  draw: () => number,
): readonly string[] {
  const known = new Set(roster);
  const fresh = [...new Set(names)].filter((name) => !known.has(name)).map((name) => ({ name, order: draw() }));
  if (fresh.length === 0) return roster;
  return [...roster, ...fresh.sort((a, b) => a.order - b.order).map(({ name }) => name)];
}

/** The code of a place in the roster: 0 → A01, 98 → A99, 99 → B01, 24 × 99 → AA01. */
export function toCode(place: number): string {
  return `${toLetters(Math.floor(place / PER_LETTER))}${String((place % PER_LETTER) + 1).padStart(2, '0')}`;
}

/** What stands in an address for the name at `place`. */
export function toToken(place: number): string {
  return `~${toCode(place)}`;
}

/** The place of a token; null where `text` is none. */
export function parseToken(text: string): number | null {
  const [, letters, digits] = TOKEN.exec(text) ?? [];
  if (letters === undefined || digits === undefined || digits === '00') return null;
  const block = [...letters].reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter) + 1, 0) - 1;
  return block * PER_LETTER + Number(digits) - 1;
}

/** 0 → A, 23 → Z, 24 → AA, as columns of a workbook are named. */
function toLetters(block: number): string {
  const letter = LETTERS.charAt(block % LETTERS.length);
  return block < LETTERS.length ? letter : toLetters(Math.floor(block / LETTERS.length) - 1) + letter;
}
