import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely';

/** Kysely's driver for a database with one connection, which the caller closes. */
export class EmbeddedDriver implements Driver {
  private last: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  constructor(private readonly connection: DatabaseConnection & { close(): void }) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  /** There is one connection: later callers wait. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const { last } = this;
    let release = (): void => undefined;
    this.last = new Promise((resolve) => (release = resolve));
    await last;
    this.release = release;
    return this.connection;
  }

  releaseConnection(): Promise<void> {
    this.release();
    return Promise.resolve();
  }

  /** Every transaction of ours writes: to take the lock at once spares a failure halfway. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }
}
