import type { Settings } from './settings.svelte.ts';

/** Courts that a person has chosen to be compared with, under a name. */
export interface PeerGroup {
  readonly name: string;
  readonly courts: readonly string[];
}

const SETTING = 'peer-groups';

/** The groups that this browser keeps, in the order of their making. */
export function keptGroups(settings: Settings): readonly PeerGroup[] {
  const kept = settings.everywhere(SETTING);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown): PeerGroup[] => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('courts' in entry)) return [];
    const { name, courts } = entry;
    if (typeof name !== 'string' || name === '' || !Array.isArray(courts)) return [];
    return [{ name, courts: courts.filter((court) => typeof court === 'string') }];
  });
}

/** Keeps a group, in the place of one of the same name; false without a name or a court. */
export function keepGroup(settings: Settings, name: string, courts: readonly string[]): boolean {
  const trimmed = name.trim().slice(0, 40);
  if (trimmed === '' || courts.length === 0) return false;
  const others = keptGroups(settings).filter((group) => group.name !== trimmed);
  settings.keepEverywhere(SETTING, [...others, { name: trimmed, courts: [...courts] }]);
  return true;
}

export function forgetGroup(settings: Settings, name: string): void {
  settings.keepEverywhere(
    SETTING,
    keptGroups(settings).filter((group) => group.name !== name),
  );
}
