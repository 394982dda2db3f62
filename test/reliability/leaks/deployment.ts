import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findMarks, type Hit, PERSON } from './marks';

const PROJECT = join(__dirname, '..', '..', '..');
const HOOK = join(__dirname, 'hook.cjs');

/** What the bot is given: packages, and rules, which the operator writes. */
const INPUT = /[\\/](?:node_modules|rules)[\\/]/;

/** One connection that the bot opened. */
export interface Outgoing {
  readonly host: string;
  readonly port: number;
}

/** The compiled bot in a folder of its own, with everything it writes beside it. */
export class Deployment {
  readonly folder = mkdtempSync(join(tmpdir(), 'program-route-leaks-'));
  readonly app = join(this.folder, 'app');
  readonly storeFile = join(this.folder, 'app', 'data', 'store.db');
  private readonly connectionsFile = join(this.folder, 'connections.jsonl');
  /** The files that it was copied from, which it did not write. */
  private readonly copied: ReadonlyMap<string, string>;
  private output: Buffer[] = [];
  private child: ChildProcess | undefined;

  constructor() {
    for (const name of ['app', 'tmp', 'home']) mkdirSync(join(this.folder, name));
    const filter = (path: string): boolean => !path.endsWith(join('dist', 'playground'));
    for (const name of ['dist', 'rules']) {
      cpSync(join(PROJECT, name), join(this.app, name), { recursive: true, filter });
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(this.app, 'node_modules'));
    this.copied = this.filesNow();
  }

  /** Starts the bot at the loudest level; it may fail to start. */
  spawn(environment: NodeJS.ProcessEnv, entry = 'app'): ChildProcess {
    const child = spawn(process.execPath, [join(this.app, 'dist', `${entry}.js`)], {
      cwd: this.app,
      env: {
        PATH: process.env['PATH'],
        HOME: join(this.folder, 'home'),
        TMPDIR: join(this.folder, 'tmp'),
        NODE_OPTIONS: `--require ${HOOK}`,
        CONNECTIONS_FILE: this.connectionsFile,
        LAST_WORDS: PERSON,
        LOG_LEVEL: 'trace',
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_URL: `file:${this.storeFile}`,
        ...environment,
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => this.output.push(data));
    }
    this.child = child;
    return child;
  }

  /** Everything that the bot said on standard output and standard error, of every start. */
  get said(): string {
    return Buffer.concat(this.output).toString();
  }

  /** Spoils a file of its rules, with a secret in it, and has it read. */
  spoilRules(secret: string): void {
    const path = join(this.app, 'rules', 'programs.yml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^(\s*mailbox:).*$/m, `$1 "${secret}"`));
    this.child?.kill('SIGHUP');
  }

  /** Something that nobody catches happens in it. */
  breakDown(): void {
    this.child?.kill('SIGUSR2');
  }

  /** What it says first that matches, from now on or before; the pattern's group. */
  async says(pattern: RegExp): Promise<string> {
    const end = performance.now() + 15_000;
    for (;;) {
      const found = pattern.exec(this.said);
      if (found !== null) return found[1] ?? '';
      if (performance.now() > end) throw new Error(`It never said ${pattern.source}: ${this.said}`);
      await delay(5);
    }
  }

  /** Runs another of its commands, and gives what that said. */
  async run(entry: string, environment: NodeJS.ProcessEnv): Promise<string> {
    const before = this.said.length;
    await once(this.spawn(environment, entry), 'close');
    return this.said.slice(before);
  }

  /** Runs a start that is to fail, and gives its status. */
  async failToStart(environment: NodeJS.ProcessEnv): Promise<number | null> {
    const [code] = (await once(this.spawn(environment), 'close')) as [number | null];
    return code;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'close');
  }

  /** Every connection that it and its children opened. */
  outgoing(): Outgoing[] {
    if (!existsSync(this.connectionsFile)) return [];
    return readFileSync(this.connectionsFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Outgoing);
  }

  /** Marks in what it said, and in every file below its folder but what it is given and has not changed. */
  hits(marks?: readonly string[]): Hit[] {
    const written = [...this.filesNow()].filter(([path, state]) => this.copied.get(path) !== state);
    return [
      ...findMarks('output', this.said, marks),
      ...written.flatMap(([path]) =>
        findMarks(relative(this.folder, path), readFileSync(path), marks),
      ),
    ];
  }

  /** The size and the time of the last change of every file, by its path. */
  private filesNow(): Map<string, string> {
    const files = readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(this.folder, name))
      .filter((path) => !INPUT.test(path))
      .map((path) => ({ path, state: lstatSync(path) }))
      .filter(({ state }) => state.isFile());
    return new Map(files.map(({ path, state }) => [path, `${state.size} ${state.ctimeMs}`]));
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
