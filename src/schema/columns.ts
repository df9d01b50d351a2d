export type SqlType = 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR' | 'DATE' | 'BOOLEAN';

/** What a column is for. `dimension` columns are those that a figure may be grouped or filtered by. */
export type ColumnRole = 'identity' | 'dimension' | 'date' | 'closing' | 'amount' | 'flag' | 'link' | 'source';

export interface ColumnDefinition {
  readonly name: string;
  readonly type: SqlType;
  readonly role: ColumnRole;
}

const column = <Name extends string>(name: Name, type: SqlType, role: ColumnRole) => ({ name, type, role });

/**
 * The case table `cases`: one row per case. Everything that reads or writes it derives from this list.
 * Labels in both languages: `text/columns.ts`.
 */
export const CASE_COLUMNS = [
  column('case_id', 'INTEGER', 'identity'), // dense, 1…n, in the order of loading
  column('case_key', 'VARCHAR', 'identity'), // normalised 案号; unique; without one: 'file#row'
  column('case_no', 'VARCHAR', 'identity'), // 案号 as it stood
  column('case_year', 'INTEGER', 'identity'),
  column('court_code', 'VARCHAR', 'identity'), // 法院代字
  column('type_code', 'VARCHAR', 'dimension'), // 类型代字
  column('serial', 'INTEGER', 'identity'),
  column('court', 'VARCHAR', 'dimension'),
  column('matter', 'VARCHAR', 'dimension'), // 条线: court/case-type MATTERS
  column('level', 'VARCHAR', 'dimension'), // 审级: court/case-type LEVELS
  column('cause', 'VARCHAR', 'dimension'),
  column('procedure', 'VARCHAR', 'dimension'), // court/procedure PROCEDURES
  column('bench', 'VARCHAR', 'dimension'), // 独任制 | 合议制
  column('department', 'VARCHAR', 'dimension'),
  column('judge', 'VARCHAR', 'dimension'),
  column('filed_on', 'DATE', 'date'),
  column('resolved_on', 'DATE', 'date'), // null = pending
  column('due_on', 'DATE', 'date'), // 审限届满日, from the file or from the statute; null = no limit known
  column('due_basis', 'VARCHAR', 'date'), // 'file' | 'statute' | null
  column('appealed_on', 'DATE', 'date'), // 提起上诉日, or the filing date of the linked appeal
  column('days', 'INTEGER', 'date'), // resolved_on - filed_on, calendar days; null where negative or not known
  column('extension_days', 'INTEGER', 'date'),
  column('deduction_days', 'INTEGER', 'date'),
  column('closing_raw', 'VARCHAR', 'closing'), // as it stood
  column('closing', 'VARCHAR', 'dimension'), // canonical 结案方式; null = not known
  column('closing_bucket', 'VARCHAR', 'dimension'), // court/closing BUCKETS
  column('is_appealed', 'BOOLEAN', 'flag'),
  column('is_in_court_judgment', 'BOOLEAN', 'flag'),
  column('amount', 'DOUBLE', 'amount'), // 元
  column('amount_applied', 'DOUBLE', 'amount'), // 申请执行标的, 元
  column('amount_recovered', 'DOUBLE', 'amount'), // 实际到位, 元
  column('original_case_key', 'VARCHAR', 'link'), // normalised 原审案号 (appeals, retrials)
  column('original_court', 'VARCHAR', 'link'),
  column('file_id', 'INTEGER', 'source'),
  column('source_row', 'INTEGER', 'source'), // 1-based row in the file as the clerk sees it
] as const satisfies readonly ColumnDefinition[];

/**
 * The table `appeals`: one row per second-instance proceeding with a known result or filing, attributed to the
 * first-instance case it came from. Built after every import from second-instance rows, and from the 后续… columns of
 * first-instance rows where no second-instance row tells the same. `court`, `department`, `judge`, `cause`,
 * `procedure` and `bench` are those of the original case where it is loaded, else what the appeal's own row says.
 */
export const APPEAL_COLUMNS = [
  column('case_id', 'INTEGER', 'identity'), // of the second-instance row; null when it comes from 后续… columns
  column('case_key', 'VARCHAR', 'identity'),
  column('original_case_id', 'INTEGER', 'link'), // of the first-instance row, null when not loaded
  column('original_case_key', 'VARCHAR', 'link'),
  column('is_linked', 'BOOLEAN', 'flag'), // the original case is loaded
  column('is_attributed', 'BOOLEAN', 'flag'), // the original court is known (linked, or from the 原审案号 / 原审法院)
  column('court', 'VARCHAR', 'dimension'), // attributed court; where not known, the deciding court
  column('deciding_court', 'VARCHAR', 'dimension'),
  column('type_code', 'VARCHAR', 'dimension'), // of the appeal
  column('matter', 'VARCHAR', 'dimension'),
  column('level', 'VARCHAR', 'dimension'), // of the appeal: 二审
  column('cause', 'VARCHAR', 'dimension'),
  column('procedure', 'VARCHAR', 'dimension'),
  column('bench', 'VARCHAR', 'dimension'),
  column('department', 'VARCHAR', 'dimension'),
  column('judge', 'VARCHAR', 'dimension'),
  column('filed_on', 'DATE', 'date'), // of the appeal
  column('resolved_on', 'DATE', 'date'), // of the appeal
  column('original_resolved_on', 'DATE', 'date'),
  column('closing', 'VARCHAR', 'dimension'),
  column('closing_bucket', 'VARCHAR', 'dimension'),
] as const satisfies readonly ColumnDefinition[];

export type CaseColumn = (typeof CASE_COLUMNS)[number]['name'];
export type AppealColumn = (typeof APPEAL_COLUMNS)[number]['name'];

/** Columns by which figures are grouped and filtered on screen and by `--by`. */
export const DIMENSIONS = [
  'court',
  'matter',
  'level',
  'procedure',
  'cause',
  'department',
  'judge',
  'bench',
  'closing',
  'type_code',
] as const satisfies readonly CaseColumn[];
export type DimensionId = (typeof DIMENSIONS)[number];

/** `ingest_issues`: one row per value or row that was not taken as it stood. */
export const ISSUE_COLUMNS = [
  column('file', 'VARCHAR', 'source'),
  column('sheet', 'VARCHAR', 'source'),
  column('row', 'INTEGER', 'source'), // 1-based; null when it concerns the whole file
  column('column', 'VARCHAR', 'source'), // the label in the file; null when it concerns the whole row
  column('raw', 'VARCHAR', 'source'),
  column('reason', 'VARCHAR', 'source'), // id of text/reasons.ts
  column('action', 'VARCHAR', 'source'), // 'set_aside' (row not loaded) | 'set_missing' (value null) | 'converted' | 'noted'
] as const satisfies readonly ColumnDefinition[];
