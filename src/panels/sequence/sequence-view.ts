import { CONFIGURATION } from '../../metrics/configuration.ts';
import type { FollowedCases } from '../../query/cohort-followed.ts';
import type { MetricRef } from '../../query/metric-query.ts';
import type { AnsweredQuery } from '../../state/metric-result.svelte.ts';
import { toRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import type { Locale } from '../../text/bilingual.ts';
import { formatCases, formatFigure, formatNumber, formatPercent } from '../../text/format.ts';
import { COLUMN_LABELS } from '../../text/filters.ts';
import { SEQUENCE, withAppealsSentence } from '../../text/sequence.ts';
import { labelWithVariant } from '../definition/definition-view.ts';
import { figureAt, publishedOf } from '../figure/figure.ts';
import {
  type LinkedCell,
  type LinkedRow,
  type LinkedTableView,
  numbers,
  type Opens,
  words,
} from '../reversal/linked-table.ts';

/** The steps of a dispute in their order; other kinds of proceeding follow by their number. */
const STEPS = ['一审', '二审', '再审审查', '再审', '首次执行', '恢复执行', '执行审查'];
/** Below this many entries a cause has no ratio. */
const FEWEST_ENTRIES = 30;
/** Causes shown. */
const MOST_CAUSES = 20;

/** Appeals filed against the chosen courts that none of them filed itself; null where there are none, or they did. */
export function appealsElsewhere(levels: AnsweredQuery, appeals: AnsweredQuery | null): number | null {
  const hasOwn = levels.table.groups.level?.includes('二审') === true;
  const count = appeals === null ? null : figureAt(appeals.table, { id: 'appeal_rate', variant: 'c' }, 0)?.numerator;
  return hasOwn || count === undefined || count === null || count === 0 ? null : count;
}

/** The ratio with these appeals among the pieces, in words; null where it cannot be formed. */
export function toRatioWithAppeals({ table }: AnsweredQuery, appeals: number, locale: Locale): string | null {
  const figure = figureAt(table, { id: 'case_piece_ratio', variant: 'a' }, 0);
  if (figure?.numerator == null || figure.denominator === null || figure.denominator === 0) return null;
  const pieces = figure.numerator + appeals;
  const ratio = formatNumber(pieces / figure.denominator, figure.definition.digits);
  return withAppealsSentence(ratio, formatNumber(pieces), formatNumber(figure.denominator))[locale];
}

/**
 * Incoming of each kind of proceeding, in the order of the steps; null where nothing was filed.
 *
 * @param elsewhere appeals that lie with the upper court, null = none
 */
export function toChainTable(
  { table }: AnsweredQuery,
  elsewhere: number | null,
  locale: Locale,
): LinkedTableView | null {
  const rows = (table.groups.level ?? []).flatMap((level, row) => {
    const figure = figureAt(table, { id: 'incoming' }, row);
    return figure?.value == null || figure.value === 0 ? [] : [{ level, figure, count: figure.value }];
  });
  if (rows.length === 0) return null;
  const placeOf = (level: string | null) => {
    const place = level === null ? -1 : STEPS.indexOf(level);
    return place < 0 ? STEPS.length : place;
  };
  const sorted = rows.sort((a, b) => placeOf(a.level) - placeOf(b.level) || b.count - a.count);
  const first = rows.find(({ level }) => level === '一审')?.count ?? 0;
  return {
    caption: SEQUENCE.chain[locale],
    columns: [
      words('level', SEQUENCE.level[locale]),
      numbers('incoming', SEQUENCE.incoming[locale]),
      numbers('per', SEQUENCE.perFirst[locale]),
    ],
    rows: withElsewhere(
      sorted.map(({ level, figure, count }) => ({
        id: level ?? '∅',
        cells: [
          { text: level ?? APP.unknown[locale] },
          {
            text: formatCases(count, locale),
            value: count,
            published: publishedOf(figure, level),
            opens: { metric: 'incoming', group: { level: [level] } },
          },
          { text: perHundred(count, first) },
        ],
      })),
      elsewhere,
      first,
      locale,
    ),
  };
}

function perHundred(count: number, first: number): string {
  return first === 0 ? '—' : formatNumber((100 * count) / first, 1);
}

/** Appeals in the upper court stand after the first instance. */
function withElsewhere(
  rows: readonly LinkedRow[],
  count: number | null,
  first: number,
  locale: Locale,
): readonly LinkedRow[] {
  if (count === null) return rows;
  const row: LinkedRow = {
    id: 'elsewhere',
    cells: [
      { text: SEQUENCE.upperCourt[locale] },
      {
        text: formatCases(count, locale),
        value: count,
        opens: { metric: 'appeal_rate', variant: 'c', part: 'numerator' },
      },
      { text: perHundred(count, first) },
    ],
  };
  const [head, ...rest] = rows;
  return head?.id === '一审' ? [head, row, ...rest] : [row, ...rows];
}

/** What followed the first-instance cases closed in the period; null where none was closed. */
export function toFollowedTable(followed: FollowedCases, locale: Locale): LinkedTableView | null {
  const { closed } = followed;
  if (closed === 0) return null;
  const cohort = { metric: 'appeal_rate', variant: 'd', part: 'denominator' } as const;
  const row = (id: 'appealed' | 'retrial' | 'enforced', opens: Opens): LinkedRow => {
    const { count, missing } = followed[id];
    const label = { text: SEQUENCE[id][locale] };
    if (count === null) {
      const reason = SEQUENCE[missing === 'not-linked' ? 'cannotLink' : 'noneLoaded'][locale];
      return { id, cells: [label, { text: reason, value: null }, { text: '—' }] };
    }
    const published = { metric: 'followed', variant: null, n: count, group: id };
    const share = { metric: 'followed_share', variant: null, numerator: count, denominator: closed, group: id };
    return {
      id,
      cells: [
        label,
        { text: formatCases(count, locale), value: count, published, opens },
        { text: formatPercent(count / closed), value: count / closed, published: share, opens },
      ],
    };
  };
  const total: LinkedRow = {
    id: 'closed',
    isInForce: true,
    cells: [
      { text: SEQUENCE.closed[locale] },
      {
        text: formatCases(closed, locale),
        value: closed,
        opens: cohort,
      },
      { text: '' },
    ],
  };
  return {
    caption: SEQUENCE.followed[locale],
    columns: [
      words('step', SEQUENCE.step[locale]),
      numbers('cases', SEQUENCE.cases[locale]),
      numbers('share', SEQUENCE.share[locale]),
    ],
    rows: [
      total,
      row('appealed', { metric: 'appeal_rate', variant: 'd', part: 'numerator' }),
      row('retrial', { ...cohort, range: { kind: 'retried', from: null, to: null } }),
      row('enforced', { ...cohort, range: { kind: 'enforced', from: null, to: null } }),
    ],
  };
}

/** The ratio of each cause over three years, the causes with most entries first; null where no cause has enough. */
export function toCauseTable(ref: MetricRef, { table, query }: AnsweredQuery, locale: Locale): LinkedTableView | null {
  const rows = (table.groups.cause ?? []).flatMap((cause, row) => {
    const figure = figureAt(table, ref, row);
    const isEnough = figure !== null && (figure.denominator ?? 0) >= FEWEST_ENTRIES && figure.value !== null;
    return isEnough ? [{ cause, figure }] : [];
  });
  const [first] = rows;
  if (first === undefined) return null;
  const { from, to } = toRange(query.period);
  const shown = rows.sort((a, b) => (b.figure.denominator ?? 0) - (a.figure.denominator ?? 0)).slice(0, MOST_CAUSES);
  return {
    caption: SEQUENCE.byCause[locale],
    columns: [
      words('cause', COLUMN_LABELS['cause']?.[locale] ?? 'cause'),
      numbers('ratio', labelWithVariant(first.figure.definition, first.figure.variant)[locale]),
      numbers('pieces', SEQUENCE.pieces[locale]),
      numbers('entries', locale === 'zh' ? '案' : 'Cases'),
    ],
    rows: shown.map(({ cause, figure }) => {
      const { definition, value, numerator, denominator } = figure;
      const opens = { metric: definition.id, variant: ref.variant ?? null, group: { cause: [cause] }, from, to };
      const part = (side: 'numerator' | 'denominator', count: number | null): LinkedCell => ({
        text: count === null ? '—' : formatCases(count, locale),
        value: count,
        opens: { ...opens, part: side },
      });
      return {
        id: cause ?? '∅',
        cells: [
          { text: cause ?? APP.unknown[locale] },
          {
            text: formatFigure(value ?? 0, definition.unit, definition.digits, locale),
            value,
            published: publishedOf(figure, cause),
          },
          part('numerator', numerator),
          part('denominator', denominator),
        ],
      };
    }),
  };
}

/** The lists of type codes that decide what counts, as they are set. */
export function codeLists(locale: Locale): readonly { readonly term: string; readonly text: string }[] {
  const separator = locale === 'zh' ? '、' : ', ';
  return [
    { term: SEQUENCE.pieces[locale], text: CONFIGURATION.pieceTypeCodes.values.join(separator) },
    { term: SEQUENCE.entriesA[locale], text: CONFIGURATION.entryTypeCodes.values.join(separator) },
    { term: SEQUENCE.entriesB[locale], text: CONFIGURATION.trialEntryTypeCodes.values.join(separator) },
  ];
}
