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
        `PostgreSQL does not run here (${complaint.trim()}). Set TEST_DATABASE_URL=postgres://... to one in which these tests may make databases.`,
      );
    }
    return new TestPostgres(url, { child, lines });
  }

  /** Whether the server is ours to stop and start. */
  get isOurs(): boolean {
    return this.server !== undefined;
  }

  /** Makes an empty database. */
  async fresh(): Promise<string> {
    const name = `test_${process.pid}_${Date.now()}_${this.made++}`;
    const client = new Client({ connectionString: this.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Stops, starts or restarts the server. */
  async act(act: 'start' | 'stop' | 'restart'): Promise<void> {
    if (this.server === undefined) throw new Error('The server is not ours.');
    this.server.child.stdin?.write(`${act}\n`);
    await once(this.server.lines, 'line');
  }

  async end(): Promise<void> {
    if (this.server === undefined) return;
    this.server.child.stdin?.end();
    if (this.server.child.exitCode === null) await once(this.server.child, 'close');
  }
}
