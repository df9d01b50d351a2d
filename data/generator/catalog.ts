import { OWN_COURT } from './courts.ts';
import type { SampleFile } from './files.ts';
import { AS_OF, MEDIATION } from './parameters.ts';

/** Text of `catalog.json`, the list of data sets that the site opens with. */
export function writeCatalog(files: readonly SampleFile[]): string {
  const sample = {
    id: 'sample',
    name: { zh: '示例数据（程序生成，非真实案件）', en: 'Sample data (generated, no real cases)' },
    synthetic: true,
    asOf: AS_OF,
    ownCourt: OWN_COURT.name,
    files: files.map((file) => `sample/${file.name}`),
    events: [{ date: MEDIATION.from, label: { zh: '推行调解工作法', en: 'Mediation method adopted' } }],
  };
  return `${JSON.stringify({ version: 1, open: sample.id, datasets: [sample] }, null, 2)}\n`;
}
