import type { Bilingual } from './bilingual.ts';

/** Names in a row; of many the first twelve and how many there are. */
export function listOfCourts(names: readonly string[]): Bilingual {
  const first = names.slice(0, MOST_LISTED);
  const isCut = names.length > first.length;
  return {
    zh: `${first.join('、')}${isCut ? `等 ${names.length} 个法院` : ''}`,
    en: `${first.join(', ')}${isCut ? ` and others, ${names.length} courts in all` : ''}`,
  };
}

const MOST_LISTED = 12;

/** Words of the spine chart: every figure of our court beside the peers. */
export const SPINE = {
  title: (better: number, worse: number, judged: number): Bilingual => ({
    zh:
      judged === 0
        ? '本院没有一项指标可以与同类法院比较判断'
        : better + worse === 0
          ? `本院可以判断的 ${judged} 项指标与同类法院相比,均不能认定优劣`
          : `本院与同类法院相比:${[better > 0 ? `${better} 项优于` : '', worse > 0 ? `${worse} 项劣于` : '']
              .filter((part) => part !== '')
              .join(',')},其余不能认定有差异或不作判断`,
    en:
      judged === 0
        ? 'None of our figures can be judged beside the peers'
        : better + worse === 0
          ? `${judged === 1 ? 'The one figure that can be judged is not' : `Of the ${judged} figures that can be judged none is`} found better or worse than the peers`
          : `Our court beside its peers: ${better} figures better, ${worse} worse, the others without evidence or not judged`,
  }),
  caption: {
    zh: '各行以同类法院的中位数居中,按离中位数最远的法院或本院缩放;细线为最低至最高,粗线为中间一半法院;越靠右越有利',
    en: 'Every row is centred on the median of the peers and scaled to the farthest court; thin line lowest to highest, thick line the middle half; right is favourable',
  },
  dot: {
    zh: '菱形为本院未调整的数值:实心表示按案件构成调整后超出 99.8% 放宽界限,空心表示不能认定有差异或不作判断',
    en: 'diamond: our crude value; filled beyond the case-mix-adjusted, widened 99.8 % limits, hollow without evidence or not judged',
  },
  peersOnly: {
    zh: '不足 10 件的法院不入同类分布',
    en: 'courts with fewer than 10 cases are not part of the spread',
  },
  noJudgement: { zh: '不评优劣', en: 'no favourable side' },
  unfavourable: { zh: '← 不利', en: '← unfavourable' },
  favourable: { zh: '有利 →', en: 'favourable →' },
  median: { zh: '同类中位数', en: 'median of peers' },
  medianShort: { zh: '中位数', en: 'median' },
  middleHalf: { zh: '中间一半', en: 'middle half' },
  lowest: { zh: '最低', en: 'lowest' },
  highest: { zh: '最高', en: 'highest' },
  peers: { zh: '同类法院', en: 'Peers' },
  own: { zh: '本院', en: 'Our court' },
  metric: { zh: '指标', en: 'Figure' },
  finding: { zh: '判断', en: 'Finding' },
  ratio: { zh: '实际 ÷ 预计', en: 'Observed ÷ expected' },
  range: { zh: '合理区间', en: 'Reasonable range' },
  fewPeers: { zh: '有数的同类法院不足 5 个,不画分布', en: 'fewer than 5 peers with a value: no spread' },
  noOwn: {
    zh: '没有指定本院。请在“对比”或筛选中选定本院。',
    en: 'No court is marked as our own.',
  },
  nothing: { zh: '文件缺少这些指标所需的栏目', en: 'The files lack the columns of these figures' },
} as const;

/** `同类 12 院`. */
export function peerCount(count: number): Bilingual {
  return { zh: `同类\u00a0${count}\u00a0院`, en: `${count} peers` };
}

/** Words of the strips for meetings. */
export const STRIP = {
  title: { zh: '各院分布:不分高下,只看位置', en: 'Where the courts lie: no order, only positions' },
  crude: { zh: '未调整', en: 'crude' },
  adjusted: { zh: '按案件构成调整:实际 ÷ 预计', en: 'adjusted for case mix: observed ÷ expected' },
  notAdjusted: { zh: '未按案件构成调整', en: 'not adjusted for case mix' },
  caption: {
    zh: '每点一个法院;阴影为中间一半同类法院,竖线为其中位数;同类法院不具名,可在页首打开名称',
    en: 'a dot per court; shaded: the middle half of the peers, line: their median; peers are anonymous unless switched on above',
  },
  captionNamed: {
    zh: '每点一个法院;阴影为中间一半同类法院,竖线为其中位数',
    en: 'a dot per court; shaded: the middle half of the peers, line: their median',
  },
  notDrawn: (names: string): Bilingual => ({
    zh: `不足 10 件未画:${names}`,
    en: `fewer than 10 cases, not drawn: ${names}`,
  }),
  nothing: { zh: '没有法院达到 10 件', en: 'No court has 10 cases' },
  middle: (median: string, half: string): Bilingual => ({
    zh: `同类中位数 ${median},中间一半 ${half}`,
    en: `median of peers ${median}, middle half ${half}`,
  }),
} as const;

/** Words of the trend against peers. */
export const PEER_TREND = {
  section: { zh: '与同类法院同步看趋势', en: 'Trend against the peers' },
  choose: { zh: '指标', en: 'Figure' },
  median: { zh: '同类法院中位数', en: 'median of the peers' },
  band: {
    zh: '阴影为有数的同类法院的中间一半;有数的不足 5 个时不画阴影和中位数',
    en: 'shaded: the middle half of the peers with a value; none where fewer than 5 have one',
  },
  few: { zh: '不足 10 件的法院该期不计,本院不足 10 件的期次不画', en: 'values of fewer than 10 cases are left out' },
  crude: {
    zh: '本图未按案件构成调整(逐期件数太少),调整后的比较见上方漏斗图',
    en: 'not adjusted for case mix (too few cases in a period); see the funnels for that',
  },
  byQuarter: {
    zh: '本院每月件数少(中位月不足 20 件,或计入、未计入的月均不足 5 件),按季合并',
    en: 'few cases of ours in a month (fewer than 20, or fewer than 5 counted or not counted): put together by quarter',
  },
  inside: (inside: number, periods: number): Bilingual => ({
    zh: `${periods} 期中本院有 ${inside} 期在同类法院的中间一半之内`,
    en: `in ${inside} of ${periods} periods our court lies within the middle half of the peers`,
  }),
  aside: (above: number, below: number): Bilingual => ({
    zh: `,${above} 期在其上,${below} 期在其下`,
    en: `, in ${above} above and in ${below} below it`,
  }),
  chance: {
    zh: '单期高低多为偶然,看持续的走向',
    en: 'single periods are mostly chance; look at what lasts',
  },
  period: { zh: '期间', en: 'Period' },
  own: { zh: '本院', en: 'Our court' },
  middleHalf: { zh: '中间一半', en: 'Middle half' },
  peers: { zh: '有数的同类法院', en: 'Peers with a value' },
  typed: (names: string): Bilingual => ({
    zh: `只有期间合计、没有逐月数的法院未计入:${names}`,
    en: `without monthly figures, left out: ${names}`,
  }),
  noPeers: { zh: '没有一期有 5 个以上同类法院有数', en: 'In no period do 5 peers have a value' },
  noOwn: { zh: '本院各期均不足 10 件', en: 'Our court has fewer than 10 cases in every period' },
} as const;

/** Words of the survival curves of our court and its peers. */
export const PEER_SURVIVAL = {
  section: { zh: '与同类法院比审理进程', en: "How cases go on, ours and the peers'" },
  own: { zh: '本院', en: 'Our court' },
  others: { zh: '同类法院合计', en: 'Peers, pooled' },
  noOthers: {
    zh: '没有以案件清单或对标包加入的同类法院,不能合计审理进程',
    en: 'No peer is there as cases or as a pack',
  },
  faster: (p: string, by: string): Bilingual => ({
    zh: `${by}比较,本院结案快于同类法院合计,超出偶然(对数秩检验与精确检验,取较大的 ${p})`,
    en: `${by}: our court closes faster than the peers, more than chance explains (log-rank and exact test, the larger ${p})`,
  }),
  slower: (p: string, by: string): Bilingual => ({
    zh: `${by}比较,本院结案慢于同类法院合计,超出偶然(对数秩检验与精确检验,取较大的 ${p})`,
    en: `${by}: our court closes more slowly than the peers, more than chance explains (log-rank and exact test, the larger ${p})`,
  }),
  chance: (p: string, by: string): Bilingual => ({
    zh: `${by}比较,本院与同类法院合计的快慢之差可能只是偶然(对数秩检验与精确检验,取较大的 ${p})`,
    en: `${by}: the difference in pace may be chance (log-rank and exact test, the larger ${p})`,
  }),
  cannot: (by: string): Bilingual => ({ zh: `${by}比较:案件太少,不能检验`, en: `${by}: too few cases for a test` }),
  crude: { zh: '直接', en: 'Crude' },
  stratified: { zh: '同程序之间', en: 'Within procedures' },
  crossing: {
    zh: '两条曲线相交,前后阶段快慢相反,一个检验不足以概括,应分阶段看',
    en: 'the curves cross: faster at one stage and slower at another, which no single test sums up',
  },
  caveat: {
    zh: '检验只计偶然,不计各法院之间本来的差异;是否超出各法院的波动范围见漏斗图',
    en: 'The test reckons with chance alone, not with how much courts differ anyway; see the funnels for that',
  },
  packs: (year: number): Bilingual => ({ zh: `对标包法院(${year} 年立案)`, en: `Packs (filed in ${year})` }),
  ofPacks: (names: string, year: number, points: string, cut: string): Bilingual => ({
    zh: `对标包按立案年度记录进程:虚线为 ${names} ${year} 年立案的全部案件,误差不超过 ±${points} 个百分点(色带),画到 ${cut};与本院按期间观察的口径不同,只作参照,不检验`,
    en: `packs record courses by year of filing: the dashed line is all cases filed in ${year} of ${names}, off by ±${points} percentage points at most (band), drawn up to ${cut}; another population than our period: for orientation, not tested`,
  }),
  leftOutPacks: (names: string): Bilingual => ({
    zh: `对标包没有可用的进程记录(没有跟踪满半年的年度,或筛选了案由、程序等),未计入:${names}`,
    en: `their packs tell no course (no year followed for half a year, or a filter by cause or procedure); left out: ${names}`,
  }),
  leftOutTyped: (names: string): Bilingual => ({
    zh: `只录入了合计数、没有逐案天数,未计入:${names}`,
    en: `only totals were typed in; left out: ${names}`,
  }),
  unadjustable: {
    zh: '同程序比较只调整了程序;案由和疑难程度未调整',
    en: 'within procedures adjusts for procedure alone; cause and difficulty are not adjusted for',
  },
  noProcedure: { zh: '文件没有程序,不能按程序调整', en: 'The files have no procedures: not adjusted' },
  title: (own: string, others: string): Bilingual => ({
    zh: `一半案件结案所需天数:本院 ${own},同类法院合计 ${others}`,
    en: `Days until half of the cases are closed: ours ${own}, peers ${others}`,
  }),
  plainTitle: { zh: '本院与同类法院的未结比例', en: "Share still open, ours and the peers'" },
} as const;

/** Words of the ranking guard. */
export const RANKS = {
  section: { zh: '位次区间', en: 'Intervals of ranks' },
  policy: {
    zh: '最高人民法院 2024 年 9 月要求:指标定位为“体检表”,切实减少通报频次,坚决杜绝排名排序。本页默认按代字顺序,不按数值排列。',
    en: "The Supreme People's Court requires (September 2024): figures are a check-up; fewer bulletins, and no ranking whatsoever. By default courts stand in the order of their codes.",
  },
  why: {
    zh: '如内部研究确需按数值排列,可打开此项:只给出每院位次可能的区间。名次不作考核、通报之用。',
    en: 'Where internal study needs an order by value, switch it on: it shows between which places each court may stand. Not for assessment or bulletins.',
  },
  toggle: { zh: '按数值排列,并显示位次区间', en: 'Order by value and show intervals of ranks' },
  method: (percent: string): Bilingual => ({
    zh: `各院区间取 ${percent}(Sidak),使全部区间同时成立的把握为 95%;区间整段高于本院的法院必在前,整段低于的必在后(Klein 等 2020)。位次区间重叠的法院不能分先后`,
    en: `Each court has a ${percent} interval (Sidak), so that all hold together with 95 %; a court is certainly before those whose interval lies wholly behind its own (Klein et al. 2020). Overlapping ranks leave the order open`,
  }),
  top: { zh: '前四分之一', en: 'top quarter' },
  bottom: { zh: '后四分之一', en: 'bottom quarter' },
  unclear: { zh: '不能认定', en: 'cannot tell' },
  heading: { zh: '位次区间', en: 'Places' },
  crude: { zh: '未调整', en: 'Crude' },
  adjusted: { zh: '按案件构成调整:实际 ÷ 预计', en: 'Adjusted for case mix: observed ÷ expected' },
  fixedExpected: {
    zh: '预计数视为已知;案件构成相差很大的法院,实际 ÷ 预计不宜直接互比',
    en: 'expected counts are taken as known; observed ÷ expected of courts with very different mixes do not compare well',
  },
  counts: (top: number, unclear: number, bottom: number): Bilingual => ({
    zh:
      top + bottom === 0
        ? `${unclear} 个法院都不能认定在前或在后四分之一`
        : `${top} 个法院确在前四分之一,${bottom} 个确在后四分之一,${unclear} 个不能认定`,
    en:
      top + bottom === 0
        ? `of none of ${unclear} courts can it be told that it is in the top or bottom quarter`
        : `${top} courts are certainly in the top quarter, ${bottom} in the bottom quarter, of ${unclear} it cannot be told`,
  }),
  unranked: (names: string): Bilingual => ({
    zh: `件数少、没有此类案件或没有适用区间,不排位次:${names}`,
    en: `too few cases, none, or no interval, not ranked: ${names}`,
  }),
  noSide: { zh: '此项不评优劣,不排位次', en: 'This figure has no favourable side and is not ranked' },
  tooFew: { zh: '可排的法院不足 4 个', en: 'Fewer than 4 courts can be ranked' },
  count: { zh: '件数', en: 'Cases' },
  interval: { zh: '区间', en: 'Interval' },
  quarter: { zh: '可以说的', en: 'What can be said' },
} as const;

/** `第 2–7 位`, `第 3 位`. */
export function places(best: number, worst: number): Bilingual {
  const range = best === worst ? String(best) : `${best}–${worst}`;
  return { zh: `第 ${range} 位`, en: best === worst ? `place ${range}` : `places ${range}` };
}
