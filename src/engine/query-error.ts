import type { SqlValue } from './connector.ts';

/** A statement that the engine refused or that was lost with it; `cause` is what the engine said. */
export class QueryError extends Error {
  readonly sql: string;
  readonly params: readonly SqlValue[];

  constructor(sql: string, params: readonly SqlValue[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'QueryError';
    this.sql = sql;
    this.params = params;
  }
}
