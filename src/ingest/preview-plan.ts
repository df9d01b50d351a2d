import { LEVELS } from '../court/matter.ts';
import { holdsStatus } from './case-status.ts';
import type { ColumnTally, ListTally } from './column-tally.ts';
import { guessContent, isIdentifier, type ContentKind } from './guess-target.ts';
import type { Conversion, IngestPlan, MappingBasis } from './ingest-plan.ts';
import type { ParsedValue } from './parsed-value.ts';
import { amountUnit } from './parse-amount.ts';
import { columnKeys, type ConstantField, type Profile } from './profile.ts';
import type { ReadingStyle } from './reading-style.ts';
import type { Target } from './target.ts';
import { isAssigned, VALUE_FIELDS, type ValueField } from './value-assign.ts';
import { knownValues, type KnownValue } from './value-suggest.ts';

/** A text of the file and what it became. */
export interface SampleValue {
  readonly raw: string;
  /** Null = nothing: the value is missing. */
  readonly became: string | null;
  /** Why it was not taken as it stood; null = nothing to say. */
  readonly reason: string | null;
  readonly isFailed: boolean;
  /** Rows that hold it. */
  readonly count: number;
}

/** One column of a list as it would be read. */
export interface ColumnPreview {
  readonly index: number;
  readonly key: string;
  readonly label: string;
  readonly target: Target | null;
  /** False where a target is not used because a better column has the same meaning. */
  readonly isUsed: boolean;
  readonly confidence: number;
  readonly basis: MappingBasis;
  /** What the content of a column looks like that is not used; null = nothing in particular. */
  readonly content: ContentKind | null;
  readonly style: ReadingStyle;
  /** Yuan per unit that the heading names. */
  readonly labelUnit: number;
  readonly samples: readonly SampleValue[];
  /** Rows with a text, and those of them that gave no value. */
  readonly filled: number;
  readonly failed: number;
  readonly blank: number;
  /** Rows that were not tried, because the column has too many different texts. */
  readonly beyond: number;
}

/** The values of a column that has a vocabulary, or names that a person may put right. */
export interface FieldPreview {
  readonly field: ValueField;
  readonly label: string;
  /** Every text, the most frequent first. */
  readonly values: readonly (SampleValue & { readonly isAssigned: boolean })[];
}

export interface PlanPreview {
  readonly columns: readonly ColumnPreview[];
  readonly fields: readonly FieldPreview[];
  /** Rows per reason for which a value was not taken as it stood. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly rows: number;
}

/** The values that a text of a field may be assigned to: those of the vocabulary, else the other names of the column. */
export function assignableValues(
  field: ValueField | ConstantField,
  preview: PlanPreview | null,
): readonly KnownValue[] {
  const known = new Map(knownValues(field).map((entry) => [entry.value, entry]));
  if (known.size > 0) return [...known.values()];
  const own = preview?.fields.find((candidate) => candidate.field === field)?.values ?? [];
  const names = own.flatMap(({ became, isAssigned: isDone }) => (became === null || isDone ? [] : [became]));
  return [...new Set(names)].map((value) => ({ value, group: '' }));
}

const SAMPLES = 5;

/** What a plan makes of a list whose columns were counted. */
export function previewPlan(plan: IngestPlan, tally: ListTally, profile: Profile | null): PlanPreview {
  const keys = columnKeys(plan.table.labels);
  const read = plan.mapping.map(({ index }) => readColumn(plan, index, tally.columns[index]));
  const columns = plan.mapping.map((column, i): ColumnPreview => {
    const values = read[i] ?? [];
    const key = keys[column.index] ?? '';
    const sum = (of: readonly SampleValue[]) => of.reduce((total, { count }) => total + count, 0);
    return {
      ...column,
      key,
      isUsed: isUsed(plan, column.index),
      content: column.target === null ? contentOf(column.label, tally.columns[column.index]) : null,
      style: profile?.columns[key]?.style ?? {},
      labelUnit: amountUnit(column.label, plan.table.titleUnit),
      samples: pickSamples(values),
      filled: sum(values),
      failed: sum(values.filter(({ isFailed }) => isFailed)),
      blank: tally.columns[column.index]?.blank ?? 0,
      beyond: tally.columns[column.index]?.beyond ?? 0,
    };
  });
  return { columns, fields: toFields(plan, read, profile), reasons: countReasons(read), rows: tally.rows };
}

function contentOf(label: string, tally: ColumnTally | undefined): ContentKind | null {
  if (tally === undefined) return null;
  if (holdsStatus(label, tally.texts)) return 'status';
  return guessContent(tally.texts) ?? (isIdentifier(tally.texts, tally.counts) ? 'identifier' : null);
}

function countReasons(read: readonly (readonly SampleValue[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason, count } of read.flat()) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + count;
  return counts;
}

function isUsed({ caseNo, closing, conversions }: IngestPlan, index: number): boolean {
  return index === caseNo || index === closing || conversions.some((conversion) => conversion.index === index);
}

/** Failures are among them, so that what is wrong is seen; the rest are the first of the file. */
function pickSamples(values: readonly SampleValue[]): readonly SampleValue[] {
  const failed = values.filter(({ isFailed }) => isFailed).slice(0, 2);
  const others = values.filter(({ isFailed }) => !isFailed).slice(0, SAMPLES - failed.length);
  return [...others, ...failed].slice(0, SAMPLES);
}

function toFields(
  plan: IngestPlan,
  read: readonly (readonly SampleValue[])[],
  profile: Profile | null,
): FieldPreview[] {
  return VALUE_FIELDS.flatMap((field) => {
    const column = plan.mapping.find(({ target }) => target === field);
    if (column === undefined) return [];
    const assignments = profile?.values[field];
    const values = (read[plan.mapping.indexOf(column)] ?? [])
      .map((value) => ({ ...value, isAssigned: isAssigned(value.raw, assignments) }))
      .sort((a, b) => b.count - a.count);
    return [{ field, label: column.label, values }];
  });
}

function readColumn(plan: IngestPlan, index: number, tally: ColumnTally | undefined): SampleValue[] {
  if (tally === undefined) return [];
  const { texts, counts } = tally;
  const toSamples = (answers: readonly ParsedValue[]) =>
    texts.map((raw, i) => toSample(raw, counts[i] ?? 0, answers[i]));
  if (index === plan.caseNo) return toSamples(texts.map((text) => readNumber(plan, text)));
  if (index === plan.closing) return toSamples(texts.map((text) => readClosingAnyhow(plan, text)));
  const conversion = plan.conversions.find((candidate) => candidate.index === index);
  if (conversion !== undefined) return toSamples(conversion.parse(texts));
  return texts.map((raw, i) => ({ raw, became: null, reason: null, isFailed: false, count: counts[i] ?? 0 }));
}

function readNumber(plan: IngestPlan, text: string): ParsedValue {
  const { parts, parsed } = plan.readCaseNumber(text);
  return { ...parsed, values: [parts?.key ?? null] };
}

/** The closing under the first kind of case that knows the text. */
function readClosingAnyhow(plan: IngestPlan, text: string): ParsedValue {
  const own = constantOf(plan.conversions, 'level');
  const levels = own === null ? [null, ...LEVELS] : [own];
  const answers = levels.map((level) => plan.readClosing(text, constantOf(plan.conversions, 'class'), level));
  return answers.find(({ reason }) => reason === null) ?? plan.readClosing(text, null, null);
}

function constantOf(conversions: readonly Conversion[], target: Target): string | null {
  return (
    conversions.find(({ constant, target: own }) => constant !== undefined && own === target)?.constant?.[0] ?? null
  );
}

/** Reasons under which a text gave no value though nobody decided so; a placeholder is rightly none. */
function isFailure({ values, reason }: ParsedValue): boolean {
  if (reason === null || reason === 'placeholder' || reason === 'value_assigned') return false;
  return values.every((value) => value === null);
}

function toSample(raw: string, count: number, parsed: ParsedValue | undefined): SampleValue {
  if (parsed === undefined) return { raw, became: null, reason: null, isFailed: false, count };
  const shown = [...new Set(parsed.values.filter((value) => value !== null))];
  const became = shown.length === 0 ? null : shown.join(' · ');
  return { raw, became, reason: parsed.reason, isFailed: isFailure(parsed), count };
}
