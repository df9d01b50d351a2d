import type { SqlType } from '../schema/columns.ts';
import type { PlannedDecisions } from './decision.ts';
import type { ParsedValue } from './parsed-value.ts';
import type { RawTable } from './raw-table.ts';
import type { Target } from './target.ts';

/** Why a column was taken for what it is. */
export type MappingBasis =
  | 'label'
  | 'label-without-unit'
  | 'own-label'
  | 'words'
  | 'values'
  | 'case-numbers'
  | 'profile'
  | 'unknown'
  | 'second-choice';

export interface ColumnMapping {
  /** 0-based column of the file. */
  readonly index: number;
  readonly label: string;
  /** Null = kept as text, not used. */
  readonly target: Target | null;
  /** 0…1. */
  readonly confidence: number;
  readonly basis: MappingBasis;
}

/** Distinct texts of one column -> values of one or more columns of `cases` (or of the auxiliary `next_…`). */
export interface Conversion {
  readonly index: number;
  readonly label: string;
  readonly target: Target;
  readonly outputs: readonly { readonly name: string; readonly type: SqlType }[];
  /** Texts that are plain non-negative numbers may be cast by the engine without asking. */
  readonly isNumeric: boolean;
  /** The one value of a column that the list lacks, per output; nothing of the file is read then. */
  readonly constant?: readonly (string | null)[];
  /** One answer per text, in order; the column is judged as a whole. */
  readonly parse: (raws: readonly string[]) => readonly ParsedValue[];
}

/** What a 案号, or its part before the serial number, says. */
export interface CaseNumberParts {
  /** Normalised; of a prefix: everything before the serial number. */
  readonly key: string;
  readonly year: number | null;
  readonly courtCode: string | null;
  readonly typeCode: string | null;
  readonly serial: number | null;
  readonly matter: string | null;
  readonly level: string | null;
}

export interface LimitQuestion {
  readonly typeCode: string | null;
  readonly matter: string | null;
  readonly level: string | null;
  readonly procedure: string | null;
  readonly filedOn: string;
}

/** How one table becomes cases: decided from its labels and first rows, without looking at the rest. */
export interface IngestPlan {
  readonly table: RawTable;
  /** What is done about values that cannot be right, and about rows of one 案号. */
  readonly decisions: PlannedDecisions;
  /** Name of the saved profile by which the list is read; null = none. */
  readonly profile: string | null;
  readonly mapping: readonly ColumnMapping[];
  /** In order of precedence: of two that give the same column, the earlier counts where it has a value. */
  readonly conversions: readonly Conversion[];
  /** 0-based columns; null where the file has none. */
  readonly caseNo: number | null;
  readonly closing: number | null;
  readonly readPrefix: (prefix: string) => CaseNumberParts | null;
  /** Parts and remark of a whole 案号; `parts` null = not readable. */
  readonly readCaseNumber: (raw: string) => { readonly parts: CaseNumberParts | null; readonly parsed: ParsedValue };
  /** Values: canonical closing, bucket. */
  readonly readClosing: (raw: string, matter: string | null, level: string | null) => ParsedValue;
  /** Filing days, ascending, from which another set of statutory limits is in force. */
  readonly limitEras: readonly string[];
  /** The statutory limit: calendar months and days from the filing date; null = none known. */
  readonly readLimit: (question: LimitQuestion) => { readonly months: number; readonly days: number } | null;
}
