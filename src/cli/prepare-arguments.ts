import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { splitIso, toIso } from '../lib/date.ts';
import type { DatasetEvent } from '../state/catalog.ts';
import { parseSetName } from '../state/workspace-name.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { PREPARE } from '../text/prepare.ts';
import { REPORT } from '../text/report.ts';
import { ArgumentError } from './report-arguments.ts';

/** What the command line asks for. Paths as typed. */
export interface PrepareRequest {
  readonly files: readonly string[];
  readonly out: string;
  readonly id: string;
  /** Null = made of the courts and months. */
  readonly name: Bilingual | null;
  readonly ownCourt: string | null;
  readonly asOf: string | null;
  readonly events: readonly DatasetEvent[];
  /** File of the names in the order of their pseudonyms; null = names stay. */
  readonly roster: string | null;
  readonly hasRawText: boolean;
  readonly isSynthetic: boolean;
  /** Files with profiles of the mapping screen, as typed. */
  readonly profiles: readonly string[];
  /** True = a case that a newer list no longer has is set aside. */
  readonly isVanishedLeftOut: boolean;
}

const DEFAULT_ROSTER = 'judges-roster.txt';

/** Reads the arguments after the program's name; null where help is asked for. Throws `ArgumentError`. */
export function parsePrepareArguments(args: readonly string[]): PrepareRequest | null {
  const { values, positionals } = readOptions(args);
  if (values.help === true) return null;
  if (positionals.length === 0) throw new ArgumentError(REPORT.noFile);
  if (values.out === undefined || values.out === '') throw new ArgumentError(PREPARE.noOut);
  const id = values.id ?? 'data';
  if (!/^[a-z0-9-]+$/i.test(id)) throw new ArgumentError(PREPARE.badId(id));
  const roster = values.mask === true ? (values.roster ?? DEFAULT_ROSTER) : null;
  if (roster !== null && isInside(roster, values.out)) throw new ArgumentError(PREPARE.rosterInside(roster));
  return {
    files: positionals,
    out: values.out,
    id,
    name: parseSetName(values.name ?? ''),
    ownCourt: trimmed(values['own-court']),
    asOf: values['as-of'] === undefined ? null : parseDay('--as-of', values['as-of']),
    events: (values.event ?? []).map(parseEvent),
    roster,
    hasRawText: values['no-raw'] !== true,
    isSynthetic: values.synthetic === true,
    profiles: values.profile ?? [],
    isVanishedLeftOut: values['leave-vanished-out'] === true,
  };
}

function readOptions(args: readonly string[]) {
  const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
  const options = {
    out: text,
    id: text,
    name: text,
    'own-court': text,
    'as-of': text,
    event: { type: 'string', multiple: true } as const,
    mask: flag,
    roster: text,
    'no-raw': flag,
    synthetic: flag,
    profile: { type: 'string', multiple: true } as const,
    'leave-vanished-out': flag,
    help: flag,
  };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new ArgumentError(REPORT.unknownOption(error instanceof Error ? error.message : String(error)));
  }
}

function trimmed(text: string | undefined): string | null {
  const kept = text?.trim() ?? '';
  return kept === '' ? null : kept;
}

function parseDay(option: string, text: string): string {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toIso(...splitIso(text)) : null;
  if (iso === null) throw new ArgumentError(REPORT.badDate(option, text));
  return iso;
}

function parseEvent(text: string): DatasetEvent {
  const [, day, label] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (day === undefined || label === undefined || label.trim() === '') throw new ArgumentError(PREPARE.badEvent(text));
  return { date: parseDay('--event', day.trim()), label: { zh: label.trim(), en: label.trim() } };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
