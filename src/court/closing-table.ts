import type { Bucket, ClosingList } from './bucket.ts';
import type { Confidence } from './label.ts';

const T = ['trial'] as const;
const A = ['appeal'] as const;
const R = ['retrial'] as const;
const AR = ['appeal', 'retrial'] as const;
const TA = ['trial', 'appeal', 'retrial'] as const;
const P = ['petition'] as const;
const E = ['enforcement'] as const;
const V = ['enforcement_review'] as const;
const M = ['mediation'] as const;
const S = ['special'] as const;
const TM = ['trial', 'appeal', 'retrial', 'petition', 'mediation', 'special', 'enforcement'] as const;

/**
 * Canonical closing, bucket, English, lists, synonyms (space between), confidence where not published. From
 * domain.md §5.1 and spellings seen in exports. A row is added here, never in code.
 */
export const CLOSING_ROWS: readonly (readonly [string, Bucket, string, readonly ClosingList[], string, Confidence?])[] =
  [
    [
      '判决',
      '判决',
      'judgment',
      TA,
      '判决书 判决结案 缺席判决 一审判决 小额判决 判决支持 判决支持诉讼请求 支持诉讼请求 部分支持 有罪判决 无罪判决 刑事附带民事判决',
    ],
    [
      '驳回诉讼请求',
      '判决',
      'claims rejected',
      TA,
      '驳回原告诉讼请求 驳回全部诉讼请求 驳回原告全部诉讼请求 驳回原告的诉讼请求 驳回原告的全部诉讼请求 判决驳回',
    ],
    [
      '调解',
      '调解',
      'mediated',
      TM,
      '调解书 调解成功 调解结案 达成调解协议 法院调解 和解调解 调解和好 和解 调解成功结案 当庭调解 达成调解 调解协议 双方达成调解协议 刑事附带民事调解 诉中调解',
    ],
    [
      '准予撤诉',
      '撤诉',
      'withdrawal granted',
      T,
      '准许撤诉 准予撤回起诉 准许撤回起诉 准予原告撤诉 准许原告撤诉 准予原告撤回起诉 准许原告撤回起诉 同意撤诉 准予撤回自诉 准许撤回自诉 和解撤诉 庭外和解撤诉 撤诉和解 准予撤回 准许撤回 准许自诉人撤诉 准予自诉人撤诉 检察院撤回起诉 准予检察院撤回起诉 准许检察院撤回起诉 公诉机关撤回起诉 自诉撤诉',
    ],
    [
      '按撤诉处理',
      '撤诉',
      'deemed withdrawn',
      T,
      '按自动撤诉处理 按自动撤诉 视为撤诉 视为撤回起诉 按撤回起诉处理 按撤诉 视为自动撤诉 按原告撤诉处理 按自诉人撤诉处理 自动撤诉 未交费按撤诉处理 未缴费按撤诉处理 未按期缴费按撤诉处理 未到庭按撤诉处理 缺席按撤诉处理',
    ],
    [
      '撤诉',
      '撤诉',
      'withdrawn, kind not told',
      ['trial', 'mediation'],
      '撤回起诉 撤诉书 申请撤诉 自诉人撤诉 原告撤诉',
    ],
    ['驳回起诉', '驳回起诉', 'action dismissed', T, '驳回原告起诉 驳回原告的起诉 驳回自诉 驳回起诉书'],
    ['不予受理', '驳回起诉', 'not accepted', T, '裁定不予受理'],
    ['不予立案', '驳回起诉', 'not filed', T, '裁定不予立案'],
    ['不予登记立案', '驳回起诉', 'not registered', T, ''],
    [
      '裁定移送其他法院管辖',
      '移送',
      'transferred to another court',
      TA,
      '移送其他法院管辖 移送管辖 移送 移送其他法院 移送有管辖权法院 移送有管辖权的法院 移送其他人民法院 移送有管辖权的人民法院 移送其他有管辖权的法院 移送其它法院管辖',
    ],
    [
      '移送其他机关',
      '移送',
      'transferred to another authority',
      T,
      '移送公安机关 移送检察机关 移送公安或检察机关',
      'medium',
    ],
    ['终结', '其他', 'terminated', TA, '终结诉讼 诉讼终结 终结审理 终结程序'],
    ['终止审理', '其他', 'discontinued', TA, '终止'],
    ['其他', '其他', 'other', TM, '其它 其他方式 其他结案方式'],
    ['销案', '其他', 'struck out', TM, '撤销案件'],

    [
      '维持',
      '维持',
      'upheld',
      AR,
      '维持原判 驳回上诉 驳回上诉维持原判 驳回上诉维持原裁定 维持原裁定 维持原判决 维持一审判决 维持原审判决 驳回抗诉维持原判 驳回上诉抗诉维持原判 驳回抗诉 驳回上诉请求维持原判 驳回再审请求维持原判 维持原裁判 维持一审 维持原审 维持一审裁定',
    ],
    [
      '改判',
      '改判',
      'altered',
      AR,
      '全部改判 部分改判 依法改判 直接改判 撤销原判依法改判 撤销原判改判 变更原判 撤销原判决依法改判 部分维持部分改判 改判决 撤销并改判 撤销改判 改变原判',
    ],
    ['撤销变更原裁定', '改判', 'ruling set aside or varied', AR, '变更原裁定 撤销或变更原裁定 撤销或者变更原裁定'],
    [
      '发回重审',
      '发回',
      'remanded',
      AR,
      '发回 撤销原判发回重审 撤销原判决发回重审 撤销原裁定发回重审 撤销原判发回原审法院重审 发回原审法院重审 发还重审 撤销并发回重审 发回重新审判 发回重新审理 撤销发回 撤销发回重审 发回一审法院重审',
    ],
    [
      '撤销原判并驳回起诉',
      '驳回起诉',
      'set aside, action dismissed',
      AR,
      '撤销原判驳回起诉 撤销一审判决驳回起诉 撤销原判决驳回起诉 撤销一审判决并驳回起诉 驳回起诉 撤销原判决并驳回起诉',
    ],
    [
      '撤销原裁定并指令审理',
      '指令审理',
      'ruling set aside, trial ordered',
      AR,
      '撤销原裁定指令审理 指令审理 指令原审法院审理 撤销原裁定指令原审法院审理 撤销原裁定并指令原审法院审理',
    ],
    [
      '撤销原裁定并指令受理',
      '指令审理',
      'ruling set aside, acceptance ordered',
      AR,
      '撤销原裁定指令受理 指令受理 指令立案受理 撤销原裁定并指令立案 撤销原裁定并指令审理或受理 撤销原裁定并指令审理/受理 指令立案',
    ],
    ['撤销原裁定并驳回申请', '其他', 'ruling set aside, application rejected', AR, '撤销原裁定驳回申请'],
    ['撤销', '其他', 'set aside, kind not told', AR, '撤销原判 撤销原裁定', 'low'],
    [
      '准予撤回上诉',
      '撤回上诉',
      'withdrawal of appeal granted',
      A,
      '准许撤回上诉 撤回上诉 撤诉 准予撤诉 准许撤诉 准许上诉人撤回上诉 准予上诉人撤回上诉 二审撤诉 同意撤回上诉',
    ],
    [
      '按撤回上诉处理',
      '撤回上诉',
      'appeal deemed withdrawn',
      A,
      '按自动撤回上诉处理 按撤诉处理 按自动撤诉处理 视为撤回上诉 按上诉人撤回上诉处理 按上诉人自动撤回上诉处理 按自动撤回上诉 按撤回上诉',
    ],
    ['准予撤回抗诉', '撤回上诉', 'withdrawal of protest granted', A, '准许撤回抗诉 撤回抗诉'],
    ['按撤回抗诉处理', '撤回上诉', 'protest deemed withdrawn', A, ''],
    [
      '准予撤回起诉并撤销一审判决',
      '其他',
      'action withdrawn on appeal, judgment set aside',
      AR,
      '准许撤回起诉并撤销一审判决 准予撤回起诉撤销一审判决 准许撤回起诉撤销一审判决 撤销一审判决准予撤回起诉 撤销一审判决准许撤回起诉 准许撤回起诉 准予撤回起诉 准予撤回起诉并撤销原判 准许撤回起诉并撤销原判',
    ],
    [
      '准许撤回自诉并撤销一审裁判',
      '其他',
      'private prosecution withdrawn, decision set aside',
      A,
      '准予撤回自诉并撤销一审裁判',
    ],
    ['撤销原裁定并裁定没收违法所得', '改判', 'ruling set aside, proceeds confiscated', A, ''],
    ['变更没收违法所得裁定', '改判', 'confiscation ruling varied', A, ''],

    [
      '驳回再审申请',
      '其他',
      'application for retrial rejected',
      P,
      '驳回 驳回申请 驳回申诉 驳回再审 驳回申诉通知 驳回再审申请人的再审申请',
      'high',
    ],
    ['裁定提审', '指令审理', 'taken up by the upper court', P, '提审', 'high'],
    [
      '指令再审',
      '指令审理',
      'retrial ordered',
      P,
      '指定再审 指令原审法院再审 指令下级法院再审 裁定指令再审 裁定再审 本院再审 裁定指定再审 指令(指定)再审',
      'high',
    ],
    [
      '准予撤回再审申请',
      '其他',
      'application for retrial withdrawn',
      P,
      '撤回再审申请 准许撤回再审申请 准予撤回 准许撤回 撤回 撤回申请 准予撤诉 撤诉 准予撤回申请 准许撤回申请',
      'high',
    ],
    [
      '按撤回再审申请处理',
      '其他',
      'application for retrial deemed withdrawn',
      P,
      '按撤回处理 按自动撤回再审申请处理 按撤回申请处理 按撤诉处理',
      'high',
    ],
    ['终结审查', '其他', 'review terminated', P, '终结 终结再审审查', 'high'],
    [
      '准予撤回再审请求',
      '其他',
      'retrial request withdrawn',
      R,
      '撤回 准予撤回 撤回再审请求 准许撤回再审请求 准予撤诉 撤诉 准予撤回再审申请',
      'high',
    ],
    ['终结再审', '其他', 'retrial terminated', R, '终结再审程序 终结再审诉讼', 'high'],

    [
      '执行完毕',
      '完毕',
      'fully enforced',
      E,
      '全部执行完毕 强制执行完毕 自动履行完毕 自动履行 履行完毕 全部履行完毕 执毕 执行完毕自动履行 执行完毕强制执行 执行完结 执行完毕结案',
      'law',
    ],
    [
      '执行和解并履行完毕',
      '完毕',
      'settled and performed',
      E,
      '当事人达成执行和解并履行完毕 当事人达成执行和解协议并履行完毕 和解并履行完毕 和解履行完毕 执行和解履行完毕',
    ],
    ['部分执行完毕', '其他', 'partly enforced', E, '部分执行'],
    [
      '执行和解',
      '其他',
      'settled, performance not told',
      E,
      '当事人达成执行和解 达成执行和解 和解 当事人达成执行和解协议',
    ],
    [
      '终结本次执行程序',
      '终本',
      'terminated for now',
      E,
      '终本 终结本次执行 终结本次 裁定终结本次执行程序 终结本次程序 终结本次执行程序终本',
      'law',
    ],
    [
      '终结执行',
      '终结执行',
      'ended',
      E,
      '终结 裁定终结执行 终结执行程序 执行终结 撤回执行申请 申请人撤回执行申请 终结执行撤回申请',
      'law',
    ],
    ['委托执行', '终结执行', 'entrusted to another court', E, '委托其他法院执行'],
    ['指定执行', '终结执行', 'assigned to another court', E, '指定其他法院执行'],
    ['提级执行', '终结执行', 'taken up by the upper court', E, ''],
    ['不予执行', '其他', 'enforcement refused', E, '裁定不予执行', 'law'],
    ['驳回执行申请', '其他', 'application for enforcement rejected', E, '驳回申请 驳回 裁定驳回申请', 'law'],

    ['驳回异议', '其他', 'objection rejected', V, '驳回异议请求 驳回异议申请 驳回 异议不成立', 'medium'],
    ['异议成立', '其他', 'objection upheld', V, '支持异议 支持异议请求 撤销或变更执行行为 异议成立裁定撤销', 'medium'],
    ['驳回复议申请', '其他', 'reconsideration rejected', V, '驳回复议 驳回复议请求', 'medium'],
    [
      '准予撤回异议',
      '其他',
      'objection withdrawn',
      V,
      '撤回异议 撤回异议申请 准许撤回异议 准许撤回异议申请 准予撤回异议申请',
      'medium',
    ],

    ['诉前销案', '其他', 'struck out before filing', M, '销案'],
    ['转立案', '移送', 'passed on to filing', M, '移送 移交审理 移送审理 转入立案 移送立案 转诉讼 转诉 转立案审理'],
    ['调解不成', '其他', 'mediation failed', M, '调解失败 调解不成功 调解未成功 未达成调解', 'medium'],
    ['准许申请', '其他', 'application granted', S, '准许 支持申请 准予', 'medium'],
    [
      '确认调解协议有效',
      '其他',
      'mediation agreement confirmed',
      ['special', 'mediation'],
      '确认 确认有效 司法确认 准予确认 裁定确认有效 确认调解协议',
      'medium',
    ],
    ['驳回申请', '其他', 'application rejected', S, '驳回 裁定驳回申请', 'medium'],
    ['准予撤回申请', '其他', 'application withdrawn', S, '撤回 撤回申请 准许撤回申请 准予撤诉 撤诉', 'medium'],
    ['终结特别程序', '其他', 'special procedure terminated', S, '终结', 'medium'],
  ];
