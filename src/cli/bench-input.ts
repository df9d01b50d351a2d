import { addDays, fromEpochDay, toEpochDay } from '../lib/date.ts';
import { createRandom } from '../lib/random.ts';

const HEADER = '案号,经办法院,审判程序,立案案由,适用程序,承办部门,承办人,立案日期,结案日期,结案方式,诉讼标的金额\r\n';
const CAUSES = ['民间借贷纠纷', '买卖合同纠纷', '离婚纠纷', '金融借款合同纠纷', '劳务合同纠纷', '物业服务合同纠纷'];
const PROCEDURES = ['小额诉讼程序', '简易程序', '简易程序', '普通程序'];
const DEPARTMENTS = ['民一庭', '速裁庭'];
const CLOSINGS = ['判决', '判决', '调解', '准予撤诉', '驳回起诉'];
const COURTS = 40;
const JUDGES_PER_COURT = 20;
const FIRST_DAY = toEpochDay('2016-01-01');
const DAYS = toEpochDay('2025-09-30') - FIRST_DAY;
const LAST_DAY = FIRST_DAY + DAYS;
const ROWS_PER_CHUNK = 10_000;

/**
 * A list of first-instance civil cases of ten years and forty invented courts for the benchmark, as UTF-8 CSV in chunks,
 * header first. About 140 bytes a row; every 案号 once; some cases pending at the end. The same seed gives the same bytes.
 * @param rows number of cases.
 */
export function* makeCaseCsv(rows: number, seed: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const random = createRandom(seed, 'bench');
  yield encoder.encode(HEADER);
  for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
    const lines: string[] = [];
    for (let i = start; i < Math.min(rows, start + ROWS_PER_CHUNK); i++) lines.push(toLine(random.below, i));
    yield encoder.encode(lines.join(''));
  }
}

const DAY_TEXT = Array.from({ length: DAYS + 1 }, (_, i) => addDays(fromEpochDay(FIRST_DAY), i));

function toLine(below: (n: number) => number, i: number): string {
  const court = i % COURTS;
  const serial = Math.floor(i / COURTS) + 1;
  const filedOn = FIRST_DAY + below(DAYS + 1);
  const resolvedOn = filedOn + 5 + below(90) + below(60);
  const isPending = resolvedOn > LAST_DAY;
  const filed = DAY_TEXT[filedOn - FIRST_DAY] ?? '';
  const code = 9901 + court;
  return (
    `(${filed.slice(0, 4)})兵${code}民初${serial}号,示例${code}法院,一审,${pickFrom(CAUSES, below)},` +
    `${pickFrom(PROCEDURES, below)},${pickFrom(DEPARTMENTS, below)},法官${code}${10 + below(JUDGES_PER_COURT)},${filed},` +
    `${isPending ? '' : (DAY_TEXT[resolvedOn - FIRST_DAY] ?? '')},${isPending ? '' : pickFrom(CLOSINGS, below)},` +
    `${100 * (1 + below(5000))}\r\n`
  );
}

function pickFrom(choices: readonly string[], below: (n: number) => number): string {
  return choices[below(choices.length)] ?? '';
}
