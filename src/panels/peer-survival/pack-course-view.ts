import type { SurvivalCurveView, SurvivalPoint } from '../../charts/survival/survival-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import type { PackCourse } from '../../query/pack-courses.ts';
import { PEER_SURVIVAL } from '../../text/benchmark-charts.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
import { formatCases, formatCount, formatDays, formatInterval, formatPercent } from '../../text/format.ts';
import { READ_AT } from '../duration/open-share.ts';

/** The courts of packs as a curve: the middle of where the share lies for certain, with that as its band. */
export function toPackCurve(course: PackCourse, end: number, locale: Locale): SurvivalCurveView {
  const start: SurvivalPoint = { time: 0, share: 1, lower: 1, upper: 1, text: formatPercent(1), detail: '' };
  const points = course.steps.filter(({ days }) => days <= end).map((step) => toPoint(step, course, locale));
  const newest = points.at(-1) ?? start;
  const last = Math.min(course.cut, end);
  return {
    id: 'packs',
    label: PEER_SURVIVAL.packs(course.year)[locale],
    tone: 'expected',
    points: [
      ...(points[0]?.time === 0 ? [] : [start]),
      ...points,
      ...(newest.time < last ? [{ ...newest, time: last }] : []),
    ],
    hasBand: true,
  };
}

function toPoint(
  { days, lower, upper }: PackCourse['steps'][number],
  { n }: PackCourse,
  locale: Locale,
): SurvivalPoint {
  const share = (lower + upper) / 2;
  const detail = `${formatInterval(lower, upper, 'ratio', 1, locale)} · ${formatCases(n, locale)}`;
  return { time: days, share, lower, upper, text: formatPercent(share), detail };
}

/** The same as a row of the table: where median and shares lie for certain. */
export function toPackRow(course: PackCourse, locale: Locale): TableRow {
  const median = medianOf(course);
  return {
    id: 'packs',
    cells: [
      { text: PEER_SURVIVAL.packs(course.year)[locale] },
      { text: formatCount(course.n), value: course.n },
      { text: '—' },
      median === null
        ? { text: DURATION.afterCut[locale], value: null }
        : {
            text:
              median.lower === median.upper ? formatDays(median.upper, 0, locale) : `${median.lower}–${median.upper}`,
          },
      ...READ_AT.map((days) => {
        const bounds = days > course.cut ? null : boundsAt(course, days);
        return bounds === null
          ? { text: '—', value: null }
          : { text: formatInterval(bounds.lower, bounds.upper, 'ratio', 1, locale) };
      }),
    ],
  };
}

/** Between which days half of the cases are closed; null where that is not known. */
export function medianOf({ steps }: PackCourse): { readonly lower: number; readonly upper: number } | null {
  const lower = steps.find((step) => step.lower <= 0.5)?.days;
  const upper = steps.find((step) => step.upper <= 0.5)?.days;
  return lower === undefined || upper === undefined ? null : { lower, upper };
}

function boundsAt({ steps }: PackCourse, days: number): { readonly lower: number; readonly upper: number } {
  return steps.filter((step) => step.days <= days).at(-1) ?? { lower: 1, upper: 1 };
}
