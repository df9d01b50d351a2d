import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';
import type { NumberStyle } from './reading-style.ts';

const UNIT: Readonly<Record<string, number>> = {
  '': 1,
  元: 1,
  圆: 1,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};
const CURRENCY = /^(?:人民币|rmb|cny|¥|¥|r\$|\$)/i;

/**
 * The amount in yuan of a text.
 * @param columnUnit yuan per unit where the heading says 万元 (10 000)
 * @param style what parts the decimals; auto = told by each text
 */
export function parseAmount(raw: string, columnUnit: number, style: NumberStyle = 'auto'): ParsedValue {
  const text = withoutSpaces(foldCell(raw));
  if (text === '') return taken(null);
  if (isPlaceholder(text)) return missing('placeholder');
  const match = /^([-+]?)([\d.,]+(?:e[-+]?\d{1,2})?)(元|圆|万元|万|亿元|亿)?整?$/i.exec(text.replace(CURRENCY, ''));
  const number = match === null ? null : toNumber(match[2] ?? '', style);
  if (match === null || number === null) return missing('amount_unparsable');
  const own = match[3] ?? '';
  const unit = own === '' ? columnUnit : (UNIT[own] ?? 1);
  const yuan = Number((number * unit).toFixed(4)) * (match[1] === '-' ? -1 : 1);
  if (yuan < 0) return noted('amount_negative', 'noted', String(yuan));
  return unit === 1 ? taken(String(yuan)) : noted('amount_unit', 'converted', String(yuan));
}

/** Yuan per unit of a column, from its heading. */
export function unitOfLabel(label: string): number {
  if (/亿元|[((]亿[))]/.test(label)) return 100_000_000;
  return /万元|[((]万[))]/.test(label) ? 10_000 : 1;
}

/** Yuan per unit of a column: what its label says, else what is said above the header. */
export function amountUnit(label: string, titleUnit = 1): number {
  return /元|[((](?:万|亿)[))]/.test(label) ? unitOfLabel(label) : titleUnit;
}

/** Yuan per unit that a line above the header names, as in 单位:万元; 1 where none does, or where several are named. */
export function unitOfTitle(lines: readonly string[]): number {
  const units = lines.flatMap((line) => {
    const said = /单位\s*[::]\s*([^\s)）]*)/.exec(line.normalize('NFKC'))?.[1] ?? '';
    return said.includes('元') ? [unitOfLabel(said)] : [];
  });
  return units.length === 1 ? (units[0] ?? 1) : 1;
}

/** `1,234,567.89`, `1.234.567,89` and plain numbers; null where the separators contradict each other. */
function toNumber(text: string, style: NumberStyle): number | null {
  if (style === 'comma')
    return /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?$/.test(text)
      ? Number(text.replaceAll('.', '').replace(',', '.'))
      : null;
  if (style === 'point')
    return /^(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d*)(?:\.\d*)?$/.test(text) && /\d/.test(text)
      ? Number(text.replaceAll(',', ''))
      : null;
  if (/^\d+(?:\.\d*)?(?:e[-+]?\d+)?$|^\.\d+$/i.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text) || /^\d+,\d{2}$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'));
  return null;
}
