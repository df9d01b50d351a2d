import type { Bilingual } from '../../text/bilingual.ts';
import { PASTED } from '../../text/peers.ts';

/** What a cell may hold: a whole number of cases or days, a rate in percent, a number of days. */
export type PrintedKind = 'count' | 'percent' | 'days';

/** A number as it was printed, or the sentence why it is none that can be read in one way only. */
export type PrintedNumber = { readonly value: number } | { readonly reason: Bilingual };

const NOTHING = /^$|^[-—–―─\s./…*]+$|^(无|n\/?a|null|none)$/i;
const GROUPED = [/^\d{1,3}(,\d{3})+(\.\d+)?$/, /^\d{1,3}([ \u00a0\u202f]\d{3})+(\.\d+)?$/] as const;

/**
 * Reads `1,234`, `1 234`, `３０９４`, `61.2%`, `12,5 %`, `56.7天`. What could be two numbers is refused, above all `3.094`:
 * three thousand and ninety-four in one country, three in another.
 */
export function parsePrinted(cell: string, kind: PrintedKind): PrintedNumber {
  // Full-width digits and signs are the same numbers. The comma of a Chinese keyboard becomes the plain one.
  const text = cell.normalize('NFKC').trim();
  if (NOTHING.test(text)) return { reason: PASTED.nothing(cell) };
  const hasPercent = text.endsWith('%');
  const bare = text.replace(/\s*(%|件|天|日)$/, '');
  if (kind !== 'percent' && hasPercent) return { reason: PASTED.percentForCount(cell) };
  if (/^-/.test(bare)) return { reason: PASTED.negative(cell) };
  if (/^0\d/.test(bare)) return { reason: PASTED.torn(cell) };
  const value = toNumber(bare, kind, hasPercent);
  if (value === 'either') return { reason: PASTED.either(cell) };
  if (value === null) return { reason: PASTED.noNumber(cell) };
  if (kind === 'count' && !Number.isInteger(value)) return { reason: PASTED.whole(cell) };
  if (kind !== 'percent') return { value };
  // A rate of 0.6 may be 60 % or 0.6 %.
  if (!hasPercent && value > 0 && value <= 1) return { reason: PASTED.percentSign(cell) };
  return { value: value / 100 };
}

function toNumber(bare: string, kind: PrintedKind, hasPercent: boolean): number | 'either' | null {
  if (/^\d+$/.test(bare)) return Number(bare);
  // Percentages have decimals and no thousands: 12,5 and 93.125 can be nothing else.
  if (kind === 'percent' && /^\d{1,3}\.\d+$/.test(bare)) return Number(bare);
  if (kind === 'percent' && hasPercent && /^\d{1,3},\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^\d{1,3}\.\d{3}$/.test(bare)) return 'either';
  if (kind === 'percent' && /^\d{1,3},\d{3}$/.test(bare)) return 'either';
  if (GROUPED.some((pattern) => pattern.test(bare))) return Number(bare.replace(/[, \u00a0\u202f]/g, ''));
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(bare)) return Number(bare.replaceAll('.', ''));
  return /^\d+\.\d+$/.test(bare) ? Number(bare) : null;
}
