import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { bindLiterals } from '../../src/sql/bind.ts';

describe('bindLiterals', () => {
  test('puts a literal in the place of each placeholder, as often as it stands there', () => {
    expect(bindLiterals('SELECT $1, $2, $1', ['调解', 3])).toBe("SELECT '调解', 3, '调解'");
    expect(bindLiterals('SELECT $2, $1', [null, true])).toBe('SELECT TRUE, NULL');
  });

  test('tells $1 from $10', () => {
    expect(bindLiterals('$10 $1 $2 $3 $4 $5 $6 $7 $8 $9', [1, 2, 3, 4, 5, 6, 7, 8, 9, 'ten'])).toBe(
      "'ten' 1 2 3 4 5 6 7 8 9",
    );
  });

  test('leaves literals, names and comments alone, also where a value looks like a placeholder', () => {
    const sql = `SELECT '$1', 'it''s $1', "a$1", $1 -- $1\n/* $1 */`;
    expect(bindLiterals(sql, ["$1'"])).toBe(`SELECT '$1', 'it''s $1', "a$1", '$1''' -- $1\n/* $1 */`);
  });

  test('a negative number does not make a comment of a minus', () => {
    expect(bindLiterals('SELECT 2-$1', [-3])).toBe('SELECT 2-(-3)');
    expect(bindLiterals('SELECT 2-$1', [-1.5])).toBe('SELECT 2-(-1.5::DOUBLE)');
  });

  test('refuses too few and too many values', () => {
    expect(() => bindLiterals('SELECT $1, $2', [1])).toThrow('$2');
    expect(() => bindLiterals('SELECT $1', [1, 2])).toThrow(RangeError);
  });

  test('says the same as real binding, whatever the text', async () => {
    const connector = await NodeConnector.open();
    const sql = `SELECT $1::VARCHAR AS a, $2::VARCHAR AS b, '$1' AS c`;
    await fc.assert(
      fc.asyncProperty(text(), text(), async (a, b) => {
        const bound = await connector.query(sql, [a, b]);
        const literal = await connector.query(bindLiterals(sql, [a, b]));
        expect(literal).toEqual(bound);
        expect(literal.columns).toEqual({ a: [a], b: [b], c: ['$1'] });
      }),
      { numRuns: 200, seed: 7 },
    );
    connector.close();
  });
});

/** Text of quotes, placeholders, comment signs and Chinese; a NUL cannot stand in a literal. */
function text(): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom("'", '"', '$', '1', '2', '-', '/', '*', '\\', '\n', ';', ' ', '案', 'a'),
    maxLength: 12,
  });
}
