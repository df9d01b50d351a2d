import type { AppealOutcome } from '../../query/appeal-outcomes.ts';
import type { ReversalReason } from '../../query/reversal-reasons.ts';
import type { DISPUTED } from '../../text/reversal.ts';

export type DisputedKind = keyof typeof DISPUTED;

/** How many cases a switch moves, as each definition counts its numerator. */
export interface DisputedCount {
  readonly kind: DisputedKind;
  readonly byFirst: number;
  readonly bySecond: number;
  readonly byCohort: number;
  /** Canonical results behind it, where the catalogue can open them. */
  readonly closings: readonly string[];
}

/** Which results belong to a switch; `ordered` goes by group, since two canonical words share it. */
const IS_OF: Readonly<Record<Exclude<DisputedKind, 'evidence'>, (outcome: AppealOutcome) => boolean>> = {
  ordered: ({ bucket }) => bucket === '指令审理',
  withdrawn: ({ closing }) => closing === '准予撤回起诉并撤销一审判决' || closing === '准许撤回自诉并撤销一审裁判',
  dismissed: ({ closing }) => closing === '撤销原判并驳回起诉',
};

/** The switches with their counts; `evidence` only where the data tell reasons (`reasons` not null). */
export function toDisputed(
  outcomes: readonly AppealOutcome[],
  reasons: readonly ReversalReason[] | null,
): readonly DisputedCount[] {
  const kinds = (['ordered', 'withdrawn', 'dismissed'] as const).map((kind) => {
    const own = outcomes.filter(IS_OF[kind]);
    return { kind, ...sumOf(own), closings: own.flatMap(({ closing }) => closing ?? []) };
  });
  if (reasons === null) return kinds;
  const evidence = reasons.filter(
    ({ reason }) => reason?.includes('新证据') === true || reason?.includes('新的证据') === true,
  );
  return [...kinds, { kind: 'evidence', ...sumOf(evidence), closings: [] }];
}

/** By how many cases the numerator of a definition changes with the switches that are on. */
export function shiftOf(variant: string | null, counts: readonly DisputedCount[], on: readonly string[]): number {
  const of = variant === 'd5' ? 'byCohort' : variant === 'd1' || variant === 'd2' ? 'byFirst' : 'bySecond';
  return counts
    .filter(({ kind }) => on.includes(kind))
    .reduce((sum, count) => sum + (count.kind === 'evidence' ? -count[of] : count[of]), 0);
}

function sumOf(rows: readonly { byFirst: number; bySecond: number; byCohort: number }[]) {
  const sum = (key: 'byFirst' | 'bySecond' | 'byCohort') => rows.reduce((total, row) => total + row[key], 0);
  return { byFirst: sum('byFirst'), bySecond: sum('bySecond'), byCohort: sum('byCohort') };
}
