import { expect, test } from 'vitest';
import { figureAt } from '../../../src/panels/figure/figure.ts';
import { toVariantsTable } from '../../../src/panels/variants/variants-view.ts';
import { measure, resultTable } from '../../support/result-table.ts';
import { definitionOf } from '../signals/monthly-answer.ts';

test('two variants: each value with its own n/N, the difference of the second, and what each counts', () => {
  // 61 of 100 against 55 of 100.
  const of = (variant: string, numerator: number) => {
    const row = { value: numerator / 100, numerator, denominator: 100 };
    const table = resultTable([{ ...measure('settlement_rate', variant, [row]), id: `settlement_rate.${variant}` }]);
    const figure = figureAt(table, { id: 'settlement_rate', variant }, 0);
    if (figure === null) throw new Error('no figure');
    return figure;
  };
  const definition = definitionOf('settlement_rate');
  const view = toVariantsTable(definition, [of('a', 61), of('b', 55)], 'zh');
  const texts = (id: string) => view.rows.find((row) => row.id === id)?.cells.map(({ text }) => text);
  expect(texts('value')?.slice(1)).toEqual(['61.00%', '55.00%']);
  expect(texts('count')?.slice(1)).toEqual(['61 / 100 件', '55 / 100 件']);
  expect(texts('difference')?.slice(1)).toEqual(['', '−6.00 个百分点']);
  expect(view.rows.find(({ id }) => id === 'value')?.cells[2]?.published).toMatchObject({
    metric: 'settlement_rate',
    variant: 'b',
    numerator: 55,
    denominator: 100,
  });
  const [, first, second] = texts('population') ?? [];
  const variants = definition.variants.map(({ population }) => population.zh);
  expect([first, second]).toEqual([variants[0], variants[1]]);
});
