import {
  findCaseNumber,
  parseCaseNumber,
  parseCaseNumberPrefix,
  type CaseNumber,
  type CaseNumberPrefix,
} from '../court/case-number.ts';
import { CLOSINGS, parseClosing } from '../court/closing.ts';
import { findTimeLimit, TIME_LIMITS } from '../court/time-limit.ts';
import { foldCell, isPlaceholder } from './cell-text.ts';
import { planDecisions, USUAL_DECISIONS } from './decision.ts';
import { toConversions } from './conversions.ts';
import type { CaseNumberParts, IngestPlan } from './ingest-plan.ts';
import { indexByTarget, mapColumns } from './map-columns.ts';
import { toOwnLabels } from './own-aliases.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';
import { columnKeys, findProfile, NO_RULES, type ReadingRules } from './profile.ts';
import type { RawTable } from './raw-table.ts';
import { assignedText, isAssigned, type Assignments } from './value-assign.ts';

export interface PlanOptions {
  /** Today, ISO; null = not known. */
  readonly asOf: string | null;
  /** What was decided for files of known shapes, and the court's own labels. */
  readonly rules?: ReadingRules;
}

/** Decides what every column of a list is and how its values are read. Pure; no row but the sample is looked at. */
export function planIngest(table: RawTable, options: PlanOptions): IngestPlan {
  const { profiles, aliases } = options.rules ?? NO_RULES;
  const profile = findProfile(profiles, table.labels);
  const mapping = mapColumns(table.labels, table.sample, { profile, own: toOwnLabels(aliases) });
  const columns = indexByTarget(mapping);
  const keys = columnKeys(table.labels);
  const styleOf = (index: number) => profile?.columns[keys[index] ?? '']?.style ?? {};
  const decisions = profile?.decisions ?? USUAL_DECISIONS;
  const caseNo = columns.get('case_no')?.index ?? null;
  const isVerbatim = caseNo !== null && styleOf(caseNo).isVerbatim === true;
  const { values = {}, constants = {} } = profile ?? {};
  const context = {
    asOf: options.asOf,
    is1904: table.is1904,
    titleUnit: table.titleUnit,
    styleOf,
    values,
    constants,
    decisions,
  };
  return {
    table,
    decisions: planDecisions(decisions),
    profile: profile?.name ?? null,
    mapping,
    conversions: toConversions(columns, context),
    caseNo,
    closing: columns.get('closing')?.index ?? null,
    readPrefix: isVerbatim ? () => null : readPrefix,
    readCaseNumber: isVerbatim ? readVerbatim : readCaseNumber,
    readClosing: closingReader(values.closing),
    limitEras: LIMIT_ERAS,
    readLimit: (question) => {
      const limit = findTimeLimit(question);
      return limit === null ? null : { months: limit.months ?? 0, days: limit.days ?? 0 };
    },
  };
}

const LIMIT_ERAS = [
  ...new Set(TIME_LIMITS.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter((day) => day !== null)),
].sort();

/** The key of a prefix is everything before the digits of the key of a whole number. */
function readPrefix(prefix: string): CaseNumberParts | null {
  const parts = parseCaseNumberPrefix(prefix);
  const whole = parts === null ? null : parseCaseNumber(`${prefix}1号`);
  if (parts === null || whole === null || whole.serial !== 1 || !whole.key.endsWith('1号')) return null;
  return toParts(parts, whole.key.slice(0, -'1号'.length), null);
}

function readCaseNumber(raw: string): { parts: CaseNumberParts | null; parsed: ParsedValue } {
  const text = foldCell(raw);
  if (text === '') return { parts: null, parsed: taken() };
  const whole: CaseNumber | null = parseCaseNumber(raw) ?? findCaseNumber(raw);
  if (whole === null)
    return { parts: null, parsed: isPlaceholder(text) ? missing('placeholder') : noted('case_no_unparsable', 'noted') };
  const parts = toParts(whole, whole.key, whole.serial);
  return { parts, parsed: whole.serialEnd === null ? taken() : noted('case_no_range', 'noted') };
}

/** A number that no court of this country gave: the whole text is the key. */
function readVerbatim(raw: string): { parts: CaseNumberParts | null; parsed: ParsedValue } {
  const key = foldCell(raw);
  if (key === '') return { parts: null, parsed: taken() };
  if (isPlaceholder(key)) return { parts: null, parsed: missing('placeholder') };
  const nothing = { year: null, courtCode: null, typeCode: null, serial: null, matter: null, level: null };
  return { parts: { key, ...nothing }, parsed: taken() };
}

function toParts(parts: CaseNumberPrefix, key: string, serial: number | null): CaseNumberParts {
  return {
    key,
    serial,
    year: parts.year,
    courtCode: parts.courtCode,
    typeCode: parts.typeCode,
    matter: parts.matter,
    level: parts.level,
  };
}

/** Reads a closing by what it was assigned to; a canonical word means itself in every kind of case. */
function closingReader(assignments: Assignments | undefined): IngestPlan['readClosing'] {
  if (assignments === undefined) return readClosing;
  return (raw, matter, level) => {
    if (!isAssigned(raw, assignments)) return readClosing(raw, matter, level);
    const text = assignedText(raw, assignments);
    const canonical = CLOSINGS.find(({ closing }) => closing === text);
    if (canonical !== undefined) return taken(canonical.closing, canonical.bucket);
    return text === null ? taken(null, null) : readClosing(text, matter, level);
  };
}

function readClosing(raw: string, matter: string | null, level: string | null): ParsedValue {
  const found = parseClosing(raw, { matter, level });
  return found === null ? noted('closing_unknown', 'noted', null, null) : taken(found.closing, found.bucket);
}
