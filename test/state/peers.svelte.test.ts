import { afterEach, beforeEach, expect, test } from 'vitest';
import { toPackText } from '../../src/query/pack-read.ts';
import { toPack, toPackCourt } from '../../src/query/pack-write.ts';
import { Peers } from '../../src/state/peers.svelte.ts';
import { Settings } from '../../src/state/settings.svelte.ts';
import { createWorkspaceStore } from '../../src/state/workspace-store.ts';

const store = createWorkspaceStore('court-metrics peers test');

beforeEach(() => store.wipe());
afterEach(() => store.wipe());

const NOTHING = { rowCount: 0, columns: {} };

/** The text of a pack of courts that have no cases. */
function packText(...names: readonly string[]): string {
  const table = { rowCount: 0, groups: {}, measures: {}, periodStart: null };
  const courts = names.map((name) =>
    toPackCourt({ name, from: '2025-01-01', to: '2025-09-30', table, durations: NOTHING, courses: NOTHING }, 5),
  );
  return toPackText(toPack(courts, { leastCases: 5, monthStartDay: 1, writtenAt: '2025-10-08 09:00' }));
}

async function openPeers(): Promise<Peers> {
  const settings = new Settings(store);
  await settings.openEverywhere();
  return new Peers(settings);
}

const namesIn = (peers: Peers) => peers.packs.map(({ file, pack }) => [file, ...pack.courts.map(({ name }) => name)]);

test('packs are there after a reload, one of the same courts in the place of the older', async () => {
  const peers = await openPeers();
  expect(peers.addPack('一.json', packText('甲院', '乙院'))).toBeNull();
  expect(peers.addPack('二.json', packText('丙院'))).toBeNull();
  expect(peers.addPack('三.json', packText('乙院', '甲院'))).toBeNull();
  expect(peers.addPack('坏.json', packText('丁院').replace('丁院', '戊院'))).toBe('damaged');
  const expected = [
    ['二.json', '丙院'],
    ['三.json', '乙院', '甲院'],
  ];
  expect(namesIn(peers)).toEqual(expected);
  await expect.poll(async () => namesIn(await openPeers())).toEqual(expected);
  const again = await openPeers();
  const [first] = again.packs;
  if (first !== undefined) again.removePack(first);
  await expect.poll(async () => namesIn(await openPeers())).toEqual([['三.json', '乙院', '甲院']]);
});

test('a pack that an earlier program kept as it is, not as text, is read too; what is no pack is left out', async () => {
  const pack: unknown = JSON.parse(packText('甲院'));
  await store.writeSetting('*', 'packs', [{ file: '旧.json', pack }, { file: '空.json' }, 7]);
  expect(namesIn(await openPeers())).toEqual([['旧.json', '甲院']]);
});
