import { readFile } from 'node:fs/promises';
import { joinAliases } from '../ingest/own-aliases.ts';
import { NO_RULES, withProfile, type ReadingRules } from '../ingest/profile.ts';
import { parseProfileFile } from '../ingest/profile-json.ts';
import { PROFILE_FAULTS } from '../text/mapping.ts';
import { REPORT } from '../text/report.ts';
import { ArgumentError } from './report-arguments.ts';

/** The profiles of the files at `paths`; of two for one shape the later counts. Throws `ArgumentError`. */
export async function readProfiles(paths: readonly string[]): Promise<ReadingRules> {
  let rules: ReadingRules = NO_RULES;
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) throw new ArgumentError(REPORT.profileUnreadable(path));
    const parsed = parseProfileFile(text);
    if ('fault' in parsed) throw new ArgumentError(PROFILE_FAULTS[parsed.fault](path));
    rules = {
      profiles: parsed.profiles.reduce(withProfile, rules.profiles),
      aliases: joinAliases(rules.aliases, parsed.aliases),
    };
  }
  return rules;
}
