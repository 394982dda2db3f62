import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ApiLine } from './api-line';

const APP = join(__dirname, '..', '..', '..', 'dist', 'app.js');

/** One copy of the compiled bot, as a process that is started again whenever it dies. */
export class Copy {
  /** Where it listens; undefined while it is not up. */
  port: number | undefined;
  /** Told right before it is killed. */
  onKill: () => void = () => undefined;
  private child: ChildProcess | undefined;
  private isEnding = false;

  private constructor(
    private readonly line: ApiLine,
    private readonly databaseUrl: string,
  ) {}

  /**
   * @param apiUrl of the local Slack
   * @param accepted told of each message whose answer Slack took from this copy
   */
  static async start(
    { apiUrl, databaseUrl }: { apiUrl: string; databaseUrl: string },
    accepted: (ts: string, copy: Copy) => void,
  ): Promise<Copy> {
    const line = await ApiLine.to(apiUrl);
    const copy = new Copy(line, databaseUrl);
    line.onAnswer = (ts) => {
      accepted(ts, copy);
    };
    await copy.run();
    return copy;
  }

  kill(): void {
    if (this.port === undefined) return;
    this.onKill();
    this.port = undefined;
    this.child?.kill('SIGKILL');
  }

  /** Kills it as soon as Slack has taken its next answer, before it hears of that. */
  killAtNextAnswer(): void {
    this.line.onceAnswered = () => {
      this.kill();
    };
  }

  /** Lets it live. */
  spare(): void {
    this.line.onceAnswered = undefined;
  }

  async end(): Promise<void> {
    this.isEnding = true;
    this.child?.kill('SIGTERM');
    if (this.child?.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'exit');
    }
    this.line.end();
  }

  private async run(): Promise<void> {
    const child = spawn(process.execPath, [APP], {
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        SLACK_BOT_TOKEN: 'xoxb-local',
        SLACK_SIGNING_SECRET: 'local-signing-secret',
        SLACK_API_URL: this.line.url,
        DATABASE_URL: this.databaseUrl,
        HOST: '127.0.0.1',
        PORT: '0',
      },
    });
    this.child = child;
    child.once('exit', () => {
      this.port = undefined;
      if (!this.isEnding) void this.run();
    });
    let log = '';
    await new Promise<void>((resolve) => {
      child.once('exit', resolve);
      let isFound = false;
      child.stdout.on('data', (data: Buffer) => {
        // Lines that come after a kill are of a dead one.
        if (isFound) return;
        log += data.toString();
        const port = /"port":(\d+)/.exec(log)?.[1];
        if (port === undefined) return;
        isFound = true;
        this.port = Number(port);
        resolve();
      });
    });
  }
}
