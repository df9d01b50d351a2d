import { afterEach, beforeEach, expect, test } from 'vitest';
import { Settings } from '../../src/state/settings.svelte.ts';
import { createWorkspaceStore } from '../../src/state/workspace-store.ts';

const store = createWorkspaceStore('court-metrics settings test');

beforeEach(() => store.wipe());
afterEach(() => store.wipe());

/** What another page of this browser reads. */
async function readAgain(dataset: string): Promise<Settings> {
  const settings = new Settings(store);
  await settings.openEverywhere();
  await settings.openDataset(dataset);
  return settings;
}

test('a setting stays with its data set, another with the browser', async () => {
  const settings = new Settings(store);
  await settings.openDataset('a');
  settings.keepForDataset('events', [{ date: '2025-01-01', name: '速裁改革' }]);
  settings.keepEverywhere('ranges', { settlement_rate: [0.4, 0.6] });
  await expect.poll(async () => (await readAgain('a')).everywhere('ranges')).toEqual({ settlement_rate: [0.4, 0.6] });
  expect((await readAgain('a')).ofDataset('events')).toEqual([{ date: '2025-01-01', name: '速裁改革' }]);
  expect((await readAgain('b')).ofDataset('events')).toBeUndefined();
});

test('settings go with a wipe', async () => {
  await store.writeSetting('*', 'ranges', 1);
  await store.wipe();
  expect((await readAgain('a')).everywhere('ranges')).toBeUndefined();
});

test('settings of a set go with the set', async () => {
  const set = { id: 'a', name: { zh: '甲', en: 'A' }, createdAt: '2025-01-01 08:00:00', files: [], cases: 0 };
  await store.save(set, []);
  await store.writeSetting('set:a', 'events', 1);
  await store.remove(set);
  expect((await readAgain('a')).ofDataset('events')).toBeUndefined();
});

test('where the browser keeps nothing, a setting lasts as long as the page', async () => {
  const refuse = () => Promise.reject(new Error('no store'));
  const settings = new Settings({ readSettings: refuse, writeSetting: refuse });
  await settings.openDataset('a');
  settings.keepForDataset('events', 1);
  expect(settings.ofDataset('events')).toBe(1);
});
