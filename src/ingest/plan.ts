import {
  parseCaseNumber,
  parseCaseNumberPrefix,
  type CaseNumber,
  type CaseNumberPrefix,
} from '../court/case-number.ts';
import { parseClosing } from '../court/closing.ts';
import { findTimeLimit, TIME_LIMITS } from '../court/time-limit.ts';
import { foldCell, isPlaceholder } from './cell-text.ts';
import { toConversions } from './conversions.ts';
import type { CaseNumberParts, IngestPlan } from './ingest-plan.ts';
import { indexByTarget, mapColumns, type MappingProfile } from './map-columns.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';
import type { RawTable } from './raw-table.ts';

export interface PlanOptions {
  /** Today, ISO; null = not known. */
  readonly asOf: string | null;
  readonly profile?: MappingProfile;
}

/** Decides what every column of a list is and how its values are read. Pure; no row but the sample is looked at. */
export function planIngest(table: RawTable, options: PlanOptions): IngestPlan {
  const mapping = mapColumns(table.labels, table.sample, options.profile);
  const columns = indexByTarget(mapping);
  return {
    table,
    mapping,
    conversions: toConversions(columns, { asOf: options.asOf, is1904: table.is1904 }),
    caseNo: columns.get('case_no')?.index ?? null,
    closing: columns.get('closing')?.index ?? null,
    readPrefix,
    readCaseNumber,
    readClosing,
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
  const whole: CaseNumber | null = parseCaseNumber(raw);
  if (whole === null)
    return { parts: null, parsed: isPlaceholder(text) ? missing('placeholder') : noted('case_no_unparsable', 'noted') };
  const parts = toParts(whole, whole.key, whole.serial);
  return { parts, parsed: whole.serialEnd === null ? taken() : noted('case_no_range', 'noted') };
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

function readClosing(raw: string, matter: string | null, level: string | null): ParsedValue {
  const found = parseClosing(raw, { matter, level });
  return found === null ? noted('closing_unknown', 'noted', null, null) : taken(found.closing, found.bucket);
}
