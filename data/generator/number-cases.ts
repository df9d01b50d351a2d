import { fromEpochDay, splitIso } from '../../src/lib/date.ts';
import type { SampleCase } from './sample-case.ts';

/** Gives every case its 案号: by court, 类型代字 and year of filing, 1, 2, 3 … in the order of filing. */
export function numberCases(cases: readonly SampleCase[], codeOf: (one: SampleCase) => string): readonly SampleCase[] {
  const last = new Map<string, number>();
  return [...cases]
    .sort((a, b) => a.filedOn - b.filedOn)
    .map((one) => {
      const prefix = `(${splitIso(fromEpochDay(one.filedOn))[0]})${codeOf(one)}${one.type}`;
      const serial = (last.get(prefix) ?? 0) + 1;
      last.set(prefix, serial);
      return { ...one, caseNumber: `${prefix}${serial}号` };
    });
}
