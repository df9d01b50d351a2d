import { addDays, daysBetween } from '../../src/lib/date.ts';
import { createRandom } from '../../src/lib/random.ts';

/** A case of a court that exists only in tests. */
export interface SimulatedCase {
  readonly caseNo: string;
  readonly filedOn: string;
  /** Null = pending at `until`. */
  readonly resolvedOn: string | null;
}

/**
 * Everything that a court filed from `opened` to `until`, `perYear` cases a year at even odds on every day, each taking
 * an exponential time of mean `meanDays`.
 */
export function simulateCourt(
  seed: number,
  code: string,
  { opened, until, perYear, meanDays }: { opened: string; until: string; perYear: number; meanDays: number },
): readonly SimulatedCase[] {
  const random = createRandom(seed, code);
  const span = daysBetween(opened, until) + 1;
  const offsets = Array.from({ length: Math.round((perYear * span) / 365) }, () => random.below(span));
  const serials = new Map<string, number>();
  return offsets
    .sort((a, b) => a - b)
    .map((offset) => {
      const filedOn = addDays(opened, offset);
      const year = filedOn.slice(0, 4);
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      const resolvedOn = addDays(filedOn, Math.ceil(-Math.log(1 - random.next()) * meanDays));
      return {
        caseNo: `(${year})${code}民初${serial}号`,
        filedOn,
        resolvedOn: resolvedOn > until ? null : resolvedOn,
      };
    });
}

/** What the court's system exports in full from `from` on: all that was pending then, and all that came since. */
export function exportSince(cases: readonly SimulatedCase[], from: string): readonly SimulatedCase[] {
  return cases.filter(({ resolvedOn }) => resolvedOn === null || resolvedOn >= from);
}

/** The cases as a list with the columns of a court's export. */
export function toListText(cases: readonly SimulatedCase[], court = '示例市人民法院'): string {
  const rows = cases.map(({ caseNo, filedOn, resolvedOn }) =>
    [caseNo, court, filedOn, resolvedOn ?? '', resolvedOn === null ? '' : '判决'].join(','),
  );
  return `案号,经办法院,立案日期,结案日期,结案方式\n${rows.join('\n')}\n`;
}
