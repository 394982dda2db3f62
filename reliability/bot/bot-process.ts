import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT } from '../../src/loader/paths';

export const SECRET = 'local-signing-secret';

const PROBE = pathToFileURL(join(PROJECT, 'bench', 'speed', 'probe.mjs')).href;

/** In bytes. */
export interface Memory {
  readonly rss: number;
  /** After a collection of garbage. */
  readonly heapUsed: number;
}

export interface BotOptions {
  readonly apiUrl: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** The folder whose `dist/app.js` is run; the project's own by default. */
  readonly project?: string;
}

/** The compiled bot as a process of its own: what kills it can be seen. */
export class BotProcess {
  /** All that it wrote to its log and its errors. */
  log = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'program-route-trial-'));
  private readonly child: ChildProcess;
  private readonly exit: Promise<unknown[]>;
  private where: number | undefined;

  private constructor({ apiUrl, environment, project = PROJECT }: BotOptions) {
    const program = ['--expose-gc', '--import', PROBE, join(project, 'dist', 'app.js')];
    this.child = spawn(process.execPath, program, {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        SLACK_BOT_TOKEN: 'xoxb-local',
        SLACK_API_URL: apiUrl,
        DATABASE_URL: `file:${join(this.folder, 'store.db')}`,
        HOST: '127.0.0.1',
        PORT: '0',
        ...environment,
      },
    });
    this.exit = once(this.child, 'close');
    const keep = (data: Buffer): void => {
      this.log = (this.log + data.toString()).slice(-1_000_000);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
  }

  /** Resolves when the bot listens and is connected. */
  static async start(options: BotOptions): Promise<BotProcess> {
    const bot = new BotProcess(options);
    bot.where = Number((await bot.logged(/"port":(\d+)/))[1]);
    return bot;
  }

  /** Starts a bot that exits before it listens. Resolves when it has exited. */
  static async failToStart(options: BotOptions): Promise<BotProcess> {
    const bot = new BotProcess(options);
    await bot.exit;
    return bot;
  }

  get port(): number {
    if (this.where === undefined) throw new Error('The bot does not listen yet.');
    return this.where;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it logs first that matches. */
  async logged(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.log);
      if (found !== null) return found;
      const looked = once(this.child.stdout ?? this.child, 'data');
      const over = this.exit.then(() => {
        throw new Error(`The bot ended before it logged ${String(pattern)}: ${this.log}`);
      });
      await Promise.race([looked, over]);
    }
  }

  async memory(): Promise<Memory> {
    const answer = once(this.child, 'message');
    this.child.send({ collect: true });
    return (await answer)[0] as Memory;
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** How it ended: its exit code, or null and the signal. */
  async ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    await this.exit;
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  /** Ends it whatever it does, and takes its files away. */
  async end(): Promise<void> {
    if (this.isAlive) this.kill('SIGKILL');
    await this.exit;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
