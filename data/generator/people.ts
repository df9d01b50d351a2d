import { createRandom, pickOne } from '../../src/lib/random.ts';
import type { SampleCourt } from './courts.ts';
import { SEED } from './parameters.ts';

export const DEPARTMENTS = ['民事审判庭', '立案庭速裁团队', '刑事审判庭', '行政审判庭', '执行局'] as const;
export type Department = (typeof DEPARTMENTS)[number];

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高'];
const GIVEN = [...'伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲建华文辉'];

/** Share of a court's judges in each department, in the order of `DEPARTMENTS`; each has at least one. */
const SHARES = [0.45, 0.2, 0.1, 0.05, 0.2];

/** Invented judges of a court by department; no name twice in one court. */
export function toStaff(court: SampleCourt): Readonly<Record<Department, readonly string[]>> {
  const random = createRandom(SEED, `staff ${court.code}`);
  const taken = new Set<string>();
  const draw = (): string => {
    const name =
      pickOne(random, SURNAMES) + pickOne(random, GIVEN) + (random.next() < 0.6 ? pickOne(random, GIVEN) : '');
    if (taken.has(name)) return draw();
    taken.add(name);
    return name;
  };
  const staffOf = (i: number) => Array.from({ length: Math.max(1, Math.round((SHARES[i] ?? 0) * court.judges)) }, draw);
  return {
    民事审判庭: staffOf(0),
    立案庭速裁团队: staffOf(1),
    刑事审判庭: staffOf(2),
    行政审判庭: staffOf(3),
    执行局: staffOf(4),
  };
}
