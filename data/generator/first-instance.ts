import { toEpochDay } from '../../src/lib/date.ts';
import { createRandom, pickOne, pickWeighted, type Random } from '../../src/lib/random.ts';
import { drawAmount } from './amount.ts';
import { ADMINISTRATIVE_CAUSES, CIVIL_CAUSES, CRIMINAL_CAUSES, type CivilCause } from './causes.ts';
import { drawResolutionDays, workingDayBefore } from './court-calendar.ts';
import type { SampleCourt } from './courts.ts';
import { drawDueDay, drawDuration } from './duration.ts';
import { MEDIATION, SEED, SLOW_FACTOR } from './parameters.ts';
import { toStaff, type Department } from './people.ts';
import {
  ADMINISTRATIVE_PACE,
  CIVIL_PACE,
  CRIMINAL_PACE,
  type CivilProcedure,
  type Pace,
  type Procedure,
} from './procedures.ts';
import type { SampleCase } from './sample-case.ts';

const MEDIATION_DAY = toEpochDay(MEDIATION.from);

/** Shift of the probability of settlement by procedure; the same in every court. */
const SETTLEMENT_SHIFT: Readonly<Record<CivilProcedure, number>> = {
  小额诉讼程序: 0.06,
  简易程序: 0.02,
  普通程序: -0.15,
};
const SETTLED = [
  ['调解', 0.55],
  ['准予撤诉', 0.36],
  ['按撤诉处理', 0.09],
] as const;
const NOT_SETTLED = [
  ['判决', 0.86],
  ['驳回起诉', 0.08],
  ['裁定移送其他法院管辖', 0.04],
  ['终结诉讼', 0.02],
] as const;
const CRIMINAL_CLOSINGS = [
  ['判决', 0.95],
  ['准予撤诉', 0.02],
  ['终止审理', 0.03],
] as const;
const ADMINISTRATIVE_CLOSINGS = [
  ['判决', 0.5],
  ['驳回起诉', 0.2],
  ['准予撤诉', 0.28],
  ['按撤诉处理', 0.02],
] as const;

/** What is decided about a case before its days and people are. */
interface Course {
  readonly type: SampleCase['type'];
  readonly cause: string;
  readonly procedure: Procedure;
  readonly pace: Pace;
  readonly paceFactor: number;
  readonly closing: string;
  readonly department: Department;
  readonly amount: number | null;
}

/** All first-instance cases of a court, civil, criminal and administrative, without numbers and appeals. */
export function drawFirstInstance(court: SampleCourt): readonly SampleCase[] {
  return [
    ...drawMatter(court, '民初', court.civilPerYear, (random, day) => drawCivil(random, court, day)),
    ...drawMatter(court, '刑初', court.civilPerYear * 0.1, drawCriminal),
    ...drawMatter(court, '行初', court.civilPerYear * 0.02, drawAdministrative),
  ];
}

function drawMatter(
  court: SampleCourt,
  type: SampleCase['type'],
  perYear: number,
  drawCourse: (random: Random, resolvedOn: number) => Course,
): readonly SampleCase[] {
  const random = createRandom(SEED, `${court.code} ${type}`);
  const staff = toStaff(court);
  return drawResolutionDays(random, perYear).map((resolvedOn) =>
    placeCase(random, court, staff, drawCourse(random, resolvedOn), resolvedOn),
  );
}

function placeCase(
  random: Random,
  court: SampleCourt,
  staff: ReturnType<typeof toStaff>,
  course: Course,
  resolvedOn: number,
): SampleCase {
  const days = drawDuration(random, course.pace, course.paceFactor) * (court.effect === 'slow' ? SLOW_FACTOR : 1);
  const filedOn = workingDayBefore(resolvedOn - Math.max(1, Math.round(days)));
  const isOrdinary = course.procedure === '普通程序';
  return {
    court,
    type: course.type,
    caseNumber: '',
    cause: course.cause,
    procedure: course.procedure,
    bench: isOrdinary && random.next() < 0.65 ? '合议制' : '独任制',
    department: course.department,
    judge: pickOne(random, staff[course.department]),
    filedOn,
    resolvedOn,
    dueOn: drawDueDay(random, course.pace, filedOn, resolvedOn),
    closing: course.closing,
    amount: course.amount,
    recovered: null,
    appealedOn: null,
    original: null,
  };
}

function drawCivil(random: Random, court: SampleCourt, resolvedOn: number): Course {
  const weightOf = (cause: CivilCause) => (court.effect === 'case-mix' ? cause.hardWeight : cause.weight);
  const cause = pickWeighted(
    random,
    CIVIL_CAUSES.map((choice) => [choice, weightOf(choice)] as const),
  );
  const procedure = pickWeighted(random, cause.procedures);
  const method = court.effect === 'mediation' && resolvedOn >= MEDIATION_DAY ? MEDIATION.settlementShift : 0;
  const isSettled = random.next() < cause.settlement + SETTLEMENT_SHIFT[procedure] + method;
  const fastShare = procedure === '小额诉讼程序' ? 0.8 : procedure === '简易程序' ? 0.3 : 0;
  return {
    type: '民初',
    cause: cause.name,
    procedure,
    pace: CIVIL_PACE[procedure],
    paceFactor: cause.pace,
    closing: isSettled ? pickWeighted(random, SETTLED) : pickWeighted(random, NOT_SETTLED),
    department: random.next() < fastShare ? '立案庭速裁团队' : '民事审判庭',
    amount: cause.name === '离婚纠纷' ? null : drawAmount(random, procedure === '小额诉讼程序' ? 9_000 : 48_000),
  };
}

function drawCriminal(random: Random): Course {
  const procedure = pickWeighted(random, [
    ['速裁程序', 0.23],
    ['简易程序', 0.42],
    ['普通程序', 0.35],
  ] as const);
  return {
    type: '刑初',
    cause: pickWeighted(random, CRIMINAL_CAUSES),
    procedure,
    pace: CRIMINAL_PACE[procedure],
    paceFactor: 1,
    closing: pickWeighted(random, CRIMINAL_CLOSINGS),
    department: '刑事审判庭',
    amount: null,
  };
}

function drawAdministrative(random: Random): Course {
  const procedure = random.next() < 0.25 ? '简易程序' : '普通程序';
  return {
    type: '行初',
    cause: pickWeighted(random, ADMINISTRATIVE_CAUSES),
    procedure,
    pace: ADMINISTRATIVE_PACE[procedure],
    paceFactor: 1,
    closing: pickWeighted(random, ADMINISTRATIVE_CLOSINGS),
    department: '行政审判庭',
    amount: null,
  };
}
