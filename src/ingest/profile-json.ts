import { isRecord } from '../lib/record.ts';
import { LEVELS, MATTERS } from '../court/matter.ts';
import { PROCEDURES } from '../court/procedure.ts';
import { parseDecisions } from './decision.ts';
import { parseOwnAliases } from './own-aliases.ts';
import { CONSTANT_FIELDS, NO_RULES, type ColumnChoice, type Profile, type ReadingRules } from './profile.ts';
import { parseReadingStyle } from './reading-style.ts';
import { isTarget } from './target.ts';
import { VALUE_FIELDS, type Assignments } from './value-assign.ts';

/** Why a file with profiles cannot be taken: no JSON, JSON of something else, or a newer format than this one. */
export type ProfileFault = 'not_json' | 'not_profiles' | 'newer' | 'broken';

/** How a file with profiles begins. */
const KIND = 'court-metrics-mapping';
const VERSION = 1;
const MAX_TEXT = 500;

/** Profiles and own labels as the text of a file. */
export function toProfileFile({ profiles, aliases }: ReadingRules): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, profiles, aliases }, null, 2)}\n`;
}

/** The profiles and own labels of a file; a fault where it is none, or where one of its profiles is damaged. */
export function parseProfileFile(text: string): ReadingRules | { readonly fault: ProfileFault } {
  const content = parseJson(text);
  if (content === undefined) return { fault: 'not_json' };
  if (!isRecord(content) || content['kind'] !== KIND) return { fault: 'not_profiles' };
  if (content['version'] !== VERSION) return { fault: Number(content['version']) > VERSION ? 'newer' : 'broken' };
  const given: unknown = content['profiles'];
  if (!Array.isArray(given)) return { fault: 'broken' };
  const profiles = given.flatMap((entry: unknown) => parseProfile(entry) ?? []);
  if (profiles.length < given.length) return { fault: 'broken' };
  return { profiles, aliases: parseOwnAliases(content['aliases']) };
}

/** Rules as they were kept, of unknown shape: what is damaged is left out. */
export function parseRules(value: unknown): ReadingRules {
  if (!isRecord(value)) return NO_RULES;
  const profiles: unknown = value['profiles'];
  return {
    profiles: Array.isArray(profiles) ? profiles.flatMap((entry: unknown) => parseProfile(entry) ?? []) : [],
    aliases: parseOwnAliases(value['aliases']),
    ...(value['isVanishedLeftOut'] === true ? { isVanishedLeftOut: true } : {}),
  };
}

/** A profile of JSON of unknown shape; null where it is none. */
export function parseProfile(value: unknown): Profile | null {
  if (!isRecord(value) || !isText(value['name'])) return null;
  const labels: unknown = value['labels'];
  if (!Array.isArray(labels) || labels.length === 0 || !labels.every(isText)) return null;
  const columns = parseColumns(value['columns']);
  const values = parseValues(value['values']);
  const constants = parseConstants(value['constants']);
  if (columns === null || values === null || constants === null) return null;
  const decisions = parseDecisions(value['decisions']);
  const isLeftOut = value['isLeftOut'] === true;
  return { name: value['name'], labels, columns, constants, values, decisions, ...(isLeftOut ? { isLeftOut } : {}) };
}

function parseColumns(value: unknown): Profile['columns'] | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value).map(([key, choice]) => [key, parseChoice(choice)] as const);
  return entries.every((entry): entry is [string, ColumnChoice] => entry[1] !== null)
    ? Object.fromEntries(entries)
    : null;
}

function parseChoice(value: unknown): ColumnChoice | null {
  if (!isRecord(value)) return null;
  const target = value['target'];
  if (target !== null && !isTarget(target)) return null;
  return { target, style: parseReadingStyle(value['style']) };
}

function parseValues(value: unknown): Profile['values'] | null {
  if (value === undefined) return {};
  if (!isRecord(value)) return null;
  const fields = VALUE_FIELDS.flatMap((field) => (value[field] === undefined ? [] : [[field, value[field]] as const]));
  const parsed = fields.map(([field, entries]) => [field, parseAssignments(entries)] as const);
  return parsed.some(([, entries]) => entries === null) || fields.length < Object.keys(value).length
    ? null
    : Object.fromEntries(parsed);
}

function parseAssignments(value: unknown): Assignments | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value).map(
    ([key, text]) => [key, text === null || isText(text) ? text : undefined] as const,
  );
  return entries.every((entry): entry is [string, string | null] => entry[1] !== undefined)
    ? Object.fromEntries(entries)
    : null;
}

function parseConstants(value: unknown): Profile['constants'] | null {
  if (value === undefined) return {};
  if (!isRecord(value)) return null;
  const isKnown = Object.entries(value).every(
    ([field, text]) => CONSTANT_FIELDS.some((known) => known === field) && isText(text) && isConstant(field, text),
  );
  return isKnown ? Object.fromEntries(Object.entries(value).map(([field, text]) => [field, String(text)])) : null;
}

/** Matter, level and procedure have words of their own; a court or a division may be called anything. */
function isConstant(field: string, text: string): boolean {
  if (field === 'matter') return MATTERS.some((matter) => matter === text);
  if (field === 'level') return LEVELS.some((level) => level === text);
  return field === 'procedure' ? PROCEDURES.some((procedure) => procedure === text) : text.trim() !== '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function parseJson(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return content;
  } catch {
    return undefined;
  }
}
