import { describe, expect, test } from 'vitest';
import { BUCKETS, CLOSINGS, parseClosing } from '../../src/court/closing.ts';

const at = (matter: string, level: string) => ({ matter, level });

const EXPECTED: readonly [ReturnType<typeof at>, string, string, string][] = [
  ...rows(
    '民事',
    '一审',
    '判决=判决 调解=调解 准予撤诉=撤诉 按撤诉处理=撤诉 驳回起诉=驳回起诉 不予受理=驳回起诉 不予立案=驳回起诉 不予登记立案=驳回起诉 裁定移送其他法院管辖=移送 终结=其他 其他=其他 驳回诉讼请求=判决',
  ),
  ...rows(
    '民事',
    '二审',
    '维持=维持 改判=改判 发回重审=发回 撤销原判并驳回起诉=驳回起诉 撤销原裁定并指令审理=指令审理 撤销原裁定并指令受理=指令审理 调解=调解 准予撤回上诉=撤回上诉 按撤回上诉处理=撤回上诉 准予撤回起诉并撤销一审判决=其他 终结=其他 撤销原裁定并驳回申请=其他 其他=其他 撤销变更原裁定=改判 撤销=其他',
  ),
  ...rows(
    '刑事',
    '一审',
    '判决=判决 准予撤诉=撤诉 按撤诉处理=撤诉 撤诉=撤诉 终止审理=其他 不予受理=驳回起诉 驳回起诉=驳回起诉 调解=调解 其他=其他',
  ),
  ...rows(
    '刑事',
    '二审',
    '维持=维持 改判=改判 发回重审=发回 准予撤回上诉=撤回上诉 准予撤回抗诉=撤回上诉 按撤回上诉处理=撤回上诉 按撤回抗诉处理=撤回上诉 准许撤回自诉并撤销一审裁判=其他 撤销原裁定并指令审理=指令审理 撤销原裁定并裁定没收违法所得=改判 变更没收违法所得裁定=改判 终止审理=其他 调解=调解 其他=其他',
  ),
  ...rows(
    '行政',
    '一审',
    '判决=判决 驳回起诉=驳回起诉 准予撤诉=撤诉 按撤诉处理=撤诉 调解=调解 不予立案=驳回起诉 不予登记立案=驳回起诉 裁定移送其他法院管辖=移送 其他=其他',
  ),
  ...rows('民事', '再审审查', '驳回再审申请=其他 裁定提审=指令审理 指令再审=指令审理 调解=调解'),
  ...rows('民事', '再审', '维持=维持 改判=改判 发回重审=发回 调解=调解 终结再审=其他'),
  ...rows(
    '执行',
    '首次执行',
    '执行完毕=完毕 终结本次执行程序=终本 终结执行=终结执行 销案=其他 不予执行=其他 委托执行=终结执行 指定执行=终结执行 提级执行=终结执行 驳回执行申请=其他 部分执行完毕=其他',
  ),
  ...rows('调解', '诉前调解', '调解=调解 撤诉=撤诉 诉前销案=其他'),
];

function rows(matter: string, level: string, text: string): [ReturnType<typeof at>, string, string, string][] {
  return text.split(' ').map((pair) => {
    const [raw = '', bucket = ''] = pair.split('=');
    return [at(matter, level), raw, raw, bucket];
  });
}

describe('the vocabularies of domain.md 5.1', () => {
  test.each(EXPECTED)('%o %s', (context, raw, closing, bucket) => {
    expect(parseClosing(raw, context)).toEqual({ closing, bucket });
  });

  test.each([
    ['民事', '一审', '以调解方式结案', '调解', '调解'],
    ['民事', '一审', '判决结案', '判决', '判决'],
    ['民事', '一审', '调解结案', '调解', '调解'],
    ['民事', '一审', '裁定准予撤诉', '准予撤诉', '撤诉'],
    ['民事', '一审', '准许撤诉', '准予撤诉', '撤诉'],
    ['民事', '一审', '准许撤回起诉', '准予撤诉', '撤诉'],
    ['民事', '一审', '按自动撤诉处理', '按撤诉处理', '撤诉'],
    ['民事', '一审', ' 准予\u3000撤诉 ', '准予撤诉', '撤诉'],
    ['民事', '一审', '终结（诉讼）', '终结', '其他'],
    ['民事', '一审', '裁定驳回起诉', '驳回起诉', '驳回起诉'],
    ['刑事', '一审', '驳回起诉(自诉)', '驳回起诉', '驳回起诉'],
    ['刑事', '一审', '调解(自诉/附民)', '调解', '调解'],
    ['刑事', '一审', '移送', '裁定移送其他法院管辖', '移送'],
    ['刑事', '一审', '终止', '终止审理', '其他'],
    ['民事', '二审', '撤诉', '准予撤回上诉', '撤回上诉'],
    ['民事', '二审', '二审撤诉', '准予撤回上诉', '撤回上诉'],
    ['民事', '二审', '按撤诉处理', '按撤回上诉处理', '撤回上诉'],
    ['民事', '二审', '驳回起诉', '撤销原判并驳回起诉', '驳回起诉'],
    ['民事', '二审', '维持原裁定', '维持', '维持'],
    ['民事', '二审', '驳回上诉，维持原判', '维持', '维持'],
    ['民事', '二审', '驳回上诉,维持原判。', '维持', '维持'],
    ['民事', '二审', '全部改判', '改判', '改判'],
    ['民事', '二审', '部分改判', '改判', '改判'],
    ['民事', '二审', '依法改判', '改判', '改判'],
    ['民事', '二审', '撤销原判，发回重审', '发回重审', '发回'],
    ['刑事', '二审', '撤销原裁定并指令审理/受理', '撤销原裁定并指令受理', '指令审理'],
    ['民事', '再审审查', '指令(指定)再审', '指令再审', '指令审理'],
    ['民事', '再审审查', '指令原审法院再审', '指令再审', '指令审理'],
    ['民事', '再审审查', '准予撤回', '准予撤回再审申请', '其他'],
    ['民事', '再审审查', '撤诉', '准予撤回再审申请', '其他'],
    ['民事', '再审', '撤回', '准予撤回再审请求', '其他'],
    ['执行', '首次执行', '终本', '终结本次执行程序', '终本'],
    ['执行', '首次执行', '终结', '终结执行', '终结执行'],
    ['执行', '首次执行', '全部执行完毕', '执行完毕', '完毕'],
    ['执行', '首次执行', '强制执行完毕', '执行完毕', '完毕'],
    ['执行', '首次执行', '当事人达成执行和解(并履行完毕)', '执行和解并履行完毕', '完毕'],
    ['执行', '首次执行', '当事人达成执行和解', '执行和解', '其他'],
    ['执行', '首次执行', '驳回申请', '驳回执行申请', '其他'],
    ['调解', '诉前调解', '调解(成功)', '调解', '调解'],
    ['调解', '诉前调解', '移交审理', '转立案', '移送'],
    ['民事', '特别程序', '准许', '准许申请', '其他'],
    ['民事', '特别程序', '确认', '确认调解协议有效', '其他'],
    ['民事', '特别程序', '驳回', '驳回申请', '其他'],
  ])('%s %s: %s', (matter, level, raw, closing, bucket) => {
    expect(parseClosing(raw, at(matter, level))).toEqual({ closing, bucket });
  });
});

describe('no match by a part of the words', () => {
  test('撤 alone does not make a withdrawal', () => {
    for (const level of ['一审', '二审', null]) {
      expect(parseClosing('准予撤回起诉并撤销一审判决', { matter: '民事', level })).toEqual({
        closing: '准予撤回起诉并撤销一审判决',
        bucket: '其他',
      });
      expect(parseClosing('撤回再审申请', { matter: '民事', level })?.bucket).not.toBe('撤诉');
    }
    expect(parseClosing('准予撤回再审申请')?.bucket).toBe('其他');
  });

  test.each(['', '裁定书', '决定书', '不详', '撤', '维持(部分改判)', '调解撤诉', '__proto__', 'constructor', '结案'])(
    'unknown: %s',
    (raw) => {
      expect(parseClosing(raw)).toBeNull();
      expect(parseClosing(raw, at('民事', '二审'))).toBeNull();
    },
  );
});

test.each([
  ['按撤诉处理(未交费)', '一审', '按撤诉处理'],
  ['撤诉(和解)', '一审', '准予撤诉'],
  ['调解(诉中)', '一审', '调解'],
  ['终结执行(申请人撤回申请)', '首次执行', '终结执行'],
  ['维持(终审)', '二审', '维持'],
  // what stands behind says another thing
  ['判决(调解不成)', '一审', null],
  ['驳回上诉(改判)', '二审', null],
  ['(调解)', '一审', '调解'],
])('a remark in brackets: %s, %s', (raw, level, closing) => {
  const matter = level === '首次执行' ? '执行' : '民事';
  expect(parseClosing(raw, at(matter, level))?.closing ?? null).toBe(closing);
});

test('every canonical closing reads as itself, with or without a context', () => {
  for (const { closing, bucket } of CLOSINGS) {
    expect(BUCKETS).toContain(bucket);
    expect(parseClosing(closing)).toEqual({ closing, bucket });
  }
  expect(new Set(CLOSINGS.map((row) => row.closing)).size).toBe(CLOSINGS.length);
});

test('without a context a word is read as at first instance', () => {
  expect(parseClosing('撤诉')).toEqual({ closing: '撤诉', bucket: '撤诉' });
  expect(parseClosing('按撤诉处理')).toEqual({ closing: '按撤诉处理', bucket: '撤诉' });
  // 驳回 = 驳回再审申请, 驳回执行申请 or 驳回申请: not guessed.
  expect(parseClosing('驳回')).toBeNull();
  expect(parseClosing('驳回起诉')).toEqual({ closing: '驳回起诉', bucket: '驳回起诉' });
});
