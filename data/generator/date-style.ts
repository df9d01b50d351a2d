import { fromEpochDay, splitIso } from '../../src/lib/date.ts';

/** How a system prints a day. */
export type DateStyle = 'iso' | 'slash' | 'dot' | 'chinese' | 'compact';

export function formatDay(day: number, style: DateStyle): string {
  const iso = fromEpochDay(day);
  const [year, month, date] = splitIso(iso);
  switch (style) {
    case 'iso':
      return iso;
    case 'slash':
      return `${year}/${month}/${date}`;
    case 'dot':
      return `${year}.${month}.${date}`;
    case 'chinese':
      return `${year}年${month}月${date}日`;
    case 'compact':
      return iso.replaceAll('-', '');
  }
}
