import type { FigureStatus, FigureView } from '../../charts/frame/figure-view.ts';
import type { SurvivalCurveView, SurvivalPoint, SurvivalView } from '../../charts/survival/survival-view.ts';
import type { TableCell, TableRow } from '../../charts/table/table-view.ts';
import type { DurationRisk } from '../../query/duration-risk.ts';
import type { Period } from '../../query/metric-query.ts';
import type { PackCourse } from '../../query/pack-courses.ts';
import { toRange } from '../../state/period.ts';
import { lastStepAt, limitsOf } from '../../statistics/survival/kaplan-meier.ts';
import { APP } from '../../text/app.ts';
import { listOfCourts, PEER_SURVIVAL } from '../../text/benchmark-charts.ts';
import type { Locale } from '../../text/bilingual.ts';
import { DURATION } from '../../text/duration.ts';
import { TREND } from '../../text/figures.ts';
import {
  formatCases,
  formatCount,
  formatDayRange,
  formatDays,
  formatInterval,
  formatNumber,
  formatPercent,
} from '../../text/format.ts';
import { READ_AT, toOpenShare, type OpenShare } from '../duration/open-share.ts';
import { dayStep } from '../duration/section-context.ts';
import { FEW_CASES } from '../figure/figure.ts';
import { toPackCurve, toPackRow } from './pack-course-view.ts';
import { crudePace, pacePerProcedure, type PaceTest } from './pace.ts';
import { courtLabel } from '../benchmark/court-names.ts';

export interface PeerSurvivalInput {
  readonly period: Period;
  readonly own: readonly DurationRisk[];
  readonly others: readonly DurationRisk[];
  readonly ownCourt: string;
  /** Courts of the other side, and those that could not be part of it. */
  readonly peers: readonly string[];
  readonly packs: readonly string[];
  /** The courts of packs by year of filing; null where their packs do not tell. */
  readonly packCourse: PackCourse | null;
  readonly typed: readonly string[];
  /** What every court is called. */
  readonly labels: ReadonlyMap<string, string>;
  readonly hasProcedures: boolean;
  /** What cases the curves are of: `民事 · 一审 诉讼案件`. */
  readonly population: string;
  readonly asOf: string | null;
  readonly isSynthetic: boolean;
  readonly isPending: boolean;
  /** Why nothing is shown: the data lack the pending cases. Null = they have them. */
  readonly lack: string | null;
  readonly locale: Locale;
}

export interface PeerSurvivalView {
  readonly figure: FigureView;
  readonly chart: SurvivalView;
  /** What the tests say, crude and within procedures. */
  readonly sentences: readonly string[];
}

/** Above it the difference may be chance: the level of all that is said of courts, 99.8 %. */
const SIGNIFICANCE = 0.002;

type Side = 'own' | 'others';

/** The share still open after t days, ours and the peers' pooled, each cut where fewer than ten are left. */
export function toPeerSurvivalView(input: PeerSurvivalInput): PeerSurvivalView {
  const { locale } = input;
  const shares = { own: shareOf(input.own), others: shareOf(input.others) };
  const end = endOf([shares.own, shares.others]);
  const sides = (['own', 'others'] as const).flatMap((side) => {
    const share = shares[side];
    return share === null ? [] : [{ side, share }];
  });
  return {
    figure: toFigureView(shares, sides, input),
    chart: {
      summary: sides
        .map(({ side, share }) => `${PEER_SURVIVAL[side][locale]} ${medianText(share, locale)}`)
        .join(locale === 'zh' ? ';' : '; '),
      curves: [
        ...sides.filter(({ share }) => share.cut !== null).map(({ side, share }) => toCurve(side, share, end, input)),
        ...(input.packCourse === null ? [] : [toPackCurve(input.packCourse, end, locale)]),
      ],
      guides: READ_AT.filter((time) => time <= end).map((time) => ({ time, label: formatDays(time, 0, locale) })),
      end,
      step: dayStep(end, 12),
      formatTime: (time) => (locale === 'zh' ? `立案满 ${time} 天` : `${time} days after filing`),
      axisNote: DURATION.openAxis[locale],
      hasEndLabels: true,
    },
    sentences:
      input.lack === null && isReady(shares.own) && isReady(shares.others)
        ? sentencesOf(input, hasCrossing(shares.own, shares.others))
        : [],
  };
}

function shareOf(risks: readonly DurationRisk[]): OpenShare | null {
  const total = risks.find(({ isTotal }) => isTotal);
  return total === undefined ? null : toOpenShare(total);
}

function isReady(share: OpenShare | null): share is OpenShare {
  return share !== null && share.n >= FEW_CASES && share.cut !== null;
}

/** A whole number of months at which hardly any case is left on either side; a year at least. */
function endOf(shares: readonly (OpenShare | null)[]): number {
  const wanted = shares.flatMap((share) => {
    if (share === null || share.cut === null) return [];
    const tail = share.curve.steps.find(({ survival }) => survival <= 0.02)?.time ?? Infinity;
    return [Math.min(share.cut, Math.max(365, tail))];
  });
  const longest = Math.min(1080, Math.max(180, ...wanted));
  return Math.ceil(longest / 30) * 30;
}

function toCurve(side: Side, share: OpenShare, end: number, { locale }: PeerSurvivalInput): SurvivalCurveView {
  const last = Math.min(share.cut ?? 0, end);
  const start: SurvivalPoint = { time: 0, share: 1, lower: null, upper: null, text: formatPercent(1), detail: '' };
  const points = share.curve.steps
    .filter(({ time }) => time <= last)
    .map((step): SurvivalPoint => {
      const { lower, upper } = limitsOf(step);
      const interval = lower === null || upper === null ? '' : formatInterval(lower, upper, 'ratio', 1, locale);
      const detail = [interval, formatCases(step.atRisk, locale)].filter((part) => part !== '').join(' · ');
      return { time: step.time, share: step.survival, lower, upper, text: formatPercent(step.survival), detail };
    });
  const newest = points.at(-1) ?? start;
  return {
    id: side,
    label: PEER_SURVIVAL[side][locale],
    tone: side === 'own' ? 'own' : 'pooled',
    points: [
      ...(points[0]?.time === 0 ? [] : [start]),
      ...points,
      ...(newest.time < last ? [{ ...newest, time: last }] : []),
    ],
    hasBand: true,
  };
}

/** So far apart on either side, curves cross; closer they run together. */
const CROSSING = 0.03;

/** Ours lies clearly below the others' curve at one time and clearly above it at another, while both are drawn. */
function hasCrossing(own: OpenShare, others: OpenShare): boolean {
  const end = Math.min(own.cut ?? 0, others.cut ?? 0);
  const times = [...own.curve.steps, ...others.curve.steps].map(({ time }) => time).filter((time) => time <= end);
  const differences = times.map((time) => shareAt(own, time) - shareAt(others, time));
  return differences.some((one) => one > CROSSING) && differences.some((one) => one < -CROSSING);
}

function shareAt({ curve }: OpenShare, time: number): number {
  return curve.steps[lastStepAt(curve, time)]?.survival ?? 1;
}

function sentencesOf(
  { own, others, hasProcedures, locale }: PeerSurvivalInput,
  isCrossing: boolean,
): readonly string[] {
  const crude = testSentence(crudePace(own, others), PEER_SURVIVAL.crude[locale], locale);
  const within = hasProcedures
    ? testSentence(pacePerProcedure(own, others), PEER_SURVIVAL.stratified[locale], locale)
    : PEER_SURVIVAL.noProcedure[locale];
  const crossing = isCrossing ? [PEER_SURVIVAL.crossing[locale]] : [];
  return [crude, within, ...crossing, PEER_SURVIVAL.caveat[locale]].map(
    (sentence) => `${sentence}${locale === 'zh' ? '。' : '.'}`,
  );
}

/** What the tests allow to be said. */
export function testSentence({ p, isFaster }: PaceTest, by: string, locale: Locale): string {
  if (p === null) return PEER_SURVIVAL.cannot(by)[locale];
  const text = p < 0.001 ? 'p\u00a0<\u00a00.001' : `p\u00a0=\u00a0${formatNumber(p, 3)}`;
  if (p >= SIGNIFICANCE || isFaster === null) return PEER_SURVIVAL.chance(text, by)[locale];
  return PEER_SURVIVAL[isFaster ? 'faster' : 'slower'](text, by)[locale];
}

function medianText(share: OpenShare, locale: Locale): string {
  if (share.median !== null) return formatDays(share.median.time ?? 0, 0, locale);
  return DURATION[share.isMedianCut || share.cut === null ? 'afterCut' : 'notReached'][locale];
}

function toFigureView(
  { own, others }: Readonly<Record<Side, OpenShare | null>>,
  sides: readonly { readonly side: Side; readonly share: OpenShare }[],
  input: PeerSurvivalInput,
): FigureView {
  const { locale, period, peers, packs, packCourse, typed, hasProcedures, labels, asOf, isSynthetic, population } =
    input;
  const { from, to } = toRange(period);
  const join = (names: readonly string[]): string =>
    listOfCourts(names.map((name) => courtLabel(labels, name)))[locale];
  return {
    title:
      input.lack !== null || own?.median == null || others?.median == null
        ? PEER_SURVIVAL.plainTitle[locale]
        : PEER_SURVIVAL.title(medianText(own, locale), medianText(others, locale))[locale],
    subtitle: `${population} · ${formatDayRange(from, to, locale)} · ${input.ownCourt} — ${PEER_SURVIVAL.others[locale]}(${peers.length})`,
    caption: [
      DURATION.curveNote[locale],
      ...(hasProcedures ? [PEER_SURVIVAL.unadjustable[locale]] : []),
      ...packNotes(packs, packCourse, join, locale),
      ...(typed.length === 0 ? [] : [PEER_SURVIVAL.leftOutTyped(join(typed))[locale]]),
      ...(asOf === null ? [] : [`${TREND.asOf[locale]} ${asOf}`]),
      ...(isSynthetic ? [APP.synthetic[locale]] : []),
    ],
    status: statusOf(own, others, input),
    table: {
      caption: PEER_SURVIVAL.section[locale],
      columns: [
        { id: 'side', label: '', align: 'start' },
        { id: 'n', label: DURATION.observed[locale], align: 'end' },
        { id: 'pending', label: DURATION.pendingCount[locale], align: 'end' },
        { id: 'median', label: DURATION.medianWithInterval[locale], align: 'end' },
        ...READ_AT.map((days) => ({
          id: String(days),
          label: DURATION.openAfter(days)[locale],
          align: 'end' as const,
        })),
      ],
      rows: [
        ...sides.map(({ side, share }) => toRow(side, share, locale)),
        ...(packCourse === null ? [] : [toPackRow(packCourse, locale)]),
      ],
    },
  };
}

/** How far the curve of the packs may be off, and whose packs tell nothing of their courses. */
function packNotes(
  packs: readonly string[],
  course: PackCourse | null,
  join: (names: readonly string[]) => string,
  locale: Locale,
): readonly string[] {
  const silent = packs.filter((name) => course?.courts.includes(name) !== true);
  return [
    ...(course === null
      ? []
      : [
          PEER_SURVIVAL.ofPacks(
            join(course.courts),
            course.year,
            formatNumber(course.accuracy * 100, 1),
            formatDays(course.cut, 0, locale),
          )[locale],
        ]),
    ...(silent.length === 0 ? [] : [PEER_SURVIVAL.leftOutPacks(join(silent))[locale]]),
  ];
}

function toRow(side: Side, share: OpenShare, locale: Locale): TableRow {
  const published = (metric: string) => ({ metric, variant: null, n: share.n, group: PEER_SURVIVAL[side][locale] });
  const { median } = share;
  const interval =
    median === null || median.lower === null || median.upper === null
      ? ''
      : `(${formatInterval(median.lower, median.upper, 'days', 0, locale)})`;
  const read = share.at.map(({ time, survival, isCut }): TableCell => {
    if (survival === null || isCut)
      return { text: DURATION[survival === null ? 'notObserved' : 'afterCut'][locale], value: null };
    return { text: formatPercent(survival), value: survival, published: published(`km_open_share_${time}`) };
  });
  return {
    id: side,
    isOwn: side === 'own',
    cells: [
      { text: PEER_SURVIVAL[side][locale] },
      { text: formatCount(share.n), value: share.n },
      { text: formatCount(share.pending), value: share.pending },
      median === null
        ? { text: medianText(share, locale), value: null }
        : {
            text: `${medianText(share, locale)}${interval}`,
            value: median.time,
            published: published('km_median_days'),
          },
      ...read,
    ],
  };
}

function statusOf(
  own: OpenShare | null,
  others: OpenShare | null,
  { peers, packCourse, isPending, lack, locale }: PeerSurvivalInput,
): FigureStatus {
  if (lack !== null) return { kind: 'empty', reason: lack };
  if (peers.length === 0 && packCourse === null) return { kind: 'empty', reason: PEER_SURVIVAL.noOthers[locale] };
  if (own === null) return { kind: 'empty', reason: DURATION.nothingOpen[locale] };
  if (!isReady(own) || (!isReady(others) && packCourse === null))
    return { kind: 'too-small', reason: DURATION.fewOpen[locale] };
  return isPending ? { kind: 'pending' } : { kind: 'ready' };
}
