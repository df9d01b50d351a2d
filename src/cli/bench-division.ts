import { addDays, fromEpochDay, toEpochDay } from '../lib/date.ts';
import { createRandom, pickWeighted, type Random } from '../lib/random.ts';

const HEADER =
  '案号,经办法院,审判程序,立案案由,适用程序,审判组织形式,立案日期,结案日期,结案方式,原审案号,是否当庭宣判,申请执行标的金额,实际到位金额\r\n';
const CAUSES = ['民间借贷纠纷', '买卖合同纠纷', '离婚纠纷', '金融借款合同纠纷', '劳务合同纠纷', '物业服务合同纠纷'];
const PROCEDURES = [
  ['小额诉讼程序', 2],
  ['简易程序', 5],
  ['普通程序', 3],
] as const;
const CLOSINGS = [
  ['判决', 5],
  ['调解', 3],
  ['准予撤诉', 2],
] as const;
const APPEAL_CLOSINGS = [
  ['维持', 17],
  ['改判', 2],
  ['发回重审', 1],
] as const;
const ENFORCEMENT_CLOSINGS = [
  ['执行完毕', 4],
  ['终结本次执行程序', 4],
  ['终结执行', 2],
] as const;
const FIRST_DAY = toEpochDay('2021-01-01');
const LAST_DAY = toEpochDay('2025-12-31');
const DAY_TEXT = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => addDays(fromEpochDay(FIRST_DAY), i));
const ROWS_PER_CHUNK = 10_000;
const UPPER_COURT = '示例9000中级法院';

/** The last day that the lists of `makeDivisionCsv` know of. */
export const DIVISION_AS_OF = '2025-12-31';

/**
 * The lists of a division for the benchmark of the health check: first instance, enforcement and appeals of `courts`
 * invented courts over five years, which differ in their rates, sizes and mix. UTF-8 CSV in chunks, header first; the same
 * seed gives the same bytes.
 * @param rows cases of the courts; the appeals against their judgments come on top
 */
export function* makeDivisionCsv(rows: number, courts: number, seed: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const random = createRandom(seed, 'division');
  const settling = Array.from({ length: courts }, () => 0.15 * random.normal());
  yield encoder.encode(HEADER);
  for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
    const lines: string[] = [];
    for (let i = start; i < Math.min(rows, start + ROWS_PER_CHUNK); i++) {
      // Squared, so that some courts are many times as large as others.
      const court = Math.floor(courts * random.next() ** 2);
      lines.push(...toLines(random, i, court, settling[court] ?? 0));
    }
    yield encoder.encode(lines.join(''));
  }
}

function toLines(random: Random, i: number, court: number, settling: number): readonly string[] {
  return random.below(4) === 0 ? [enforcement(random, i, court)] : trial(random, i, court, settling);
}

function trial(random: Random, i: number, court: number, settling: number): readonly string[] {
  const procedure = pickWeighted(random, PROCEDURES);
  const filed = FIRST_DAY + random.below(DAY_TEXT.length);
  const resolved = filed + 5 + random.below(90) + random.below(60);
  const isPending = resolved > LAST_DAY;
  const closing = random.next() < settling ? '调解' : pickWeighted(random, CLOSINGS);
  const number = `(${yearOf(filed)})兵${9001 + court}民初${i + 1}号`;
  const bench = procedure === '普通程序' && random.below(2) === 0 ? '合议制' : '独任制';
  const cause = CAUSES[random.below(CAUSES.length)] ?? '';
  const inCourt = random.below(3) === 0 ? '是' : '否';
  const tail = isPending ? ',,,,,' : `${dayText(resolved)},${closing},,${closing === '判决' ? inCourt : ''},,`;
  const own = `${number},${nameOf(court)},一审,${cause},${procedure},${bench},${dayText(filed)},${tail}\r\n`;
  if (isPending || closing !== '判决' || random.below(8) > 0) return [own];
  const appealed = resolved + 20 + random.below(30);
  const decided = appealed + 20 + random.below(60);
  if (appealed > LAST_DAY) return [own];
  const outcome = decided > LAST_DAY ? ',' : `${dayText(decided)},${pickWeighted(random, APPEAL_CLOSINGS)}`;
  const appeal = `(${yearOf(appealed)})兵9000民终${i + 1}号,${UPPER_COURT},二审,${cause},普通程序,合议制,${dayText(appealed)},${outcome},${number},,,\r\n`;
  return [own, appeal];
}

function enforcement(random: Random, i: number, court: number): string {
  const filed = FIRST_DAY + random.below(DAY_TEXT.length);
  const resolved = filed + 10 + random.below(200);
  const isPending = resolved > LAST_DAY;
  const applied = 1000 * (1 + random.below(500));
  const recovered = Math.round(applied * random.next());
  const head = `(${yearOf(filed)})兵${9001 + court}执${i + 1}号,${nameOf(court)},首次执行,${CAUSES[random.below(CAUSES.length)] ?? ''},,,${dayText(filed)}`;
  if (isPending) return `${head},,,,,${applied},\r\n`;
  return `${head},${dayText(resolved)},${pickWeighted(random, ENFORCEMENT_CLOSINGS)},,,${applied},${recovered}\r\n`;
}

function nameOf(court: number): string {
  return `示例${9001 + court}法院`;
}

function yearOf(day: number): string {
  return dayText(day).slice(0, 4);
}

function dayText(day: number): string {
  return DAY_TEXT[day - FIRST_DAY] ?? '';
}
