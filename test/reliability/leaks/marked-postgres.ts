import { Client } from 'pg';
import { BadLine } from '../../database/bad-line';
import type { TestPostgres } from '../../database/test-postgres';
import { MARKS } from './marks';

/** A database in PostgreSQL whose password is marked, and a line to it that keeps what passes. */
export class MarkedPostgres {
  private constructor(
    private readonly owner: Client,
    readonly line: BadLine,
  ) {}

  static async in(postgres: TestPostgres): Promise<MarkedPostgres> {
    const url = new URL(await postgres.fresh());
    const name = url.pathname.slice(1);
    const owner = new Client({ connectionString: url.href });
    await owner.connect();
    await owner.query(`create role ${name} login password '${MARKS.password}'`);
    await owner.query(`grant all on schema public to ${name}`);
    [url.username, url.password] = [name, MARKS.password];
    return new MarkedPostgres(owner, await BadLine.to(url.href));
  }

  /** Every row that there is, as text. */
  async rows(): Promise<string> {
    const lists: unknown[] = [];
    for (const table of await this.tables()) {
      const { rows } = await this.owner.query(`select json_agg(one)::text from ${table} one`);
      lists.push(rows);
    }
    return JSON.stringify(lists);
  }

  /** From now on no text is taken, and PostgreSQL quotes each in its error. */
  async refuseTexts(): Promise<void> {
    await this.owner.query('alter table kept_texts add check (id is null) not valid');
  }

  async dropTables(): Promise<void> {
    await this.owner.query(`drop table ${(await this.tables()).join(', ')}`);
  }

  async end(): Promise<void> {
    this.line.end();
    await this.owner.end();
  }

  /** The bot's own tables; how far they are brought up to date stands in others. */
  private async tables(): Promise<string[]> {
    const { rows } = await this.owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
    );
    return rows.map(({ name }) => name);
  }
}
