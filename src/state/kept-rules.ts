import { parseRules } from '../ingest/profile-json.ts';
import type { ReadingRules } from '../ingest/profile.ts';
import type { Settings } from './settings.svelte.ts';

/** Under which rules are kept: with a set those that it was read by, and for every import those of today. */
const RULES = 'reading-rules';

/** What files are read by beside the product's own dictionary, kept in this browser. */
export class KeptRules {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Saved profiles and the court's own labels, as they are today. */
  get today(): ReadingRules {
    return parseRules(this.#settings.everywhere(RULES));
  }

  /** From now on; what is open stays as it was read. */
  keepToday(rules: ReadingRules): void {
    this.#settings.keepEverywhere(RULES, rules);
  }

  /** What a set was read by. */
  async readFor(id: string): Promise<ReadingRules> {
    return parseRules(await this.#settings.readFor(id, RULES));
  }

  /** Keeps with the open set what it was read by, where that is not kept yet: it is read by the same after a reload. */
  keepForOpen(rules: ReadingRules): void {
    const kept = parseRules(this.#settings.ofDataset(RULES));
    if (JSON.stringify(kept) !== JSON.stringify(rules)) this.#settings.keepForDataset(RULES, rules);
  }
}
