import { expect, test } from 'vitest';
import { findStatusConflict, holdsStatus, parseStatus } from '../../src/ingest/case-status.ts';
import { tallyColumns } from '../../src/ingest/column-tally.ts';
import { toListReading } from '../../src/ingest/list-doubts.ts';
import { planIngest } from '../../src/ingest/plan.ts';
import { previewPlan } from '../../src/ingest/preview-plan.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { doubtText, unusedText } from '../../src/panels/mapping/mapping-view.ts';
import { utf8 } from './import-bytes.ts';

function planOf(labels: string, rows: readonly string[]) {
  const outcome = readExport(
    { name: 'a.csv', bytes: utf8([labels, ...rows].join('\n')) },
    { isCleanPathAllowed: false },
  );
  const table = outcome.kind === 'tables' ? outcome.tables[0] : undefined;
  if (table === undefined) throw new Error('no list');
  return { table, plan: planIngest(table, { asOf: '2025-12-31' }) };
}

test.each([
  ['已结', 'closed'],
  ['结案归档', 'closed'],
  ['是', 'closed'],
  ['Extinto', 'closed'],
  ['Disposed', 'closed'],
  ['未结案', 'open'],
  ['审理中', 'open'],
  ['中止审理', 'open'],
  ['Suspenso', 'open'],
  ['Em andamento', 'open'],
  ['not closed yet, pending', 'open'],
  ['普通', null],
] as const)('%s', (word, status) => {
  expect(parseStatus(word)).toBe(status);
});

test('is told by the label and the words together', () => {
  expect(holdsStatus('案件状态', ['已结', '未结', '审理中'])).toBe(true);
  expect(holdsStatus('situacao', ['Extinto', '', 'Suspenso'])).toBe(true);
  // words that say something else under the same label, and yes and no under another
  expect(holdsStatus('案件状态', ['普通', '加急'])).toBe(false);
  expect(holdsStatus('是否上诉', ['是', '否'])).toBe(false);
});

const LABELS = '案号,立案日期,结案日期,案件状态';
const row = (n: number, day: string, status: string) => `(2025)兵0201民初${n}号,2025-01-02,${day},${status}`;

test('is proposed as what it is, and left out of the figures', () => {
  const rows = [row(1, '2025-03-01', '已结'), row(2, '', '未结'), row(3, '0000-00-00', '审理中')];
  const { table, plan } = planOf(LABELS, rows);
  const { columns } = previewPlan(plan, tallyColumns(table), null);
  const status = columns.find(({ label }) => label === '案件状态');
  expect(status).toMatchObject({ target: null, content: 'status' });
  if (status !== undefined) expect(unusedText(status, columns).zh).toContain('按结案日期判断');
  expect(findStatusConflict(plan.mapping, table.sample)).toBeNull();
});

test('that contradicts the closing dates is a doubt with its counts', () => {
  const rows = [
    row(1, '2025-03-01', '已结'),
    row(2, '', '已结'),
    row(3, '', '已结'),
    row(4, '2025-04-01', '未结'),
    row(5, '', '未结'),
  ];
  const { doubts } = toListReading('a.csv', planOf(LABELS, rows).plan);
  expect(doubts).toEqual([
    { kind: 'status_conflict', label: '案件状态', closedWithoutDay: 2, openWithDay: 1, rows: 5 },
  ]);
  expect(doubts.map((doubt) => doubtText(doubt).zh)[0]).toContain('前 5 行里有 2 行写已结却没有结案日期');
});
