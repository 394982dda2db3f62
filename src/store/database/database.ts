import type { Asked, Given, Statement } from '../statements';

/** A database that is opened when it is asked for the first time. */
export interface Database {
  /** @throws what the database threw, with its code */
  ask<S extends Statement>(statement: S, ...asked: Asked<S>): Promise<Given<S>>;
  /** Lets the statement under way end, and no other begin. */
  close(): Promise<void>;
}
