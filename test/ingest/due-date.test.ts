import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { importBytes, rowsOf, utf8 } from './import-bytes.ts';

let connector: NodeConnector;
beforeAll(async () => {
  connector = await NodeConnector.open();
});
afterAll(() => connector.close());

/** The last day in time that the import derives where the list names none. */
async function dueOf(type: string, procedure: string, filed: string, extension = '', deduction = ''): Promise<unknown> {
  const csv = `案号,适用程序,立案日期,延长审限天数,扣除审限天数\n(${filed.slice(0, 4)})兵9901${type}1号,${procedure},${filed},${extension},${deduction}\n`;
  await importBytes(connector, [{ name: 'a.csv', bytes: utf8(csv) }]);
  return (await rowsOf(connector, 'SELECT due_on::VARCHAR FROM cases'))[0]?.[0];
}

test('months of a limit are calendar months and end with the month where it is shorter', async () => {
  expect(await dueOf('民初', '简易程序', '2024-01-15')).toBe('2024-04-15');
  // 08-31 + 6 months: February of a leap year has no 31st.
  expect(await dueOf('民初', '普通程序', '2023-08-31')).toBe('2024-02-29');
  expect(await dueOf('民初', '简易程序', '2022-11-30')).toBe('2023-02-28');
});

test('days of a limit are counted from the day after filing', async () => {
  // 01-15 + 20: 16 days to 01-31, 4 more
  expect(await dueOf('刑初', '简易程序', '2024-01-15')).toBe('2024-02-04');
});

test('extension and deduction move the last day', async () => {
  // 04-15 + 30 + 10 = 05-25: 15 days to 04-30, 25 more
  expect(await dueOf('民初', '简易程序', '2024-01-15', '30', '10')).toBe('2024-05-25');
});
