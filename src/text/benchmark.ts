import type { Bilingual } from './bilingual.ts';

/** Words of the benchmark page: funnels, health check, gap. */
export const BENCHMARK = {
  lead: {
    zh: '每个点是一个法院,越靠右案件越多。落在带内的差异可能只是偶然波动,不宜分高下;落在带外只表示值得了解原因。法院按代字顺序编号,不排名次。',
    en: 'Every point is a court; the further right, the more cases. Within the band differences may be chance; outside it the reasons are worth knowing. Courts are numbered in the order of their codes; there is no ranking.',
  },
  further: { zh: '下列图示为三项主要指标,另加', en: 'Shown below: the three headline figures and' },
  noFurther: { zh: '(不另加)', en: '(no other)' },
  gapSection: { zh: '差距从哪里来', en: 'Where the gap comes from' },
  nameCourts: { zh: '显示法院名称', en: 'Show the names of courts' },
  crude: { zh: '未调整', en: 'Crude' },
  adjusted: { zh: '按案件构成调整:实际 ÷ 预计', en: 'Adjusted for case mix: observed ÷ expected' },
  sizeCases: { zh: '件数', en: 'cases' },
  sizeExpected: { zh: '按本院案件构成预计的件数', en: 'cases expected from the case mix' },
  sizeEffective: { zh: '件数(按预计天数折算)', en: 'cases (of average expected length)' },
  deciding: { zh: '99.8%,已按过度离散放宽(据此判断)', en: '99.8 %, widened for overdispersion (decides)' },
  chance998: { zh: '99.8%,只计偶然', en: '99.8 %, chance alone' },
  chance95: { zh: '95%,只计偶然', en: '95 %, chance alone' },
  expectedOne: { zh: '实际 = 预计', en: 'observed = expected' },
  better: { zh: '优于', en: 'better' },
  worse: { zh: '劣于', en: 'worse' },
  higher: { zh: '高于', en: 'higher' },
  lower: { zh: '低于', en: 'lower' },
  none: { zh: '不能认定有差异', en: 'no evidence of a difference' },
  few: { zh: '件数少,不作判断', en: 'too few cases to be judged' },
  noInterval: { zh: '没有适用的区间,不作判断', en: 'no interval applies: not judged' },
  fewPeers: { zh: '可比法院少于 10 个,不作判断', en: 'fewer than 10 courts: not judged' },
  noSpread: { zh: '天数没有离散,不作判断', en: 'no spread of days: not judged' },
  noCases: { zh: '无此类案件', en: 'no such cases' },
  noMix: {
    zh: '只有合计数,案件构成不详,无法调整,不作判断',
    en: 'totals only, case mix unknown: cannot be adjusted, not judged',
  },
  noMatch: {
    zh: '多数案件的种类是其他法院没有的,无从比较,不作判断',
    en: 'most cases are of kinds that the others do not have: nothing to compare with, not judged',
  },
  noExpected: { zh: '同类案件各院均为 0,不作判断', en: 'none in any court: not judged' },
  noFigure: { zh: '没有这项数字,不作判断', en: 'no figure: not judged' },
  unadjustable: {
    zh: '未记录的差异(疑难程度等)无法调整',
    en: 'what is not recorded (difficulty and the like) cannot be adjusted for',
  },
  noDispersion: {
    zh: '没有发现超出偶然的离散(τ = 0),带宽只计偶然',
    en: 'no variation beyond chance was found (τ = 0)',
  },
  poisson: {
    zh: '调整后的带宽按泊松分布计算,比率较高时偏宽(不易误判)',
    en: 'adjusted limits are Poisson limits: wide (cautious) where the rate is high',
  },
  twoCounts: {
    zh: '分子、分母不是同一批案件:界限按两个件数之比计算(负二项),比按比例计算的宽',
    en: 'numerator and denominator are different cases: limits of the ratio of two counts (negative binomial), wider than those of a share',
  },
  poissonTwoCounts: {
    zh: '分子、分母不是同一批案件,分母的偶然也计入:预计件数按其所含信息折算后,带宽按泊松分布计算',
    en: 'numerator and denominator are different cases, and chance moves both: Poisson limits of the expected count that tells as much',
  },
  sizeEvidence: {
    zh: '按本院案件构成预计的件数(折算,见图注)',
    en: 'cases expected from the case mix (that tell as much, see the note)',
  },
  ownStrata: {
    zh: '预计值以全部可比法院(含本院)各类案件的合计水平为准',
    en: 'expected at the pooled rate of all courts shown, our own included, in each stratum',
  },
  court: { zh: '法院', en: 'Court' },
  verdict: { zh: '判断', en: 'Finding' },
  observed: { zh: '实际', en: 'Observed' },
  expected: { zh: '预计', en: 'Expected' },
  quotient: { zh: '实际 ÷ 预计', en: 'Observed ÷ expected' },
  limits: { zh: '99.8% 范围', en: '99.8 % limits' },
  zScore: { zh: 'z 值', en: 'z' },
  noFunnel: {
    zh: '可比法院少于 10 个,法院之间本来的差异无法估计,不画漏斗图。各院数值与区间见“对比”页:',
    en: 'With fewer than 10 courts the variation between them cannot be estimated: no funnel plots. Values and intervals:',
  },
  notJudged: {
    zh: '这项指标的分子不是分母的一部分(或按金额计算),没有适用的界限,只列分布,不作判断。',
    en: 'The numerator of this figure is no part of its denominator (or it is of money): no limits apply. Its spread is shown and nobody is judged.',
  },
  oneCourt: {
    zh: '数据里只有一个法院。把其他法院的清单一起导入,即可对标。',
    en: 'The data hold one court only. Import lists of other courts as well.',
  },
} satisfies Record<string, Bilingual>;

/** `法院 7`: a peer whose name is not shown. */
export function anonymousCourt(number: number): Bilingual {
  return { zh: `法院 ${number}`, en: `Court ${number}` };
}

/** What is standardised by. */
export const STRATA = {
  causeAndProcedure: { zh: '案由 × 程序', en: 'cause × procedure' },
  cause: { zh: '案由', en: 'cause' },
} satisfies Record<string, Bilingual>;

/** Said under an adjusted funnel: what was adjusted by. */
export function adjustedBy(strata: Bilingual): Bilingual {
  return { zh: `已按${strata.zh}构成调整`, en: `adjusted for ${strata.en}` };
}

/** What our case mix would lead to expect, beside what happened. Texts carry their units. */
export function expectedSentence(expected: string, observed: string): Bilingual {
  return {
    zh: `若本院各类案件均按全体平均水平处理,预计 ${expected},实际 ${observed}`,
    en: `had each kind of our cases gone as on the average of all courts: ${expected} expected, ${observed} observed`,
  };
}

/** Observed ÷ expected with the limits that decide. */
export function limitsSentence(ratio: string, limits: string): Bilingual {
  return {
    zh: `实际 ÷ 预计 ${ratio},99.8% 放宽的范围 ${limits}`,
    en: `observed ÷ expected ${ratio}, widened 99.8 % limits ${limits}`,
  };
}

/**
 * How much of our own cases the adjustment does not reach, or reaches in part; texts with their units. Empty where it
 * reaches all.
 */
export function uncomparedSentences(alone: string, merged: string): readonly Bilingual[] {
  return [
    ...(alone === ''
      ? []
      : [
          {
            zh: `本院有 ${alone}属于其他法院合计不足 10 件的种类,无从比较,预计值基本等于其实际值`,
            en: `${alone} of ours are of kinds of which the others have fewer than 10: nothing to compare with, expected about as they went`,
          },
        ]),
    ...(merged === ''
      ? []
      : [
          {
            zh: `本院有 ${merged}的案由在对标包里已并入“件数少的各类”,只按程序调整`,
            en: `${merged} of ours are of causes that packs put together: adjusted for the procedure only`,
          },
        ]),
  ];
}

/** Said where the limits were widened. `spread` in the unit of the figure. */
export function dispersionSentence(spread: string, tau: string, isAdjusted: boolean): Bilingual {
  return {
    zh: `各法院之间${isAdjusted ? '调整后仍有未记录的差异' : '本来就有案件构成等差异'}(标准差约 ${spread}),带宽已据此放宽(τ = ${tau})`,
    en: `courts differ by ${isAdjusted ? 'what is not recorded' : 'their mix of cases and more'} (standard deviation about ${spread}); the limits are widened for it (τ = ${tau})`,
  };
}

/** Said where courts with few cases were left out of the picture. */
export function leftOut(count: number): Bilingual {
  return {
    zh: `${count} 个法院件数少于 10 件或无法计算,不入图、不作判断,见数据表`,
    en: `${count} courts with fewer than 10 cases or no figure are not drawn nor judged; see the table`,
  };
}

/** Said where nothing is known of courts: neither their lists nor what they publish have the figure. */
export function withoutFigure(count: number): Bilingual {
  return {
    zh: `${count} 个法院没有这项数字`,
    en: count === 1 ? '1 court does not have this figure' : `${count} courts do not have this figure`,
  };
}

/** The finding for our court, with and without adjustment, as the title of a pair of funnels. */
export const HEADLINES = {
  none: (metric: string): Bilingual => ({
    zh: `${metric}:本院在波动范围之内,不能认定与各法院有差异`,
    en: `${metric}: our court is within the limits; no evidence of a difference`,
  }),
  explained: (metric: string): Bilingual => ({
    zh: `${metric}:本院看似有差距,按案件构成调整后不能认定有差异`,
    en: `${metric}: our court seems to differ, but not after adjustment for case mix`,
  }),
  remains: (metric: string, word: Bilingual): Bilingual => ({
    zh: `${metric}:本院${word.zh}未调整的波动范围;按案件构成调整后仍${word.zh}预计,但未超出放宽的范围,不能认定有差异`,
    en: `${metric}: our court is ${word.en} than the crude limits; adjusted for case mix it is still ${word.en} than expected, but within the wider limits: no evidence of a difference`,
  }),
  unmasked: (metric: string, word: string): Bilingual => ({
    zh: `${metric}:按案件构成调整后,本院${word}各法院的波动范围`,
    en: `${metric}: after adjustment for case mix our court is ${word} than the limits`,
  }),
  stays: (metric: string, word: string): Bilingual => ({
    zh: `${metric}:本院${word}各法院的波动范围,案件构成不能解释`,
    en: `${metric}: our court is ${word} than the limits, and case mix does not explain it`,
  }),
  unjudged: (metric: string): Bilingual => ({
    zh: `${metric}:本院件数不足,不作判断`,
    en: `${metric}: our court has too few cases to be judged`,
  }),
  notCompared: (metric: string, why: Bilingual): Bilingual => ({
    zh: `${metric}:本院${why.zh}`,
    en: `${metric}: our court, ${why.en}`,
  }),
  noOwn: (metric: string, count: number): Bilingual => ({
    zh: count === 0 ? `${metric}:没有法院超出波动范围` : `${metric}:按案件构成调整后,${count} 个法院超出波动范围`,
    en:
      count === 0
        ? `${metric}: no court is beyond the limits`
        : `${metric}: ${count} courts are beyond the limits after adjustment`,
  }),
};

export const RUG = {
  title: { zh: '各法院质效体检表', en: 'Health check of the courts' },
  caption: {
    zh: '格内为未调整的数值,下为件数;颜色和文字按案件构成调整后、99.8% 放宽界限判断',
    en: 'cells show the crude value, below it the number of cases; colour and word follow the case-mix-adjusted, widened 99.8 % limits',
  },
  arrow: {
    zh: '箭头为该院同比的真实变化(差值的 99.8% 区间不含 0)',
    en: 'arrows: a real change against the same period last year (99.8 % interval of the difference excludes 0)',
  },
  noArrow: {
    zh: '期间超过一年或缺少上年同期,不作同比',
    en: 'no comparison with last year: longer than a year, or no data',
  },
  policy: {
    zh: '按最高人民法院要求,指标用于“体检”,不排名、不通报名次',
    en: "as the Supreme People's Court requires: a check-up, not a ranking",
  },
  unread: { zh: '停用:用语不识别', en: 'withheld: words not understood' },
  lacking: { zh: '清单缺此栏', en: 'not in its list' },
  sliced: { zh: '清单不全', en: 'list not whole' },
  notTyped: { zh: '未录入', en: 'not typed' },
  notYet: { zh: '判断尚在计算', en: 'still being judged' },
  up: { zh: '同比上升', en: 'up on last year' },
  down: { zh: '同比下降', en: 'down on last year' },
  allCourts: { zh: '可比法院合计', en: 'All these courts' },
  apart: { zh: '高于或低于(不评优劣)', en: 'higher or lower (not judged)' },
} satisfies Record<string, Bilingual>;

/** Figures without arrows, because what follows the cases of the period is not complete. */
export function youngColumns(labels: readonly Bilingual[]): Bilingual {
  return {
    zh: `后续的上诉、二审结果还没有到齐,不画箭头:${labels.map(({ zh }) => zh).join('、')}`,
    en: `no arrows, as what follows the cases is not complete: ${labels.map(({ en }) => en).join(', ')}`,
  };
}

/** Figures that have no column in the health check, because no court had a case that they count. */
export function emptyColumns(labels: readonly Bilingual[]): Bilingual {
  return {
    zh: `期间内各院均无此类案件,未列:${labels.map(({ zh }) => zh).join('、')}`,
    en: `not shown, as no court had such cases: ${labels.map(({ en }) => en).join(', ')}`,
  };
}

/** Figures that have no column in the health check, because they are withheld of every court. */
export function withheldColumns(labels: readonly Bilingual[]): Bilingual {
  return {
    zh: `清单不全(见“数据”页),未列:${labels.map(({ zh }) => zh).join('、')}`,
    en: `not shown, as the lists are not whole (see Data): ${labels.map(({ en }) => en).join(', ')}`,
  };
}

/** Figures that have no column in the health check, because the files lack what they are made of. */
export function leftOutColumns(labels: readonly Bilingual[]): Bilingual {
  return {
    zh: `文件缺少所需栏目,未列:${labels.map(({ zh }) => zh).join('、')}`,
    en: `not shown, as the files lack the columns: ${labels.map(({ en }) => en).join(', ')}`,
  };
}

export const GAP = {
  merged: { zh: '件数少的各类', en: 'rare kinds together' },
  metric: { zh: '指标', en: 'Metric' },
  by: { zh: '按', en: 'By' },
  against: { zh: '对照', en: 'Against' },
  others: { zh: '其余法院合计', en: 'all other courts pooled' },
  own: { zh: '本院', en: 'Our court' },
  otherMix: { zh: '其他各类的构成', en: 'mix of the other kinds' },
  otherRate: { zh: '其他各类的自身差异', en: 'own differences of the other kinds' },
  mixOf: (category: string): Bilingual => ({ zh: `${category}的比重`, en: `share of ${category}` }),
  rateOf: (category: string): Bilingual => ({ zh: `${category}自身`, en: `${category} itself` }),
  noOwn: {
    zh: '没有指定本院。请在“对比”或筛选中选定本院。',
    en: 'No court is marked as our own.',
  },
  nothing: { zh: '本院或对照一方没有此类案件', en: 'Our court or the other side has no such cases' },
  note: {
    zh: '按 Kitagawa 方法分解,各条相加等于总差距;中位数不能这样分解。只描述差距,不说明原因',
    en: 'Kitagawa decomposition: the bars add up to the gap; medians cannot be decomposed. It describes, it does not explain',
  },
  inTable: { zh: '多类合并,各类见数据表', en: 'several kinds together; see the table' },
  opens: {
    zh: '指向一条可看双方件数,点击可打开本院该类案件',
    en: 'pointing at a bar shows the counts of both sides, a click opens our cases of the kind',
  },
  share: { zh: '比重', en: 'Share' },
  none: { zh: '无此类案件', en: 'no such cases' },
  mixEffect: { zh: '构成影响', en: 'Mix effect' },
  rateEffect: { zh: '自身影响', en: 'Own effect' },
};

/** The title of the gap: how far, and how it splits. Texts carry sign and unit. */
export function gapTitle(metric: string, total: string, mix: string, rate: string): Bilingual {
  return {
    zh: `${metric}:本院相差 ${total},其中案件构成 ${mix},各类案件自身 ${rate}`,
    en: `${metric}: a gap of ${total}, of which case mix ${mix} and the kinds of case themselves ${rate}`,
  };
}

/** Whether the whole gap may be chance. `range` is `−5.0 至 +0.8`. */
export function gapInterval(range: string, isBeyondChance: boolean): Bilingual {
  return {
    zh: `差值的 95% 区间 ${range};按 99.8% 判断,${isBeyondChance ? '超出单纯的偶然波动' : '可能只是波动'}`,
    en: `95 % interval of the difference ${range}; at 99.8 % it ${isBeyondChance ? 'is more than chance alone' : 'may be chance'}`,
  };
}

/** Words of the comparison of two courts with one common mix. */
export const DIRECT = {
  title: { zh: '两院按同一案件构成比较', en: 'Both courts with one mix of cases' },
  standardised: { zh: '按同一构成', en: 'With one mix' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  coverage: { zh: '可比案件占比', en: 'Share of cases compared' },
  twoCounts: {
    zh: '分子、分母不是同一批案件,按同一构成比较时不给出区间,不作判断',
    en: 'numerator and denominator are different cases: no interval with one mix, and no finding',
  },
  noInterval: { zh: '各类案件没有离散,不给出区间', en: 'no spread within the kinds of case: no interval' },
  method: {
    zh: '直接标准化:各类案件的水平是各院自己的,比重都取两院合计的比重',
    en: "direct standardisation: every kind at the court's own level, with the share it has in both courts together",
  },
  nothing: {
    zh: '两院没有共同的、各有 5 件以上的案件种类,不能按同一构成比较。',
    en: 'The courts share no kind of case of which each has 5 cases: they cannot be compared with one mix.',
  },
} satisfies Record<string, Bilingual>;

/** What both courts would be with one mix. Texts carry their units. */
export function directTitle(own: string, otherLabel: string, other: string, difference: string): Bilingual {
  return {
    zh: `案件构成相同时:本院 ${own},${otherLabel} ${other},相差 ${difference}`,
    en: `With the same mix of cases: ours ${own}, ${otherLabel} ${other}, a difference of ${difference}`,
  };
}

/** How much of the cases that reaches, and that the rest was not adjusted. */
export function directCoverage(
  by: Bilingual,
  kinds: number,
  least: number,
  shares: { readonly own: string; readonly other: string },
  hasRest: boolean,
): Bilingual {
  return {
    zh: `两院各有 ${least} 件以上的${by.zh}共 ${kinds} 类,含本院案件的 ${shares.own}、对照法院的 ${shares.other}${hasRest ? ';其余案件没有可比的同类,未能调整,不在此比较之内' : ''}`,
    en: `${kinds} kinds (${by.en}) of which each court has ${least} cases or more hold ${shares.own} of our cases and ${shares.other} of theirs${hasRest ? '; the rest has nothing to be compared with, was not adjusted and is left out here' : ''}`,
  };
}
