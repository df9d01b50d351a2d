import type { FactColumn } from '../metrics/metric.ts';
import type { CaseColumn } from '../schema/columns.ts';
import { type Fragment, raw } from '../sql/fragment.ts';
import {
  casesWhere,
  duplicatesWith,
  isProcedureUnfit,
  issuesWith,
  isTrial,
  isYearUnfit,
  serialGaps,
} from './health-rows.ts';

/** One fault that case lists have, as data. Its words stand in `text/health.ts` under the same id. */
export interface HealthCheck {
  readonly id: string;
  /** Columns that are wrong or missing where the fault is: figures computed from them are touched. */
  readonly columns: readonly FactColumn[];
  /** Columns without which there is nothing to check. */
  readonly needs: readonly CaseColumn[];
  /** The rows at fault; columns `FAULT_COLUMNS`. */
  readonly rows: Fragment;
  /** Lists the raw values with their counts: what matters is which words they are. */
  readonly listsValues?: boolean;
  /** Cases that are not there at all: any of them could belong to any population. */
  readonly isAbsence?: boolean;
}

const DATES = ['filed_on', 'resolved_on', 'days', 'due_on'] as const;
const CLOSING = ['closing', 'closing_bucket'] as const;
const IDENTITY = ['matter', 'level', 'type_code'] as const;

/** Every check of 数据体检, in the order in which a clerk would go through a list. */
export const HEALTH_CHECKS: readonly HealthCheck[] = [
  { id: 'serial_gap', columns: ['filed_on'], needs: ['serial', 'resolved_on'], rows: serialGaps(), isAbsence: true },
  { id: 'case_no_missing', columns: IDENTITY, needs: [], rows: issuesWith('case_no_missing') },
  { id: 'case_no_unparsable', columns: IDENTITY, needs: [], rows: issuesWith('case_no_unparsable') },
  {
    id: 'year_unfit',
    columns: ['filed_on', 'days'],
    needs: ['case_year', 'filed_on'],
    rows: casesWhere(isYearUnfit(), 'filed_on'),
  },
  { id: 'duplicate_conflict', columns: [...DATES, ...CLOSING], needs: [], rows: duplicatesWith('duplicate_conflict') },
  { id: 'duplicate_identical', columns: [], needs: [], rows: duplicatesWith('duplicate_identical') },
  {
    id: 'filed_missing',
    columns: ['filed_on', 'days'],
    needs: [],
    rows: casesWhere(raw('filed_on IS NULL'), 'filed_on'),
  },
  {
    id: 'date_unreadable',
    columns: DATES,
    needs: [],
    rows: issuesWith('date_unparsable', 'date_incomplete', 'date_impossible', 'date_ambiguous'),
    listsValues: true,
  },
  { id: 'date_zero', columns: DATES, needs: [], rows: issuesWith('date_zero') },
  { id: 'date_far_future', columns: DATES, needs: [], rows: issuesWith('date_far_future') },
  { id: 'date_future', columns: DATES, needs: [], rows: issuesWith('date_future') },
  {
    id: 'resolved_before_filed',
    columns: ['filed_on', 'resolved_on', 'days'],
    needs: ['filed_on', 'resolved_on'],
    rows: casesWhere(raw('resolved_on < filed_on'), 'resolved_on'),
  },
  {
    id: 'appealed_before_resolved',
    columns: ['appealed_on'],
    needs: ['appealed_on', 'resolved_on'],
    rows: casesWhere(raw('appealed_on < resolved_on'), 'appealed_on'),
  },
  {
    id: 'due_before_filed',
    columns: ['due_on'],
    needs: ['filed_on', 'due_on'],
    rows: casesWhere(raw('due_on < filed_on'), 'due_on'),
  },
  {
    id: 'limit_unknown',
    columns: ['due_on'],
    needs: [],
    rows: casesWhere(concat(raw('due_on IS NULL AND '), isTrial()), 'due_on'),
  },
  {
    id: 'closed_without_date',
    columns: ['resolved_on', 'days'],
    needs: ['closing_raw', 'resolved_on'],
    rows: casesWhere(raw('closing IS NOT NULL AND resolved_on IS NULL'), 'closing_raw'),
  },
  {
    id: 'resolved_without_closing',
    columns: CLOSING,
    needs: ['closing_raw', 'resolved_on'],
    rows: casesWhere(raw('closing_raw IS NULL AND resolved_on IS NOT NULL'), 'closing_raw'),
  },
  {
    id: 'closing_unknown',
    columns: CLOSING,
    needs: ['closing_raw'],
    rows: casesWhere(raw('closing_raw IS NOT NULL AND closing IS NULL'), 'closing_raw'),
    listsValues: true,
  },
  {
    id: 'procedure_unfit',
    columns: ['procedure', 'due_on'],
    needs: ['procedure'],
    rows: casesWhere(isProcedureUnfit(), 'procedure'),
    listsValues: true,
  },
  {
    id: 'word_unknown',
    columns: ['procedure', 'bench', 'matter', 'level', 'type_code'],
    needs: [],
    rows: issuesWith('procedure_unknown', 'level_unknown', 'class_unknown', 'type_unknown', 'bench_unknown'),
    listsValues: true,
  },
];

/** The checks that can be made of data that have values in `presentColumns`. */
export function applicableChecks(presentColumns: readonly string[]): readonly HealthCheck[] {
  return HEALTH_CHECKS.filter(({ needs }) => needs.every((column) => presentColumns.includes(column)));
}

function concat(left: Fragment, right: Fragment): Fragment {
  return { text: left.text + right.text, values: [...left.values, ...right.values] };
}
