import { setTimeout as delay } from 'node:timers/promises';
import { type LocalSlack, startLocalSlack } from '../../../packages/local-slack/src/local-slack';
import { Balancer } from './balancer';
import { Copy } from './copy';

const COPIES = 3;
const CHANNELS = Array.from({ length: 20 }, (_, at) => `C0MANY${at}`);
/** Enough that nobody asks more than a person does. */
const USERS = Array.from({ length: 200 }, (_, at) => `U0MANY${at}`);
const AT_ONCE = 8;
const QUESTION = 'who owns an account that only has an edu subscription?';
const SCOPES = ['commands', 'app_mentions:read', 'chat:write', 'im:history'];
/** Slack waits 1 and 5 minutes; a lease lasts 20 s, and a test is not to last minutes. */
/** Until every copy has found the database again, in milliseconds. */
const RECOVERY = 5000;
const RETRIES = [100, 22_000, 22_000];

export interface Plan {
  readonly databaseUrl: string;
  readonly mentions: number;
  /** Whether the bot may read the channels. */
  readonly withScope: boolean;
  /** Called once, when half of the mentions are sent. */
  readonly halfWay: () => Promise<void>;
}

export interface Outcome {
  /** Mentions by how often they were answered: 0, 1, 2 or more times. */
  readonly answered: readonly [number, number, number];
  /**
   * Messages answered twice, though no copy was killed between Slack's acceptance and its own mark, and none of the
   * answers came while the database was away, when each copy can tell its own events apart only.
   */
  readonly unexplained: number;
  /** Answers that Slack took from a copy that was killed before it acknowledged the event. */
  readonly cutShort: number;
  readonly kills: number;
  readonly doubled: number;
  readonly renamed: number;
  readonly seconds: number;
}

interface Asked {
  readonly channel: string;
  readonly ts: string;
}

/** Three copies of the bot, killed at random and right after an answer, while people ask. */
export async function tryCopies(plan: Plan): Promise<Outcome> {
  const started = performance.now();
  const slack = await startLocalSlack({
    retryDelaysMs: RETRIES,
    users: USERS.map((id) => ({ id, name: id.toLowerCase() })),
    channels: CHANNELS.map((id) => ({ id, name: id.toLowerCase() })),
    scopes: [...SCOPES, ...(plan.withScope ? ['channels:history'] : [])],
  });
  const accepted = new Map<string, Set<Copy>>();
  const cutShort = new Set<string>();
  const outage = { from: Infinity, until: Infinity };
  const copies = await startCopies(plan, slack, (ts, copy) => {
    // It was killed with the answer on its way to Slack.
    if (copy.port === undefined) cutShort.add(ts);
    accepted.set(ts, (accepted.get(ts) ?? new Set()).add(copy));
  });
  const balancer = await Balancer.before(copies);
  slack.eventsUrl = balancer.url;
  const killer = new Killer(copies, (copy) => {
    for (const ts of unacknowledged(slack)) if (accepted.get(ts)?.has(copy)) cutShort.add(ts);
  });

  const halfWay = async (): Promise<void> => {
    outage.from = Date.now();
    await plan.halfWay();
    outage.until = Date.now() + RECOVERY;
  };
  const asked = await askAll(slack, { ...plan, halfWay }, killer);
  killer.stop();
  await settled(slack, asked);

  const counts = asked.map((one) => {
    const answers = answersTo(slack, one);
    const inOutage = answers.some((ts) => {
      const at = Number(ts) * 1000;
      return at >= outage.from && at <= outage.until;
    });
    return { ...one, answers: answers.length, isExplained: inOutage || cutShort.has(one.ts) };
  });
  const { doubled, renamed } = balancer;
  balancer.end();
  await Promise.all(copies.map((copy) => copy.end()));
  await slack.stop();
  const many = counts.filter(({ answers }) => answers > 1);
  return {
    answered: [
      counts.filter(({ answers }) => answers === 0).length,
      counts.filter(({ answers }) => answers === 1).length,
      many.length,
    ],
    unexplained: many.filter(({ answers, isExplained }) => answers > 2 || !isExplained).length,
    cutShort: cutShort.size,
    kills: killer.kills,
    doubled,
    renamed,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

function startCopies(
  { databaseUrl }: Plan,
  { apiUrl }: LocalSlack,
  accepted: (ts: string, copy: Copy) => void,
): Promise<Copy[]> {
  const start = (): Promise<Copy> => Copy.start({ apiUrl, databaseUrl }, accepted);
  return Promise.all(Array.from({ length: COPIES }, start));
}

/** Kills one copy after the other: by turns at a random moment, and when Slack has just taken an answer. */
class Killer {
  kills = 0;
  private turn = 0;

  constructor(
    private readonly copies: readonly Copy[],
    private readonly before: (copy: Copy) => void,
  ) {
    for (const copy of copies) {
      copy.onKill = () => {
        this.note(copy);
      };
    }
  }

  strike(): void {
    const up = this.copies.filter(({ port }) => port !== undefined);
    const copy = up[Math.floor(Math.random() * up.length)];
    // One that is up must remain, as with any deployment.
    if (copy === undefined || up.length < 2) return;
    this.turn += 1;
    if (this.turn % 2 === 0) copy.kill();
    else copy.killAtNextAnswer();
  }

  stop(): void {
    for (const copy of this.copies) copy.spare();
  }

  private note(copy: Copy): void {
    this.kills += 1;
    this.before(copy);
  }
}

/** Timestamps of messages whose event Slack has no acknowledgement for yet. */
function unacknowledged(slack: LocalSlack): string[] {
  const done = new Set<string>();
  const all = new Set<string>();
  for (const { payload, acknowledged } of slack.requests) {
    const { ts } = payload['event'] as { ts: string };
    all.add(ts);
    if (acknowledged) done.add(ts);
  }
  return [...all].filter((ts) => !done.has(ts));
}

async function askAll(
  slack: LocalSlack,
  { mentions, halfWay }: Plan,
  killer: Killer,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  let next = 0;
  const strikeEvery = Math.ceil(mentions / 16);
  const ask = async (): Promise<void> => {
    for (;;) {
      const number = next++;
      if (number >= mentions) return;
      if (number === Math.floor(mentions / 2)) void halfWay();
      if (number % strikeEvery === strikeEvery - 1) killer.strike();
      const channel = CHANNELS[number % CHANNELS.length] ?? '';
      const user = USERS[number % USERS.length] ?? '';
      const { message } = await slack.mention({ user, channel, text: QUESTION });
      asked.push({ channel, ts: message.ts });
      await delay(20);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return asked;
}

/** Waits for the last retry, and a little for what it may have set off. */
async function settled(slack: LocalSlack, asked: readonly Asked[]): Promise<void> {
  const end = performance.now() + RETRIES.reduce((sum, one) => sum + one, 10_000);
  const isOver = (): boolean =>
    unacknowledged(slack).length === 0 && asked.every((one) => answersTo(slack, one).length > 0);
  while (!isOver() && performance.now() < end) await delay(100);
  await delay(1000);
}

/** Timestamps of our answers to a message. */
function answersTo(slack: LocalSlack, { channel, ts }: Asked): string[] {
  return slack
    .thread(channel, ts)
    .filter(({ user }) => user === 'U0BOT')
    .map((message) => message.ts);
}
