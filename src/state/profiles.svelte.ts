import { fingerprintOf, withProfile, type Profile } from '../ingest/profile.ts';
import { parseProfileFile, toProfileFile } from '../ingest/profile-json.ts';
import { joinAliases, type OwnAlias } from '../ingest/own-aliases.ts';
import type { Target } from '../ingest/target.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { MAPPING, PROFILE_FAULTS } from '../text/mapping.ts';
import type { Dataset } from './dataset.svelte.ts';

/** The saved profiles and own labels of this browser: listed, deleted, taken from and given to a file. */
export class Profiles {
  readonly #dataset: Dataset;
  #notice: Bilingual | null = $state.raw(null);
  #isFault = $state(false);

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  get all(): readonly Profile[] {
    return this.#dataset.rules.profiles;
  }

  get aliases(): readonly OwnAlias[] {
    return this.#dataset.rules.aliases;
  }

  /** What the last import of profiles came to. */
  get notice(): Bilingual | null {
    return this.#notice;
  }

  get isFault(): boolean {
    return this.#isFault;
  }

  remove(profile: Profile): void {
    const fingerprint = fingerprintOf(profile.labels);
    const profiles = this.all.filter((other) => fingerprintOf(other.labels) !== fingerprint);
    this.#dataset.keepRules({ profiles, aliases: this.aliases });
  }

  removeAlias(label: string): void {
    this.#dataset.keepRules({ profiles: this.all, aliases: this.aliases.filter((alias) => alias.label !== label) });
  }

  /** Makes a label one of the court's own, as typed; it is known in every list that is imported from then on. */
  addAlias(label: string, target: Target): void {
    if (label.trim() === '') return;
    const aliases = joinAliases(this.aliases, [{ label: label.trim(), target }]);
    this.#dataset.keepRules({ profiles: this.all, aliases });
  }

  toText(): string {
    return toProfileFile(this.#dataset.rules);
  }

  /** Takes the profiles of a file; those of the same shape are replaced. A damaged file changes nothing. */
  importText(file: string, text: string): void {
    const parsed = parseProfileFile(text);
    this.#isFault = 'fault' in parsed;
    if ('fault' in parsed) {
      this.#notice = PROFILE_FAULTS[parsed.fault](file);
      return;
    }
    const aliases = joinAliases(this.aliases, parsed.aliases);
    this.#dataset.keepRules({ profiles: parsed.profiles.reduce(withProfile, this.all), aliases });
    this.#notice = MAPPING.imported(parsed.profiles.length, parsed.aliases.length);
  }
}
