import { expect, test } from 'vitest';
import { makeCaseCsv } from '../../src/cli/bench-input.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { readExport } from '../../src/ingest/read-export.ts';
import { importFiles } from '../../src/state/import-files.ts';
test('perf', async () => {
  const open = () => createEngine({ assets: createHostedAssets(new URL('/', location.href).href) });
  const blob = new Blob([...makeCaseCsv(1_000_000, 1)] as any);
  const log: string[] = [];
  for (let k = 0; k < 1; k++) {
    const base = await open();
    const f = await base.register(blob, 'csv');
    let t = performance.now();
    await base.query(`create table t as select * from read_csv('${f.path}', auto_detect=false, delim=',', quote='"', header=true, columns={'a':'VARCHAR','b':'VARCHAR','c':'VARCHAR','d':'VARCHAR','e':'VARCHAR','f':'VARCHAR','g':'VARCHAR','h':'DATE','i':'DATE','j':'VARCHAR','k':'DOUBLE'})`);
    const bare = performance.now() - t; base.terminate();
    const e = await open();
    const wrap = { query: async (s: string, p: any, o: any) => { const t = performance.now(); const r = await e.query(s, p, o); const d = performance.now() - t; if (d > 30) log.push(d.toFixed(0) + ' ' + s.replace(/\s+/g, ' ').slice(0, 80)); return r; } };
    t = performance.now();
    const s = await importFiles({ connector: wrap as any, files: e }, [{ name: 'x.csv', source: blob }], { mode: 'replace', asOf: '2025-12-31', read: async (_, clean) => { const t = performance.now(); const o = readExport({ name: 'x', bytes: new Uint8Array(await blob.arrayBuffer()) }, { isCleanPathAllowed: clean }); log.push('read ' + (performance.now() - t).toFixed(0)); return o; } });
    const all = performance.now() - t; e.terminate();
    log.push(`bare ${bare.toFixed(0)} all ${all.toFixed(0)} ratio ${(all / bare).toFixed(2)} loaded ${s.loaded}`);
  }
  expect(log.join('\n')).toBe('');
}, 200_000);
