import type { LinePoint, LineView } from '../../src/charts/line/line-view.ts';
import type { FigureView } from '../../src/charts/frame/figure-view.ts';
import type { RowView } from '../../src/charts/row/row-view.ts';
import type { SparkView } from '../../src/charts/spark/spark-view.ts';
import type { StripView } from '../../src/charts/strip/strip-view.ts';
import type { TableView } from '../../src/charts/table/table-view.ts';
import { addMonths } from '../../src/lib/date.ts';
import {
  formatCount,
  formatInterval,
  formatPercent,
  formatPeriod,
  formatShare,
  formatTick,
  formatFigure,
} from '../../src/text/format.ts';

/** Park–Miller: the same figures in every run. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const rateAxis = {
  unit: '',
  formatTick: (value: number, step: number) => formatTick(value, 'ratio', step),
  bounds: [0, 1] as const,
};
const dayAxis = {
  unit: '天',
  formatTick: (value: number, step: number) => formatTick(value, 'days', step),
  bounds: [0, Infinity] as const,
};

function ratePoint(
  date: string,
  numerator: number,
  denominator: number,
  isPartial = false,
  periodDate = date,
): LinePoint {
  const period = formatPeriod(periodDate, 'month', 'zh');
  if (denominator === 0) return { date, value: null, text: '所选范围内没有案件', detail: '', period };
  const value = numerator / denominator;
  return {
    date,
    value,
    text: formatPercent(value),
    detail: formatShare(numerator, denominator, 'zh'),
    period,
    isPartial,
  };
}

function rateSeries(seed: number, months: number, rate: (i: number) => number, gapAt = -1): LinePoint[] {
  const random = lehmer(seed);
  return Array.from({ length: months }, (_, i) => {
    const n = i === gapAt ? 0 : 52 + Math.round(random() * 36);
    const noise = (random() + random() + random() - 1.5) * 0.05;
    return ratePoint(addMonths('2023-04-01', i), Math.round(n * (rate(i) + noise)), n, i === months - 1);
  });
}

/** 30 months of our own rate with a shift, a gap, limits, an event, the median of peers and an incomplete last month. */
export const trendView: LineView = {
  summary: '民事一审调撤率,2023年4月至2025年9月,按月:最低 38%,最高 64%,2025年8月 61%',
  grain: 'month',
  axis: rateAxis,
  series: [
    { id: 'own', label: '本院', tone: 'own', points: rateSeries(7, 30, (i) => (i < 14 ? 0.42 : 0.58), 5) },
    { id: 'pooled', label: '全部法院合计', tone: 'pooled', points: rateSeries(11, 30, () => 0.49) },
  ],
  bands: [
    { from: '2023-04-01', to: '2024-05-01', low: 0.36, high: 0.48, centre: 0.42 },
    { from: '2024-06-01', to: '2025-09-01', low: 0.52, high: 0.64, centre: 0.58 },
  ],
  annotations: [
    { date: '2024-06-01', label: '2024年6月 推广调解工作法' },
    { date: '2024-09-01', label: '2024年9月 新收案标准施行' },
    { date: '2025-07-01', label: '2025年7月 速裁团队成立' },
  ],
};

/** This year with the previous year beside it; four months, so that the axis has room. */
export const yearOnYearView: LineView = {
  summary: '民事一审平均审理天数,2025年1月至9月,与上年同期',
  grain: 'month',
  axis: dayAxis,
  series: [
    {
      id: 'own',
      label: '2025年',
      tone: 'own',
      points: [62, 60.5, 58, 51, 50.2, 52, 49.1, 50.4, 47].map((value, i) =>
        dayPoint(`2025-0${i + 1}-01`, value, 40 + i, i === 8),
      ),
    },
    {
      id: 'previous',
      label: '上年同期',
      tone: 'previous',
      points: [64, 66, 63, 65.5, 61, 66, 64.4, 67, 63].map((value, i) =>
        dayPoint(`2025-0${i + 1}-01`, value, 38 + i, false, `2024-0${i + 1}-01`),
      ),
    },
  ],
};

function dayPoint(date: string, value: number, n: number, isPartial: boolean, periodDate = date): LinePoint {
  return {
    date,
    value,
    text: formatFigure(value, 'days', 1, 'zh'),
    detail: `${n} 件`,
    period: formatPeriod(periodDate, 'month', 'zh'),
    isPartial,
  };
}

/** Eight causes by quarter: groups, dashes, labels that would collide. */
export const splitView: LineView = {
  summary: '八类案由的调撤率,按季',
  grain: 'quarter',
  axis: rateAxis,
  series: [
    '民间借贷纠纷',
    '买卖合同纠纷',
    '离婚纠纷',
    '物业服务合同纠纷',
    '机动车交通事故责任纠纷',
    '劳动争议',
    '建设工程施工合同纠纷',
    '金融借款合同纠纷',
  ].map((label, k) => {
    const random = lehmer(100 + k);
    return {
      id: label,
      label,
      tone: 'group' as const,
      points: Array.from({ length: 12 }, (_, i) => {
        const date = addMonths('2022-10-01', 3 * i);
        const n = 30 + Math.round(random() * 20);
        const numerator = Math.round(n * (0.5 + 0.015 * k + random() * 0.08 - (k === 6 ? 0.25 : 0)));
        return { ...ratePoint(date, numerator, n), period: formatPeriod(date, 'quarter', 'zh') };
      }),
    };
  }),
};

/** Thirteen courts over five years: ours before slate. */
export const courtsView: LineView = {
  summary: '十三个法院的结案率,按年',
  grain: 'year',
  axis: rateAxis,
  series: Array.from({ length: 13 }, (_, k) => {
    const random = lehmer(500 + k);
    return {
      id: `court-${k}`,
      label: k === 0 ? '本院' : `第${k}垦区法院`,
      tone: k === 0 ? ('own' as const) : ('peer' as const),
      points: Array.from({ length: 5 }, (_, i) => {
        const date = `${2021 + i}-01-01`;
        return {
          ...ratePoint(date, Math.round(1000 * (0.86 + random() * 0.1)), 1000),
          period: formatPeriod(date, 'year', 'zh'),
        };
      }),
    };
  }),
};

const COURTS: readonly (readonly [string, number, number, number, number])[] = [
  ['某垦区人民法院', 1204, 1967, 0.59, 0.633],
  ['东河人民法院', 812, 1890, 0.4074, 0.4521],
  ['西岭人民法院', 640, 1302, 0.4645, 0.5187],
  ['武胜人民法院', 905, 1711, 0.5052, 0.5524],
  ['青川垦区人民法院', 12, 20, 0.3866, 0.7812],
  ['呼图壁垦区人民法院', 0, 0, 0, 0],
  ['乌鲁木齐垦区中级人民法院直属法庭', 301, 720, 0.3826, 0.4544],
];

/** Courts with Wilson intervals, one tiny, one without a case. */
export const comparisonView: RowView = {
  summary: '七个法院的民事一审调撤率,附 95% 区间;全部法院合计 50.9%,本院 61.2%',
  axis: rateAxis,
  reference: { value: 3874 / 7610, label: '全部法院合计 50.9%' },
  countHeading: '件数',
  rows: COURTS.map(([label, numerator, denominator, low, high], i) => ({
    id: `court-${i}`,
    label,
    value: denominator === 0 ? null : numerator / denominator,
    text: denominator === 0 ? '所选范围内没有案件' : formatPercent(numerator / denominator),
    interval: denominator === 0 ? null : { low, high, text: formatInterval(low, high, 'ratio', 1, 'zh') },
    count: formatCount(denominator),
    detail: denominator === 0 ? '' : formatShare(numerator, denominator, 'zh'),
    isOwn: i === 0,
  })),
};

/** Days by department: bars from zero. */
export const barView: RowView = {
  summary: '五个庭室的平均审理天数',
  axis: dayAxis,
  reference: { value: 56.7, label: '全院 56.7 天' },
  countHeading: '件数',
  rows: [
    ['立案庭', 31.2, 402],
    ['民事审判庭', 58.4, 1100],
    ['团场第一人民法庭', 47.9, 265],
    ['刑事审判庭', null, 0],
    ['行政审判庭', 88.1, 64],
  ].map(([label, value, n], i) => ({
    id: `row-${i}`,
    label: String(label),
    value: typeof value === 'number' ? value : null,
    text: typeof value === 'number' ? formatFigure(value, 'days', 1, 'zh') : '所选范围内没有案件',
    interval: null,
    count: formatCount(Number(n)),
    detail: `${formatCount(Number(n))} 件`,
    isOwn: i === 2,
  })),
};

/** 24 months with a gap, limits and an incomplete last month. */
export const sparkView: SparkView = {
  summary: '近 24 个月调撤率,最近一个月 61%',
  values: trendView.series[0]?.points.slice(-24).map((point, i) => (i === 3 ? null : point.value)) ?? [],
  isLastPartial: true,
  bands: [
    { first: 0, last: 7, low: 0.36, high: 0.48, centre: 0.42 },
    { first: 8, last: 23, low: 0.52, high: 0.64, centre: 0.58 },
  ],
};

export const stripView: StripView = {
  summary: '本院 61.2%;12 个法院在 38.0% 至 66.0% 之间',
  peers: [0.38, 0.41, 0.44, 0.45, 0.47, 0.5, 0.53, 0.56, 0.6, 0.615, 0.63, 0.66].map((value, i) => ({
    id: `peer-${i}`,
    label: `第${i + 1}法院`,
    value,
    text: formatPercent(value),
  })),
  own: { value: 1204 / 1967, text: '61.2%' },
  lowLabel: '各法院 38.0%',
  highLabel: '66.0%',
};

export const courtTable: TableView = {
  caption: '各法院民事一审调撤率',
  columns: [
    { id: 'court', label: '法院', align: 'start' },
    { id: 'value', label: '调撤率', align: 'end' },
    { id: 'interval', label: '95% 区间', align: 'end' },
    { id: 'share', label: '调撤 / 结案', align: 'end' },
  ],
  rows: COURTS.map(([label, numerator, denominator, low, high], i) => ({
    id: `court-${i}`,
    isOwn: i === 0,
    cells: [
      { text: label },
      denominator === 0
        ? { text: '所选范围内没有案件', value: null }
        : {
            text: formatPercent(numerator / denominator),
            value: numerator / denominator,
            published: { metric: 'settlement_rate', variant: 'a', numerator, denominator, group: label },
          },
      {
        text: denominator === 0 ? '' : formatInterval(low, high, 'ratio', 1, 'zh'),
        value: denominator === 0 ? null : low,
      },
      { text: formatShare(numerator, denominator, 'zh'), value: denominator },
    ],
  })),
};

/** A figure around any chart. */
export function figureView(title: string, subtitle: string): FigureView {
  return {
    title,
    subtitle,
    caption: [
      '口径 A:(调解+准予撤诉+按撤诉处理)÷ 民事一审结案',
      '浅色带为日常波动范围',
      '数据截至 2025-09-30',
      '示例数据',
    ],
    status: { kind: 'ready' },
    table: courtTable,
  };
}
