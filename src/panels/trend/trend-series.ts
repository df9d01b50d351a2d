import type { LinePoint, LineSeries } from '../../charts/line/line-view.ts';
import { addDays } from '../../lib/date.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatPeriod } from '../../text/format.ts';
import { TREND } from '../../text/figures.ts';
import { isYoung } from '../figure/young.ts';
import { countText, isFew, valueText, type Figure } from '../figure/figure.ts';
import { judgedByStart } from '../signals/control-bands.ts';
import type { JudgedPeriod } from '../signals/control-limits.ts';
import { markText } from '../signals/control-words.ts';
import type { Group, TrendInput } from './trend-group.ts';
import { endOfGrain, namedAfter } from './trend-query.ts';

/** The line of one group, its incomplete and its marked periods named. */
export function toSeries(group: Group, input: TrendInput, tone: LineSeries['tone'], index: number): LineSeries {
  const { answer, locale, definition } = input;
  const grain = answer.query.grain ?? 'month';
  const judged = input.control?.kind === 'limits' ? judgedByStart(input.control) : null;
  return {
    id: `${index} ${group.name}`,
    label: group.name === '' ? definition.label[locale] : group.name,
    tone,
    points: group.figures.map((figure, i) => {
      const start = group.starts[i] ?? answer.query.period.start;
      const end = endOfGrain(start, grain);
      const isPartial =
        end > answer.query.period.end || isAfter(end, input.asOf) || isYoung(figure.variant, end, input.asOf);
      const point = toPoint(figure, namedAfter(start, answer.query.monthStartDay ?? 1), input, isPartial);
      return withMark(point, judged?.get(start), locale);
    }),
  };
}

/** The id of the line of the previous year. */
export const PREVIOUS_SERIES = 'previous';
/** The series of the variant laid beside the one in force. */
export const BESIDE_SERIES = 'beside';

/** Last year's values at this year's places, each with the name of its own period. */
export function toPreviousSeries(group: Group, input: TrendInput): LineSeries {
  const { locale, answer } = input;
  const startDay = answer.query.monthStartDay ?? 1;
  const places = (answer.table.periodStart ?? []).map((start) => namedAfter(start, startDay));
  return {
    id: PREVIOUS_SERIES,
    label: TREND.previousYear[locale],
    tone: 'previous',
    points: group.figures.map((figure, i) => {
      const own = toPoint(figure, namedAfter(group.starts[i] ?? '', startDay), input, false);
      return { ...own, date: places[i] ?? own.date };
    }),
  };
}

function toPoint(figure: Figure, date: string, { answer, locale }: TrendInput, isPartial: boolean): LinePoint {
  return {
    date,
    value: isFew(figure) ? null : figure.value,
    text: valueText(figure, locale),
    detail: countText(figure, locale),
    period: formatPeriod(date, answer.query.grain ?? 'month', locale),
    isPartial,
  };
}

/** Rings a point that a rule marks, and says which. */
function withMark(point: LinePoint, period: JudgedPeriod | undefined, locale: Locale): LinePoint {
  const words = markText(period, locale);
  if (words === '') return point;
  const detail = [point.detail, words].filter((part) => part !== '').join(' · ');
  return { ...point, detail, isMarked: true };
}

/** The period ends after the last day that the data know of. */
export function isAfter(end: string, asOf: string | null): boolean {
  return asOf !== null && end > addDays(asOf, 1);
}
