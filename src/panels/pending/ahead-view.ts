import type { FigureView } from '../../charts/frame/figure-view.ts';
import type { ControlBand, LinePoint, LineView } from '../../charts/line/line-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import { addMonths } from '../../lib/date.ts';
import { decimalsOf } from '../../lib/number.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatCount, formatMonth, formatNumber } from '../../text/format.ts';
import { missingSentence } from '../../text/figures.ts';
import { aheadTitle, METHOD, PENDING, tooShort } from '../../text/pending.ts';
import type { FlowMonth, LookAhead, StockAhead } from './look-ahead.ts';

/** Months of the past that are drawn before the forecast. */
const SHOWN_MONTHS = 18;

/** The neighbouring whole months of an answer, from the first with a filing and a closing on; the reason where none can be read. */
export function toFlowMonths({ table }: AnsweredQuery): {
  readonly months: readonly FlowMonth[];
  readonly missing: string | null;
} {
  const [incoming, resolved, pending] = ['incoming', 'resolved', 'pending'].map((id) => table.measures[id]);
  const missing = [incoming, resolved, pending].map((measure) => measure?.missing.at(-1) ?? null);
  const withheld = missing.find((reason) => reason?.startsWith('slice:') || reason?.startsWith('missing-column:'));
  if (withheld != null) return { months: [], missing: withheld };
  const months = (table.periodStart ?? []).flatMap((start, i) => {
    const [filed, closed, open] = [incoming?.value[i], resolved?.value[i], pending?.value[i]];
    return filed == null || closed == null || open == null
      ? []
      : [{ start, incoming: filed, resolved: closed, pending: open }];
  });
  // Before the first closing the data hold what was left of older filings, not the flow of those months.
  const first = months.findIndex((month) => month.resolved > 0 && month.incoming > 0);
  return { months: first === -1 ? [] : months.slice(first), missing: null };
}

/** Why nothing can be said of what lies ahead. */
export function missingText(reason: string, locale: Locale): string {
  return missingSentence(reason, undefined)[locale];
}

export interface AheadContext {
  readonly locale: Locale;
  readonly monthStartDay: number;
  readonly caption: readonly string[];
  readonly isPending: boolean;
}

export interface AheadView {
  readonly figure: FigureView;
  readonly line: LineView;
}

/** The stock so far and, dashed, the one expected if nothing changes, with its 95 % range month by month. */
export function toAheadView(ahead: LookAhead, context: AheadContext): AheadView {
  const { locale } = context;
  const name = (start: string) => nameOf(start, context.monthStartDay);
  const last = ahead.stocks.at(-1);
  const past = ahead.months.slice(-SHOWN_MONTHS);
  return {
    figure: {
      title:
        last === undefined
          ? PENDING.ahead[locale]
          : aheadTitle(name(last.start), last.mean, last.lower95, last.upper95)[locale],
      subtitle: methodText(ahead, locale),
      caption: [PENDING.springFestival[locale], PENDING.wholePopulation[locale], ...context.caption],
      status:
        last === undefined
          ? { kind: 'too-small', reason: tooShort(ahead.months.length)[locale] }
          : { kind: context.isPending ? 'pending' : 'ready' },
      table: {
        caption: PENDING.ahead[locale],
        columns: [
          { id: 'month', label: PENDING.month[locale], align: 'start' },
          { id: 'pending', label: PENDING.history[locale], align: 'end' },
          { id: '80', label: PENDING.range80[locale], align: 'end' },
          { id: '95', label: PENDING.range95[locale], align: 'end' },
        ],
        rows: [
          ...past.map((month): TableRow => ({
            id: month.start,
            cells: [
              { text: formatMonth(name(month.start), locale) },
              { text: formatCount(month.pending), value: month.pending },
              { text: '' },
              { text: '' },
            ],
          })),
          ...ahead.stocks.map((stock) => expectedRow(stock, name(stock.start), locale)),
        ],
      },
    },
    line: toLine(ahead, past, name, locale),
  };
}

function methodText({ method, months, pairs }: LookAhead, locale: Locale): string {
  if (method === 'none') return '';
  return method === 'seasonal' ? METHOD.seasonal(months.length, pairs)[locale] : METHOD.short(months.length)[locale];
}

function expectedRow(stock: StockAhead, month: string, locale: Locale): TableRow {
  const range = (low: number, high: number) => `${formatNumber(low, 0)}–${formatNumber(high, 0)}`;
  const published = { metric: 'pending_expected', variant: null, group: month.slice(0, 7) };
  return {
    id: `expected ${stock.start}`,
    cells: [
      { text: `${formatMonth(month, locale)}(${PENDING.expected[locale]})` },
      { text: formatNumber(stock.mean, 0), value: stock.mean, published },
      { text: range(stock.lower80, stock.upper80) },
      { text: range(stock.lower95, stock.upper95) },
    ],
  };
}

function toLine(
  ahead: LookAhead,
  past: readonly FlowMonth[],
  name: (start: string) => string,
  locale: Locale,
): LineView {
  const points = past.map(({ start, pending }): LinePoint => pointOf(name(start), pending, '', locale));
  const joint = points.at(-1);
  const expected = ahead.stocks.map((stock) => {
    const range = `${PENDING.range95[locale]} ${formatNumber(stock.lower95, 0)}–${formatNumber(stock.upper95, 0)}`;
    return pointOf(name(stock.start), stock.mean, range, locale);
  });
  const last = ahead.stocks.at(-1);
  return {
    summary: last === undefined ? '' : aheadTitle(name(last.start), last.mean, last.lower95, last.upper95)[locale],
    grain: 'month',
    axis: {
      unit: PENDING.axis[locale],
      formatTick: (value, step) => formatNumber(value, decimalsOf(step)),
      bounds: [0, Infinity],
    },
    series: [
      { id: 'pending', label: PENDING.history[locale], tone: 'pooled', points },
      {
        id: 'expected',
        label: PENDING.expected[locale],
        tone: 'expected',
        points: joint === undefined ? expected : [joint, ...expected],
      },
    ],
    bands: ahead.stocks.map((stock): ControlBand => ({
      from: name(stock.start),
      to: name(stock.start),
      low: stock.lower95,
      high: stock.upper95,
      centre: null,
    })),
  };
}

function pointOf(date: string, value: number, detail: string, locale: Locale): LinePoint {
  return {
    date,
    value,
    text: formatCases(Math.round(value), locale),
    detail,
    period: formatMonth(date, locale),
  };
}

/** First day of the calendar month after which a statistical month is named. */
function nameOf(start: string, monthStartDay: number): string {
  return `${(monthStartDay === 1 ? start : addMonths(start, 1)).slice(0, 7)}-01`;
}
