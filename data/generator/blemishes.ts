import { createRandom } from '../../src/lib/random.ts';
import type { SampleCell } from './columns.ts';
import { formatDay, type DateStyle } from './date-style.ts';
import { SEED } from './parameters.ts';

type Row = readonly SampleCell[];

/** What is wrong with the own court's first-instance list, and in how many rows; no row has two faults. */
export const BLEMISHES = {
  chineseFilingDate: 12,
  compactFilingDate: 9,
  separatedAmount: 8,
  amountInTenThousands: 4,
  spacedJudge: 10,
  unknownClosing: 3,
  impossibleResolution: 2,
  zeroFilingDate: 1,
  resolvedBeforeFiled: 2,
  duplicate: 6,
} as const;

type Fault = Exclude<keyof typeof BLEMISHES, 'duplicate'>;

/** The rows with faults put in, and with some rows twice; the same rows on every call. */
export function blemishRows(labels: readonly string[], rows: readonly Row[]): readonly Row[] {
  const column = (label: string) => labels.indexOf(label);
  const eligible = rows.map((_, i) => i).filter((i) => isPlain(rows[i] ?? [], column));
  const chosen = shuffle(eligible);
  const faultOf = new Map<number, Fault>();
  for (const [fault, count] of Object.entries(BLEMISHES)) {
    if (fault === 'duplicate' || !isFault(fault)) continue;
    for (let k = 0; k < count; k++) faultOf.set(chosen.pop() ?? 0, fault);
  }
  const twice = new Set(chosen.slice(0, BLEMISHES.duplicate));
  return rows.flatMap((row, i) => {
    const fault = faultOf.get(i);
    if (fault !== undefined) return [spoil(row, fault, column)];
    return twice.has(i) ? [row, row] : [row];
  });
}

function isFault(name: string): name is Fault {
  return name in BLEMISHES;
}

/** A resolved row with an amount: every fault fits it. */
function isPlain(row: Row, column: (label: string) => number): boolean {
  return dayAt(row, column('结案日期')) !== null && typeof row[column('诉讼标的金额')] === 'number';
}

function spoil(row: Row, fault: Fault, column: (label: string) => number): Row {
  const filed = column('立案日期');
  const amount = column('诉讼标的金额');
  const inStyle = (style: DateStyle) => formatDay(dayAt(row, filed) ?? 0, style);
  const money = Number(row[amount]);
  switch (fault) {
    case 'chineseFilingDate':
      return replaceAt(row, filed, inStyle('chinese'));
    case 'compactFilingDate':
      return replaceAt(row, filed, inStyle('compact'));
    case 'separatedAmount':
      return replaceAt(row, amount, `${String(money).replace(/\B(?=(\d{3})+$)/g, ',')}.00`);
    case 'amountInTenThousands':
      return replaceAt(row, amount, `${money / 10_000}万元`);
    case 'spacedJudge':
      return replaceAt(row, column('承办人'), ` ${[...String(row[column('承办人')])].join('\u3000')} `);
    case 'unknownClosing':
      return replaceAt(row, column('结案方式'), '网上流转结案');
    case 'impossibleResolution':
      return replaceAt(
        row,
        column('结案日期'),
        `${formatDay(dayAt(row, column('结案日期')) ?? 0, 'iso').slice(0, 7)}-32`,
      );
    case 'zeroFilingDate':
      return replaceAt(row, filed, '1900-01-01');
    case 'resolvedBeforeFiled':
      return replaceAt(row, column('结案日期'), { day: (dayAt(row, filed) ?? 0) - 20 });
  }
}

function replaceAt(row: Row, column: number, cell: SampleCell): Row {
  return row.map((old, i) => (i === column ? cell : old));
}

function dayAt(row: Row, column: number): number | null {
  const cell = row[column];
  return typeof cell === 'object' && cell !== null ? cell.day : null;
}

function shuffle(values: readonly number[]): number[] {
  const random = createRandom(SEED, 'blemishes');
  return values
    .map((value) => ({ value, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map((entry) => entry.value);
}
