import type { Connected } from '../database/connected';
import { migrate, readSchema, type SchemaDifference } from '../database/migrate';
import type { ClaimRow, SuggestedQuestionRow } from '../database/tables';
import type { UsageRow } from '../usage-event';
import { endLease, probe, renewLease, takeLease } from './leases';
import { readSummary } from './read-summary';
import { readUntaken } from './escalations';
import { deleteOld } from './retention';
import { markAnswered, writeBatch } from './write-batch';

/**
 * Every statement, by name. Requests and responses are plain values: they may go from one thread to another.
 */
const STATEMENTS = {
  probe,
  migrate: ({ db }: Connected): Promise<void> => migrate(db),
  readSchema: ({ db }: Connected): Promise<SchemaDifference> => readSchema(db),
  write: ({ db }: Connected, writes: readonly UsageRow[]): Promise<void> => writeBatch(db, writes),
  takeLease,
  renewLease,
  endLease,
  markAnswered: ({ db }: Connected, rows: readonly ClaimRow[]): Promise<void> =>
    markAnswered(db, rows),
  readSummary,
  deleteOld,
  readUntaken,
  closeEscalation: async ({ db, now }: Connected, id: string): Promise<void> => {
    await db
      .updateTable('handed')
      .set({ closed_at: now })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .execute();
  },
  /** Every question that an asker suggested, the oldest first. */
  readSuggestedQuestions: ({ db }: Connected): Promise<SuggestedQuestionRow[]> =>
    db.selectFrom('kept_texts').selectAll().orderBy('at').orderBy('id').execute(),
};

type Statements = typeof STATEMENTS;

/** The name of a statement. */
export type Statement = keyof Statements;
/** The parameters of a statement. */
export type StatementParameters<S extends Statement> =
  Parameters<Statements[S]> extends [Connected, ...infer Rest] ? Rest : never;
/** The result of a statement. */
export type StatementResult<S extends Statement> = Awaited<ReturnType<Statements[S]>>;

/** Runs a statement. */
export function executeStatement<S extends Statement>(
  connected: Connected,
  statement: S,
  parameters: StatementParameters<S>,
): Promise<StatementResult<S>> {
  const execute = STATEMENTS[statement] as (
    connected: Connected,
    ...parameters: readonly unknown[]
  ) => Promise<StatementResult<S>>;
  return execute(connected, ...parameters);
}
