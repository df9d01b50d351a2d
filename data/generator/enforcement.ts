import { createRandom, pickOne, pickWeighted, type Random } from '../../src/lib/random.ts';
import { drawAmount } from './amount.ts';
import { CIVIL_CAUSES } from './causes.ts';
import { drawResolutionDays, workingDayBefore } from './court-calendar.ts';
import type { SampleCourt } from './courts.ts';
import { drawDueDay, drawDuration } from './duration.ts';
import { SEED } from './parameters.ts';
import { toStaff } from './people.ts';
import { ENFORCEMENT_PACE } from './procedures.ts';
import type { SampleCase } from './sample-case.ts';

const CLOSINGS = {
  执: [
    ['执行完毕', 0.34],
    ['终结本次执行程序', 0.43],
    ['终结执行', 0.19],
    ['驳回申请', 0.015],
    ['销案', 0.025],
  ],
  执恢: [
    ['执行完毕', 0.38],
    ['终结本次执行程序', 0.4],
    ['终结执行', 0.22],
  ],
} as const;

/** First (执) and resumed (执恢) enforcement cases of a court, without numbers. */
export function drawEnforcement(court: SampleCourt): readonly SampleCase[] {
  const staff = toStaff(court).执行局;
  const drawType = (type: '执' | '执恢', perYear: number) => {
    const random = createRandom(SEED, `${court.code} ${type}`);
    return drawResolutionDays(random, perYear).map((day) => drawCase(random, court, staff, type, day));
  };
  return [...drawType('执', court.civilPerYear * 0.46), ...drawType('执恢', court.civilPerYear * 0.07)];
}

function drawCase(
  random: Random,
  court: SampleCourt,
  staff: readonly string[],
  type: '执' | '执恢',
  resolvedOn: number,
): SampleCase {
  const days = drawDuration(random, ENFORCEMENT_PACE, 1);
  const filedOn = workingDayBefore(resolvedOn - Math.max(1, Math.round(days)));
  const closing = pickWeighted(random, CLOSINGS[type]);
  const amount = drawAmount(random, 30_000);
  const causes = CIVIL_CAUSES.map((cause) => [cause.name, cause.weight] as const);
  return {
    court,
    type,
    caseNumber: '',
    cause: pickWeighted(random, causes),
    procedure: '',
    bench: '',
    department: '执行局',
    judge: pickOne(random, staff),
    filedOn,
    resolvedOn,
    dueOn: drawDueDay(random, ENFORCEMENT_PACE, filedOn, resolvedOn),
    closing,
    amount,
    recovered: drawRecovered(random, closing, amount),
    appealedOn: null,
    original: null,
  };
}

/** 实际到位: all of it where enforcement was completed, some or nothing where this round was ended. */
function drawRecovered(random: Random, closing: string, amount: number): number {
  if (closing === '执行完毕') return amount;
  if (closing === '终结本次执行程序')
    return random.next() < 0.65 ? 0 : Math.round((amount * random.below(4)) / 1000) * 100;
  return closing === '终结执行' && random.next() < 0.5 ? Math.round(amount / 200) * 100 : 0;
}
