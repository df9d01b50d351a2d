import type { Bilingual } from './bilingual.ts';

/** The few words that charts need whatever they show. */
export const CHART = {
  showTable: { zh: '数据表', en: 'Table' },
  showChart: { zh: '图', en: 'Chart' },
  tableKey: { zh: '快捷键 T', en: 'key T' },
  pending: { zh: '正在计算…', en: 'Computing…' },
  empty: { zh: '没有可显示的数据', en: 'Nothing to show' },
  tooSmall: { zh: '件数太少,不宜作图', en: 'Too few cases for a chart' },
  error: { zh: '这张图没有算出来', en: 'This chart could not be computed' },
  retry: { zh: '重试', en: 'Try again' },
  partial: { zh: '期间未满', en: 'period incomplete' },
  hollow: { zh: '空心点为未满期间', en: 'hollow: period incomplete' },
  noValue: { zh: '无数据', en: 'no data' },
  explore: { zh: '可用方向键逐点查看,Esc 退出', en: 'Arrow keys move from point to point, Esc leaves' },
  exploreRows: { zh: '可用上下键逐行查看,Esc 退出', en: 'Up and down move from row to row, Esc leaves' },
  openCases: { zh: '查看案件', en: 'Show the cases' },
  sort: { zh: '点击排序', en: 'click to sort' },
} satisfies Record<string, Bilingual>;

/** Said wherever a value axis does not start at zero. `from` is the text of its lowest tick. */
export function axisStartsAt(from: string): Bilingual {
  return { zh: `纵轴自 ${from} 起,不从 0 开始`, en: `axis starts at ${from}, not at 0` };
}
/** The same for a horizontal axis. */
export function scaleStartsAt(from: string): Bilingual {
  return { zh: `横轴自 ${from} 起,不从 0 开始`, en: `scale starts at ${from}, not at 0` };
}
