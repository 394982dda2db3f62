import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Client } from 'pg';

const SERVER = join(__dirname, 'postgres.mjs');

/** A PostgreSQL for tests: one from the npm registry, or the one that TEST_DATABASE_URL names. */
export class TestPostgres {
  private made = 0;

  private constructor(
    private readonly url: string,
    private readonly server: { child: ChildProcess; lines: Interface } | undefined,
  ) {}

  static async start(): Promise<TestPostgres> {
    const { TEST_DATABASE_URL: given } = process.env;
    if (given !== undefined) return new TestPostgres(given, undefined);
    const child = spawn(process.execPath, [SERVER], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    const lines = createInterface({ input: child.stdout });
    const url = await Promise.race([
      once(lines, 'line').then(([line]) => String(line)),
      once(child, 'close').then(() => undefined),
    ]);
    if (url === undefined) {
      throw new Error(
        `PostgreSQL does not run here (${complaint.trim()}). Set TEST_DATABASE_URL=postgres://... to one in which these tests may make databases and roles.`,
      );
    }
    return new TestPostgres(url, { child, lines });
  }

  /** Makes an empty database. */
  async fresh(): Promise<string> {
    const name = `test_${process.pid}_${Date.now()}_${this.made++}`;
    await this.run(`create database ${name}`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Restarts the server; one that is not ours loses every connection. */
  async restart(): Promise<void> {
    if (this.server === undefined) {
      await this.run(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
      );
      return;
    }
    this.server.child.stdin?.write('restart\n');
    await once(this.server.lines, 'line');
  }

  async end(): Promise<void> {
    if (this.server === undefined) return;
    this.server.child.stdin?.end();
    if (this.server.child.exitCode === null) await once(this.server.child, 'close');
  }

  private async run(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
}
