import type { ReasonId } from '../text/reasons.ts';
import { matchLabel } from './aliases.ts';
import { foldCell, isPlaceholder, trimCell, withoutSpaces } from './cell-text.ts';
import { LAST_RANK } from './label-words.ts';
import { matchLabels, PLAIN_HEADER_RULES, type HeaderRules } from './header-rules.ts';

/** What is needed to tell a case from a total: where its columns stand. */
export interface RowLayout {
  readonly labels: readonly string[];
  readonly caseNo: number | null;
  /** Columns that mean something. */
  readonly known: readonly number[];
  readonly hits: number;
}

const TOTAL =
  /^(?:合计|小计|总计|共计|累计|总数|本页合计|本页小计|[^,]{0,12}(?:合计|小计|总计))(?:[::].*|\(.*\)|\d.*|)$/;
/** A sum written where the 案号 stands: 共7件, 2025年1-9月合计7件. */
const COUNT = /(?:合计|小计|总计|共计|累计|共)[::]?\d+[件条](?:案件|记录)?[。)]?$/;
/** What a form asks to be written, and its example. */
const HINT = /^(?:必填|选填|非必填|可选|不填|(?:格式|如|例如?)[::].*|\(.*\))$/;
const EXAMPLE = /^(?:填写)?(?:示例|样例|范例|举例)[::]?\d*$/;
const FOOTER =
  /^(?:制表(?:人|单位|日期|时间)?|填表(?:人|单位|日期|时间)?|审核(?:人)?|复核(?:人)?|填报(?:人|单位|日期|时间)?|统计(?:人|单位|日期|时间|口径|范围)|打印(?:人|日期|时间)|导出(?:人|日期|时间)|数据来源|单位负责人|负责人|备注|说明|注)(?:[::].*|$)/;
/** No label of the dictionary is longer. */
const MAX_LABEL = 24;
const CASE_NO = /\d+.*[\u4e00-\u9fff].*\d/;

/** Where no label is known, as of a list that is yet to be mapped, every column may mean something. */
export function layoutOf(labels: readonly string[], rules: HeaderRules = PLAIN_HEADER_RULES): RowLayout {
  const matches = matchLabels(labels, rules);
  const numbers = matches.flatMap((match, i) => (match?.target === 'case_no' ? [{ i, rank: match.rank }] : []));
  const caseNo = (numbers.find(({ rank }) => rank < LAST_RANK) ?? numbers[0])?.i ?? null;
  const known = matches.flatMap((match, i) => (match === null ? [] : [i]));
  return {
    labels,
    caseNo,
    known: known.length === 0 ? labels.map((_, i) => i) : known,
    hits: new Set(known.map((i) => matches[i]?.target)).size,
  };
}

/** Why a row below the header is no case; null = it is one. */
export function classifyRow(cells: readonly string[], layout: RowLayout): ReasonId | null {
  const caseNo = layout.caseNo === null ? '' : (cells[layout.caseNo] ?? '');
  const first = cells.find((cell) => trimCell(cell) !== '') ?? '';
  if (EXAMPLE.test(trimCell(first))) return 'row_no_case';
  if (caseNo !== '' && CASE_NO.test(caseNo.normalize('NFKC')) && !COUNT.test(withoutSpaces(caseNo))) return null;
  const filled = cells.flatMap((cell, i) => (cell === '' || trimCell(cell) === '' ? [] : [i]));
  if (filled.length === 0) return 'row_blank';
  if (isHeader(cells, layout)) return 'row_header';
  if (isNumbering(cells)) return 'row_no_case';
  const texts = filled.slice(0, 3).map((i) => withoutSpaces((cells[i] ?? '').normalize('NFKC')));
  if (texts.some((text) => TOTAL.test(text)) || COUNT.test(withoutSpaces(caseNo.normalize('NFKC')))) return 'row_total';
  if (FOOTER.test(texts[0] ?? '')) return 'row_footer';
  if (isEmptyForm(cells, layout)) return 'row_no_case';
  const knownFilled = layout.known.filter((i) => trimCell(cells[i] ?? '') !== '').length;
  if (knownFilled === 0) return 'row_no_case';
  return filled.length === 1 && layout.labels.length > 2 ? 'row_no_case' : null;
}

/** No value at all: hints of a form, strokes, or only what a form fills in before: 序号 and words without any digit. */
function isEmptyForm(cells: readonly string[], { caseNo, known }: RowLayout): boolean {
  const filled = cells.map((cell) => foldCell(cell)).filter((cell) => cell !== '');
  if (filled.every((cell) => HINT.test(cell) || isPlaceholder(cell))) return true;
  return caseNo !== null && !known.some((i) => DIGIT.test(cells[i] ?? ''));
}

/** A case has a number or a date. */
const DIGIT = /[\d\uff10-\uff19一二三四五六七八九〇]/;

const LEAST_NUMBERED = 4;

/** A row that counts the columns, as forms have it below the header: 1 2 3 4, A B C D, 甲 乙 1 2. */
function isNumbering(cells: readonly string[]): boolean {
  const filled = cells
    .map((cell) => withoutSpaces(cell.normalize('NFKC')).replace(/^\((.*)\)$/, '$1'))
    .filter((cell) => cell !== '');
  if (filled.length < LEAST_NUMBERED) return false;
  const letters = filled.every((cell, i) => cell.toUpperCase() === String.fromCharCode(65 + i));
  const firstNumber = filled.findIndex((cell) => /^\d+$/.test(cell));
  const stems = filled.slice(0, Math.max(0, firstNumber));
  const isCounted = firstNumber >= 0 && filled.slice(firstNumber).every((cell, i) => cell === String(i + 1));
  return letters || (isCounted && stems.every((cell, i) => cell === '甲乙丙丁戊'[i]));
}

/** Whether a row says what columns hold: as the header of the list, or as that of another list below it. */
export function isHeader(cells: readonly string[], layout: RowLayout): boolean {
  const same = layout.known.filter((i) => trimCell(cells[i] ?? '') === layout.labels[i]).length;
  if (same >= Math.max(2, layout.known.length * 0.6)) return true;
  const labels = cells.filter((cell) => cell.length <= MAX_LABEL && !/\d/.test(cell));
  if (labels.length < 3) return false;
  const hits = new Set(labels.map((cell) => matchLabel(cell)?.target).filter((target) => target !== undefined)).size;
  return hits >= Math.max(3, layout.hits * 0.6);
}
