import { describe, expect, test } from 'vitest';
import { holdsCauses } from '../../src/ingest/class-or-cause.ts';
import { isIdentifier } from '../../src/ingest/guess-target.ts';
import { mapColumns } from '../../src/ingest/map-columns.ts';
import { suggestValue, knownValues } from '../../src/ingest/value-suggest.ts';

const targets = (labels: readonly string[], rows: readonly (readonly string[])[]) =>
  mapColumns(labels, rows).map(({ target, basis }) => `${target} ${basis}`);
const many = (...rows: string[][]) => [...rows, ...rows, ...rows];

describe('a column labelled as a type of case', () => {
  test('is the cause where its values are causes, and another takes its place', () => {
    expect(targets(['area', 'case_type'], many(['Cível', 'Inclusão Indevida em Cadastro']))).toEqual([
      'class label',
      'cause values',
    ]);
    expect(targets(['案件类型'], [['民间借贷纠纷'], ['盗窃罪'], ['案外人执行异议之诉']])).toEqual(['cause values']);
  });
  test('stays where one value names a matter, a level or a type code', () => {
    for (const kind of ['民事', '民事一审案件', 'Criminal', '民初', '首次执行'])
      expect(targets(['案件类型'], many([kind], ['民间借贷纠纷']))[0]).toBe('class label');
  });
  test('stays where the values are codes, empty, or words that are no causes', () => {
    for (const value of ['11', '', '普通案件', '涉外']) expect(holdsCauses([value, value, value])).toBe(false);
  });
  test('gives way to a column that is labelled as the cause', () => {
    expect(targets(['案件类型', '案由'], [['民间借贷纠纷', '买卖合同纠纷']])).toEqual([
      'null second-choice',
      'cause label',
    ]);
  });
});

test('a text of its own in every row looks like a case number of another system; row numbers, dates and amounts do not', () => {
  const each = (...texts: string[]) =>
    isIdentifier(
      texts,
      texts.map(() => 1),
    );
  expect(each('SP000001', 'SP000002', 'SP000003')).toBe(true);
  expect(each('0001234-56.2018.8.26.0100', '0001235-56.2018.8.26.0100', '1-56.2018.8.26.0100')).toBe(true);
  expect(each('1', '2', '3')).toBe(false);
  expect(each('19080.0', '5000.0', '1.5')).toBe(false);
  expect(isIdentifier(['J0417', 'J0555', 'J0341'], [1, 2, 1])).toBe(false);
});

test('words of other languages have a proposal, never more', () => {
  const proposed = (field: 'procedure' | 'closing', raw: string) =>
    suggestValue(
      field,
      raw,
      knownValues(field).map(({ value }) => value),
    );
  expect(proposed('procedure', 'Procedimento do Juizado Especial Cível')).toBe('小额诉讼程序');
  expect(proposed('procedure', 'Procedimento Sumario')).toBe('简易程序');
  expect(proposed('procedure', 'Procedimento Comum Cível')).toBe('普通程序');
  expect(proposed('closing', 'judgment_partial')).toBe('判决');
  // a process that is over has not been dismissed
  expect(proposed('closing', 'Extinto')).toBeNull();
});
