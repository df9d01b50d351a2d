import { BATCH_SIZES } from '../query/batch-cases.ts';
import type { CaseFilter, Grain } from '../query/metric-query.ts';
import { DIMENSIONS, type DimensionId } from '../schema/columns.ts';
import type { Locale } from '../text/bilingual.ts';
import { NULL_VALUE, readOpened, writeOpened, type OpenedFigure } from './opened-figure.ts';

export const PAGE_IDS = [
  'start',
  'overview',
  'trend',
  'settlement',
  'duration',
  'reversal',
  'pending',
  'appeal',
  'enforcement',
  'sequence',
  'reform',
  'comparison',
  'benchmark',
  'data',
  'definitions',
  'cases',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

/** Everything a person has chosen. It lives in the URL hash and survives a reload; it holds no case. */
export interface View {
  readonly page: PageId;
  readonly locale: Locale;
  readonly isProjector: boolean;
  /** Names of judges are replaced by pseudonyms, on screen, in addresses and in exports. */
  readonly isMasked: boolean;
  /** First and last day, both included; null = the default period of the data set. */
  readonly from: string | null;
  readonly to: string | null;
  readonly filter: CaseFilter;
  /** Day on which a statistical month starts: 1 自然年, 21 12.21制. */
  readonly monthStartDay: number;
  readonly metric: string;
  /** Chosen variant per metric; a metric that is absent uses its first. */
  readonly variants: Readonly<Record<string, string>>;
  /** A second variant of the metric of the trend, laid beside the one in force. */
  readonly beside: string | null;
  readonly grain: Grain;
  readonly splitBy: DimensionId | null;
  readonly hasPreviousYear: boolean;
  /** The court in the accent colour; null = the data set's own. */
  readonly ownCourt: string | null;
  /** Peers carry their names in pictures too; otherwise a number. */
  readonly arePeersNamed: boolean;
  /** The court whose gap to our own is taken apart; null = all others pooled. */
  readonly against: string | null;
  /** The courts compared with, by the name of a kept group; null = all. */
  readonly peerGroup: string | null;
  /** Courts are put in the order of their values, with the interval of the rank. Off unless switched on. */
  readonly isRanked: boolean;
  /** What the gap is taken apart by. */
  readonly gapBy: DimensionId;
  /** What a change on last year is taken apart by; null = what the page proposes. */
  readonly changeBy: DimensionId | null;
  /** The named day before and after which the page 'reform' compares; null = the latest one. */
  readonly reform: string | null;
  /** Months from that day on that belong to neither side. */
  readonly transition: number;
  /** The court that did not take part and is compared with; `ALL_OTHERS`; null = none. */
  readonly control: string | null;
  /** Durations of the page 'duration' less 扣除; false = calendar days. */
  readonly isNet: boolean;
  /** So many days before the due date a pending case is near its limit (临近审限). */
  readonly nearDays: number;
  /** What the ages of pending cases are laid side by side by. */
  readonly agesBy: DimensionId;
  /** Results of appeals in dispute that the page 发改 counts otherwise than the definition does. */
  readonly disputed: readonly string[];
  /** 同比 compares with days that lie to 春节 as these do, where that makes a difference. */
  readonly isFestivalAligned: boolean;
  /** What the page 'settlement' lays side by side. */
  readonly unitsBy: DimensionId;
  /** Cases of batches count on the page 'settlement'. */
  readonly hasBatches: boolean;
  /** The least number of cases that ended alike to be called a batch. */
  readonly leastBatch: number;
  /** The figure whose cases the page 'cases' lists; leaves the address with that page. */
  readonly opened: OpenedFigure | null;
}

/** Months of transition that may be left out after a reform. */
export const TRANSITIONS = [0, 1, 2, 3, 6] as const;

/** Stands for all courts but our own, in the place of the name of one. */
export const ALL_OTHERS = '*';

/** The longest notice before a due date that may be typed. */
export const MOST_NEAR_DAYS = 365;

export const DEFAULT_VIEW: View = {
  page: 'start',
  locale: 'zh',
  isProjector: false,
  isMasked: false,
  from: null,
  to: null,
  filter: {},
  monthStartDay: 1,
  metric: 'settlement_rate',
  variants: {},
  beside: null,
  grain: 'month',
  splitBy: null,
  hasPreviousYear: true,
  ownCourt: null,
  arePeersNamed: false,
  against: null,
  peerGroup: null,
  isRanked: false,
  gapBy: 'cause',
  changeBy: null,
  disputed: [],
  reform: null,
  transition: 0,
  control: null,
  isNet: false,
  nearDays: 15,
  agesBy: 'matter',
  isFestivalAligned: false,
  unitsBy: 'cause',
  hasBatches: true,
  leastBatch: 10,
  opened: null,
};

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const GRAINS: readonly Grain[] = ['month', 'quarter', 'year'];

/** `#/trend?metric=mean_days&matter=民事`; what equals the default is left out. */
export function toHash(view: View): string {
  const query = new URLSearchParams();
  if (view.locale !== DEFAULT_VIEW.locale) query.set('lang', view.locale);
  if (view.isProjector) query.set('size', 'projector');
  if (view.isMasked) query.set('mask', 'yes');
  if (view.from !== null) query.set('from', view.from);
  if (view.to !== null) query.set('to', view.to);
  if (view.monthStartDay !== 1) query.set('month-start', String(view.monthStartDay));
  if (view.metric !== DEFAULT_VIEW.metric) query.set('metric', view.metric);
  if (view.beside !== null) query.set('beside', view.beside);
  if (view.grain !== DEFAULT_VIEW.grain) query.set('grain', view.grain);
  if (view.splitBy !== null) query.set('split', view.splitBy);
  if (!view.hasPreviousYear) query.set('previous', 'no');
  if (view.ownCourt !== null) query.set('own', view.ownCourt);
  if (view.arePeersNamed) query.set('names', 'yes');
  if (view.against !== null) query.set('against', view.against);
  if (view.peerGroup !== null) query.set('peers', view.peerGroup);
  if (view.isRanked) query.set('ranks', 'yes');
  if (view.gapBy !== DEFAULT_VIEW.gapBy) query.set('gap', view.gapBy);
  if (view.changeBy !== null) query.set('change', view.changeBy);
  if (view.reform !== null) query.set('reform', view.reform);
  if (view.transition !== 0) query.set('transition', String(view.transition));
  if (view.control !== null) query.set('control', view.control);
  if (view.isNet) query.set('days', 'net');
  if (view.nearDays !== DEFAULT_VIEW.nearDays) query.set('near', String(view.nearDays));
  if (view.agesBy !== DEFAULT_VIEW.agesBy) query.set('ages', view.agesBy);
  for (const kind of view.disputed) query.append('disputed', kind);
  if (view.isFestivalAligned) query.set('festival', 'aligned');
  if (view.unitsBy !== DEFAULT_VIEW.unitsBy) query.set('units', view.unitsBy);
  if (!view.hasBatches) query.set('batches', 'no');
  if (view.leastBatch !== DEFAULT_VIEW.leastBatch) query.set('batch-size', String(view.leastBatch));
  if (view.page === 'cases' && view.opened !== null) writeOpened(query, view.opened);
  for (const [metric, variant] of Object.entries(view.variants)) query.set(`v.${metric}`, variant);
  for (const dimension of DIMENSIONS) {
    const values = view.filter[dimension];
    if (values === undefined) continue;
    if (values.length === 0) query.append(dimension, '');
    for (const value of values) query.append(dimension, value ?? NULL_VALUE);
  }
  const text = query.toString();
  return `#/${view.page}${text === '' ? '' : `?${text}`}`;
}

/** The view in a hash; whatever is absent or makes no sense is the default. */
export function fromHash(hash: string): View {
  const [path = '', text = ''] = hash.replace(/^#\/?/, '').split('?');
  const query = new URLSearchParams(text);
  const variants: Record<string, string> = {};
  for (const [key, value] of query) if (key.startsWith('v.')) variants[key.slice(2)] = value;
  const page = PAGE_IDS.find((id) => id === path) ?? DEFAULT_VIEW.page;
  return {
    page,
    locale: query.get('lang') === 'en' ? 'en' : 'zh',
    isProjector: query.get('size') === 'projector',
    isMasked: query.get('mask') === 'yes',
    from: isoOrNull(query.get('from')),
    to: isoOrNull(query.get('to')),
    filter: filterFrom(query),
    monthStartDay: query.get('month-start') === '21' ? 21 : 1,
    metric: query.get('metric') ?? DEFAULT_VIEW.metric,
    variants,
    beside: query.get('beside'),
    grain: GRAINS.find((grain) => grain === query.get('grain')) ?? DEFAULT_VIEW.grain,
    splitBy: DIMENSIONS.find((dimension) => dimension === query.get('split')) ?? null,
    hasPreviousYear: query.get('previous') !== 'no',
    ownCourt: query.get('own'),
    arePeersNamed: query.get('names') === 'yes',
    against: query.get('against'),
    peerGroup: query.get('peers'),
    isRanked: query.get('ranks') === 'yes',
    gapBy: DIMENSIONS.find((dimension) => dimension === query.get('gap')) ?? DEFAULT_VIEW.gapBy,
    changeBy: DIMENSIONS.find((dimension) => dimension === query.get('change')) ?? null,
    reform: isoOrNull(query.get('reform')),
    transition: TRANSITIONS.find((months) => String(months) === query.get('transition')) ?? 0,
    control: query.get('control'),
    isNet: query.get('days') === 'net',
    nearDays: nearDaysFrom(query.get('near')),
    agesBy: DIMENSIONS.find((dimension) => dimension === query.get('ages')) ?? DEFAULT_VIEW.agesBy,
    disputed: query.getAll('disputed'),
    isFestivalAligned: query.get('festival') === 'aligned',
    unitsBy: DIMENSIONS.find((dimension) => dimension === query.get('units')) ?? DEFAULT_VIEW.unitsBy,
    hasBatches: query.get('batches') !== 'no',
    leastBatch: BATCH_SIZES.find((size) => String(size) === query.get('batch-size')) ?? DEFAULT_VIEW.leastBatch,
    opened: page === 'cases' ? readOpened(query, isoOrNull) : null,
  };
}

function filterFrom(query: URLSearchParams): CaseFilter {
  const filter: Partial<Record<DimensionId, readonly (string | null)[]>> = {};
  for (const dimension of DIMENSIONS) {
    if (!query.has(dimension)) continue;
    const values = query.getAll(dimension).filter((value) => value !== '');
    filter[dimension] = values.map((value) => (value === NULL_VALUE ? null : value));
  }
  return filter;
}

function nearDaysFrom(text: string | null): number {
  const days = /^\d{1,3}$/.test(text ?? '') ? Number(text) : DEFAULT_VIEW.nearDays;
  return days > MOST_NEAR_DAYS ? DEFAULT_VIEW.nearDays : days;
}

function isoOrNull(text: string | null): string | null {
  return text !== null && ISO.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : null;
}
