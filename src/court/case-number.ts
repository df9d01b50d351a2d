import { findCaseType } from './case-type.ts';
import { COURT_PREFIXES } from './court-code.ts';
import type { Level, Matter } from './matter.ts';
import { parseOldMiddle } from './old-case-number.ts';

/** What stands before the digits of the serial. */
export interface CaseNumberPrefix {
  readonly year: number;
  /** 法院代字 (兵0201); null in the grammar before 2016, whose court abbreviations were not unique. */
  readonly courtCode: string | null;
  /** 类型代字 (民初); null in the grammar before 2016. */
  readonly typeCode: string | null;
  /** Grammar before 2016: 字第, without 法院代字. */
  readonly isPre2016: boolean;
  readonly matter: Matter | null;
  readonly level: Level | null;
}

/** A 案号 taken apart. */
export interface CaseNumber extends CaseNumberPrefix {
  /**
   * Uniqueness key: half-width, without spaces, 之N and leading zeros. Leading zeros are dropped because courts that
   * padded (第00969号) did not use the same number unpadded for another case; a range is its own key.
   */
  readonly key: string;
  readonly serial: number;
  /** Last serial of a range or list (18775-18776号, 3827、3828号); null for one case. */
  readonly serialEnd: number | null;
  /** 之一 …, which numbers the documents of one case; null without. */
  readonly suffix: string | null;
}

/** No real 案号 is longer; whatever is longer is a sentence. */
const MAX_LENGTH = 64;
const CHINESE_YEAR = /^([([〔【〖〈]?)([一二][〇零○oO0一二三四五六七八九]{3})(?=年?[)\]〕】〗〉]?)/;
const IGNORED = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;
const PLAIN = /^\(\d{4}\)(?!.*[至和])[\u4e00-\u9fff\d]+号$/;

/**
 * A 案号 in one spelling: NFKC, no whitespace, half-width ( ), one kind of dash, 号 after the last serial. Leading
 * zeros and 之N stay. Text that is no 案号 comes back cleaned in the same way.
 */
export function normalizeCaseNumber(text: string): string {
  const halfWidth = text.replace('（', '(').replace('）', ')');
  if (PLAIN.test(halfWidth)) return halfWidth;
  const cleaned = text
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(/^['‘’`]+/, '')
    .replace(CHINESE_YEAR, (_, bracket: string, year: string) => bracket + toYear(year))
    .replace(/^(\D?(?:19|20)\d\d)年(?=[)\]〕】〗〉》」』}>])/, '$1')
    .replace(/[[〔【〖〈《「『{<]/g, '(')
    .replace(/[\]〕】〗〉》」』}>]/g, ')')
    .replace(/[‐-―−─~〜]/g, '-')
    .replace(/(\d号?)至(?=第?\d)/g, '$1-')
    .replace(/(\d号?)[,;和](?=第?\d)/g, '$1、')
    .replace(/(?:号|號)+$/, '号');
  if (!/^\(?\d{4}/.test(cleaned)) return cleaned;
  return cleaned.replace(
    /(\D\d+)(之[一二三四五六七八九十百\d]+)?号?$/,
    (whole, digits: string, suffix: string | undefined) =>
      cleaned.length === whole.length ? whole : `${digits}号${suffix ?? ''}`,
  );
}

/** 二〇二五 -> 2025. */
function toYear(text: string): string {
  return [...text].map((sign) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign))).join('');
}

const HEAD = '^\\(?((?:19|20)\\d\\d)\\)?年?';
const NEW_PREFIX = new RegExp(
  `${HEAD}(最高法|知|[${COURT_PREFIXES.join('')}](?:\\d{4}|\\d{2})?)([\\u4e00-\\u9fff]{1,5}?)(字?第?)$`,
);
const SUPREME_IP = '最高法知';
const OLD_PREFIX = new RegExp(`${HEAD}([\\u4e00-\\u9fff\\d()]{1,18}?)(?:字第?|第)$`);
const SERIALS = /(\d{1,9}(?:号?[-、]第?\d{1,9})*)号(?:之([一二三四五六七八九十百\d]+))?$/;

/** Year, court, type, matter and level of the part before the serial: `(2024)兵0201民初`, `(2015)济民一初字第`. Null = no such. */
export function parseCaseNumberPrefix(prefix: string): CaseNumberPrefix | null {
  if (prefix.length > MAX_LENGTH) return null;
  return parseHead(normalizeCaseNumber(prefix))?.prefix ?? null;
}

/** The parts of a 案号, or null where the text is none or its 类型代字 is not known. Never throws. */
export function parseCaseNumber(text: string): CaseNumber | null {
  if (text.length > MAX_LENGTH) return null;
  const normalized = normalizeCaseNumber(text);
  const tail = SERIALS.exec(normalized);
  if (tail === null) return null;
  const head = parseHead(normalized.slice(0, tail.index));
  const serials = expandSerials(tail[1] ?? '');
  if (head === null || serials === null) return null;
  const [serial, serialEnd, written] = serials;
  const suffix = tail[2] === undefined ? null : `之${tail[2]}`;
  const key = `${head.stem}${written}号`;
  const { year, courtCode, typeCode, isPre2016, matter, level } = head.prefix;
  // Field by field: a spread costs ten times the rest of the parsing.
  return { key, year, courtCode, typeCode, serial, serialEnd, suffix, isPre2016, matter, level };
}

/** A 案号 within other words: (2024)兵9901民初12号民事判决书, 某某法院(2024)兵9901民初12号. */
const WITHIN = /[(（[〔【]\s*\d{4}\s*年?[)）\]〕】][^号()（）]{1,40}号/gu;

/** The only 案号 within a text, or null: of several none is meant more than another, and further digits (等5件) may be more. */
export function findCaseNumber(text: string): CaseNumber | null {
  if (text.length > MAX_TEXT) return null;
  const [first, ...others] = text.match(WITHIN) ?? [];
  if (first === undefined || others.length > 0 || /\d/.test(text.replace(first, ''))) return null;
  return parseCaseNumber(first);
}

const MAX_TEXT = 200;

/** An export holds millions of numbers and a few hundred heads. */
const HEADS = new Map<string, Head | null>();
const MAX_HEADS = 4096;

/** A prefix with its text as it stands in the key. */
interface Head {
  readonly stem: string;
  readonly prefix: CaseNumberPrefix;
}

function parseHead(head: string): Head | null {
  const known = HEADS.get(head);
  if (known !== undefined) return known;
  if (HEADS.size >= MAX_HEADS) HEADS.clear();
  const parsed = readHead(head);
  HEADS.set(head, parsed);
  return parsed;
}

function readHead(head: string): Head | null {
  const text = head.replace(/^\(?(\d{4})\)?年?/, '($1)').replace(/字?第?$/, '');
  const found = NEW_PREFIX.exec(head);
  // 「(2015)内民初字第」 is a court of some 内… town in the old grammar, not the high court of 内蒙古.
  if (found !== null && (found[4] === '' || /\d/.test(found[2] ?? ''))) {
    const court = `${found[2] ?? ''}${found[3] ?? ''}`;
    const courtCode = court.startsWith(SUPREME_IP) ? SUPREME_IP : (found[2] ?? '');
    const type = findCaseType(court.slice(courtCode.length));
    if (type === null) return null;
    const { code, matter, level } = type;
    return {
      stem: text,
      prefix: { year: Number(found[1]), courtCode, typeCode: code, isPre2016: false, matter, level },
    };
  }
  const old = OLD_PREFIX.exec(head);
  if (old === null) return null;
  const meaning = parseOldMiddle((old[2] ?? '').replace(/[()]/g, ''));
  return {
    stem: `${text}字第`,
    prefix: { year: Number(old[1]), courtCode: null, typeCode: null, isPre2016: true, ...meaning },
  };
}

/** First and last serial and the text for the key; 1234-6 is 1234-1236. Null where the numbers do not ascend. */
function expandSerials(text: string): [number, number | null, string] | null {
  const single = Number(text);
  if (single > 0) return [single, null, String(single)];
  const written = text.replace(/[号第]/g, '');
  const parts = written.split(/[-、]/);
  const first = parts[0] ?? '';
  const full = parts.map((part) =>
    part.length < first.length ? first.slice(0, first.length - part.length) + part : part,
  );
  const numbers = full.map(Number);
  if (numbers.some((number, i) => number < 1 || (i > 0 && number <= (numbers[i - 1] ?? 0)))) return null;
  const separators = written.match(/[-、]/g) ?? [];
  const key = numbers.map((number, i) => `${separators[i - 1] ?? ''}${number}`).join('');
  return [numbers[0] ?? 0, numbers.length > 1 ? (numbers.at(-1) ?? null) : null, key];
}
