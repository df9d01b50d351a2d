/** What a column of a file can be taken for. Several may feed one column of `cases`; the plan says in which order. */
export const TARGETS = [
  'case_no',
  'type_code',
  'class',
  'level',
  'court',
  'court_code',
  'procedure',
  'is_small_claims',
  'bench',
  'judge',
  'department',
  'cause_closed',
  'cause',
  'filed_on',
  'received_on',
  'resolved_on',
  'reported_on',
  'judged_on',
  'due_on',
  'appealed_on',
  'extension_days',
  'deduction_days',
  'closing',
  'is_appealed',
  'is_in_court_judgment',
  'amount',
  'amount_applied',
  'amount_recovered',
  'original_case_no',
  'first_enforcement_no',
  'enforcement_basis',
  'original_court',
  'next_case_no',
  'next_closing',
  'next_filed_on',
  'next_resolved_on',
] as const;

export type Target = (typeof TARGETS)[number];

const KNOWN: ReadonlySet<unknown> = new Set(TARGETS);

export function isTarget(value: unknown): value is Target {
  return KNOWN.has(value);
}
