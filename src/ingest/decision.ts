import { missing, type ParsedValue } from './parsed-value.ts';
import type { IssueAction } from './raw-table.ts';

/** What is done with a value that cannot be right: kept as it is, taken for missing, or the whole row is set aside. */
export const OUTCOMES = ['kept', 'set_missing', 'set_aside'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Which of several rows of one 案号 within a list stays. */
export const DUPLICATE_RULES = ['fuller', 'earlier', 'later'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Faults about which a court may decide, by their reason in `ingest_issues`; the first choice is what is done unasked. */
export const DECISION_CHOICES = {
  date_future: ['kept', 'set_missing', 'set_aside'],
  date_far_future: ['set_missing', 'set_aside'],
  date_zero: ['set_missing', 'set_aside'],
  date_unreadable: ['set_missing', 'set_aside'],
  resolved_before_filed: ['kept', 'set_missing', 'set_aside'],
  due_before_filed: ['kept', 'set_missing', 'set_aside'],
  closed_without_date: ['kept', 'set_aside'],
  case_no_missing: ['kept', 'set_aside'],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>;
export type Fault = keyof typeof DECISION_CHOICES;

/** What was decided; a fault that is absent is treated as usual. */
export interface Decisions {
  readonly faults: Readonly<Partial<Record<Fault, Outcome>>>;
  readonly duplicates: DuplicateRule;
}

export const USUAL_DECISIONS: Decisions = { faults: {}, duplicates: 'fuller' };

export const FAULTS: readonly Fault[] = [
  'date_future',
  'date_far_future',
  'date_zero',
  'date_unreadable',
  'resolved_before_filed',
  'due_before_filed',
  'closed_without_date',
  'case_no_missing',
];

/** What is done about a fault. */
export function outcomeOf({ faults }: Decisions, fault: Fault): Outcome {
  return faults[fault] ?? DECISION_CHOICES[fault][0];
}

/** Reasons of a value that one decision covers. */
const FAULT_OF_REASON: Readonly<Record<string, Fault>> = {
  date_future: 'date_future',
  date_far_future: 'date_far_future',
  date_zero: 'date_zero',
  date_unparsable: 'date_unreadable',
  date_incomplete: 'date_unreadable',
  date_impossible: 'date_unreadable',
  date_ambiguous: 'date_unreadable',
};

/** The fault that a reason of a value belongs to; undefined = none that is decided about. */
export function faultOfReason(reason: string): Fault | undefined {
  return FAULT_OF_REASON[reason];
}

/** The value as it is to be taken after what was decided about its fault. */
export function decideValue(parsed: ParsedValue, decisions: Decisions): ParsedValue {
  const { reason } = parsed;
  const fault = reason === null ? undefined : FAULT_OF_REASON[reason];
  if (reason === null || fault === undefined) return parsed;
  const outcome = outcomeOf(decisions, fault);
  if (outcome === DECISION_CHOICES[fault][0]) return parsed;
  return outcome === 'set_missing' ? missing(reason) : { values: [null], reason, action: 'set_aside' };
}

/** What a list's rows at fault get, and which of several rows of one 案号 stays: decisions as a plan carries them. */
export interface PlannedDecisions {
  readonly actions: Readonly<Record<Fault, IssueAction>>;
  readonly duplicates: DuplicateRule;
}

const ACTIONS = { kept: 'noted', set_missing: 'set_missing', set_aside: 'set_aside' } as const satisfies Readonly<
  Record<Outcome, IssueAction>
>;

export function planDecisions(decisions: Decisions): PlannedDecisions {
  const action = (fault: Fault): IssueAction => ACTIONS[outcomeOf(decisions, fault)];
  return {
    actions: {
      date_future: action('date_future'),
      date_far_future: action('date_far_future'),
      date_zero: action('date_zero'),
      date_unreadable: action('date_unreadable'),
      resolved_before_filed: action('resolved_before_filed'),
      due_before_filed: action('due_before_filed'),
      closed_without_date: action('closed_without_date'),
      case_no_missing: action('case_no_missing'),
    },
    duplicates: decisions.duplicates,
  };
}

/** Decisions of JSON of unknown shape: what is no choice is as usual. */
export function parseDecisions(value: unknown): Decisions {
  if (typeof value !== 'object' || value === null) return USUAL_DECISIONS;
  const entries = Object.entries(value);
  const duplicates = DUPLICATE_RULES.find((rule) => rule === entries.find(([key]) => key === 'duplicates')?.[1]);
  const given: unknown = entries.find(([key]) => key === 'faults')?.[1];
  const chosen = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const faults = FAULTS.flatMap((fault) => {
    const [, wanted] = chosen.find(([key]) => key === fault) ?? [];
    const outcome = DECISION_CHOICES[fault].find((choice) => choice === wanted);
    return outcome === undefined ? [] : [[fault, outcome] as const];
  });
  return { faults: Object.fromEntries(faults), duplicates: duplicates ?? 'fuller' };
}
