import type { Bucket, ClosingList } from './bucket.ts';
import { CLOSING_ROWS } from './closing-table.ts';
import type { Confidence, Label } from './label.ts';
import { toSimplified } from './simplified.ts';

export { BUCKETS, type Bucket, type ClosingList } from './bucket.ts';

/** One canonical 结案方式. */
export interface Closing {
  readonly closing: string;
  readonly bucket: Bucket;
  readonly label: Label;
  /** Lists it belongs to; a synonym counts only there, the canonical words count everywhere. */
  readonly lists: readonly ClosingList[];
  readonly synonyms: readonly string[];
  readonly confidence: Confidence;
}

/** Every canonical closing with its synonyms: the editable vocabulary. */
export const CLOSINGS: readonly Closing[] = CLOSING_ROWS.map(([closing, bucket, en, lists, synonyms, confidence]) => ({
  closing,
  bucket,
  label: { zh: closing, en },
  lists,
  synonyms: synonyms === '' ? [] : synonyms.split(' '),
  confidence: confidence ?? 'published',
}));

/** What is known of a case when its closing is read. */
export interface ClosingContext {
  readonly matter: string | null;
  readonly level: string | null;
}

/** Without a context all lists are asked; a word that is not of first instance and that two read differently is not guessed. */
const LISTS: readonly ClosingList[] = [
  'trial',
  'appeal',
  'petition',
  'retrial',
  'enforcement',
  'enforcement_review',
  'mediation',
  'special',
];

const LIST_OF_LEVEL: Readonly<Record<string, ClosingList>> = {
  一审: 'trial',
  二审: 'appeal',
  管辖: 'appeal',
  再审审查: 'petition',
  再审: 'retrial',
  首次执行: 'enforcement',
  恢复执行: 'enforcement',
  执行审查: 'enforcement_review',
  诉前调解: 'mediation',
  特别程序: 'special',
};

type Found = { readonly closing: string; readonly bucket: Bucket };

const CANONICAL = new Map<string, Found>(CLOSINGS.map((row) => [toPlain(row.closing), row]));
const SYNONYMS = new Map<ClosingList, Map<string, Found>>(
  LISTS.map((list) => [
    list,
    new Map(
      CLOSINGS.filter((row) => row.lists.includes(list)).flatMap((row) =>
        row.synonyms.map((word): [string, Found] => [toPlain(word), row]),
      ),
    ),
  ]),
);

/**
 * The canonical closing and its bucket, or null where the text is not in the vocabulary: whole words are compared,
 * never parts, so 准予撤回起诉并撤销一审判决 is no withdrawal. The context decides words that two kinds of case read
 * differently (撤诉 on appeal = 准予撤回上诉); without it such a word is read as at first instance.
 */
export function parseClosing(raw: string, context?: ClosingContext): { closing: string; bucket: Bucket } | null {
  if (raw.length > 80) return null;
  const lists = listsOf(context);
  const [, word = '', remark = ''] = REMARK.exec(raw.normalize('NFKC')) ?? [];
  const found = findIn(toPlain(raw), lists) === null ? find(word, lists) : null;
  if (found === null) return find(raw, lists);
  const other = find(remark, lists);
  return other === null || other.bucket === found.bucket ? found : null;
}

function find(text: string, lists: readonly ClosingList[]): Found | null {
  for (const word of spellingsOf(text)) {
    const found = findIn(word, lists);
    if (found !== null) return { closing: found.closing, bucket: found.bucket };
  }
  return null;
}

/** 按撤诉处理(未交费): a word with a remark behind it. The remark may say another thing: 判决(调解不成). */
const REMARK = /^([^()]+)\(([^()]*)\)$/;

function findIn(word: string, lists: readonly ClosingList[]): Found | null {
  const [own, ...others] = lists;
  if (own !== undefined && others.length === 0) return SYNONYMS.get(own)?.get(word) ?? CANONICAL.get(word) ?? null;
  const canonical = CANONICAL.get(word);
  if (canonical !== undefined) return canonical;
  const readings = lists.flatMap((list) => SYNONYMS.get(list)?.get(word) ?? []);
  const [first] = readings;
  if (first === undefined) return null;
  const isPlain =
    SYNONYMS.get('trial')?.has(word) === true || readings.every((reading) => reading.closing === first.closing);
  return isPlain ? first : null;
}

function listsOf(context: ClosingContext | undefined): readonly ClosingList[] {
  const level = context?.level ?? null;
  const own = level === null ? undefined : LIST_OF_LEVEL[level];
  if (own !== undefined) return [own];
  if (context?.matter === '执行') return ['enforcement', 'enforcement_review'];
  if (context?.matter === '调解') return ['mediation'];
  return level === null ? LISTS : ['trial', 'special'];
}

/**
 * The text itself, then without 以…方式结案 around it or 裁定书 behind it, then without 裁定, 判决 or 依法 before it, then
 * without 民事, 二审.
 */
function spellingsOf(raw: string): string[] {
  const plain = toPlain(raw).replace(HEADING, '');
  const core = plain.replace(/^(已|以)/, '').replace(/(的)?(方式)?(处理)?结案$|方式$|裁定书?$/, '');
  const named = core.replace(/^(民事|刑事|行政)?(一审|二审|再审)?(?=.)/, '');
  return [...new Set([plain, core, withoutFormOfRuling(core), named, withoutFormOfRuling(named)])].filter(
    (word) => word !== '',
  );
}

/** The list that a word was chosen from: 民事一审结案方式/判决, 结案>判决. */
const HEADING = /^(?:.{0,10}结案(?:方式|类型)(?=.)|.{0,10}结案(?=[>→]))[>→]*/;

function withoutFormOfRuling(text: string): string {
  return text.replace(/^(依法|本院)?(裁定|判决|决定)?(依法)?/, '');
}

/** NFKC without whitespace, punctuation, list numbers before, codes behind and the notes (自诉), (附民). */
function toPlain(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .replace(/[(〔【[](自诉|附民|附带民事|自诉\/附民)[)〕】\]]/g, '')
    .replace(/^\s*(?:\d{1,4}\s*[-_.、:\s]\s*)+|^\d{1,4}(?=[\u4e00-\u9fff])/, '')
    .replace(/\s*[([][\d_\-.]+[)\]]\s*$/, '')
    .replace(/[\s\u200b\ufeff,.;:、。/\-—()〔〕【】[\]"“”'‘’《》]/g, '');
}
