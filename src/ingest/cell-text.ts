const OUTER = /^[\s\u00a0\u3000\u200b-\u200d\ufeff]+|[\s\u00a0\u3000\u200b-\u200d\ufeff]+$/g;
const INNER = /[\s\u00a0\u3000\u200b-\u200d\ufeff]+/g;

/** `text` without white space at its ends: spaces of every width, no-break and zero-width ones, tabs, line breaks. */
export function trimCell(text: string): string {
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) return text;
  return text.replace(OUTER, '');
}

/** Certainly no white space; a quick answer for nearly every cell. */
function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfe00);
}

/** `text` without any white space. */
export function withoutSpaces(text: string): string {
  return text.replace(INNER, '');
}

/** The mark by which a spreadsheet is told that a cell is text; copied out, it stands before the text itself. */
const TEXT_MARK = /^['‘’`](?=[\d(（\u4e00-\u9fff][^'‘’`]*$)/;

/** Full-width letters, digits and signs as half-width ones (NFKC), trimmed, without the mark of a text cell. */
export function foldCell(text: string): string {
  return withoutTextMark(trimCell(text.normalize('NFKC')));
}

/** `text` without the apostrophe before it. */
export function withoutTextMark(text: string): string {
  return text.replace(TEXT_MARK, '');
}

/** True for a cell that was written as a formula to keep its digits or to lead to a page. */
export function isFormula(text: string): boolean {
  return text.startsWith('="') || /^=hyperlink\(/i.test(text);
}

/** What such a cell shows: ="20250106" is 20250106, =HYPERLINK("…","20250106") too. */
export function withoutFormula(text: string): string {
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1).replaceAll('""', '"');
  return LINK.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

const LINK = /^=hyperlink\("(?:[^"]|"")*"[,;]\s*"((?:[^"]|"")*)"\)$/i;

/** Texts that systems and clerks write where there is no value. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-—–_/\\.*·]+|无|空|暂无|不详|未知|null|\(null\)|\\n|nan|n\/a|na|none|undefined|nat|#n\/a)$/i.test(text);
}
