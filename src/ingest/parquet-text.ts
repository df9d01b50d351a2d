import type { ParquetParsers } from 'hyparquet';

const MS_PER_DAY = 86_400_000;
const decoder = new TextDecoder();

/**
 * Values of Parquet's types as the text that a CSV would have: days and moments in ISO, moments that are known to be UTC
 * with Z, numbers in plain digits.
 */
export const TEXT_PARSERS: Partial<ParquetParsers> = {
  dateFromDays: (days) => dayText(days),
  timestampFromMilliseconds: (millis) => momentText(Number(millis)),
  timestampFromMicroseconds: (micros) => momentText(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos) => momentText(Number(nanos / 1_000_000n)),
  stringFromBytes: (bytes) => decoder.decode(bytes),
  jsonFromBytes: (bytes) => decoder.decode(bytes),
  geometryFromBytes: () => '',
  geographyFromBytes: () => '',
};

function dayText(days: number): string {
  const day = new Date(days * MS_PER_DAY);
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

function momentText(millis: number): string {
  const moment = new Date(millis);
  return Number.isNaN(moment.getTime())
    ? ''
    : moment
        .toISOString()
        .replace('T', ' ')
        .replace(/\.000Z$|Z$/, '');
}

/** A decoded value as text; `scale` = digits behind the point of a DECIMAL, whose digits come without it. */
export function cellText(value: unknown, scale: number | null): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (scale !== null) return decimalText(toUnscaled(value), scale);
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (Array.isArray(value)) return value.map((part) => cellText(part, null)).join('、');
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/** The digits of a DECIMAL: a whole number, or its bytes as a big-endian two's complement. */
function toUnscaled(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(Math.trunc(value));
  if (!(value instanceof Uint8Array)) return 0n;
  const digits = value.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, digits);
}

function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
