import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReport } from '../../src/cli/report.ts';
import { emptyProfile, type Profile } from '../../src/ingest/profile.ts';
import { toProfileFile } from '../../src/ingest/profile-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'court-metrics-'));
const save = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const LIST = save(
  'list.csv',
  'ref,opened,ended\nA-1,01/02/2024,11/02/2024\nA-2,03/02/2024,\nA-3,13/02/2024,16/02/2024\n',
);
const style = { date: 'day-first' } as const;
const PROFILE: Profile = {
  ...emptyProfile('甲', ['ref', 'opened', 'ended']),
  columns: { opened: { target: 'filed_on', style }, ended: { target: 'resolved_on', style } },
  constants: { matter: '民事', level: '一审' },
};

test('--profile reads a list that cannot be read without it: 3 filed, 2 closed', async () => {
  const asked = ['--metric', 'incoming,resolved', '--from', '2024-02-01', '--to', '2024-02-29', LIST];
  expect((await runReport(asked, '2025-01-01')).code).toBe(2);
  const path = save('profile.json', toProfileFile({ profiles: [PROFILE], aliases: [] }));
  const { code, out } = await runReport(['--profile', path, ...asked], '2025-01-01');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    dataset: { rows: 3, loaded: 3 },
    results: [
      { metric: 'incoming', value: 3 },
      { metric: 'resolved', value: 2 },
    ],
  });
});

test('a list that a profile leaves out is not read, and the report says so', async () => {
  const other = save('other.csv', '案号,立案日期\n(2025)兵0201民初1号,2025-01-06\n');
  const path = save('left-out.json', toProfileFile({ profiles: [{ ...PROFILE, isLeftOut: true }], aliases: [] }));
  const { code, out, err } = await runReport(['--profile', path, '--metric', 'incoming', LIST, other], '2025-12-31');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ dataset: { rows: 1, loaded: 1, files: [{ name: 'other.csv' }] } });
  expect(err).toContain('“list.csv”(3 行)按保存的对应关系“甲”不读取');
  expect((await runReport(['--profile', path, LIST], '2025-12-31')).code).toBe(2);
});

test.each([
  ['a file that is not there', join(folder, 'none.json'), '无法打开'],
  ['half a file', save('half.json', '{"kind": "court-'), '不是完整的 JSON'],
  ['another file', save('other.json', '{}'), '不是本系统导出的对应关系'],
])('%s ends with a sentence', async (_, path, words) => {
  const { code, err } = await runReport(['--profile', path, LIST], '2025-01-01');
  expect(code).toBe(2);
  expect(err).toContain(words);
});
