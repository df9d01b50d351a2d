import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHostedAssets } from '../../src/engine/hosted-assets.ts';
import { emptyProfile } from '../../src/ingest/profile.ts';
import type { Dataset, SourceFile } from '../../src/state/dataset.svelte.ts';
import { openDataset } from '../../src/state/open-dataset.ts';
import { createWorkspaceStore, type WorkspaceStore } from '../../src/state/workspace-store.ts';

const SITE = new URL('/', location.href).href;
const NAME = 'court-metrics test';
const store = createWorkspaceStore(NAME);

/** Two cases of one court by two judges, closed a month after `serial`, which tells files apart. */
function fileOf(name: string, serial: number): SourceFile {
  const rows = [serial, serial + 1].map(
    (n) => `(2025)川1622民初${n}号,武胜县人民法院,法官${n},2025-01-0${n % 9 || 1},调解,2025-0${serial + 1}-03`,
  );
  return { name, blob: new Blob([['案号,法院,承办人,立案日期,结案方式,结案日期', ...rows].join('\n')]) };
}

/** A page that is opened anew: nothing in memory, everything from the browser. */
function openPage(kept: WorkspaceStore = store): Dataset {
  return openDataset(() => new Date(2025, 8, 30, 9, 5, 7), { assets: createHostedAssets(SITE), store: kept });
}

async function importAndKeep(page: Dataset, files: readonly SourceFile[], mode: 'replace' | 'add'): Promise<boolean> {
  const isLoaded = await page.importFiles(files, mode);
  await expect.poll(() => page.workspace.isSaving).toBe(false);
  await page.keep();
  return isLoaded;
}

beforeEach(() => store.wipe());
afterEach(() => store.wipe());

describe('workspace', () => {
  test('what was imported opens again, with what was added to it, instead of the hosted data', async () => {
    const page = openPage();
    expect(await importAndKeep(page, [fileOf('一月.csv', 1)], 'replace')).toBe(true);
    expect(await importAndKeep(page, [fileOf('二月.csv', 3)], 'add')).toBe(true);
    const again = openPage();
    await again.openFirst();
    // 2 cases of each of the two files.
    expect(again.summary?.loaded).toBe(4);
    expect(again.stored).toMatchObject({
      createdAt: '2025-09-30 09:05:07',
      cases: 4,
      name: { zh: '武胜县人民法院 2025-01至2025-04' },
    });
    expect(again.stored?.files.map((file) => file.name)).toEqual(['一月.csv', '二月.csv']);
    expect(again.hostedName).not.toBeNull();
    // The pseudonyms are those of the first page.
    expect(again.roster.names).toEqual(page.roster.names);
    expect(await again.openHosted()).toBe(true);
    // The next page opens the hosted data; the set is still there.
    expect([await store.readOpen(), (await store.list()).length]).toEqual([null, 1]);
  });

  test('what is read again by another mapping is kept with the number of cases it has now', async () => {
    const page = openPage();
    const { name, blob } = fileOf('一月.csv', 1);
    // the third row has no number
    const file = { name, blob: new Blob([blob, '\n,武胜县人民法院,法官3,2025-01-03,调解,2025-02-03\n']) };
    await importAndKeep(page, [file], 'replace');
    expect(page.stored?.cases).toBe(3);
    const labels = ['案号', '法院', '承办人', '立案日期', '结案方式', '结案日期'];
    const empty = emptyProfile('一月', labels);
    const decisions = { ...empty.decisions, faults: { case_no_missing: 'set_aside' } } as const;
    expect(await page.readAgain(file, [{ ...empty, decisions }], [])).toBe(true);
    expect(page.summary?.loaded).toBe(2);
    await expect.poll(() => page.stored?.cases).toBe(2);
  });

  test('an import that is cut off in the middle leaves the set of before, on screen and after reopening', async () => {
    const page = openPage();
    await importAndKeep(page, [fileOf('一月.csv', 1)], 'replace');
    const cutOff = page.importFiles([fileOf('二月.csv', 3), fileOf('三月.csv', 5)], 'add');
    await expect.poll(() => page.progress?.phase).toMatch(/reading|loading/);
    page.cancel();
    expect(await cutOff).toBe(false);
    expect(page.summary?.loaded).toBe(2);
    const again = openPage();
    await again.openFirst();
    expect([again.summary?.loaded, again.stored?.files.map((file) => file.name)]).toEqual([2, ['一月.csv']]);
  });

  test('where the browser has no room, the import works and a sentence says what to do', async () => {
    const full: WorkspaceStore = {
      ...store,
      save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const page = openPage(full);
    expect(await importAndKeep(page, [fileOf('一月.csv', 1)], 'replace')).toBe(true);
    expect(page.summary?.loaded).toBe(2);
    expect(page.workspace.fault?.zh).toContain('存储空间不足');
    expect(await store.list()).toEqual([]);
  });

  test('sets stand side by side, are renamed, deleted and wiped', async () => {
    const page = openPage();
    await importAndKeep(page, [fileOf('一月.csv', 1)], 'replace');
    const [first] = page.workspace.sets;
    await importAndKeep(page, [fileOf('二月.csv', 3)], 'replace');
    expect(page.workspace.sets.length).toBe(2);
    await page.workspace.rename(first?.id ?? '', '  上半年  一审 ');
    expect(page.workspace.find(first?.id ?? '')?.name.zh).toBe('上半年 一审');
    expect(await page.openStored(first?.id ?? '')).toBe(true);
    // a name that was typed stays when the set is kept again; one that was not follows what is in it
    await page.keep();
    expect(page.workspace.find(first?.id ?? '')?.name.zh).toBe('上半年 一审');
    await page.removeStored(first?.id ?? '');
    expect([page.isHosted, page.workspace.sets.length]).toEqual([true, 1]);
    localStorage.setItem('court-metrics.test', 'x');
    localStorage.setItem('other.test', 'x');
    expect(await page.wipe()).toBe(true);
    expect([
      page.workspace.isWiped,
      localStorage.getItem('court-metrics.test'),
      localStorage.getItem('other.test'),
    ]).toEqual([true, null, 'x']);
    localStorage.removeItem('other.test');
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(NAME);
  });
});

test('a save that fails halfway keeps nothing of itself and everything of before', async () => {
  const set = {
    id: 'a',
    name: { zh: '甲', en: 'A' },
    createdAt: '2025-01-01 00:00:00',
    files: [{ name: 'a.csv', bytes: 1 }],
    cases: 1,
  };
  await store.save(set, [{ name: 'a.csv', blob: new Blob(['1']) }]);
  const uncloneable: Blob = Object.assign(new Blob(['2']), {});
  const broken = { name: 'b.csv', blob: uncloneable, act: () => undefined };
  await expect(
    store.save({ ...set, id: 'b', files: [...set.files, ...set.files] }, [
      { name: 'b.csv', blob: new Blob(['2']) },
      broken,
    ]),
  ).rejects.toThrow();
  expect([await store.readOpen(), (await store.list()).map(({ id }) => id)]).toEqual(['a', ['a']]);
  expect(await (await store.readFiles(set))[0]?.blob.text()).toBe('1');
});
