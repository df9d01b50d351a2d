/** What the button of a filter says: the values chosen, or `all`. */
export function chosenText(chosen: readonly (string | null)[] | null, all: string, unknown: string): string {
  if (chosen === null) return all;
  const [first, ...rest] = chosen;
  if (first === undefined) return all;
  return rest.length === 0 ? (first ?? unknown) : `${first ?? unknown} +${rest.length}`;
}

/** The choice after a click on `value`; null (no restriction) once nothing is left. */
export function toggled(
  chosen: readonly (string | null)[] | null,
  value: string | null,
): readonly (string | null)[] | null {
  if (chosen === null) return [value];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return next.length === 0 ? null : next;
}
