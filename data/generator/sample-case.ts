import type { Procedure } from './procedures.ts';
import type { SampleCourt } from './courts.ts';

export type TypeCode = '民初' | '刑初' | '行初' | '民终' | '刑终' | '行终' | '执' | '执恢';

/** One invented case. Days are whole days since 1970-01-01. */
export interface SampleCase {
  /** The court that the case belongs to: for an appeal, the court whose decision is appealed. */
  readonly court: SampleCourt;
  readonly type: TypeCode;
  /** 案号; '' until numbered. */
  readonly caseNumber: string;
  readonly cause: string;
  readonly procedure: Procedure | '';
  readonly bench: '独任制' | '合议制' | '';
  readonly department: string;
  readonly judge: string;
  readonly filedOn: number;
  /** Latent where it lies after the day of the export. */
  readonly resolvedOn: number;
  readonly dueOn: number;
  readonly closing: string;
  /** 元. */
  readonly amount: number | null;
  /** 实际到位, 元; enforcement only. */
  readonly recovered: number | null;
  readonly appealedOn: number | null;
  readonly original: SampleCase | null;
}
