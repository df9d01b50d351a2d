import { KNOWN_COURTS } from '../court/court-code.ts';
import { parseCaseNumber } from '../court/case-number.ts';

/** A name under which cases are loaded, with what speaks for the court behind it. */
export interface CourtEvidence {
  readonly name: string;
  /** 法院代字 of its cases. */
  readonly codes: readonly string[];
  /** Old-style 案号 without their serial. */
  readonly cases: readonly string[];
}

const REGION = /^(?:[\u4e00-\u9fff]{2,8}(?:省|自治区|市|自治州|地区|盟|州|县|兵团))+$/;

/**
 * Short names that certainly mean a court whose full name is loaded too: 内黄县人民法院 is 河南省内黄县人民法院 where the
 * rest is a region, no other full name ends so, and their cases bear one 法院代字 or one old-style prefix.
 */
export function unifyCourtNames(courts: readonly CourtEvidence[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const short of courts) {
    const longer = courts.filter((court) => court.name !== short.name && court.name.endsWith(short.name));
    const [full] = longer.sort((a, b) => b.name.length - a.name.length);
    if (full === undefined || longer.some((court) => !full.name.endsWith(court.name))) continue;
    if (REGION.test(full.name.slice(0, -short.name.length)) && isSameCourt(short, full))
      renamed.set(short.name, full.name);
  }
  return renamed;
}

function isSameCourt(one: CourtEvidence, other: CourtEvidence): boolean {
  if (one.codes.length > 0 && other.codes.length > 0) return one.codes.some((code) => other.codes.includes(code));
  const stems = new Set(other.cases.map(stemOf));
  return one.cases.some((text) => stems.has(stemOf(text)));
}

/** (2014)内民一初字第 -> 内民: the court's abbreviation with the matter, without year and instance. */
function stemOf(prefix: string): string {
  return prefix.replace(/^\(\d{4}\)/, '').replace(/[一二三四五六]?[初终再申执特督监].*$/, '');
}

const NAMES = new Map(KNOWN_COURTS.map((court) => [court.code, court.name]));

/** The name of a court by its code, where one is known. */
export function nameOfCourt(code: string): string | null {
  return NAMES.get(code) ?? null;
}

/** Code and known name of the court that a normalised 案号 belongs to. */
export function courtOfCaseKey(caseKey: string): { readonly code: string | null; readonly name: string | null } {
  const code = parseCaseNumber(caseKey)?.courtCode ?? null;
  return { code, name: code === null ? null : nameOfCourt(code) };
}
