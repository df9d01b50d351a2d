import { expect, test } from 'vitest';
import { parseFlag } from '../../src/ingest/parse-plain.ts';

test.each(
  '是 是的 有 Y √ V 1 1.0 上诉 已提起上诉 原告上诉 双方均上诉 公诉机关抗诉 是(原告) 是(1) 1-是 当庭 当庭宣判'.split(
    ' ',
  ),
)('%s is yes', (raw) => {
  expect(parseFlag(raw)).toEqual({ values: ['true'], reason: null, action: null });
});

test.each(
  '否 不是 无 N × 0 0.0 未上诉 未提起上诉 双方均未上诉 没有上诉 服判息诉 否(0) 2-否 未当庭 定期宣判'.split(' '),
)('%s is no', (raw) => {
  expect(parseFlag(raw)).toEqual({ values: ['false'], reason: null, action: null });
});

test.each('是(否) 是否上诉 上诉状 2 待定 原告'.split(' '))('%s is neither', (raw) => {
  expect(parseFlag(raw)).toEqual({ values: [null], reason: 'flag_unparsable', action: 'set_missing' });
});
