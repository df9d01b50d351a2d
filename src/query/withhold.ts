import type { Measure, MissingReason } from './metric-query.ts';

/** `measure` without its figures in the rows that have a reason; a column that is lacking altogether is said first. */
export function withhold(measure: Measure, reasonAt: (row: number) => MissingReason | null): Measure {
  const reasons = measure.value.map((_, row) => reasonAt(row));
  if (reasons.every((reason) => reason === null)) return measure;
  const keep = (values: readonly (number | null)[]) =>
    values.map((value, i) => ((reasons[i] ?? null) === null ? value : null));
  return {
    ...measure,
    value: keep(measure.value),
    numerator: keep(measure.numerator),
    denominator: keep(measure.denominator),
    n: keep(measure.n),
    deviation: keep(measure.deviation),
    missing: measure.missing.map((missing, i) => {
      const reason = reasons[i] ?? null;
      return reason === null || missing?.startsWith('missing-column:') === true ? missing : reason;
    }),
  };
}
