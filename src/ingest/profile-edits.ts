import { DECISION_CHOICES, DUPLICATE_RULES, type Fault } from './decision.ts';
import type { ConstantField, Profile } from './profile.ts';
import type { ColumnPreview } from './preview-plan.ts';
import type { ReadingStyle } from './reading-style.ts';
import type { Target } from './target.ts';
import { valueKey, type ValueField } from './value-assign.ts';

/** `profile` with one column taken for `target`, and whichever column was taken for it before for nothing. */
export function withTarget(
  profile: Profile,
  key: string,
  target: Target | null,
  columns: readonly ColumnPreview[],
): Profile {
  const changed = columns.filter((column) => column.key === key || (target !== null && column.target === target));
  const choices = changed.map((column) => [column.key, { target: column.key === key ? target : null, style: {} }]);
  return { ...profile, columns: { ...profile.columns, ...Object.fromEntries(choices) } };
}

/** `profile` with the values of a column read in another way. */
export function withStyle(profile: Profile, { key, target, style }: ColumnPreview, change: ReadingStyle): Profile {
  return { ...profile, columns: { ...profile.columns, [key]: { target, style: { ...style, ...change } } } };
}

/** `profile` with one value for a column that the list lacks; null = none. */
export function withConstant(profile: Profile, field: ConstantField, value: string | null): Profile {
  const others = Object.entries(profile.constants).filter(([own]) => own !== field);
  const own = value === null || value.trim() === '' ? [] : [[field, value.trim()]];
  return { ...profile, constants: Object.fromEntries([...others, ...own]) };
}

/** `profile` with a text assigned to a known value; null = it stands for no value. */
export function withAssignment(profile: Profile, field: ValueField, raw: string, value: string | null): Profile {
  return {
    ...profile,
    values: { ...profile.values, [field]: { ...profile.values[field], [valueKey(raw)]: value } },
  };
}

/** `profile` with a text read as the dictionary has it. */
export function withoutAssignment(profile: Profile, field: ValueField, raw: string): Profile {
  const left = Object.entries(profile.values[field] ?? {}).filter(([key]) => key !== valueKey(raw));
  return { ...profile, values: { ...profile.values, [field]: Object.fromEntries(left) } };
}

/** `profile` with another decision about a fault; one that is no choice of the fault changes nothing. */
export function withOutcome(profile: Profile, fault: Fault, wanted: string): Profile {
  const outcome = DECISION_CHOICES[fault].find((choice) => choice === wanted);
  if (outcome === undefined) return profile;
  const { decisions } = profile;
  return { ...profile, decisions: { ...decisions, faults: { ...decisions.faults, [fault]: outcome } } };
}

/** `profile` with another rule for rows of one 案号. */
export function withDuplicates(profile: Profile, wanted: string): Profile {
  const duplicates = DUPLICATE_RULES.find((rule) => rule === wanted);
  return duplicates === undefined ? profile : { ...profile, decisions: { ...profile.decisions, duplicates } };
}

/** `profile` with every column said, also those that the dictionary knew: it does not change when the dictionary does. */
export function withAllColumns(profile: Profile, columns: readonly ColumnPreview[], usualName: string): Profile {
  const choices = columns.map(({ key, target, style }) => [key, { target, style }] as const);
  const name = profile.name.trim() === '' ? usualName : profile.name.trim();
  return { ...profile, name, columns: Object.fromEntries(choices) };
}
