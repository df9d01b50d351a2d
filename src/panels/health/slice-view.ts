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
}

const NAMED_COURTS = 3;

/** Which lists are slices, and what that switches off. */
export function toSliceViews(slices: readonly Slice[], locale: Locale): readonly SliceView[] {
  return slices.map((slice, i) => {
    const { kind, courts, rows, isCertain } = slice;
    const names = courts.map((court) => court ?? HEALTH.noCourt[locale]);
    const of = names.length > NAMED_COURTS ? HEALTH.courts(names.length)[locale] : names.join('、');
    const note = kind === 'filed-in-year' && !isCertain ? ` ${HEALTH.shareOnly[locale]}` : '';
    return {
      id: `${i} ${kind}`,
      title: HEALTH.sliceOf(of, sliceName(kind)[locale], formatCount(rows))[locale],
      why: `${sliceSentence(kind)[locale]}。`.replace('。。', '。') + note,
    };
  });
}
