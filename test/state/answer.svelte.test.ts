import { expect, test } from 'vitest';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { Answer } from '../../src/state/answer.svelte.ts';
import type { SourceFile } from '../../src/state/dataset.svelte.ts';
import { openDataset } from '../../src/state/open-dataset.ts';
import { createWorkspaceStore } from '../../src/state/workspace-store.ts';

const SITE = new URL('/', location.href).href;

function listOf(cases: number): SourceFile {
  const rows = Array.from({ length: cases }, (_, i) => `(2025)川1622民初${i + 1}号,武胜县人民法院,2025-01-02`);
  return { name: `${cases}.csv`, blob: new Blob([['案号,法院,立案日期', ...rows].join('\n')]) };
}

test('the answer of before does not stand under the name of other data', async () => {
  const store = createWorkspaceStore('court-metrics answer test');
  const dataset = openDataset(() => new Date(2025, 8, 30), { assets: createHostedAssets(SITE), store });
  expect(await dataset.importFiles([listOf(2)], 'replace')).toBe(true);
  const seen: (readonly [number, number | null])[] = [];
  const stop = $effect.root(() => {
    const answer = new Answer<number>(
      () => ({
        sql: 'SELECT count(*)::INTEGER AS n FROM cases',
        params: [],
        decode: ({ columns }) => Number(columns['n']?.[0]),
      }),
      dataset,
    );
    $effect(() => {
      seen.push([dataset.version, answer.value]);
    });
  });
  await expect.poll(() => seen.at(-1)?.[1]).toBe(2);
  expect(await dataset.importFiles([listOf(3)], 'replace')).toBe(true);
  await expect.poll(() => seen.at(-1)?.[1]).toBe(3);
  stop();
  await store.wipe();
  const [before, after] = [seen.at(0)?.[0], seen.at(-1)?.[0]];
  expect(seen.filter(([version]) => version === after).map(([, value]) => value)).toEqual([null, 3]);
  expect(before).not.toBe(after);
});
