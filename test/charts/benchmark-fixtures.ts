import type { FunnelView, Standing } from '../../src/charts/funnel/funnel-view.ts';
import type { HeatmapCell, HeatmapView } from '../../src/charts/heatmap/heatmap-view.ts';
import type { WaterfallView } from '../../src/charts/waterfall/waterfall-view.ts';
import { formatCases, formatPercent, formatTick } from '../../src/text/format.ts';

const axis = { unit: '', formatTick: (value: number, step: number) => formatTick(value, 'ratio', step) };

/** Size, rate and finding of fourteen courts; the first is our own. */
const COURTS: readonly (readonly [number, number, Standing])[] = [
  [1448, 0.535, 'better'],
  [465, 0.32, 'worse'],
  ...[18, 148, 230, 288, 288, 314, 336, 391, 408, 420, 441, 459].map(
    (n, i) => [n, 0.4 + ((i * 7) % 5) * 0.012 - 0.02, 'none'] as const,
  ),
];
const nameOf = (i: number): string => (i === 0 ? '某垦区人民法院' : `法院 ${i}`);
const bandAt = (size: number, z: number, spread: number) => {
  const half = z * Math.sqrt(0.24 / size + spread);
  return { lower: 0.42 - half, upper: 0.42 + half };
};

export const funnelView: FunnelView = {
  summary: '调撤率:某垦区人民法院优于、法院 1 劣于各法院的波动范围',
  axis: { ...axis, bounds: [0, 1] },
  sizeLabel: '件数',
  formatSize: String,
  points: COURTS.map(([size, value, standing], i) => ({
    id: String(i),
    label: nameOf(i),
    isLabelled: standing !== 'none',
    size,
    value,
    text: formatPercent(value),
    detail: formatCases(size, 'zh'),
    standing,
    isOwn: i === 0,
  })),
  target: { value: 0.42, label: '各法院合计 42.0%' },
  limits: Array.from({ length: 40 }, (_, i) => 9 + (i / 39) ** 2 * 1439).map((size) => ({
    size,
    deciding: bandAt(size, 3.09, 0.0004),
    chance998: bandAt(size, 3.09, 0),
    chance95: bandAt(size, 1.96, 0),
  })),
  key: { deciding: '99.8%,已放宽', chance998: '99.8%,只计偶然', chance95: '95%,只计偶然' },
};

const cellOf = (size: number, value: number, standing: Standing): HeatmapCell => ({
  text: formatPercent(value),
  value,
  published: undefined,
  count: formatCases(size, 'zh'),
  standing,
  words: { better: '优于', worse: '劣于', apart: '高于', none: '不能认定有差异' }[standing],
  change: standing === 'better' ? { isUp: true, words: '同比上升' } : null,
});

export const heatmapView: HeatmapView = {
  caption: '各法院质效体检表',
  cornerLabel: '法院',
  columns: ['调撤率', '调解率', '发改率', '上诉率'].map((label) => ({ id: label, label, note: '口径 A' })),
  rows: COURTS.slice(0, 6).map(([size, value, standing], i) => ({
    id: String(i),
    label: nameOf(i),
    isOwn: i === 0,
    isPooled: false,
    cells: [cellOf(size, value, standing), ...[0.24, 0.02, 0.11].map((rate) => cellOf(size, rate, 'none'))],
  })),
  isFinal: true,
  key: [
    { standing: 'better', words: '优于' },
    { standing: 'worse', words: '劣于' },
    { standing: 'none', words: '不能认定有差异' },
  ],
};

export const waterfallView: WaterfallView = {
  summary: '其余法院 40.0%,构成 +1.4,自身 +12.1,本院 53.5%',
  axis,
  steps: [
    { id: 'peer', label: '其余法院合计', kind: 'peer', start: 0.4, end: 0.4, text: '40.0%', detail: '' },
    { id: 'mix', label: '建设工程的比重', kind: 'mix', start: 0.4, end: 0.414, text: '+1.4 个百分点', detail: '' },
    { id: 'rate', label: '民间借贷自身', kind: 'rate', start: 0.414, end: 0.55, text: '+13.6 个百分点', detail: '' },
    {
      id: 'rest',
      label: '其他各类的自身差异',
      kind: 'rate',
      start: 0.55,
      end: 0.535,
      text: '−1.5 个百分点',
      detail: '',
    },
    { id: 'own', label: '某垦区人民法院', kind: 'own', start: 0.535, end: 0.535, text: '53.5%', detail: '' },
  ],
};
