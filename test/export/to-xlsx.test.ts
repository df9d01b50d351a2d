import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { toXlsx } from '../../src/export/to-xlsx.ts';

test('a workbook that another library reads: header, text, numbers, empty cells; a formula stays text', async () => {
  const blob = await toXlsx([
    {
      name: '修改清单',
      widths: [12, 8],
      header: ['问题', '行'],
      rows: [
        ['=1+1', 7],
        ['收案晚于结案', null],
      ],
    },
    { name: '说明', widths: [40], header: ['说明'], rows: [['请改正后重新导出']] },
  ]);
  const book = read(new Uint8Array(await blob.arrayBuffer()));
  expect(book.SheetNames).toEqual(['修改清单', '说明']);
  const sheet = book.Sheets['修改清单'] ?? {};
  expect(sheet['A1'].v).toBe('问题');
  expect(sheet['A2']).toMatchObject({ t: 's', v: '=1+1' });
  expect(sheet['A2'].f).toBeUndefined();
  expect(sheet['B2']).toMatchObject({ t: 'n', v: 7 });
  expect(sheet['B3']).toBeUndefined();
  expect(sheet['!ref']).toBe('A1:B3');
});
