import { createRandom, pickWeighted, type Random } from '../../src/lib/random.ts';
import { isWorkingDay, workingDayBefore } from './court-calendar.ts';
import { drawDueDay, drawDuration } from './duration.ts';
import { SEED } from './parameters.ts';
import { APPEAL_PACE } from './procedures.ts';
import type { SampleCase } from './sample-case.ts';

const APPEAL_TYPES = { 民初: '民终', 刑初: '刑终', 行初: '行终' } as const;

/** Share of judgments that are appealed; small claims are final (民诉法 165). */
const APPEALED = { 民初: 0.25, 刑初: 0.14, 行初: 0.4 } as const;

const CIVIL_OUTCOMES = [
  ['维持', 0.645],
  ['改判', 0.115],
  ['发回重审', 0.03],
  ['调解', 0.06],
  ['准予撤回上诉', 0.095],
  ['按撤回上诉处理', 0.055],
] as const;
const OTHER_OUTCOMES = [
  ['维持', 0.745],
  ['改判', 0.115],
  ['发回重审', 0.03],
  ['准予撤回上诉', 0.11],
] as const;
const JUDGES = ['韩志远', '邓晓梅', '许建国', '曹雪', '彭立', '蒋文博', '蔡红', '余江'];

/** The appeal against a numbered first-instance judgment, without its number; null where there is none. */
export function drawAppeal(random: Random, original: SampleCase): SampleCase | null {
  if (original.type !== '民初' && original.type !== '刑初' && original.type !== '行初') return null;
  if (original.closing !== '判决' || original.procedure === '小额诉讼程序') return null;
  if (random.next() >= APPEALED[original.type]) return null;
  const type = APPEAL_TYPES[original.type];
  const appealedOn = original.resolvedOn + 4 + random.below(12);
  const filedOn = workingDayBefore(appealedOn + 12 + random.below(35));
  const resolvedOn = workingDayAfter(filedOn + Math.max(3, Math.round(drawDuration(random, APPEAL_PACE[type], 1))));
  return {
    ...original,
    type,
    caseNumber: '',
    procedure: '',
    bench: '合议制',
    department: type === '民终' ? '民事审判第一庭' : type === '刑终' ? '刑事审判庭' : '行政审判庭',
    judge: JUDGES[random.below(JUDGES.length)] ?? '',
    filedOn,
    resolvedOn,
    dueOn: drawDueDay(random, APPEAL_PACE[type], filedOn, resolvedOn),
    closing: pickWeighted(random, type === '民终' ? CIVIL_OUTCOMES : OTHER_OUTCOMES),
    amount: null,
    appealedOn,
    original,
  };
}

/** Appeals of all `originals`, in their order. */
export function drawAppeals(originals: readonly SampleCase[]): readonly SampleCase[] {
  const random = createRandom(SEED, 'appeals');
  return originals.map((original) => drawAppeal(random, original)).filter((appeal) => appeal !== null);
}

function workingDayAfter(day: number): number {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate++;
  return candidate;
}
