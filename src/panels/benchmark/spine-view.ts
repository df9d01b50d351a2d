import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { SpineRow, SpineSpread, SpineView } from '../../charts/spine/spine-view.ts';
import type { TableRow } from '../../charts/table/table-view.ts';
import { findRange, standingIn, type ReasonableRange } from '../../metrics/reasonable-range.ts';
import type { OpenedFigure } from '../../state/opened-figure.ts';
import type { DayRange } from '../../state/period.ts';
import { APP } from '../../text/app.ts';
import { BENCHMARK } from '../../text/benchmark.ts';
import { peerCount, SPINE } from '../../text/benchmark-charts.ts';
import type { Locale } from '../../text/bilingual.ts';
import { TREND } from '../../text/figures.ts';
import { formatDayRange, formatFigure, formatInterval, formatNumber } from '../../text/format.ts';
import { partToOpen } from '../cases/predicate-words.ts';
import { variantInForce } from '../definition/definition-view.ts';
import { countText, FEW_CASES, publishedOf, reasonOf, valueText } from '../figure/figure.ts';
import { standingText } from '../ranges/range-text.ts';
import type { CourtUnit } from './court-unit.ts';
import { findingOf, type Finding } from './finding.ts';
import { peersWithValue, spreadOf } from './peer-spread.ts';
import type { CourtColumn } from './rug-columns.ts';

export interface SpineInput {
  readonly columns: readonly CourtColumn[];
  readonly ownCourt: string;
  /** The reasonable ranges that the court entered, and the matter that all figures are of; null = several. */
  readonly ranges: readonly ReasonableRange[];
  readonly matter: string | null;
  readonly range: DayRange;
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  readonly locale: Locale;
  readonly hrefOf: (opened: Partial<OpenedFigure> & Pick<OpenedFigure, 'metric'>) => string;
}

export interface SpinePanelView {
  readonly figure: FigureView;
  readonly spine: SpineView;
}

/** Our court in one figure, with everything a row says of it. */
interface SpineFigure {
  readonly column: CourtColumn;
  readonly own: CourtUnit;
  readonly peers: number;
  readonly spread: SpineSpread | null;
  readonly finding: Finding;
}

/** Every figure of our court beside the peers; judged by the same limits as funnels and health check. */
export function toSpinePanelView(input: SpineInput): SpinePanelView {
  const { locale } = input;
  const figures = input.columns.flatMap((column) => toFigure(column, input.ownCourt));
  const rows = figures.map((figure) => toRow(figure, input));
  const count = (standing: string): number => figures.filter(({ finding }) => finding.standing === standing).length;
  const judged = figures.filter(({ finding }) => finding.standing !== null).length;
  const title = SPINE.title(count('better'), count('worse'), judged)[locale];
  return {
    figure: toFigureView(title, figures, input),
    spine: {
      summary: `${title}${locale === 'zh' ? '。' : '. '}${rows.map(({ label, ownText, words }) => `${label} ${ownText} ${words}`).join(locale === 'zh' ? ';' : '; ')}`,
      headings: {
        metric: SPINE.metric[locale],
        own: SPINE.own[locale],
        left: SPINE.unfavourable[locale],
        middle: SPINE.median[locale],
        right: SPINE.favourable[locale],
        finding: SPINE.finding[locale],
      },
      rows,
    },
  };
}

function toFigure(column: CourtColumn, ownCourt: string): readonly SpineFigure[] {
  const own = column.courts.find(({ name }) => name === ownCourt);
  if (own === undefined) return [];
  const peers = peersWithValue(column.courts, ownCourt);
  return [
    {
      column,
      own,
      peers: peers.length,
      spread: spreadOf(peers.flatMap(({ figure }) => figure?.value ?? [])),
      finding: findingOf(own, column.outcome, column.definition),
    },
  ];
}

function toRow({ column, own, peers, spread, finding }: SpineFigure, input: SpineInput): SpineRow {
  const { locale } = input;
  const { definition, ref } = column;
  const { figure, n } = own;
  const text = (value: number): string => formatFigure(value, definition.unit, definition.digits, locale);
  const isDrawn = figure !== null && figure.value !== null && n >= FEW_CASES;
  const ends =
    spread === null
      ? ['', '']
      : [`${SPINE.lowest[locale]} ${text(spread.low)}`, `${SPINE.highest[locale]} ${text(spread.high)}`];
  const [left = '', right = ''] = definition.better === 'down' ? [...ends].reverse() : ends;
  const variant = variantInForce(definition, ref.variant);
  const isNeither = definition.better === 'neither';
  return {
    id: definition.id,
    label: definition.label[locale],
    note: [variant.label[locale], isNeither ? SPINE.noJudgement[locale] : ''].filter((part) => part !== '').join(' · '),
    ownText: figure === null || figure.value === null ? '—' : valueText(figure, locale),
    ownCount: figure === null ? '' : countText(figure, locale),
    ...(figure === null || figure.value === null ? {} : { href: hrefOf(column, input) }),
    own: isDrawn ? figure.value : null,
    spread,
    spreadTexts:
      spread === null
        ? [SPINE.fewPeers[locale]]
        : [
            `${SPINE.medianShort[locale]} ${text(spread.median)}`,
            `${SPINE.middleHalf[locale]} ${middleText(spread, column, locale)}`,
          ],
    leftText: left,
    rightText: right,
    direction: definition.better,
    standing: finding.standing,
    // Why there is no value of ours is a sentence: it stands where there is room for one.
    words:
      (figure !== null && own.unjudged === 'no-figure' ? reasonOf(figure) : null)?.[locale] ?? finding.words[locale],
    details: [
      [adjustedText(own, locale), peerCount(peers)[locale]].filter((part) => part !== '').join(' · '),
      rangeText(own, input),
    ].filter((part) => part !== ''),
  };
}

function middleText(
  { lowerQuartile, upperQuartile }: SpineSpread,
  { definition: { unit, digits } }: CourtColumn,
  locale: Locale,
): string {
  return formatInterval(lowerQuartile, upperQuartile, unit, digits, locale);
}

function hrefOf({ definition, ref }: CourtColumn, { ownCourt, hrefOf: toHref }: SpineInput): string {
  const variant = variantInForce(definition, ref.variant);
  return toHref({
    metric: definition.id,
    variant: variant.id,
    part: partToOpen(variant),
    group: { court: [ownCourt] },
  });
}

function adjustedText({ indirect, n }: CourtUnit, locale: Locale): string {
  if (indirect === null || indirect.ratio === null || n < FEW_CASES) return '';
  return `${SPINE.ratio[locale]} ${formatNumber(indirect.ratio, 2)}`;
}

/** Where our figure stands to the reasonable range in force; empty where none was entered or the cases are few. */
function rangeText({ figure, n }: CourtUnit, { ranges, matter, asOf, range, locale }: SpineInput): string {
  if (figure === null || figure.value === null || n < FEW_CASES) return '';
  const { definition, variant } = figure;
  const found = findRange(ranges, { metric: definition.id, variant: variant.id, matter }, asOf ?? range.to);
  return found === null ? '' : standingText(standingIn(found, figure.value, definition.better), definition, locale);
}

function toFigureView(title: string, figures: readonly SpineFigure[], input: SpineInput): FigureView {
  const { locale, range, ownCourt, asOf, isSynthetic } = input;
  return {
    title,
    subtitle: `${ownCourt} · ${formatDayRange(range.from, range.to, locale)}`,
    caption: [
      SPINE.caption[locale],
      SPINE.dot[locale],
      SPINE.peersOnly[locale],
      BENCHMARK.unadjustable[locale],
      ...(asOf === null ? [] : [`${TREND.asOf[locale]} ${asOf}`]),
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(figures, input),
    table: {
      caption: `${ownCourt} · ${SPINE.peers[locale]}`,
      columns: [
        { id: 'metric', label: SPINE.metric[locale], align: 'start' },
        { id: 'own', label: SPINE.own[locale], align: 'end' },
        { id: 'count', label: 'n', align: 'end' },
        { id: 'low', label: SPINE.lowest[locale], align: 'end' },
        { id: 'middle', label: SPINE.middleHalf[locale], align: 'end' },
        { id: 'median', label: SPINE.median[locale], align: 'end' },
        { id: 'high', label: SPINE.highest[locale], align: 'end' },
        { id: 'peers', label: SPINE.peers[locale], align: 'end' },
        { id: 'ratio', label: SPINE.ratio[locale], align: 'end' },
        { id: 'finding', label: SPINE.finding[locale], align: 'start' },
        { id: 'range', label: SPINE.range[locale], align: 'start' },
      ],
      rows: figures.map((figure) => toTableRow(figure, input)),
    },
  };
}

function toTableRow({ column, own, peers, spread, finding }: SpineFigure, input: SpineInput): TableRow {
  const { locale } = input;
  const { definition } = column;
  const { figure, indirect } = own;
  const cell = (value: number | undefined) =>
    value === undefined
      ? { text: '—', value: null }
      : { text: formatFigure(value, definition.unit, definition.digits, locale), value };
  return {
    id: definition.id,
    cells: [
      { text: definition.label[locale] },
      figure === null
        ? { text: BENCHMARK.noCases[locale], value: null }
        : {
            text: valueText(figure, locale),
            value: figure.value,
            published: publishedOf(figure, own.name),
            ...(figure.value === null ? {} : { href: hrefOf(column, input) }),
          },
      { text: figure === null ? '—' : countText(figure, locale), value: own.n },
      cell(spread?.low),
      { text: spread === null ? '—' : middleText(spread, column, locale) },
      cell(spread?.median),
      cell(spread?.high),
      { text: String(peers), value: peers },
      { text: indirect?.ratio == null ? '—' : formatNumber(indirect.ratio, 2), value: indirect?.ratio ?? null },
      { text: finding.words[locale] },
      { text: rangeText(own, input) || '—' },
    ],
  };
}

function statusOf(figures: readonly SpineFigure[], { isPending, locale }: SpineInput): FigureStatus {
  if (figures.length === 0) return { kind: 'empty', reason: SPINE.nothing[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
