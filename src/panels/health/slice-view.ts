import type { Slice } from '../../query/slice-figures.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCount } from '../../text/format.ts';
import { HEALTH } from '../../text/health.ts';
import { sliceName, sliceSentence } from '../../text/slices.ts';

/** A slice as it is named on the screen. */
export interface SliceView {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Names of the courts where they are too many for the title; absent = the title names them. */
  readonly courts?: readonly string[];
}

const NAMED_COURTS = 3;

/** More slices of one kind are told as one. */
const MOST_TOLD = 3;

/** Which lists are slices, and what that switches off. */
export function toSliceViews(slices: readonly Slice[], locale: Locale): readonly SliceView[] {
  return joinAlike(slices).map((slice, i) => {
    const { kind, courts, rows, isCertain } = slice;
    const names = courts.map((court) => court ?? HEALTH.noCourt[locale]);
    const of = names.length > NAMED_COURTS ? HEALTH.courts(names.length)[locale] : names.join('、');
    const note = kind === 'filed-in-year' && !isCertain ? ` ${HEALTH.shareOnly[locale]}` : '';
    return {
      id: `${i} ${kind}`,
      title: HEALTH.sliceOf(of, sliceName(kind)[locale], formatCount(rows))[locale],
      why: `${sliceSentence(kind)[locale]}。`.replace('。。', '。') + note,
      courts: names.length > NAMED_COURTS ? names : [],
    };
  });
}

function joinAlike(slices: readonly Slice[]): readonly Slice[] {
  const groups = new Map<string, Slice[]>();
  for (const slice of slices) {
    const key = `${slice.kind} ${slice.isCertain}`;
    groups.set(key, [...(groups.get(key) ?? []), slice]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length <= MOST_TOLD) return group;
    const courts = [...new Set(group.flatMap((slice) => slice.courts))];
    return [{ ...first, courts, rows: group.reduce((sum, { rows }) => sum + rows, 0) }];
  });
}
