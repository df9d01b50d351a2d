import type { Label } from './label.ts';
import type { Level, Matter } from './matter.ts';
import type { Procedure } from './procedure.ts';

/** One statutory limit. `months` are calendar months; exactly one of `months` and `days` is set. */
export interface TimeLimit {
  readonly typeCodes: readonly string[];
  readonly matter: Matter;
  readonly level: Level;
  /** Procedures it holds for; empty = whatever the procedure. */
  readonly procedures: readonly Procedure[];
  readonly months: number | null;
  readonly days: number | null;
  /** What may be added and who decides; null = none. */
  readonly extension: Label | null;
  readonly article: Label;
  /** First filing day it holds for, null = from before the data. */
  readonly validFrom: string | null;
  /** First filing day it no longer holds for, null = in force. */
  readonly validTo: string | null;
}
