import { parseCaseNumber } from '../court/case-number.ts';
import { parseLevel } from '../court/case-wording.ts';
import { parseClosing } from '../court/closing.ts';
import { parseBench, parseProcedure } from '../court/procedure.ts';
import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import { countDays } from './guess-target.ts';
import { parseAmount } from './parse-amount.ts';
import { parseFlag } from './parse-plain.ts';
import type { Target } from './target.ts';

const SAMPLE = 200;
const MOST = 0.8;
const COURT = /法院$|法庭$|^[\u4e00-\u9fff]{1,3}\d{2,4}$/;
const OFFICE = /[庭局室处科组队部]$|团队|中心/;
const PERSON = /^[\u4e00-\u9fff·]{2,15}(?:\(.*\))?$/;
const CAUSE = /^[\u4e00-\u9fff]/;

type Test = (text: string) => boolean;

const isDay: Test = (text) => countDays([text]) > 0;
const isNumber: Test = (text) => parseCaseNumber(text) !== null;
const isClosing: Test = (text) => parseClosing(text) !== null;

/** What one value of a column looks like. Targets that are not here are never guessed. */
const TESTS: Readonly<Partial<Record<Target, Test>>> = {
  case_no: isNumber,
  original_case_no: isNumber,
  next_case_no: isNumber,
  court: (text) => COURT.test(text),
  department: (text) => OFFICE.test(text) && !COURT.test(text),
  judge: (text) => PERSON.test(text) && !OFFICE.test(text) && !COURT.test(text),
  cause: (text) => CAUSE.test(text),
  // 特别程序 and 二审程序 are of both kinds
  procedure: (text) => parseProcedure(text) !== null,
  level: (text) => parseLevel(text) !== null,
  bench: (text) => parseBench(text) !== null,
  filed_on: isDay,
  received_on: isDay,
  resolved_on: isDay,
  due_on: isDay,
  closing: isClosing,
  next_closing: isClosing,
  is_appealed: (text) => parseFlag(text).values[0] != null,
  amount: (text) => parseAmount(text, 1).values[0] != null,
};

/** Whether most values of a column are such as `target` has; false of a column without any. */
export function agreesWith(target: Target, texts: readonly string[]): boolean {
  const test = TESTS[target];
  const filled = texts
    .map((text) => withoutSpaces(foldCell(text)))
    .filter((text) => text !== '' && !isPlaceholder(text))
    .slice(0, SAMPLE);
  return test !== undefined && filled.length > 0 && filled.filter(test).length >= filled.length * MOST;
}
