import { expect, test } from 'vitest';
import { CAUSE_GROUPS, normalizeCause, UNMEDIABLE_CAUSES } from '../../src/court/cause.ts';

test.each([
  ['  买卖合同纠纷 ', '买卖合同纠纷'],
  ['买卖合同\u3000纠纷', '买卖合同纠纷'],
  ['买卖合同纠纷纠纷', '买卖合同纠纷'],
  ['生命权、健康权、身体权纠纷', '生命权、健康权、身体权纠纷'],
  ['盗窃罪，诈骗罪', '盗窃罪、诈骗罪'],
  ['盗窃罪;盗窃罪', '盗窃罪'],
  ['道路交通管理（道路）', '道路交通管理(道路)'],
  ['--', null],
  ['无', null],
  ['', null],
])('%s', (text, cause) => {
  expect(normalizeCause(text)).toBe(cause);
});

test('a cause stands in one group', () => {
  const causes = CAUSE_GROUPS.flatMap((group) => group.causes);
  expect(new Set(causes).size).toBe(causes.length);
});

test('causes not open to mediation say how sure that is', () => {
  expect(UNMEDIABLE_CAUSES.map((each) => each.cause)).toContain('确认合同无效纠纷');
  expect(UNMEDIABLE_CAUSES.every((each) => each.confidence === 'medium' && each.reason !== '')).toBe(true);
});
