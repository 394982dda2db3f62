import { setTimeout as delay } from 'node:timers/promises';
import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import { startTestBot, type TestBot, type TestOptions } from '../../slack/running-bot';

const QUESTION = 'who owns an account that only has an edu subscription?';
const ANSWER = 'The account stays';

/** Between two looks at `/readyz`, in milliseconds. */
const LOOK = 10;

/** How long a bot may take to come back, in milliseconds. */
const PATIENCE = 15_000;

export interface Ready {
  readonly status: number;
  readonly problems: readonly string[];
  readonly notes?: readonly string[];
}

/** A bot in Socket Mode, its local Slack, and people who ask one question each. */
export class SocketBot {
  private asked: string[] = [];

  private constructor(private readonly test: TestBot) {}

  static async start(connections: number, options: TestOptions = {}): Promise<SocketBot> {
    const mode = { kind: 'socket', appToken: 'xapp-local', connections } as const;
    const connection = { mode, ...options.connection };
    return new SocketBot(await startTestBot({ ...options, mode: 'socket', connection }));
  }

  get slack(): LocalSlack {
    return this.test.slack;
  }

  get log(): string {
    return this.test.logged();
  }

  /** How often the bot has asked Slack for a connection. */
  get opened(): number {
    return this.times.length;
  }

  /** Between each two of those times, in milliseconds. */
  get pauses(): readonly number[] {
    return this.times.slice(1).map((at, n) => at - (this.times[n] ?? at));
  }

  /** Resolves when the bot has put so many new sockets in the place of others, since its start. */
  renewed(times: number): Promise<void> {
    return this.says('a new socket to Slack is up', times);
  }

  /** Resolves when so many tries to connect have failed. */
  failed(times: number): Promise<void> {
    return this.says('no socket to Slack', times);
  }

  /** So many new people send a command each at the same moment; resolves when Slack waits for none any more. */
  async ask(people: number): Promise<void> {
    const users = Array.from({ length: people }, (_, n) => `U0ASK${this.asked.length + n}`);
    this.asked.push(...users);
    await Promise.all(users.map((user) => this.command(user)));
  }

  /** What each who asked has read, in order: `answer`, or what else was said. */
  get heard(): readonly string[] {
    return this.asked.map((user) => {
      const texts = this.slack.ephemeralsFor(user).map(({ text }) => text);
      return texts.map((text) => (text.includes(ANSWER) ? 'answer' : text)).join(', ');
    });
  }

  async ready(): Promise<Ready> {
    const response = await fetch(`http://127.0.0.1:${this.test.bot.port}/readyz`);
    return { status: response.status, ...((await response.json()) as Omit<Ready, 'status'>) };
  }

  /** Resolves when `/readyz` answers with this status. */
  async until(status: number): Promise<Ready> {
    for (;;) {
      const ready = await this.ready();
      if (ready.status === status) return ready;
      await delay(LOOK);
    }
  }

  stop(): Promise<void> {
    return this.test.stop();
  }

  private async says(sentence: string, times: number): Promise<void> {
    await this.slack.waitFor(() => this.log.split(sentence).length > times, PATIENCE);
  }

  private get times(): readonly number[] {
    const calls = this.slack.calls.filter(({ method }) => method === 'apps.connections.open');
    return calls.map(({ at }) => at);
  }

  private async command(user: string): Promise<void> {
    this.slack.addUser({ id: user, name: user.toLowerCase() });
    const command = { user, channel: 'C0SALES', command: '/program-route', text: QUESTION };
    await this.slack.slashCommand(command);
  }
}

/** What so many read where each gets one answer. */
export function answers(people: number): readonly string[] {
  return Array.from({ length: people }, () => 'answer');
}
