import type { Statement, StatementParameters, StatementResult } from '../statements';

/** A database that is opened at its first statement. */
export interface Database {
  /** @throws what the database threw, with its code */
  ask<S extends Statement>(
    statement: S,
    ...parameters: StatementParameters<S>
  ): Promise<StatementResult<S>>;
  /** Lets the statement under way end, and no other begin. */
  close(): Promise<void>;
}
