import type { DatasetEvent } from './catalog.ts';
import type { Settings } from './settings.svelte.ts';

const SETTING = 'events';
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_NAME = 40;

/** The days that this person has named for the open data set, oldest first; what is not readable is left out. */
export function namedEvents(settings: Settings): readonly DatasetEvent[] {
  const kept = settings.ofDataset(SETTING);
  return Array.isArray(kept) ? inOrder(kept.flatMap(parseEvent)) : [];
}

/** The days that came with the data and those that were named here, oldest first; of two on one day the named one. */
export function allEvents(hosted: readonly DatasetEvent[], settings: Settings): readonly DatasetEvent[] {
  const named = namedEvents(settings);
  return inOrder([...hosted.filter(({ date }) => !named.some((event) => event.date === date)), ...named]);
}

/** Names a day, in the place of what was named on it; false where the day or the name is no use. */
export function nameEvent(settings: Settings, date: string, name: string): boolean {
  const event = parseEvent({ date, label: { zh: name.trim(), en: name.trim() } })[0];
  if (event === undefined) return false;
  const others = namedEvents(settings).filter((other) => other.date !== date);
  settings.keepForDataset(SETTING, inOrder([...others, event]));
  return true;
}

/** Takes the name of a day back. */
export function forgetEvent(settings: Settings, date: string): void {
  settings.keepForDataset(
    SETTING,
    namedEvents(settings).filter((event) => event.date !== date),
  );
}

function parseEvent(value: unknown): readonly DatasetEvent[] {
  if (typeof value !== 'object' || value === null || !('date' in value) || !('label' in value)) return [];
  const { date, label } = value;
  if (typeof date !== 'string' || !isDay(date)) return [];
  if (typeof label !== 'object' || label === null || !('zh' in label) || !('en' in label)) return [];
  const { zh, en } = label;
  if (typeof zh !== 'string' || typeof en !== 'string' || zh === '' || en === '') return [];
  return [{ date, label: { zh: zh.slice(0, LONGEST_NAME), en: en.slice(0, LONGEST_NAME) } }];
}

function isDay(text: string): boolean {
  return ISO.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function inOrder(events: readonly DatasetEvent[]): readonly DatasetEvent[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : 1));
}
