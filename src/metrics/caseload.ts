import { CONFIGURATION } from './configuration.ts';
import { defineMetric } from './metric.ts';
import { casesBy, count, openCases } from './population.ts';
import { ALWAYS, isIn } from './predicate.ts';
import { DECIDED_BY, NO_LABEL, POPULATION, SOURCE } from './wording.ts';

const incoming = count(casesBy('filed_on', ALWAYS));
const resolved = count(casesBy('resolved_on', ALWAYS));
const pendingStart = count(openCases('open_at_start', ALWAYS));
const pending = count(openCases('open_at_end', ALWAYS));

const one = { id: null, label: NO_LABEL, fixes: [], population: POPULATION.all } as const;
const SLICE = {
  zh: '只含已结案件的导出文件没有未结案件,只含某年立案的文件没有旧存,此时本指标不可用',
  en: 'An export of resolved cases only holds no pending case, one of a single filing year no older stock: the figure is then wrong',
};

export const INCOMING = defineMetric({
  id: 'incoming',
  kind: 'flow',
  label: { zh: '新收', en: 'Incoming' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'sum', parts: [incoming] },
      numerator: { zh: '期间内立案的案件数', en: 'cases filed in the period' },
      denominator: null,
      decidedBy: DECIDED_BY.filed,
      note: {
        zh: '类型代字的范围各地不同(诉前调、执保、执恢是否计入),比较前先看所含代字',
        en: 'Courts differ in the type codes they count (诉前调, 执保, 执恢): compare the codes first',
      },
      requires: ['filed_on'],
      source: SOURCE.provincial,
    },
  ],
});

export const RESOLVED = defineMetric({
  id: 'resolved',
  kind: 'flow',
  label: { zh: '已结', en: 'Resolved' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'sum', parts: [resolved] },
      numerator: {
        zh: '期间内结案的案件数,不论何年立案',
        en: 'cases closed in the period, whatever year they were filed',
      },
      denominator: null,
      decidedBy: DECIDED_BY.resolved,
      note: { zh: '中止不是结案', en: 'A suspended case is not resolved' },
      requires: ['resolved_on'],
      source: SOURCE.provincial,
    },
  ],
});

export const PENDING_START = defineMetric({
  id: 'pending_start',
  kind: 'stock',
  label: { zh: '旧存', en: 'Pending at start' },
  unit: 'cases',
  better: 'neither',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'sum', parts: [pendingStart] },
      numerator: {
        zh: '期间开始前立案、期间开始时尚未结案的案件数;没有立案日期而有结案日期的,视为早已立案',
        en: 'cases filed before the period and not resolved before it; a resolved case without a filing date counts as filed before',
      },
      denominator: null,
      decidedBy: DECIDED_BY.atStart,
      note: SLICE,
      requires: ['filed_on'],
      source: SOURCE.provincial,
    },
  ],
});

export const PENDING = defineMetric({
  id: 'pending',
  kind: 'stock',
  label: { zh: '未结', en: 'Pending' },
  unit: 'cases',
  better: 'down',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'sum', parts: [pending] },
      numerator: {
        zh: '期间结束前立案、期间结束时尚未结案的案件数 = 旧存 + 新收 − 已结',
        en: 'cases filed before the end and not resolved before it = pending at start + incoming − resolved',
      },
      denominator: null,
      decidedBy: DECIDED_BY.atEnd,
      note: SLICE,
      requires: ['filed_on'],
      source: SOURCE.provincial,
    },
  ],
});

export const CLOSING_RATE = defineMetric({
  id: 'closing_rate',
  kind: 'ratio',
  label: { zh: '结案率', en: 'Closing rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...one,
      formula: { kind: 'ratio', numerator: [resolved], denominator: [pendingStart, incoming] },
      numerator: { zh: '已结', en: 'resolved' },
      denominator: { zh: '受理 = 旧存 + 新收', en: 'pending at start + incoming' },
      decidedBy: DECIDED_BY.filedAndResolved,
      note: {
        zh: '年初接近 0、逐月上升,只宜与上年同月比;“结案/收案”是结收比,不是结案率',
        en: 'Near 0 in January and rising: compare the same month only. Resolved / incoming is the clearance rate',
      },
      requires: ['filed_on', 'resolved_on'],
      source: SOURCE.zhengzhou,
    },
  ],
});

export const CLEARANCE_RATE = defineMetric({
  id: 'clearance_rate',
  kind: 'ratio',
  label: { zh: '结收比', en: 'Clearance rate' },
  unit: 'ratio',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...one,
      formula: { kind: 'ratio', numerator: [resolved], denominator: [incoming] },
      numerator: { zh: '已结', en: 'resolved' },
      denominator: { zh: '新收', en: 'incoming' },
      decidedBy: DECIDED_BY.filedAndResolved,
      note: {
        zh: '可以超过 100%;清旧案会推高;新收很少时波动极大',
        en: 'May exceed 100 %; clearing old stock raises it; unstable where few cases come in',
      },
      requires: ['filed_on', 'resolved_on'],
      source: SOURCE.zhengzhou,
    },
  ],
});

export const DISPOSITION_TIME = defineMetric({
  id: 'disposition_time',
  kind: 'derived',
  label: { zh: '存案周转天数', en: 'Disposition time' },
  unit: 'days',
  better: 'down',
  digits: 0,
  variants: [
    {
      ...one,
      formula: { kind: 'disposition_time', stock: pending, flow: resolved },
      numerator: { zh: '期末未结 × 期间天数', en: 'pending at end × days in the period' },
      denominator: { zh: '已结', en: 'resolved' },
      decidedBy: DECIDED_BY.resolvedAndAtEnd,
      note: {
        zh: '按目前速度办完存案需要的天数,是推算值,不是实际审理天数',
        en: 'Days needed to resolve the stock at the present pace: calculated, not measured',
      },
      requires: ['filed_on', 'resolved_on'],
      source: SOURCE.cepej,
    },
  ],
});

export const CLOSING_BALANCE = defineMetric({
  id: 'closing_balance',
  kind: 'derived',
  label: { zh: '结案均衡度', en: 'Closing balance' },
  unit: 'index',
  better: 'up',
  digits: 2,
  variants: [
    {
      ...one,
      formula: { kind: 'balance', of: casesBy('resolved_on', ALWAYS) },
      numerator: {
        zh: '1 − 各月结案数的标准差 ÷ 月均结案数',
        en: '1 − standard deviation of the monthly counts ÷ their mean',
      },
      denominator: null,
      population: {
        zh: '导入的全部案件;只用完整的统计月,少于 12 个月不计算',
        en: 'all loaded cases; complete months only, at least 12',
      },
      decidedBy: DECIDED_BY.resolved,
      note: {
        zh: '标准差取总体标准差;没有结案的月份按 0 计。公式为通行做法,无全国文件',
        en: 'Population standard deviation, months without closings count as 0. Common practice, no national text',
      },
      requires: ['resolved_on'],
      source: SOURCE.balance,
    },
  ],
});

const entriesOf = (codes: readonly string[]) => count(casesBy('filed_on', isIn('type_code', codes)));
const pieces = count(casesBy('filed_on', isIn('type_code', CONFIGURATION.pieceTypeCodes.values)));
const casePiece = {
  ...one,
  fixes: ['matter', 'level'],
  numerator: { zh: '“件”:各审判、执行程序的新收', en: 'pieces: incoming of all proceedings' },
  population: { zh: '按类型代字取“案”“件”,两张代字表可调', en: 'by type code; both lists can be edited' },
  decidedBy: DECIDED_BY.filed,
  requires: ['filed_on', 'type_code'],
  source: SOURCE.spcCore,
} as const;

export const CASE_PIECE_RATIO = defineMetric({
  id: 'case_piece_ratio',
  kind: 'ratio',
  label: { zh: '案-件比', en: 'Case-piece ratio' },
  unit: 'index',
  better: 'down',
  digits: 2,
  variants: [
    {
      ...casePiece,
      id: 'a',
      label: { zh: '口径 A:案含首次执行', en: 'Variant A: with first enforcement' },
      formula: {
        kind: 'ratio',
        numerator: [pieces],
        denominator: [entriesOf(CONFIGURATION.entryTypeCodes.values)],
      },
      denominator: { zh: '“案”:一审和首次执行的新收', en: 'cases: incoming of first instance and first enforcement' },
      note: {
        zh: '“案”“件”的范围未公布,系由公布数推算;二审、再审在上级法院,单个法院的数据算不全',
        en: 'The official lists are unpublished and were inferred; appeals and retrials lie with the upper court',
      },
    },
    {
      ...casePiece,
      id: 'b',
      label: { zh: '口径 B:案仅一审', en: 'Variant B: first instance only' },
      formula: {
        kind: 'ratio',
        numerator: [pieces],
        denominator: [entriesOf(CONFIGURATION.trialEntryTypeCodes.values)],
      },
      denominator: { zh: '“案”:一审的新收', en: 'cases: incoming of first instance' },
      note: {
        zh: '首次执行算“件”不算“案”,数值明显高于口径 A,不可互比;范围未公布',
        en: 'First enforcement counts as a piece, not as a case: well above variant A; the lists are unpublished',
      },
    },
  ],
});
