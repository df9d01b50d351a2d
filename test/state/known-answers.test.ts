import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnswer, packAnswers, unpackAnswers, type KnownAnswer } from '../../src/state/known-answers.ts';

const cell = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);
const answered: fc.Arbitrary<KnownAnswer> = fc
  .tuple(fc.string(), fc.array(cell, { maxLength: 3 }), fc.integer({ min: 0, max: 6 }))
  .chain(([sql, params, rowCount]) =>
    fc.array(fc.array(cell, { minLength: rowCount, maxLength: rowCount }), { maxLength: 4 }).map((lists) => {
      const names = lists.map((_, i) => `c${i}`);
      const columns = Object.fromEntries(names.map((name, i) => [name, lists[i] ?? []]));
      return { sql, params, answer: { rowCount, names, columns } };
    }),
  );

describe('answers had beforehand', () => {
  test('come back from JSON cell by cell, a tail of NULLs included', () => {
    const known = { sql: 'SELECT', params: ['民事', 1, null], answer: tableOf([1, null, null], [null, null, null]) };
    const read = unpackAnswers(JSON.parse(JSON.stringify(packAnswers([known]))));
    expect(read).toEqual([known]);
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 3 }), (many) => {
        // -0 is 0 in JSON, and no count tells them apart.
        const plain = JSON.parse(JSON.stringify(many));
        expect(unpackAnswers(JSON.parse(JSON.stringify(packAnswers(many))))).toEqual(plain);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('are found by statement and values alone', () => {
    const known = [
      { sql: 'SELECT $1', params: ['a'], answer: tableOf([1], []) },
      { sql: 'SELECT $1', params: ['b'], answer: tableOf([2], []) },
    ];
    expect(findAnswer(known, 'SELECT $1', ['b'])?.columns['c0']).toEqual([2]);
    expect(findAnswer(known, 'SELECT $1', ['c'])).toBeNull();
    expect(findAnswer(known, 'SELECT $1', [])).toBeNull();
    expect(findAnswer(known, 'SELECT 2', ['b'])).toBeNull();
  });

  test.each([null, 'text', [null, 3, {}, { sql: 'x', params: [], rowCount: 1, names: ['a'], columns: [[{}]] }]])(
    '%j holds none',
    (value) => expect(unpackAnswers(value)).toEqual([]),
  );
});

function tableOf(c0: readonly (number | null)[], c1: readonly (number | null)[]): KnownAnswer['answer'] {
  return { rowCount: c0.length, names: ['c0', 'c1'], columns: { c0, c1: c0.map((_, i) => c1[i] ?? null) } };
}
