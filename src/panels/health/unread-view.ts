import { CATALOG } from '../../metrics/index.ts';
import { isDecidedBy, countsAppeals, MOST_UNREAD, UNREAD_COLUMNS, unreadShare } from '../../query/unread-words.ts';
import type { Gaps } from '../../query/withhold-incomplete.ts';
import type { Bilingual, Locale } from '../../text/bilingual.ts';
import { formatPercent } from '../../text/format.ts';
import { UNREAD } from '../../text/unread.ts';
import type { SliceView } from './slice-view.ts';

/** Shares below this are left to 数据体检: the figures they touch move by less than they are printed with a change. */
const LEAST = 0.02;

/** Which words are not known of how many closed cases, and what that does to which figures; one line per share. */
export function toUnreadViews({ unread: counts, presentColumns }: Gaps, locale: Locale): readonly SliceView[] {
  return UNREAD_COLUMNS.flatMap((column) => {
    const others = (name: string) => name !== 'closing_bucket' || !presentColumns.includes('closing_raw');
    const touched = CATALOG.flatMap(({ label, variants: [variant] }) => {
      const isComputable = variant.requires.filter(others).every((name) => presentColumns.includes(name));
      if (!isComputable || !isDecidedBy(variant, column)) return [];
      const share = unreadShare(variant, column, counts);
      return share < LEAST
        ? []
        : [{ label, share, population: countsAppeals(variant) ? UNREAD.appeals : variant.population }];
    });
    const populations = [...new Set(touched.map(({ population }) => population.zh))];
    return populations.map((of): SliceView => {
      const own = touched.filter(({ population }) => population.zh === of);
      const share = Math.max(...own.map((one) => one.share));
      const [percent, kind] = [formatPercent(share, 1), own[0]?.population ?? { zh: of, en: of }];
      const names: Bilingual = {
        zh: own.map(({ label }) => label.zh).join('、'),
        en: own.map(({ label }) => label.en).join(', '),
      };
      const why = share >= MOST_UNREAD ? UNREAD.withheld(names) : UNREAD.shown(names, percent);
      return { id: `${column} ${of}`, title: UNREAD.title(kind, column, percent)[locale], why: why[locale] };
    });
  });
}
