import { afterEach, beforeEach, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { unifyCourts, type CourtName } from '../../src/engine/load-courts.ts';

let connector: NodeConnector;
beforeEach(async () => {
  connector = await NodeConnector.open();
  await connector.query('CREATE TABLE next_cases (court VARCHAR, court_code VARCHAR, case_key VARCHAR)');
});
afterEach(() => connector.close());

/** What the rule that unifies names is told. */
async function told(nameOfCode: (code: string) => string | null = () => null): Promise<readonly CourtName[]> {
  let heard: readonly CourtName[] = [];
  const hear = (names: readonly CourtName[]) => {
    heard = names;
    return new Map<string, string>();
  };
  await unifyCourts(connector, hear, nameOfCode, null, undefined);
  return heard;
}

test('cases without a court get that of most cases of their code, or the known one, or the code', async () => {
  await connector.query(`INSERT INTO next_cases VALUES
    ('甲院', '京01', 'a'), ('乙院', '京01', 'b'), ('乙院', '京01', 'c'), (NULL, '京01', 'd'), (NULL, '沪01', 'e'), (NULL, '津01', 'f')`);
  const names = await told((code) => (code === '沪01' ? '丙院' : null));
  expect(names.map(({ name, codes }) => [name, [...new Set(codes)]])).toEqual([
    ['丙院', ['沪01']],
    ['乙院', ['京01']],
    ['津01', ['津01']],
    ['甲院', ['京01']],
  ]);
  const { columns } = await connector.query('SELECT court FROM next_cases ORDER BY case_key');
  expect(columns['court']).toEqual(['甲院', '乙院', '乙院', '乙院', '丙院', '津01']);
});

test('an old 案号 is evidence without its serial number; one of digits only is none', async () => {
  await connector.query(`INSERT INTO next_cases VALUES
    ('甲院', NULL, '(2014)内民一初字第12号'), ('甲院', NULL, '(2014)内民一初字第7号'), ('乙院', NULL, '20140007'), ('乙院', NULL, '12号')`);
  expect(await told()).toEqual([
    { name: '乙院', codes: [], cases: [] },
    { name: '甲院', codes: [], cases: ['(2014)内民一初字第'] },
  ]);
});
